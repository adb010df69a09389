// SPDX-License-Identifier: Apache-2.0
#include "service/commands/arguments.h"

#include <QTest>
#include <array>

using namespace xp::service;

namespace {

using Use = ArgumentRule::Use;

constexpr std::array kRules{ArgumentRule{"--unit", Use::Once, "COLUMN", "what was randomised"},
                            ArgumentRule{"--metric", Use::Repeated, "COLUMN", "what was measured"},
                            ArgumentRule{"--dry-run", Use::Flag, "", "stores nothing"}};

xp::Result<Arguments> parsed(const std::vector<std::string>& words, std::size_t maxOthers = 1)
{
    return Arguments::parse(words, kRules, maxOthers);
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsWords();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void describesEveryOption();
};

void TestArguments::sortsWords()
{
    const auto arguments = parsed({"--metric", "a", "file.csv", "--unit=id=x", "--metric=b", "--dry-run"});
    QVERIFY(arguments);
    QCOMPARE(arguments->values("--metric"), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(arguments->value("--unit"), "id=x");
    QVERIFY(arguments->has("--dry-run"));
    QCOMPARE(arguments->others(), (std::vector<std::string>{"file.csv"}));

    const auto few = parsed({"-"}); // the standard input
    QVERIFY(few && few->others().front() == "-");
    QVERIFY(!few->has("--dry-run"));
    QCOMPARE(few->value("--unit", "id"), "id");

    QCOMPARE(parsed({"--", "--unit"})->others().front(), "--unit");
    QCOMPARE(parsed({"--unit", "--metric"})->value("--unit"), "--metric"); // a column may be called anything
}

void TestArguments::namesWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--units"), QStringLiteral("x")}
                             << QStringLiteral("'--units'");
    QTest::newRow("twice") << QStringList{QStringLiteral("--unit"), QStringLiteral("a"), QStringLiteral("--unit"),
                                          QStringLiteral("b")}
                           << QStringLiteral("--unit can be given once");
    QTest::newRow("no value") << QStringList{QStringLiteral("--unit")} << QStringLiteral("--unit needs a value");
    QTest::newRow("value of a flag") << QStringList{QStringLiteral("--dry-run=yes")}
                                     << QStringLiteral("--dry-run takes no value");
    QTest::newRow("too many") << QStringList{QStringLiteral("a.csv"), QStringLiteral("b.csv")}
                              << QStringLiteral("'b.csv'");
}

void TestArguments::namesWhatIsWrong()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, part);
    std::vector<std::string> given;
    for (const QString& word : words)
        given.push_back(word.toStdString());
    const auto arguments = parsed(given);
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().sentence.code, "bad_option");
    QVERIFY2(QString::fromStdString(arguments.error().sentence.text).contains(part),
             arguments.error().sentence.text.c_str());
}

void TestArguments::describesEveryOption()
{
    const std::string text = describe(kRules);
    for (const ArgumentRule& rule : kRules) {
        QVERIFY(text.find(rule.name) != std::string::npos);
        QVERIFY(text.find(rule.meaning) != std::string::npos);
    }
}

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
