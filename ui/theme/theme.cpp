// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

#include <utility>

namespace xp::ui {

namespace {

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.band);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.secondary);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.hairline);
    palette.setColor(QPalette::Mid, t.hairline);
    palette.setColor(QPalette::Dark, t.zero);
    palette.setColor(QPalette::Shadow, t.zero);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.secondary);
    return palette;
}

/// The system's font. Where no desktop chooses one, Qt falls back to whatever is there; then one made for screens.
QString family()
{
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    const bool chosen = !system.isEmpty() && system != QLatin1String("Sans Serif") &&
                        !system.startsWith(QLatin1String("DejaVu"), Qt::CaseInsensitive);
    if (chosen)
        return system;
    const QStringList installed = QFontDatabase::families();
    for (const char* name : {"Open Sans", "Noto Sans", "Roboto"}) {
        if (installed.contains(QLatin1String(name)))
            return QLatin1String(name);
    }
    return system;
}

} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme() : m_tokens(&lightTokens())
{
    if (QStyle* fusion = QStyleFactory::create(QStringLiteral("Fusion")))
        QApplication::setStyle(fusion);
    QApplication::setFont(font());
    qApp->installEventFilter(this);
}

QFont Theme::font(int pixels, QFont::Weight weight)
{
    static const QString chosen = family();
    QFont font(chosen);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark());
    use(dark ? darkTokens() : lightTokens());
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 does not tell the colour scheme; what the platform would use without us shows it.
    if (event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System && !m_applying)
        apply(ThemeChoice::System);
    return QObject::eventFilter(watched, event);
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    QApplication::setPalette(ours);
    return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

void Theme::use(const Tokens& tokens)
{
    m_applying = true;
    m_tokens = &tokens;
    QApplication::setPalette(paletteOf(tokens));
    qApp->setStyleSheet(styleSheetOf(tokens));
    m_applying = false;
    Q_EMIT changed();
}

LightTheme::LightTheme() : m_before(std::exchange(Theme::instance().m_tokens, &lightTokens())) {}

LightTheme::~LightTheme()
{
    Theme::instance().m_tokens = m_before;
}

} // namespace xp::ui
