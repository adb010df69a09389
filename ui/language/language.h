// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace xp::ui {

/// A language that the studio speaks.
struct Language
{
    QString code; ///< `de`, `pt_BR`: as its file in resources/translations
    QString name; ///< in the language itself

    bool operator==(const Language&) const = default;
};

/// All of them: English, in which the sources are written, then by name.
std::vector<Language> languages();

/// What the system's list of languages comes to: the first that the studio speaks, else English.
QString systemLanguage();

/// The studio's texts, Qt's own, numbers and dates are in this language from now on; every window is told by
/// QEvent::LanguageChange. Empty, or one that the studio does not speak: the system's. Where the system's region speaks
/// the language, numbers and dates are as in that region.
void useLanguage(const QString& code);

/// The one in use.
QString languageInUse();

} // namespace xp::ui
