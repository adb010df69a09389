// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <QTest>

using namespace xp::app;

namespace {

QStringList arguments(const QString& line)
{
    return QStringList(QStringLiteral("xp-studio")) + line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThemAll()
    {
        const auto options = parseOptions(
            arguments(QStringLiteral(
                "--connect http://h:1 --token t --experiment k --theme dark --size 1440x900 --screenshot f.png")),
            {});
        QVERIFY(options.has_value());
        QCOMPARE(options->address, QStringLiteral("http://h:1"));
        QCOMPARE(options->token, QStringLiteral("t"));
        QCOMPARE(options->experiment, QStringLiteral("k"));
        QCOMPARE(options->size, QSize(1440, 900));
        QCOMPARE(options->screenshot, QStringLiteral("f.png"));
        QVERIFY(options->theme == xp::ui::ThemeChoice::Dark);
    }

    void namesALanguage()
    {
        QCOMPARE(parseOptions(arguments(QStringLiteral("--language de")), {})->language, QStringLiteral("de"));
        QVERIFY(!parseOptions(arguments({}), {})->language);
        const auto unknown = parseOptions(arguments(QStringLiteral("--language tlh")), {});
        QCOMPARE(unknown.error().code, 2);
        QVERIFY(unknown.error().text.contains(QStringLiteral("en, de")));
    }

    void opensOneSource()
    {
        QCOMPARE(parseOptions(arguments(QStringLiteral("--open a.csv")), {})->file, QStringLiteral("a.csv"));
        QCOMPARE(parseOptions(arguments(QStringLiteral("a-evidence.zip")), {})->file, QStringLiteral("a-evidence.zip"));
        QVERIFY(parseOptions(arguments(QStringLiteral("--demo --screenshot f.png")), {})->demo);
        QVERIFY(parseOptions(arguments(QStringLiteral("--page start --screenshot f.png")), {}).has_value());
    }

    void theTokenOfTheEnvironmentIsSecond()
    {
        const QString environment = QStringLiteral("e");
        QCOMPARE(parseOptions(arguments({}), environment)->token, environment);
        QCOMPARE(parseOptions(arguments({}), QStringLiteral("new,old"))->token, QStringLiteral("new"));
        QCOMPARE(parseOptions(arguments(QStringLiteral("--token t")), environment)->token, QStringLiteral("t"));
    }

    void helpAndVersionAreNotFailures()
    {
        QCOMPARE(parseOptions(arguments(QStringLiteral("--help")), {}).error().code, 0);
        QVERIFY(
            parseOptions(arguments(QStringLiteral("--help")), {}).error().text.contains(QStringLiteral("--connect")));
        QCOMPARE(parseOptions(arguments(QStringLiteral("--version")), {}).error().code, 0);
    }

    void wrongUsageIsTold_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("unknown") << "--colour";
        QTest::newRow("no value") << "--connect";
        QTest::newRow("stray word") << "http://h:1";
        QTest::newRow("two sources") << "--demo --open a.csv";
        QTest::newRow("two files") << "a.csv b.csv";
        QTest::newRow("two files, one by option") << "--open a.csv b.csv";
        QTest::newRow("a file and a service") << "a.csv --connect http://h:1";
        QTest::newRow("no source for a picture") << "--screenshot f.png";
        QTest::newRow("theme") << "--theme pink";
        QTest::newRow("size") << "--size 0x900";
        QTest::newRow("size text") << "--size big";
        QTest::newRow("picture of nothing") << "--screenshot f.png";
    }

    void wrongUsageIsTold()
    {
        QFETCH(QString, line);
        const auto options = parseOptions(arguments(line), {});
        QVERIFY(!options.has_value());
        QCOMPARE(options.error().code, 2);
        QVERIFY(options.error().text.contains(QStringLiteral("--help")));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_studiooptions.moc"
