// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection.h"
#include "core/storage/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

using Kind = Outcome::Kind;

const std::string kContext = "{\"country\":\"d'e\"}";

class TestUnitWriter : public QObject
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

    Command assign(std::string unit, std::optional<std::int16_t> variant = 1, std::int64_t second = 10)
    {
        return AssignCommand{m_live, std::move(unit), variant, at(kStart + second), kContext};
    }

    Command track(std::string unit, std::string event, double value = 1, std::string eventId = {},
                  std::optional<std::int64_t> second = 20)
    {
        return TrackCommand{
            m_live,         std::move(unit),    std::move(event),
            value,          std::move(eventId), second ? std::optional(at(kStart + *second)) : std::nullopt,
            at(kStart + 30)};
    }

    std::vector<Kind> apply(const std::vector<Command>& commands)
    {
        std::vector<Kind> kinds;
        for (const Outcome& outcome : must(m_writer->apply(commands)))
            kinds.push_back(outcome.kind);
        return kinds;
    }

    Moments momentsOf(std::int16_t metric, std::int16_t variant = 1)
    {
        Moments sum;
        for (const MomentCell& cell : must(m_store->moments().read(m_live->experiment().id)).cells) {
            if (cell.metric == metric && cell.variant == variant)
                sum += cell.moments;
        }
        return sum;
    }

    std::int64_t rows(const std::string& table)
    {
        std::int64_t count = 0;
        must(m_store->connection().run("SELECT COUNT(*) FROM " + table, {},
                                       [&](const Row& r) { count = r.integer(0); }));
        return count;
    }

    /// What is kept must be what the raw events give.
    bool agreesWithRecomputation()
    {
        const auto kept = must(m_store->moments().read(m_live->experiment().id)).cells;
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        return kept == must(m_store->moments().read(m_live->experiment().id)).cells;
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

    void theFirstAssignmentHolds()
    {
        store(runningExperiment());
        QCOMPARE(apply({assign("u"), assign("v", std::nullopt)}), (std::vector{Kind::Created, Kind::None}));
        const auto again = must(m_writer->apply(std::vector{assign("u", 0, 99), assign("u", std::nullopt)}));
        for (const Outcome& outcome : again) {
            QCOMPARE(outcome.kind, Kind::Found);
            QCOMPARE(outcome.variant, std::int16_t(1));
            QCOMPARE(outcome.epoch, 1);
            QCOMPARE(outcome.assignedAt, at(kStart + 10));
        }
        const auto stored = must(m_store->units().find(m_live->experiment().id, "u"));
        QVERIFY(stored);
        QCOMPARE(stored->context, kContext);
        QCOMPARE(momentsOf(kUnitsOnly).units, 1);
        QVERIFY(!must(m_store->units().find(m_live->experiment().id, "v")));
    }

    void commandsOfABatchSeeTheOnesBefore()
    {
        store(runningExperiment());
        QCOMPARE(
            apply({track("u", "buy"), assign("u", std::nullopt), assign("u"), track("u", "buy", 1, "e"),
                   track("u", "buy", 1, "e"), assign("u", 0)}),
            (std::vector{Kind::Unassigned, Kind::None, Kind::Created, Kind::Stored, Kind::Duplicate, Kind::Found}));
        QCOMPARE(rows("events"), 1);
        QCOMPARE(momentsOf(0).count, 1);
        QVERIFY(agreesWithRecomputation());
    }

    void anEventIdCountsOncePerUnit()
    {
        store(runningExperiment());
        QCOMPARE(apply({assign("u"), assign("v")}).size(), std::size_t(2));
        QCOMPARE(apply({track("u", "buy", 1, "e"), track("v", "buy", 1, "e"), track("u", "buy"), track("u", "buy")}),
                 (std::vector(4, Kind::Stored)));
        QCOMPARE(apply({track("u", "buy", 1, "f"), track("u", "buy", 1, "e"), track("u", "other", 5, "f")}),
                 (std::vector{Kind::Stored, Kind::Duplicate, Kind::Duplicate}));
        const Moments moments = momentsOf(0);
        QCOMPARE(moments.converted, 2);
        QCOMPARE(moments.count, 5);
        QCOMPARE(rows("event_ids"), 3);
        QVERIFY(agreesWithRecomputation());
    }
};

QTEST_GUILESS_MAIN(TestUnitWriter)
#include "tst_unitwriter.moc"
