// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/units/totalsrow.h"
#include "tests/support/testdatabases.h"

#include <QTest>
#include <set>

using namespace xp;
using namespace xp::test;

/// Totals of four positions a row: every position has a place of its own, and what is not known stays unknown.
class TestTotalsRow : public QObject
{
    Q_OBJECT

private:
    using Totals = std::map<std::int16_t, UnitTotals>;

    static Totals totalsOf(Connection& connection, const std::string& unit)
    {
        Totals totals;
        must(connection.run("SELECT " + totalsColumns("t.") + " FROM unit_totals t WHERE t.unit_id = ?", {param(unit)},
                            [&](const Row& row) {
                                eachTotals(row, 0, [&](std::int16_t position, const UnitTotals& is) {
                                    QVERIFY(!totals.contains(position));
                                    totals[position] = is;
                                });
                            }));
        return totals;
    }

    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }

    void everyPositionHasItsPlace()
    {
        std::vector<std::int16_t> positions{kAnyConversion};
        for (std::int16_t metric = 0; metric < 100; ++metric) {
            positions.push_back(metric);
            positions.push_back(covariatePosition(metric));
        }
        std::ranges::sort(positions);
        std::set<std::pair<std::int16_t, std::int16_t>> places;
        std::int16_t part = std::numeric_limits<std::int16_t>::min();
        for (const std::int16_t position : positions) {
            const TotalsPlace place = totalsPlace(position);
            QVERIFY(place.slot >= 0 && place.slot < kTotalsInRow);
            QVERIFY(place.part >= part);
            part = place.part;
            QCOMPARE(place.part >= 0, position >= kAnyConversion);
            QCOMPARE(totalsPosition(place), position);
            QVERIFY(places.insert({place.part, place.slot}).second);
        }
        // The usual experiment needs one row a unit.
        QCOMPARE(totalsPlace(kAnyConversion).part, totalsPlace(2).part);
        QCOMPARE(totalsPlace(covariatePosition(0)).part, totalsPlace(covariatePosition(3)).part);
    }

    void whatIsAddedIsAddedAndTheRestStaysAsItIs()
    {
        const auto store = openStore(m_databases.migrated());
        Connection& connection = store->connection();
        const auto write = [&](const TotalsRows::Slots& slots, const std::string& sql) {
            TotalsRows rows;
            rows.add("experiment", "unit", 1, slots);
            must(connection.runFor(rows.rows(), sql));
        };
        const UnitTotals some{1, {5, -1}};
        write({some, std::nullopt, UnitTotals{}, std::nullopt}, TotalsRows::insert());
        QCOMPARE(totalsOf(connection, "unit"), (Totals{{3, some}, {5, {}}}));
        write({UnitTotals{2, {7, 3}}, UnitTotals{1, {2, 0}}, std::nullopt, std::nullopt}, TotalsRows::insertAdding());
        QCOMPARE(totalsOf(connection, "unit"), (Totals{{3, {3, {12, 2}}}, {4, {1, {2, 0}}}, {5, {}}}));
        write({std::nullopt, std::nullopt, std::nullopt, UnitTotals{-1, {-2, 0}}}, TotalsRows::insertAdding());
        QCOMPARE(totalsOf(connection, "unit"),
                 (Totals{{3, {3, {12, 2}}}, {4, {1, {2, 0}}}, {5, {}}, {6, {-1, {-2, 0}}}}));
        QVERIFY(totalsOf(connection, "nobody").empty());
    }

    void rowsOfNothingAreNotMade()
    {
        const auto store = openStore(m_databases.migrated());
        std::vector<std::optional<UnitTotals>> totals(10);
        totals[6] = UnitTotals{4, {1, 0}};
        TotalsRows rows;
        rows.addOutcomes("experiment", "unit", totals);
        rows.addOutcomes("experiment", "idle", std::vector<std::optional<UnitTotals>>(10));
        QCOMPARE(rows.rows().size(), 1u);
        must(store->connection().runFor(rows.rows(), TotalsRows::insert()));
        QCOMPARE(totalsOf(store->connection(), "unit"), (Totals{{5, {4, {1, 0}}}}));
    }

    void aLeftJoinWithoutTotalsHasNone()
    {
        const auto store = openStore(m_databases.migrated());
        int rows = 0;
        must(store->connection().run("SELECT w.unit_id, " + totalsColumns("t.") +
                                         " FROM (SELECT 'nobody' AS unit_id) w LEFT JOIN unit_totals t"
                                         " ON t.unit_id = w.unit_id",
                                     {}, [&](const Row& row) {
                                         ++rows;
                                         eachTotals(row, 1,
                                                    [](std::int16_t, const UnitTotals&) { QFAIL("none is there"); });
                                     }));
        QCOMPARE(rows, 1);
    }
};

QTEST_GUILESS_MAIN(TestTotalsRow)
#include "tst_totalsrow.moc"
