// SPDX-License-Identifier: Apache-2.0
#include "core/files/csvreader.h"
#include "core/files/csvwriter.h"

#include <QBuffer>
#include <QTest>

using namespace xp;

namespace {

std::string written(const std::vector<std::string>& cells, CsvStyle style = {})
{
    std::string out;
    CsvWriter writer(out, style);
    for (const std::string& cell : cells)
        writer.cell(cell);
    writer.endRow();
    return out;
}

} // namespace

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWhatNeedsIt();
    void disarmsFormulas_data();
    void disarmsFormulas();
    void isReadBack();
};

void TestCsvWriter::quotesWhatNeedsIt()
{
    QCOMPARE(written({"a", "b c", "1.5"}), "a,b c,1.5\r\n");
    QCOMPARE(written({"a,b", "say \"hi\"", "two\nlines"}), "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    QCOMPARE(written({";=1+1", "a\tb"}), "\";=1+1\",\"a\tb\"\r\n");
    QCOMPARE(written({"a,b", "c;d"}, {.delimiter = ';', .lineEnd = "\n"}), "a,b;\"c;d\"\n");
}

void TestCsvWriter::disarmsFormulas_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("equals") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QByteArray("+cmd|' /C calc'!A0") << QByteArray("'+cmd|' /C calc'!A0");
    QTest::newRow("minus") << QByteArray("-2+3") << QByteArray("'-2+3");
    QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("\"'\t=1\"");
    QTest::newRow("carriage return") << QByteArray("\r=1") << QByteArray("\"'\r=1\"");
    QTest::newRow("quoted") << QByteArray("=HYPERLINK(\"x\",\"y\")")
                            << QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    QTest::newRow("full width") << QByteArray("＝1+1") << QByteArray("'＝1+1");
    QTest::newRow("infinity") << QByteArray("-inf") << QByteArray("'-inf");
    QTest::newRow("negative number") << QByteArray("-12.5") << QByteArray("-12.5");
    QTest::newRow("exponent") << QByteArray("-1e-300") << QByteArray("-1e-300");
    QTest::newRow("signed number") << QByteArray("+3") << QByteArray("+3");
    QTest::newRow("text with a sign inside") << QByteArray("a=b") << QByteArray("a=b");
}

void TestCsvWriter::disarmsFormulas()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QByteArray, expected);
    QCOMPARE(written({cell.toStdString()}), expected.toStdString() + "\r\n");
    // Without the guard the text stays what it was.
    QVERIFY(written({cell.toStdString()}, {.guardFormulas = false}).find('\'') == std::string::npos ||
            cell.contains('\''));
}

void TestCsvWriter::isReadBack()
{
    const std::vector<std::vector<std::string>> rows{{"\uFEFFa", ""},   {"", "a"}, {"\"", "\r\n"},
                                                     {"x,y", "漢字 😀"}, {"", ""},  {" blanks ", "\ttab"},
                                                     {";=1+1", "a;b"}};
    std::string out;
    CsvWriter writer(out, {.guardFormulas = false});
    for (const auto& row : rows) {
        for (const std::string& cell : row)
            writer.cell(cell);
        writer.endRow();
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(QByteArray::fromStdString(out));
    buffer->open(QIODevice::ReadOnly);
    CsvReader reader(std::move(buffer), {.delimiter = ','});
    for (const auto& row : rows) {
        QVERIFY(reader.next().value_or(false));
        QCOMPARE(std::vector<std::string>(reader.fields().begin(), reader.fields().end()), row);
    }
    QVERIFY(!*reader.next());
}

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
