// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/units/pagecursor.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QElapsedTimer>
#include <QTest>
#include <set>

using namespace xp;
using namespace xp::test;

class TestUnitTable : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;
    std::optional<UnitWriter> m_writer;
    LiveExperimentPtr m_live;

    void store(const Experiment& experiment)
    {
        must(m_store->experiments().insert(experiment));
        m_live = live(experiment);
    }
    const std::string& id() const { return m_live->experiment().id; }
    Command assign(const std::string& unit) { return AssignCommand{m_live, unit, std::int16_t(0), at(kStart), {}}; }
    Command track(const std::string& unit, std::int64_t received)
    {
        return TrackCommand{m_live, unit, "buy", 1.5, "e" + std::to_string(received), at(kStart + 1), at(received)};
    }
    Result<void> load(const std::vector<ImportedUnit>& units)
    {
        return m_store->transaction([&] { return m_store->units().load(*m_live, units); });
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        m_store = openStore(m_databases.migrated());
        m_writer.emplace(m_store->connection(), must(registerWriter(m_store->connection())));
    }
    void cleanup()
    {
        m_writer.reset();
        m_store.reset();
    }

    /// A sort would be one of all that follows, for each page; a table that nobody has analysed yet looks small enough.
    void aPageIsReadInTheOrderOfItsKeyBeforeTheServerKnowsTheTable()
    {
        if (!m_store->connection().isPostgres())
            return;
        must(m_store->connection().runScript("ALTER TABLE assignments SET (autovacuum_enabled = false)"));
        store(runningExperiment());
        std::vector<ImportedUnit> units;
        for (int i = 0; i < 20'000; ++i)
            units.push_back({"u" + std::to_string(100'000 + i), 0, at(kStart), std::vector<UnitTotals>(1)});
        must(load(units));
        must(m_store->connection().runScript("CREATE FUNCTION pg_temp.plan(query text) RETURNS SETOF text AS"
                                             " 'BEGIN RETURN QUERY EXECUTE ''EXPLAIN '' || query; END'"
                                             " LANGUAGE plpgsql"));
        std::string plan;
        must(m_store->connection().run("SELECT pg_temp.plan(?)",
                                       {param("SELECT unit_id FROM assignments WHERE experiment_id = '" + id() +
                                              "' AND unit_id > 'u1' ORDER BY unit_id LIMIT 500")},
                                       [&](const Row& row) { plan += row.text(0) + '\n'; }));
        QVERIFY2(plan.find("Index") != std::string::npos && plan.find("Sort") == std::string::npos, plan.c_str());
    }

    /// Joined to the assignments, all events would be looked through once for each unit: 10 s and more for the first
    /// page.
    void eventsAreReplayedByPagesBeforeTheServerKnowsTheTables()
    {
        Connection& connection = m_store->connection();
        if (!connection.isPostgres())
            return;
        for (const char* table : {"assignments", "events_first", "events_other"})
            must(connection.runScript(std::string("ALTER TABLE ") + table + " SET (autovacuum_enabled = false)"));
        store(runningExperiment());
        must(connection.run(
            "INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at, forced, context)"
            " SELECT ?, 'u' || i, i % 2, 1, ?, 0, '' FROM generate_series(1, 3000) i",
            {param(id()), param(at(kStart))}));
        must(connection.run("INSERT INTO events (experiment_id, received_at, unit_id, id, event_id, event_name, value,"
                            " occurred_at, variant, properties) SELECT ?, t.at, 'u' || (1 + i % 3000), i, '', 'buy', 1,"
                            " t.at, 0, '' FROM generate_series(1, 30000) i, LATERAL (SELECT CAST(? AS BIGINT) + CAST(i "
                            "AS BIGINT) * 1000000 AS at) t",
                            {param(id()), param(at(kStart))}));
        must(connection.runScript("SET statement_timeout = '8s'"));
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        std::int64_t converted = 0;
        for (const MomentCell& cell : must(m_store->moments().read(id())).cells)
            converted += cell.metric == 0 ? cell.moments.converted : 0;
        QCOMPARE(converted, std::int64_t(3000));
        // A stop takes what came later out again.
        Experiment stopped = m_live->experiment();
        stopped.stoppedAt = at(kStart + 1500);
        must(m_store->transaction([&] { return m_store->moments().dropAfterStop(LiveExperiment(stopped)); }));
        converted = 0;
        for (const MomentCell& cell : must(m_store->moments().read(id())).cells)
            converted += cell.metric == 0 ? cell.moments.converted : 0;
        QCOMPARE(converted, std::int64_t(1500));
    }

    void pagesHoldEveryAssignmentOnceWhileOthersAreAdded()
    {
        store(runningExperiment());
        std::vector<Command> commands;
        for (int i = 0; i < 100; ++i)
            commands.push_back(assign("u" + std::to_string(1000 + i)));
        must(m_writer->apply(commands));
        std::vector<std::string> seen;
        std::string cursor;
        do {
            const auto page = must(m_store->units().assignments(id(), cursor, 7));
            QVERIFY(page.items.size() <= 7);
            for (const Assignment& a : page.items) {
                if (a.unit.starts_with('u'))
                    seen.push_back(a.unit);
            }
            cursor = page.next;
            // One before and one after what was read.
            must(m_writer->apply(std::vector{assign("a" + cursor), assign("z" + cursor)}));
        } while (!cursor.empty() && seen.size() < 100); // there is no end to it: each round adds one after it
        QCOMPARE(seen.size(), std::size_t(100));
        QVERIFY(std::ranges::is_sorted(seen));
        QCOMPARE(std::set(seen.begin(), seen.end()).size(), std::size_t(100));
    }

    void eventsComeInTheOrderOfTheirArrival()
    {
        store(runningExperiment());
        must(m_writer->apply(std::vector{assign("a"), assign("b")}));
        std::vector<Command> commands;
        for (int i = 0; i < 40; ++i)
            commands.push_back(track(i % 3 == 0 ? "b" : "a", kStart + i / 4));
        must(m_writer->apply(commands));
        std::vector<StoredEvent> seen;
        std::string cursor;
        do {
            auto page = must(m_store->units().events(id(), cursor, 9));
            for (StoredEvent& event : page.items)
                seen.push_back(event);
            cursor = page.next;
        } while (!cursor.empty());
        // Ten event ids for each of two units at most: four events share one.
        QCOMPARE(seen.size(), std::size_t(20));
        QVERIFY(std::ranges::is_sorted(seen, {}, &StoredEvent::receivedAt));
        QCOMPARE(seen.front().name, "buy");
        QCOMPARE(seen.front().value, 1.5);
        QCOMPARE(seen.front().time, at(kStart + 1));
        QVERIFY(!seen.front().id.empty() && !seen.front().eventId.empty());
    }

    void aCursorIsGoodForItsListAlone()
    {
        store(runningExperiment());
        must(m_writer->apply(std::vector{assign("a"), assign("b"), track("a", 1), track("a", 2)}));
        UnitTable& units = m_store->units();
        const std::string cursor = must(units.assignments(id(), {}, 1)).next;
        QVERIFY(!cursor.empty());
        QCOMPARE(codeOf(units.assignments(id(), cursor, 1)), "ok");
        QCOMPARE(codeOf(units.events(id(), cursor, 1)), "bad_cursor");
        QCOMPARE(codeOf(units.assignments("another", cursor, 1)), "bad_cursor");
        for (std::size_t i = 0; i < cursor.size(); ++i) {
            std::string tampered = cursor;
            tampered[i] = tampered[i] == 'A' ? 'B' : 'A';
            QCOMPARE(codeOf(units.assignments(id(), tampered, 1)), "bad_cursor");
        }
        for (const char* nonsense : {"x", "%%%", "AAAA", "bnVsbA", "🍪"})
            QCOMPARE(codeOf(units.assignments(id(), nonsense, 1)), "bad_cursor");
        QCOMPARE(must(units.assignments(id(), {}, -5)).items.size(), std::size_t(1));
    }

    /// The checksum keeps nobody from making one up: what is in it is input like any other.
    void aForgedCursorIsABadOne()
    {
        store(runningExperiment());
        must(m_writer->apply(std::vector{assign("a"), assign("b"), track("a", 1), track("a", 2)}));
        UnitTable& units = m_store->units();
        const auto forged = [&](const char* list, const char* payload) {
            return encodeCursor(pageScope(list, id()), nlohmann::json::parse(payload, nullptr, false));
        };
        QCOMPARE(codeOf(units.assignments(id(), forged("assignments", R"(["a"])"), 1)), "ok");
        for (const char* payload : {"[1]", "[]", "[null]", R"(["a","b"])", "{}", R"({"0":"a"})", R"("a")", "7", "null"})
            QCOMPARE(codeOf(units.assignments(id(), forged("assignments", payload), 1)), "bad_cursor");
        QCOMPARE(codeOf(units.events(id(), forged("events", R"([1,"a",1])"), 1)), "ok");
        for (const char* payload :
             {"[]", R"([1,"a"])", R"([1,"a",1,1])", R"(["1","a",1])", "[1,2,3]", R"([1,"a","1"])", R"([1.5,"a",1])",
              R"([1,"a",null])", R"([18446744073709551615,"a",1])", R"([1,"a",9223372036854775808])", "{}", "7"})
            QCOMPARE(codeOf(units.events(id(), forged("events", payload), 1)), "bad_cursor");
    }

    void aLoadIsCountedLikeEverythingElse()
    {
        Experiment experiment =
            runningExperiment({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Conversion),
                               metricOf("c", MetricKind::Mean)});
        experiment.imported = true;
        store(experiment);
        std::vector<ImportedUnit> units;
        for (int i = 0; i < 1000; ++i) {
            ImportedUnit unit{"u" + std::to_string(i), std::int16_t(i % 2), at(kStart + i % 3 * 86400),
                              std::vector<UnitTotals>(3)};
            if (i % 2 == 0)
                unit.totals[0].addEvent(1'000'000);
            if (i % 5 == 0)
                unit.totals[1].addEvent(1'000'000);
            unit.totals[2].addEvent((i - 500) * 1'000'000'000LL);
            units.push_back(unit);
        }
        must(load({units.begin(), units.begin() + 400}));
        must(load({units.begin() + 400, units.end()}));
        const auto cells = must(m_store->moments().read(id())).cells;
        Moments counted;
        Moments any;
        Moments values;
        for (const MomentCell& cell : cells) {
            counted += cell.metric == kUnitsOnly ? cell.moments : Moments{};
            any += cell.metric == kAnyConversion ? cell.moments : Moments{};
            values += cell.metric == 2 ? cell.moments : Moments{};
        }
        QCOMPARE(counted.units, 1000);
        QCOMPARE(any.converted, 600);
        QCOMPARE(values.count, 1000);
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        QVERIFY(must(m_store->moments().read(id())).cells == cells);
    }

    void aUnitThatIsThereTwiceIsNamedAndNothingIsLoaded()
    {
        store(runningExperiment());
        const std::vector<UnitTotals> none(1);
        must(load({{"a", 0, at(kStart), none}, {"b", 1, at(kStart), none}}));
        const auto before = must(m_store->moments().read(id())).cells;
        for (const auto& [first, second] : {std::pair("c", "c"), std::pair("c", "b")}) {
            const auto refused = load({{first, 0, at(kStart), none}, {second, 1, at(kStart), none}});
            QCOMPARE(codeOf(refused), "duplicate_unit");
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
            QCOMPARE(refused.error().sentence.arguments["unit"].get<std::string>(), second);
        }
        QVERIFY(must(m_store->moments().read(id())).cells == before);
        QCOMPARE(must(m_store->units().assignments(id(), {}, 10)).items.size(), std::size_t(2));
    }

    void aHundredThousandUnitsAreLoadedInSeconds()
    {
        store(runningExperiment({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Mean)}));
        std::vector<ImportedUnit> units;
        for (int i = 0; i < 100'000; ++i) {
            ImportedUnit unit{std::to_string(1'000'000 + i), std::int16_t(i % 2), at(kStart),
                              std::vector<UnitTotals>(2)};
            if (i % 2 == 0)
                unit.totals[0].addEvent(1'000'000);
            unit.totals[1].addEvent(i);
            units.push_back(unit);
        }
        QElapsedTimer timer;
        timer.start();
        must(m_store->transaction([&]() -> Result<void> {
            for (std::size_t i = 0; i < units.size(); i += 10'000)
                must(m_store->units().load(*m_live, std::span(units).subspan(i, 10'000)));
            return {};
        }));
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
        // Well above what it takes (1 s): a debug build on a busy machine must not fail, a row at a time must.
        QVERIFY(timer.elapsed() < 15'000);
    }
};

QTEST_GUILESS_MAIN(TestUnitTable)
#include "tst_unittable.moc"
