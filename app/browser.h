// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

/// What the page around the studio knows and keeps. In WebAssembly only.
namespace xp::app::browser {

/// The service that the page came from: its address up to `/app/`; empty when the page lies elsewhere, on a static
/// host.
QString servicePage();

/// The token of this tab, else the one that a person asked to remember.
QString token();
/// Whether the token is one that a person asked to remember.
bool isRemembered();
/// Kept for this tab, gone with it; or until this is called again. Never in an address, and sent to nobody by the
/// browser.
void keepToken(const QString& token, bool beyondTab);

/// The experiment that the page's address names (`#/experiments/KEY`); empty for none.
QString experimentInAddress();
void showInAddress(const QString& experiment, const QString& title);
/// Takes back an address that names no experiment: “back” does not lead there again.
void withdrawAddress();
/// Called with the experiment when a person goes back or forth, or edits the address.
void whenAddressChanges(std::function<void(const QString&)> callback);

/// What the page says its language is, to assistive tools and translators; a code of ours, such as `pt_BR`.
void setLanguage(const QString& code);
/// Text of the studio's own that is shown: the page fetches the fonts that it needs.
void lookAt(const QString& text);

} // namespace xp::app::browser
