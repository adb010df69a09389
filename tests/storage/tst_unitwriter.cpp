// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/writing/unitwriter.h"
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

    void whatIsOutOfTimeIsStoredButDoesNotCount()
    {
        Experiment experiment = runningExperiment(
            {metricOf("buy", MetricKind::Conversion, MetricRole::Primary), metricOf("day", MetricKind::Count)});
        experiment.metrics[1].event = "buy";
        experiment.metrics[1].window = std::chrono::seconds(100);
        experiment.status = Status::Stopped;
        experiment.stoppedAt = at(kStart + 1000);
        store(experiment);
        QCOMPARE(apply({assign("u"), track("u", "buy", 1, {}, 9), track("u", "buy", 1, {}, 10),
                        track("u", "buy", 1, {}, 109), track("u", "buy", 1, {}, 110), track("u", "buy", 1, {}, 1000),
                        track("u", "buy", 1, {}, 1001), track("u", "nobody listens")}),
                 (std::vector{Kind::Created, Kind::Stored, Kind::Stored, Kind::Stored, Kind::Stored, Kind::Stored,
                              Kind::Stored, Kind::Stored}));
        QCOMPARE(rows("events"), 7);
        QCOMPARE(momentsOf(0).count, 4);
        QCOMPARE(momentsOf(1).count, 2);
        QVERIFY(agreesWithRecomputation());
    }

    void anEventWithoutATimeIsNeverBeforeTheExposure()
    {
        store(runningExperiment());
        QCOMPARE(apply({assign("u", 1, 99), track("u", "buy", 1, {}, std::nullopt)}),
                 (std::vector{Kind::Created, Kind::Stored})); // received at 30, by a clock that is behind
        QCOMPARE(momentsOf(0).converted, 1);
        const auto page = must(m_store->units().events(m_live->experiment().id, {}, 10));
        QCOMPARE(page.items.at(0).time, at(kStart + 99));
        QCOMPARE(page.items.at(0).receivedAt, at(kStart + 30));
    }

    void aStopTakesBackWhatCameAfterIt()
    {
        Experiment experiment = runningExperiment({metricOf("buy", MetricKind::Sum)});
        store(experiment);
        QCOMPARE(apply({assign("u"), assign("v"), track("u", "buy", 5, {}, 50), track("u", "buy", -7, {}, 51),
                        track("u", "buy", 2.5, {}, 5000), track("v", "buy", 1e9, {}, 60)})
                     .size(),
                 std::size_t(6));
        experiment.stoppedAt = at(kStart + 50);
        experiment.status = Status::Stopped;
        experiment.version = 2;
        m_live = live(experiment);
        must(m_store->transaction([&]() -> Result<void> {
            must(m_store->experiments().update(experiment));
            return m_store->moments().dropAfterStop(*m_live);
        }));
        const Moments moments = momentsOf(0);
        QCOMPARE(moments.converted, 1);
        QCOMPARE(moments.sum, (Limbs<2>{5'000'000, 0}));
        QVERIFY(agreesWithRecomputation());
    }

    void aBatchFollowsTheExperimentAsItIsStored()
    {
        Experiment experiment = runningExperiment();
        store(experiment);
        QCOMPARE(apply({assign("u")}), std::vector{Kind::Created});
        const LiveExperimentPtr old = m_live;
        experiment.status = Status::Stopped;
        experiment.stoppedAt = at(kStart + 15);
        experiment.version = 2;
        must(m_store->experiments().update(experiment));
        // A replica that has not heard of the stop.
        QCOMPARE(apply({assign("late"), track("u", "buy", 1, {}, 20), track("u", "buy", 1, {}, 15)}),
                 (std::vector{Kind::None, Kind::Stored, Kind::Stored}));
        QCOMPARE(momentsOf(0).count, 1);
        m_live = live(experiment);
        QVERIFY(agreesWithRecomputation());
        m_live = old;
        must(m_store->experiments().remove(experiment.id));
        QCOMPARE(apply({assign("u"), track("u", "buy")}), (std::vector{Kind::None, Kind::Unassigned}));
        for (const char* table : {"assignments", "events", "event_ids", "unit_totals", "moments"})
            QCOMPARE(rows(table), 0);
    }

    void aNewSplitHoldsForABatchThatWasDecidedUnderTheOldOne()
    {
        Experiment experiment = runningExperiment();
        store(experiment);
        experiment.variants[0].allocation = 1;
        experiment.variants[1].allocation = 0;
        experiment.epochs.push_back({2, at(kStart + 5), {1, 0}});
        experiment.version = 2;
        must(m_store->experiments().update(experiment));
        const Outcome outcome = must(m_writer->apply(std::vector{assign("u", 1)})).front();
        QCOMPARE(outcome.kind, Kind::Created);
        QCOMPARE(outcome.variant, std::int16_t(0));
        QCOMPARE(outcome.epoch, 2);
    }

    void anyConversionCountsAUnitOnce()
    {
        store(runningExperiment({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Conversion),
                                 metricOf("c", MetricKind::Count)}));
        apply({assign("u"), assign("v"), assign("w"), track("u", "a"), track("u", "b"), track("v", "b"),
               track("w", "c")});
        apply({track("u", "a")});
        QCOMPARE(momentsOf(kAnyConversion).converted, 2);
        QCOMPARE(momentsOf(kUnitsOnly).units, 3);
        QVERIFY(agreesWithRecomputation());
    }

    void forcedUnitsAreNotAnalysed()
    {
        store(runningExperiment());
        apply({assign("u"), assign("qa")});
        must(m_store->connection().run("UPDATE assignments SET forced = 1 WHERE unit_id = 'qa'"));
        QCOMPARE(apply({track("u", "buy"), track("qa", "buy")}), (std::vector{Kind::Stored, Kind::Stored}));
        QCOMPARE(momentsOf(0).converted, 1);
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        QCOMPARE(momentsOf(0).converted, 1);
        QCOMPARE(momentsOf(kUnitsOnly).units, 1);
    }

    void idsAreOnlyText()
    {
        store(runningExperiment());
        std::vector<std::string> hard{"'; DROP TABLE events; --",
                                      "a\"b",
                                      "a\\b\\",
                                      "{a,b}",
                                      "NULL",
                                      "null",
                                      "\\N",
                                      "{}",
                                      "?",
                                      ":x",
                                      "$1",
                                      " ",
                                      "\t\n\r",
                                      "🍪",
                                      "ẞ",
                                      "a,b",
                                      "((",
                                      "%",
                                      "--",
                                      "é",
                                      "e\u0301"};
        std::vector<Command> commands;
        for (const std::string& unit : hard) {
            commands.push_back(assign(unit));
            commands.push_back(track(unit, "buy", 1, unit));
            commands.push_back(track(unit, unit, 1, unit + unit));
        }
        const auto outcomes = apply(commands);
        QCOMPARE(std::ranges::count(outcomes, Kind::Created), std::ptrdiff_t(hard.size()));
        QCOMPARE(std::ranges::count(outcomes, Kind::Stored), std::ptrdiff_t(2 * hard.size()));
        for (std::size_t i = 1; i < commands.size(); i += 3)
            QCOMPARE(apply({commands[i]}), std::vector{Kind::Duplicate});
        const auto page = must(m_store->units().assignments(m_live->experiment().id, {}, 1000));
        std::vector<std::string> stored;
        for (const Assignment& a : page.items)
            stored.push_back(a.unit);
        std::ranges::sort(hard);
        QCOMPARE(stored, hard); // and ordered by their bytes
        QCOMPARE(momentsOf(0).converted, std::int64_t(hard.size()));
        QVERIFY(agreesWithRecomputation());
    }

    void theLargestValuesAreExact()
    {
        store(runningExperiment({metricOf("buy", MetricKind::Sum)}));
        const double largest = kMaxMultiples * 1e-6;
        std::vector<Command> commands{assign("u"), assign("v"), assign("w")};
        for (int i = 0; i < 600; ++i) {
            commands.push_back(track("u", "buy", largest));
            commands.push_back(track("v", "buy", -largest));
            commands.push_back(track("w", "buy", i % 2 == 0 ? largest : -largest));
        }
        apply(commands);
        const Moments moments = momentsOf(0);
        QCOMPARE(moments.count, 1800);
        QCOMPARE(moments.countSquares, (Limbs<2>{3 * 600 * 600, 0}));
        UnitTotals u; // a unit's total is held at 2^62
        u.count = 600;
        for (int i = 0; i < 600; ++i)
            u.sum[1] += std::int64_t{1} << 30;
        Moments wanted = contributionOf(u);
        UnitTotals v = u;
        v.sum[1] = -u.sum[1];
        wanted += contributionOf(v);
        wanted += contributionOf(UnitTotals{600, {0, 0}});
        QVERIFY(moments == wanted);
        QVERIFY(agreesWithRecomputation());
    }

    void aUnitMayHaveAMillionEvents()
    {
        QFETCH_GLOBAL(QString, engine);
        store(runningExperiment({metricOf("buy", MetricKind::Sum)}));
        apply({assign("u")});
        const int batches = engine == QLatin1String("sqlite") ? 200 : 20; // a million where that is quick
        for (int batch = 0; batch < batches; ++batch)
            apply(std::vector<Command>(5000, track("u", "buy", kMaxMultiples * 1e-6)));
        const Moments moments = momentsOf(0);
        QCOMPARE(moments.count, batches * 5000);
        QCOMPARE(moments.converted, 1);
        QVERIFY(agreesWithRecomputation());
    }

    void compactionKeepsTheSums()
    {
        store(runningExperiment());
        std::vector<Command> commands;
        for (int i = 0; i < 50; ++i)
            commands.push_back(assign(std::to_string(i), i % 2, i * 86400));
        apply(commands);
        UnitWriter other(m_store->connection(), must(registerWriter(m_store->connection())));
        must(other.apply(std::vector{track("7", "buy", 1, {}, 80 * 86400), assign("x")}));
        const auto before = must(m_store->moments().read(m_live->experiment().id)).cells;
        QCOMPARE(rows("writers"), 2);
        must(m_store->moments().compact(std::chrono::hours(1)));
        QCOMPARE(rows("writers"), 2);
        must(m_store->moments().compact(Duration(-1'000'000)));
        QCOMPARE(rows("writers"), 0);
        QCOMPARE(rows("moments WHERE writer <> 0"), 0);
        QVERIFY(must(m_store->moments().read(m_live->experiment().id)).cells == before);
        // One that only seemed to be gone goes on.
        QCOMPARE(apply({track("8", "buy", 1, {}, 80 * 86400)}), std::vector{Kind::Stored});
        QVERIFY(agreesWithRecomputation());
    }
};

QTEST_GUILESS_MAIN(TestUnitWriter)
#include "tst_unitwriter.moc"
