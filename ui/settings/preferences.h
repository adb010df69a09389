// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QString>

#include <chrono>

namespace xp::ui {

/// What a person sets once and for all; kept with the system's settings.
struct Preferences
{
    ThemeChoice theme = ThemeChoice::System;
    QString language;                ///< as of languages(); empty: the system's
    std::chrono::seconds refresh{3}; ///< how often open pages ask again, 1..300
    double level = 0.05;             ///< of new experiments, 0.001..0.2

    bool operator==(const Preferences&) const = default;
};

/// What is missing or out of its range is the default.
Preferences loadPreferences();
void save(const Preferences& preferences);

} // namespace xp::ui
