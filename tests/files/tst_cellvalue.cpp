// SPDX-License-Identifier: Apache-2.0
#include "core/files/cellvalue.h"

#include <QTest>

using namespace xp;

class TestCellValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBooleans();
    void readsDecimals_data();
    void readsDecimals();
    void refusesOtherText();
};

void TestCellValue::readsBooleans()
{
    for (const char* text : {"TRUE", "true", "True", "t", "yes", "Y", "1", "1.0", " true\t"})
        QCOMPARE(parseBoolean(text), std::optional(true));
    for (const char* text : {"FALSE", "false", "F", "no", "N", "0", "0.0"})
        QCOMPARE(parseBoolean(text), std::optional(false));
    for (const char* text : {"", "2", "yess", "tru", "-1", "null", "01"})
        QCOMPARE(parseBoolean(text), std::optional<bool>());
}

void TestCellValue::readsDecimals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::newRow("whole") << "38" << 38.0 << 0;
    QTest::newRow("negative") << "-12.5" << -12.5 << 1;
    QTest::newRow("plus") << "+3" << 3.0 << 0;
    QTest::newRow("trailing zeros") << "1.5000" << 1.5 << 1;
    QTest::newRow("point last") << "7." << 7.0 << 0;
    QTest::newRow("point first") << ".25" << 0.25 << 2;
    QTest::newRow("blanks") << " 0.1 " << 0.1 << 1;
    QTest::newRow("exponent") << "1e6" << 1e6 << 0;
    QTest::newRow("negative exponent") << "25e-4" << 0.0025 << 4;
    QTest::newRow("exponent with decimals") << "1.25E+1" << 12.5 << 1;
    QTest::newRow("exponent eats zeros") << "1200e-2" << 12.0 << 0;
    QTest::newRow("zero") << "0.000" << 0.0 << 0;
    QTest::newRow("seventeen digits") << "0.30000000000000004" << 0.30000000000000004 << 17;
    QTest::newRow("beyond int64") << "123456789012345678901234567890" << 1.2345678901234568e29 << 0;
}

void TestCellValue::readsDecimals()
{
    QFETCH(const QString, text);
    QFETCH(const double, value);
    QFETCH(const int, decimals);
    const auto number = parseDecimal(text.toStdString());
    QVERIFY(number);
    QCOMPARE(number->value, value);
    QCOMPARE(number->decimals, decimals);
}

void TestCellValue::refusesOtherText()
{
    for (const char* text : {"",     " ",   "-",    "+",   ".",   "--1",   "+-1",  "1,5", "1 000", "1e",
                             "0x10", "inf", "-inf", "nan", "NaN", "1e999", "TRUE", "12a", "1.2.3", "$5"})
        QVERIFY2(!parseDecimal(text), text);
}

QTEST_APPLESS_MAIN(TestCellValue)
#include "tst_cellvalue.moc"
