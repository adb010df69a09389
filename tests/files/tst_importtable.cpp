// SPDX-License-Identifier: Apache-2.0
#include "core/files/importtable.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace xp;

class TestImportTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesRowsBackInTheOrderOfUnits_data();
    void givesRowsBackInTheOrderOfUnits();
    void findsUnitsThatOccurTwice();
    void staysSmall();
};

void TestImportTable::givesRowsBackInTheOrderOfUnits_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("nothing in common") << QByteArray();
    QTest::newRow("a long common start") << QByteArray("customers-of-the-north-");
}

void TestImportTable::givesRowsBackInTheOrderOfUnits()
{
    QFETCH(const QByteArray, start);
    struct Kept
    {
        std::string unit;
        std::uint32_t line;
        std::array<double, 2> numbers;
        std::array<std::uint32_t, 3> labels;
    };
    std::mt19937 random(11);
    std::vector<Kept> kept;
    ImportTable table(2, 3, true);
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        // Units of all lengths, some a start of another, some with bytes beyond 127.
        std::string unit = start.toStdString() + std::to_string(random() % 1000);
        unit +=
            std::string(random() % 12, static_cast<char>('a' + i % 3)) + (i % 5 == 0 ? "é" : "") + std::to_string(i);
        kept.push_back({unit, i + 2, {double(i) / 3, -double(i)}, {i, i + 1, 7}});
        const Kept& k = kept.back();
        table.add({.line = k.line,
                   .variant = static_cast<std::int16_t>(i % 4),
                   .exposedAt = fromMicros(i),
                   .unit = k.unit,
                   .numbers = k.numbers,
                   .labels = k.labels});
    }
    QVERIFY(table.sortByUnit(10).empty());
    std::ranges::sort(kept, {}, &Kept::unit);
    QCOMPARE(table.size(), kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const ImportRow row = table.at(i);
        QCOMPARE(row.unit, kept[i].unit);
        QCOMPARE(row.line, kept[i].line);
        QCOMPARE(row.variant, static_cast<std::int16_t>((kept[i].line - 2) % 4));
        QCOMPARE(toMicros(row.exposedAt), static_cast<std::int64_t>(kept[i].line - 2));
        QVERIFY(std::ranges::equal(row.numbers, kept[i].numbers));
        QVERIFY(std::ranges::equal(row.labels, kept[i].labels));
    }
}

void TestImportTable::findsUnitsThatOccurTwice()
{
    ImportTable table(0, 0, false);
    std::uint32_t line = 2;
    for (const char* unit : {"b", "a", "ab", "user-1", "user-10", "b", "a", "c", "b"})
        table.add({.line = line++, .unit = unit});
    const auto duplicates = table.sortByUnit(10);
    QCOMPARE(duplicates.size(), 3u);
    QCOMPARE(duplicates[0].unit, "a");
    QCOMPARE(duplicates[0].firstLine, 3u);
    QCOMPARE(duplicates[0].secondLine, 8u);
    QCOMPARE(duplicates[1].unit, "b");
    QCOMPARE(duplicates[2].unit, "b");

    ImportTable many(0, 0, false);
    for (std::uint32_t i = 0; i < 100; ++i)
        many.add({.line = i, .unit = "same"});
    QCOMPARE(many.sortByUnit(10).size(), 10u);
}

/// The bound that the class promises, so that ten million rows fit beside a service.
void TestImportTable::staysSmall()
{
    ImportTable table(1, 0, false);
    const std::array<double, 1> number{1};
    for (std::uint32_t i = 0; i < 100'000; ++i)
        table.add({.line = i, .unit = std::to_string(10'000'000 + i), .numbers = number});
    QVERIFY2(table.bytes() / table.size() <= 44, std::to_string(table.bytes() / table.size()).c_str());
}

QTEST_APPLESS_MAIN(TestImportTable)
#include "tst_importtable.moc"
