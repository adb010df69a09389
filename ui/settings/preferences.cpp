// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/preferences.h"

#include <QSettings>

namespace xp::ui {

namespace {

const QString kTheme = QStringLiteral("theme");
const QString kLanguage = QStringLiteral("language");
const QString kRefresh = QStringLiteral("refreshSeconds");
const QString kLevel = QStringLiteral("level");

} // namespace

Preferences loadPreferences()
{
    const QSettings settings;
    Preferences preferences;
    const int theme = settings.value(kTheme, int(preferences.theme)).toInt();
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (theme == int(choice))
            preferences.theme = choice;
    }
    preferences.language = settings.value(kLanguage).toString();
    if (const int seconds = settings.value(kRefresh).toInt(); seconds >= 1 && seconds <= 300)
        preferences.refresh = std::chrono::seconds(seconds);
    if (const double level = settings.value(kLevel).toDouble(); level >= 0.001 && level <= 0.2)
        preferences.level = level;
    return preferences;
}

void save(const Preferences& preferences)
{
    QSettings settings;
    settings.setValue(kTheme, int(preferences.theme));
    settings.setValue(kLanguage, preferences.language);
    settings.setValue(kRefresh, int(preferences.refresh.count()));
    settings.setValue(kLevel, preferences.level);
}

} // namespace xp::ui
