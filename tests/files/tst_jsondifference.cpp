// SPDX-License-Identifier: Apache-2.0
#include "core/files/jsondifference.h"

#include <QTest>

using namespace xp;
using nlohmann::json;

class TestJsonDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalIsEqual()
    {
        const json a = {{"x", {1, 2.5, nullptr}}, {"y", "text"}};
        QVERIFY(!firstDifference(a, a));
        QVERIFY(!firstDifference({{"p", 1e-300}}, {{"p", 1e-300 * (1 + 1e-12)}}));
        QVERIFY(!firstDifference({{"n", 1}}, {{"n", 1.0}}));
        QCOMPARE(countNumbers(a), std::size_t(2));
    }

    void theFirstPlaceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("a number") << QByteArray(R"({"a":[1,{"p":0.5}]})") << QByteArray(R"({"a":[1,{"p":0.6}]})")
                                  << QByteArray("a[1].p: 0.5 / 0.6");
        QTest::newRow("tiny numbers are relative")
            << QByteArray(R"({"p":1e-300})") << QByteArray(R"({"p":2e-300})") << QByteArray("p: 1e-300 / 2e-300");
        QTest::newRow("whole numbers are exact")
            << QByteArray(R"({"n":9007199254740993})") << QByteArray(R"({"n":9007199254740992})")
            << QByteArray("n: 9007199254740993 / 9007199254740992");
        QTest::newRow("missing") << QByteArray(R"({})") << QByteArray(R"({"n":1})") << QByteArray("n: nothing / 1");
        QTest::newRow("too much") << QByteArray(R"({"a":[1,2]})") << QByteArray(R"({"a":[1]})")
                                  << QByteArray("a[1]: 2 / nothing");
        QTest::newRow("another kind") << QByteArray(R"({"a":null})") << QByteArray(R"({"a":0})")
                                      << QByteArray("a: null / 0");
        QTest::newRow("words") << QByteArray(R"({"a":"x"})") << QByteArray(R"({"a":"y"})")
                               << QByteArray(R"(a: "x" / "y")");
    }
    void theFirstPlaceIsNamed()
    {
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, where);
        const auto found = firstDifference(json::parse(said.toStdString()), json::parse(expected.toStdString()));
        QVERIFY(found);
        QCOMPARE(QByteArray::fromStdString(found->path + ": " + found->said + " / " + found->expected), where);
    }

    void whatCameLaterIsNotMissed()
    {
        const json later = {{"a", {{"old", 1}, {"new", 2}}}};
        QVERIFY(firstDifference({{"a", {{"old", 1}}}}, later));
        QVERIFY(!firstDifference({{"a", {{"old", 1}}}}, later, Missing::IsFine));
        QVERIFY(firstDifference({{"a", {{"old", 3}}}}, later, Missing::IsFine));
        QVERIFY(firstDifference({{"a", {{"other", 3}}}}, later, Missing::IsFine));
    }
};

QTEST_APPLESS_MAIN(TestJsonDifference)
#include "tst_jsondifference.moc"
