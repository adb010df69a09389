// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

namespace xp::ui {

const QColor& Tokens::of(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accent;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Bad:
        return bad;
    case Tone::Neutral:
        break;
    }
    return neutral;
}

const QColor& Tokens::softOf(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accentSoft;
    case Tone::Good:
        return goodSoft;
    case Tone::Warning:
        return warningSoft;
    case Tone::Bad:
        return badSoft;
    case Tone::Neutral:
        break;
    }
    return neutralSoft;
}

// Every text colour has a contrast of at least 4.5 : 1 on its ground (tests/ui/tst_theme.cpp).

const Tokens& lightTokens()
{
    static const Tokens tokens{.window = "#f5f7fa",
                               .sidebar = "#fbfcfe",
                               .surface = "#ffffff",
                               .band = "#f5f7fa",
                               .hairline = "#e2e6ec",
                               .grid = "#e8ebf0",
                               .zero = "#7b8698",
                               .track = "#e4e8ef",
                               .text = "#18202c",
                               .secondary = "#5b6678",
                               .onAccent = "#ffffff",
                               .accent = "#1d55d3",
                               .accentSoft = "#e7eefc",
                               .neutral = "#596476",
                               .neutralSoft = "#eceff4",
                               .good = "#0b7449",
                               .goodSoft = "#e0f3ea",
                               .warning = "#8d5100",
                               .warningSoft = "#fdefd8",
                               .bad = "#b3261e",
                               .badSoft = "#fbe6e4",
                               .dark = false};
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens{.window = "#12161c",
                               .sidebar = "#171c24",
                               .surface = "#1a2029",
                               .band = "#1f2630",
                               .hairline = "#2a323d",
                               .grid = "#28303b",
                               .zero = "#7a8698",
                               .track = "#2c3541",
                               .text = "#e7ebf2",
                               .secondary = "#9aa5b5",
                               .onAccent = "#0d1424",
                               .accent = "#7c9fff",
                               .accentSoft = "#20304f",
                               .neutral = "#a3adbc",
                               .neutralSoft = "#2a323d",
                               .good = "#56c596",
                               .goodSoft = "#17372b",
                               .warning = "#eeaa4a",
                               .warningSoft = "#3d2d14",
                               .bad = "#ff8a80",
                               .badSoft = "#46211f",
                               .dark = true};
    return tokens;
}

} // namespace xp::ui
