// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace xp::ui {

/// What a colour says. Never said by colour alone: a word or a sign stands beside it.
enum class Tone { Neutral, Accent, Good, Warning, Bad };

/// The colours of one theme, by what they are for.
struct Tokens
{
    QColor window; ///< behind everything
    QColor sidebar;
    QColor surface; ///< cards, tables, fields
    QColor band;    ///< section rows and hovered rows
    QColor hairline;
    QColor grid;  ///< lines in charts
    QColor zero;  ///< the line of "no difference"
    QColor track; ///< the unfilled part of a progress bar
    QColor text;
    QColor secondary; ///< labels, notes
    QColor onAccent;  ///< text on a filled accent button
    QColor accent, accentSoft;
    QColor neutral, neutralSoft;
    QColor good, goodSoft;
    QColor warning, warningSoft;
    QColor bad, badSoft;
    bool dark = false;

    const QColor& of(Tone tone) const;
    const QColor& softOf(Tone tone) const;
};

const Tokens& lightTokens();
const Tokens& darkTokens();

enum class ThemeChoice { System, Light, Dark };

/// The one theme of the application: palette, style sheet and font from one set of tokens. Follows the system unless
/// told otherwise, also when the system changes while we run.
class Theme : public QObject
{
    Q_OBJECT

public:
    static Theme& instance();
    static const Tokens& tokens() { return *instance().m_tokens; }

    ThemeChoice choice() const { return m_choice; }
    void apply(ThemeChoice choice);

    /// 8 px grid.
    static constexpr int kUnit = 8;
    /// Sizes of text in pixels.
    static constexpr int kText = 13;
    static constexpr int kSmall = 12;
    static constexpr int kTitle = 20;

    static QFont font(int pixels = kText, QFont::Weight weight = QFont::Normal);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class LightTheme;

    Theme();
    bool systemIsDark() const;
    void use(const Tokens& tokens);

    const Tokens* m_tokens;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_applying = false;
};

/// While it lives, everything that is painted is painted in the light colours, for paper; windows are not told.
class LightTheme
{
public:
    LightTheme();
    ~LightTheme();
    LightTheme(const LightTheme&) = delete;
    LightTheme& operator=(const LightTheme&) = delete;

private:
    const Tokens* m_before;
};

} // namespace xp::ui
