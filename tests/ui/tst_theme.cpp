// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace xp::ui;

namespace {

/// WCAG 2.1 relative luminance and contrast.
double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadable()
    {
        QFETCH(bool, dark);
        const Tokens& t = dark ? darkTokens() : lightTokens();
        QCOMPARE(t.dark, dark);
        for (const QColor& ground : {t.window, t.sidebar, t.surface, t.band}) {
            QVERIFY2(contrast(t.text, ground) >= 7, qPrintable(ground.name()));
            QVERIFY2(contrast(t.secondary, ground) >= 4.5, qPrintable(ground.name()));
        }
        for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad}) {
            QVERIFY2(contrast(t.of(tone), t.softOf(tone)) >= 4.5, qPrintable(t.of(tone).name()));
            QVERIFY2(contrast(t.of(tone), t.surface) >= 4.5, qPrintable(t.of(tone).name()));
        }
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        QVERIFY(contrast(t.text, t.accentSoft) >= 7);
    }

    void theSheetHasNoUnknownToken()
    {
        for (const Tokens* tokens : {&lightTokens(), &darkTokens()})
            QVERIFY(!styleSheetOf(*tokens).contains(QLatin1Char('@')));
    }

    void appliesPaletteAndSheet()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().apply(ThemeChoice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().window);
        QVERIFY(Theme::tokens().dark);
        Theme::instance().apply(ThemeChoice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().window);
        QVERIFY(qApp->styleSheet().contains(lightTokens().accent.name()));
        QCOMPARE(changed.size(), 2);
    }

    void followsTheSystemUntilToldOtherwise()
    {
        Theme::instance().apply(ThemeChoice::System);
        const bool dark = Theme::tokens().dark;
        Theme::instance().apply(dark ? ThemeChoice::Light : ThemeChoice::Dark);
        QCOMPARE(Theme::tokens().dark, !dark);
        Theme::instance().apply(ThemeChoice::System);
        QCOMPARE(Theme::tokens().dark, dark);
        QEvent event(QEvent::ThemeChange);
        QCoreApplication::sendEvent(qApp, &event);
        QCOMPARE(Theme::tokens().dark, dark); // our own palette is not taken for the system's
        Theme::instance().apply(ThemeChoice::Dark);
        QCoreApplication::sendEvent(qApp, &event);
        QVERIFY(Theme::tokens().dark);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
