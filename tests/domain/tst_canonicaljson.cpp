// SPDX-License-Identifier: Apache-2.0
#include "core/domain/canonicaljson.h"

#include <QTest>

#include <bit>
#include <random>

using namespace xp;
using nlohmann::json;

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNumbersLikeEcmaScript_data();
    void writesNumbersLikeEcmaScript();
    void writesNumbersThatReadBack();
    void ordersKeysByUtf16();
    void escapesAsLittleAsPossible();
    void writesTheExampleOfTheStandard();
    void refusesWhatHasNoText();
    void fingerprints();
};

void TestCanonicalJson::writesNumbersLikeEcmaScript_data()
{
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<QString>("text");
    const auto row = [](quint64 bits, const char* text) { QTest::newRow(text) << bits << QString::fromLatin1(text); };
    // RFC 8785, appendix B
    row(0x0000000000000000, "0");
    row(0x8000000000000000, "0");
    row(0x0000000000000001, "5e-324");
    row(0x8000000000000001, "-5e-324");
    row(0x7fefffffffffffff, "1.7976931348623157e+308");
    row(0xffefffffffffffff, "-1.7976931348623157e+308");
    row(0x4340000000000000, "9007199254740992");
    row(0xc340000000000000, "-9007199254740992");
    row(0x4430000000000000, "295147905179352830000");
    row(0x44b52d02c7e14af5, "9.999999999999997e+22");
    row(0x44b52d02c7e14af6, "1e+23");
    row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
    row(0x444b1ae4d6e2ef4e, "999999999999999700000");
    row(0x444b1ae4d6e2ef4f, "999999999999999900000");
    row(0x444b1ae4d6e2ef50, "1e+21");
    row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
    row(0x3eb0c6f7a0b5ed8d, "0.000001");
    row(0x41b3de4355555553, "333333333.3333332");
    row(0x41b3de4355555554, "333333333.33333325");
    row(0x41b3de4355555555, "333333333.3333333");
    row(0x41b3de4355555556, "333333333.3333334");
    row(0x41b3de4355555557, "333333333.33333343");
    row(0xbecbf647612f3696, "-0.0000033333333333333333");
    row(0x43143ff3c1cb0959, "1424953923781206.2");
    // node 20, String(x)
    row(std::bit_cast<quint64>(0.05), "0.05");
    row(std::bit_cast<quint64>(100.0), "100");
    row(std::bit_cast<quint64>(1e-7), "1e-7");
    row(std::bit_cast<quint64>(123456.789), "123456.789");
    row(std::bit_cast<quint64>(-1.5e-10), "-1.5e-10");
}

void TestCanonicalJson::writesNumbersLikeEcmaScript()
{
    QFETCH(quint64, bits);
    QTEST(QString::fromStdString(ecmaScriptNumber(std::bit_cast<double>(bits))), "text");
}

void TestCanonicalJson::writesNumbersThatReadBack()
{
    std::mt19937_64 random(3);
    for (int i = 0; i < 200000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value))
            continue;
        QCOMPARE(std::strtod(ecmaScriptNumber(value).c_str(), nullptr), value);
    }
}

void TestCanonicalJson::ordersKeysByUtf16()
{
    // RFC 8785, section 3.2.3: U+1F600 is a surrogate pair (D83D) and stands before U+FB33, which its UTF-8 does not.
    const json sorted{{"\xE2\x82\xAC", 5},     {"\r", 1},       {"\xEF\xAC\xB3", 7}, {"1", 2},
                      {"\xF0\x9F\x98\x80", 6}, {"\xC2\x80", 3}, {"\xC3\xB6", 4}};
    QCOMPARE(canonicalJson(sorted).value(),
             std::string("{\"\\r\":1,\"1\":2,\"\xC2\x80\":3,\"\xC3\xB6\":4,\"\xE2\x82\xAC\":5,\"\xF0\x9F\x98\x80\":6,"
                         "\"\xEF\xAC\xB3\":7}"));
    QCOMPARE(canonicalJson(json{{"ab", 1}, {"a", 2}, {"", 3}}).value(), std::string(R"({"":3,"a":2,"ab":1})"));
}

void TestCanonicalJson::escapesAsLittleAsPossible()
{
    const std::string text = std::string("\"\\/\b\f\n\r\t\x01\x1f\x7f") + '\0' + "\xE2\x82\xAC";
    QCOMPARE(canonicalJson(text).value(),
             std::string("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\\u0000\xE2\x82\xAC\""));
}

void TestCanonicalJson::writesTheExampleOfTheStandard()
{
    // RFC 8785, section 3.2.2
    const json example = json::parse(R"({
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]})");
    QCOMPARE(canonicalJson(example).value(),
             std::string("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                         "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"));
}

void TestCanonicalJson::refusesWhatHasNoText()
{
    QVERIFY(!canonicalJson(json(std::numeric_limits<double>::infinity())));
    QVERIFY(!canonicalJson(json{{"x", std::numeric_limits<double>::quiet_NaN()}}));
    QVERIFY(!canonicalJson(json("\xff")));
    QVERIFY(!canonicalJson(json{{"\xc3", 1}}));
    QVERIFY(fingerprintOf(json("\xff")).empty());
}

void TestCanonicalJson::fingerprints()
{
    // printf '{"a":1,"b":[0.05]}' | sha256sum
    QCOMPARE(fingerprintOf(json{{"b", {5e-2}}, {"a", 1}}),
             std::string("dec51c26a59af23dc986b1943f481e32b4e13c7a43f5ed0efe036bb2b6202e5c"));
    QCOMPARE(fingerprintOf(json{{"a", 1.0}, {"b", {0.05}}}), fingerprintOf(json{{"b", {0.05}}, {"a", 1}}));
}

QTEST_APPLESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
