// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace xp::app {

/// Tells the page which Chinese and Japanese texts of its own the studio shows, so that their fonts are fetched (what
/// comes from a service, a file or the keyboard the page sees itself), and which language it speaks. Installed on the
/// application before the first window.
class ShownTexts : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace xp::app
