// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/events/eventmonths.h"
#include "core/storage/events/retention.h"
#include "core/storage/passes/agepass.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/people/persontable.h"
#include "core/storage/schema/migrations.h"
#include "core/storage/units/covariatetable.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <random>
#include <thread>

using namespace xp;
using namespace xp::test;

using Kind = Outcome::Kind;

/// Raw events go, month by month, and no result changes by a bit: not at once, nor with what comes later, nor when
/// everything is made anew.
class TestRetention : public QObject
{
    Q_OBJECT

private:
    static constexpr std::int64_t kDay = 86400;
    static constexpr std::int64_t kCut = kStart + 58 * kDay; ///< 2024-12-01: kStart is 2024-10-04

    struct Kept
    {
        std::vector<MomentCell> cells;
        std::vector<CovariateCell> covariates;
        bool operator==(const Kept&) const = default;
    };

    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;
    std::optional<UnitWriter> m_writer;

    static Experiment experiment(bool isAdjusted)
    {
        Experiment e =
            runningExperiment({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Count),
                               metricOf("c", MetricKind::Sum), metricOf("d", MetricKind::Mean),
                               metricOf("days", MetricKind::ActiveDays), metricOf("funnel", MetricKind::Funnel)});
        e.metrics[2].event = "a";
        e.metrics[3].event = "b";
        e.metrics[3].window = std::chrono::hours(24 * 70);
        e.metrics[4].event = "a";
        e.metrics[4].resolution = 1;
        e.metrics[5].event = "c";
        e.metrics[5].steps = {{"c", {}}, {"b", {}}, {"c", {}}};
        if (isAdjusted) {
            e.plan = presentPlan(e);
            e.plan->cuped = true;
            e.frozenPlan = e.plan;
        }
        return e;
    }

    LiveExperimentPtr stored(const Experiment& experiment)
    {
        must(m_store->experiments().insert(experiment));
        return live(experiment);
    }

    static Command assign(const LiveExperimentPtr& running, std::string unit, std::int64_t second)
    {
        return AssignCommand{running, std::move(unit), 1, at(kStart + second), {}};
    }

    static TrackCommand track(const LiveExperimentPtr& running, std::string unit, std::string event, double value,
                              std::int64_t second, std::int64_t received, std::string eventId = {})
    {
        return {running,
                std::move(unit),
                std::move(event),
                value,
                std::move(eventId),
                at(kStart + second),
                at(kStart + received)};
    }

    std::vector<Outcome> apply(const std::vector<Command>& commands) { return must(m_writer->apply(commands)); }

    Kept kept(const LiveExperimentPtr& running)
    {
        return {must(m_store->moments().read(running->experiment().id)).cells,
                must(CovariateTable(m_store->connection()).read(running->experiment().id))};
    }

    bool agreesWithRecomputation(const LiveExperimentPtr& running)
    {
        const Kept before = kept(running);
        must(m_store->transaction([&] { return m_store->moments().recompute(*running); }));
        return before == kept(running);
    }

    std::int64_t rows(const std::string& what)
    {
        std::int64_t count = -1;
        must(m_store->connection().run("SELECT COUNT(*) FROM " + what, {},
                                       [&](const Row& row) { count = row.integer(0); }));
        return count;
    }

    /// Units that come within three days, and events of a hundred, received up to a week late or half a day early; also
    /// some from before the exposure, told with the experiment or without.
    static std::vector<Command> randomEvents(const LiveExperimentPtr& running, std::mt19937& random, int firstDay,
                                             int lastDay)
    {
        const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        const std::string scope = scopeOf(running->experiment().project, running->experiment().environment);
        std::vector<Command> events;
        for (int i = 0; i < 1200; ++i) {
            const std::int64_t time = firstDay * kDay + pick((lastDay - firstDay) * static_cast<int>(kDay));
            const std::int64_t received = time + pick(7 * static_cast<int>(kDay)) - kDay / 2;
            TrackCommand event =
                track(running, "unit " + std::to_string(pick(40)), std::string(1, static_cast<char>('a' + pick(4))),
                      pick(2000) / 100.0, time, received, pick(2) ? "event " + std::to_string(random()) : "");
            if (pick(3) > 0)
                events.push_back(event);
            else
                events.push_back(RecordCommand{scope,
                                               {running},
                                               event.unit,
                                               event.event,
                                               event.value,
                                               event.eventId,
                                               event.time,
                                               event.receivedAt,
                                               {}});
        }
        return events;
    }

    static std::vector<Command> assignments(const LiveExperimentPtr& running, std::mt19937& random)
    {
        std::vector<Command> all;
        for (int u = 0; u < 40; ++u)
            all.push_back(AssignCommand{running,
                                        "unit " + std::to_string(u),
                                        std::int16_t(u % 2),
                                        at(kStart + static_cast<int>(random() % unsigned(3 * kDay))),
                                        {}});
        return all;
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

    void wholeMonthsAreKept()
    {
        const auto moment = [](const char* text) { return *parseIso8601(text); };
        QCOMPARE(retainedSince(moment("2026-03-31T12:00:00Z"), 30), moment("2026-03-01T00:00:00Z"));
        QCOMPARE(retainedSince(moment("2026-03-31T00:30:00Z"), 30), moment("2026-02-01T00:00:00Z"));
        QCOMPARE(retainedSince(moment("2026-01-01T02:00:00Z"), 1), moment("2025-12-01T00:00:00Z"));
        QCOMPARE(retainedSince(moment("2026-01-02T02:00:00Z"), 1), moment("2026-01-01T00:00:00Z"));
    }

    void resultsStayTheSameToTheBit()
    {
        for (const bool isAdjusted : {false, true}) {
            // The same happens twice; of the second experiment the events are sealed, month by month.
            std::vector<LiveExperimentPtr> both{stored(experiment(isAdjusted)), nullptr};
            Experiment other = experiment(isAdjusted);
            other.environment = "sealed";
            both[1] = stored(other);
            std::vector<std::vector<Command>> late(2);
            for (std::size_t i = 0; i < 2; ++i) {
                std::mt19937 random(7);
                std::vector<Command> before = randomEvents(both[i], random, -10, 0);
                std::erase_if(before, [](const Command& c) { return std::holds_alternative<TrackCommand>(c); });
                apply(before);
                apply(assignments(both[i], random));
                apply(randomEvents(both[i], random, -5, 100));
                late[i] = randomEvents(both[i], random, 0, 100); // of months that are gone by then, too
            }
            const auto agree = [&] {
                Kept first = kept(both[0]);
                return first.cells.size() > 20 && first == kept(both[1]);
            };
            QVERIFY(agree());
            const std::string mine = " WHERE experiment_id = '" + other.id + "'";
            const std::string theirs = " WHERE experiment_id = '" + both[0]->experiment().id + "'";
            std::int64_t left = rows("events" + mine);
            QVERIFY(left > 500);
            // Only of this one: the other's events are put away meanwhile.
            must(m_store->connection().run("UPDATE events SET received_at = received_at + 1000000000000000" + theirs));
            for (const std::int64_t cut : {kStart + 28 * kDay, kCut}) {
                const std::int64_t gone = must(sealEvents(m_store->connection(), at(cut)));
                QVERIFY(gone > 100);
                QCOMPARE(rows("events" + mine), left - gone);
                left -= gone;
                QCOMPARE(must(sealedUntil(m_store->connection())), at(cut));
                QVERIFY(agree());
                QVERIFY(agreesWithRecomputation(both[1]));
            }
            must(m_store->connection().run("UPDATE events SET received_at = received_at - 1000000000000000" + theirs));
            for (std::size_t i = 0; i < 2; ++i)
                apply(late[i]);
            QVERIFY(agree());
            QVERIFY(agreesWithRecomputation(both[0]));
            QVERIFY(agreesWithRecomputation(both[1]));
            must(m_store->connection().run("DELETE FROM events" + theirs));
            QVERIFY(must(sealEvents(m_store->connection(), at(kStart + 200 * kDay))) > 1000);
            QCOMPARE(rows("events" + mine), std::int64_t(0));
            QVERIFY(agree());
            QVERIFY(agreesWithRecomputation(both[1]));
            must(m_store->connection().run("UPDATE change_token SET value = 0 WHERE id = 5"));
        }
    }

    void whatIsSentAgainIsKnown()
    {
        const auto running = stored(experiment(false));
        apply({assign(running, "u", 0), track(running, "u", "a", 2, 10, 10, "e")});
        QCOMPARE(must(sealEvents(m_store->connection(), at(kCut))), std::int64_t(1));
        const Kept before = kept(running);
        QCOMPARE(apply({track(running, "u", "a", 2, 10, 90 * kDay, "e")})[0].kind, Kind::Duplicate);
        QVERIFY(kept(running) == before);
        QCOMPARE(apply({track(running, "u", "a", 2, 10, 90 * kDay, "late")})[0].kind, Kind::Stored);
        QVERIFY(kept(running) != before);
        QVERIFY(agreesWithRecomputation(running));
    }

    void copiesOfRecordedEventsAreNotCountedTwice()
    {
        const auto running = stored(experiment(false));
        const std::string scope = scopeOf(running->experiment().project, running->experiment().environment);
        apply({assign(running, "u", 0)});
        apply({RecordCommand{scope, {running}, "u", "a", 2, {}, at(kStart + 9), at(kStart + 9), {}},
               RecordCommand{scope, {running}, "u", "a", 3, "e", at(kStart + 9), at(kStart + 9), {}}});
        QCOMPARE(rows("user_events"), std::int64_t(2));
        QCOMPARE(must(sealEvents(m_store->connection(), at(kCut))), std::int64_t(2));
        QVERIFY(agreesWithRecomputation(running));
        QCOMPARE(rows("events"), std::int64_t(0));
    }

    void exposuresThatBecomeEarlierKeepWhatIsSealed()
    {
        Experiment e = experiment(false);
        e.enrolment.exposure = Exposure::Explicit;
        const auto running = stored(e);
        const auto expose = [&](std::int64_t second) {
            return ExposeCommand{running, "u", {}, at(kStart + second), at(kStart + 99 * kDay)};
        };
        apply({assign(running, "u", 0), expose(5 * kDay), track(running, "u", "a", 2, 6 * kDay, 6 * kDay),
               track(running, "u", "a", 4, 80 * kDay, 80 * kDay)});
        const Kept before = kept(running);
        QCOMPARE(must(sealEvents(m_store->connection(), at(kCut))), std::int64_t(1));
        apply({expose(4 * kDay)});
        Kept after = kept(running);
        QCOMPARE(after.cells.size(), before.cells.size());
        for (std::size_t i = 0; i < before.cells.size(); ++i)
            QVERIFY(after.cells[i].moments == before.cells[i].moments);
        QVERIFY(agreesWithRecomputation(running));
    }

    void idsThatAreJoinedBringWhatIsSealed()
    {
        const auto running = stored(experiment(true));
        const auto tell = [&](const std::string& first, const std::string& second) {
            apply({assign(running, first, 0), track(running, first, "a", 2, kDay, kDay),
                   assign(running, second, 2 * kDay), track(running, second, "a", 5, 3 * kDay, 3 * kDay, "x"),
                   track(running, second, "c", 1, 4 * kDay, 4 * kDay)});
        };
        const auto join = [&](const std::string& from, const std::string& to) {
            must(m_store->transaction([&] {
                return mergeIdentities(m_store->connection(), running->experiment().project, from, to,
                                       at(kStart + 90 * kDay));
            }));
            return kept(running);
        };
        for (const bool isOlderFirst : {true, false}) {
            const std::string a = isOlderFirst ? "a" : "b";
            const std::string b = isOlderFirst ? "b" : "a";
            tell(a, b);
            const Kept whole = join("b", "a");
            must(m_store->units().clear(running->experiment().id));
            must(m_store->connection().run("DELETE FROM moments"));
            must(m_store->connection().run("DELETE FROM covariate_moments"));
            must(m_store->connection().run("DELETE FROM identities"));
            tell(a, b);
            QCOMPARE(must(sealEvents(m_store->connection(), at(kCut))), std::int64_t(3));
            QVERIFY(join("b", "a") == whole);
            QVERIFY(agreesWithRecomputation(running));
            QCOMPARE(rows("sealed_sums WHERE unit_id = 'b'"), std::int64_t(0));
            must(m_store->units().clear(running->experiment().id));
            must(m_store->connection().run("DELETE FROM moments"));
            must(m_store->connection().run("DELETE FROM covariate_moments"));
            must(m_store->connection().run("DELETE FROM identities"));
        }
    }

    void apersonWhoIsForgottenLeavesNothing()
    {
        const auto running = stored(experiment(true));
        apply({assign(running, "u", 0), track(running, "u", "a", 2, kDay, kDay), assign(running, "v", 0),
               track(running, "v", "a", 3, kDay, kDay)});
        QCOMPARE(must(sealEvents(m_store->connection(), at(kCut))), std::int64_t(2));
        const Kept before = kept(running);
        PersonTable people(m_store->connection());
        const std::vector<std::string> ids{running->experiment().id};
        QCOMPARE(must(people.read("u", ids, {})).experiments.size(), std::size_t(1));
        const ErasedRows erased = must(m_store->transaction([&] { return people.erase("u", ids, {}); }));
        QCOMPARE(erased.assignments, std::int64_t(1));
        for (const char* table : {"assignments", "unit_totals", "unit_marks", "events", "event_ids", "sealed_sums"})
            QCOMPARE(rows(table + std::string(" WHERE unit_id = 'u'")), std::int64_t(0));
        QVERIFY(rows("sealed_sums WHERE unit_id = 'v'") > 0);
        QVERIFY(kept(running) == before);
        QVERIFY(agreesWithRecomputation(running));
    }

    void anExperimentThatIsRemovedTakesItsSumsAlong()
    {
        const auto running = stored(experiment(false));
        apply({assign(running, "u", 0), track(running, "u", "a", 2, kDay, kDay)});
        must(sealEvents(m_store->connection(), at(kCut)));
        QVERIFY(rows("sealed_sums") > 0);
        must(m_store->experiments().remove(running->experiment().id));
        QCOMPARE(rows("sealed_sums"), std::int64_t(0));
    }

    void agesAreThoseOfUnitsWhoseEventsAreThere()
    {
        Experiment e = experiment(false);
        e.metrics[0].role = MetricRole::Primary;
        const auto running = stored(e);
        apply({assign(running, "old", 0), track(running, "old", "a", 1, 10, 10), assign(running, "new", 70 * kDay),
               track(running, "new", "a", 1, 70 * kDay + 10, 70 * kDay + 10)});
        const auto converted = [&] {
            std::int64_t sum = 0;
            for (const AgeCell& cell : must(collectAges(m_store->connection(), e, at(kStart + 90 * kDay),
                                                        {UnitPass::Clock::now() + std::chrono::minutes(1)}))
                                           .cells) {
                if (cell.age == 0)
                    sum += cell.cell.moments.units * 10 + cell.cell.moments.converted;
            }
            return sum;
        };
        QCOMPARE(converted(), std::int64_t(22));
        must(sealEvents(m_store->connection(), at(kCut)));
        QCOMPARE(converted(), std::int64_t(11)); // not: two units, of which one has done nothing
    }

    /// Events are taken in and everything is made anew while several processes seal; as if nobody had.
    void eventsAreTakenInMeanwhile()
    {
        const auto running = stored(experiment(false));
        Experiment other = experiment(false);
        other.environment = "apart";
        const auto apart = stored(other);
        std::vector<std::vector<Command>> shares;
        for (const LiveExperimentPtr& one : {apart, running}) {
            std::mt19937 random(11);
            apply(assignments(one, random));
            apply(randomEvents(one, random, 0, 100));
            shares = {randomEvents(one, random, 0, 100), randomEvents(one, random, 0, 100)};
            if (one == running)
                break;
            apply(shares[0]);
            apply(shares[1]);
            must(m_store->connection().run("UPDATE events SET received_at = received_at + 1000000000000000"));
        }
        const DatabaseUrl url = m_store->connection().url();
        std::vector<std::thread> threads;
        for (const std::vector<Command>& share : shares) {
            threads.emplace_back([&] {
                const auto own = openStore(url);
                UnitWriter writer(own->connection(), must(registerWriter(own->connection())));
                for (std::size_t first = 0; first < share.size(); first += 100) {
                    must(writer.apply(std::span(share).subspan(first, 100)));
                    if (first % 400 == 0)
                        must(own->transaction([&] { return own->moments().recompute(*running); }));
                }
            });
            threads.emplace_back([&] {
                const auto own = openStore(url);
                for (int cut = 1; cut <= 8; ++cut)
                    must(sealEvents(own->connection(), at(kStart + cut * 10 * kDay)));
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        must(sealEvents(m_store->connection(), at(kStart + 80 * kDay)));
        QVERIFY(rows("sealed_sums") > 100);
        QVERIFY(kept(running) == kept(apart));
        QVERIFY(agreesWithRecomputation(running));
    }

    void postgresKeepsAMonthInAPartition()
    {
        Connection& connection = m_store->connection();
        must(makeEventMonths(connection, at(kStart))); // long ago: nothing is missing
        const auto months = [&] { return rows("pg_inherits WHERE inhparent = to_regclass('events')"); };
        if (!connection.isPostgres()) {
            must(makeEventMonths(connection, now() + std::chrono::days(400)));
            QCOMPARE(must(dropEventMonths(connection, now())), 0);
            return;
        }
        QCOMPARE(months(), std::int64_t(2)); // the first one, and what fits no month
        must(makeEventMonths(connection, now()));
        must(makeEventMonths(connection, now()));
        QCOMPARE(months(), std::int64_t(4));
        // An event of a clock that is ahead gets its place once its month is made.
        const auto running = stored(experiment(false));
        const Timestamp later = now() + std::chrono::days(150);
        apply({assign(running, "u", 0), TrackCommand{running, "u", "a", 1, {}, at(kStart + 5), later},
               track(running, "u", "a", 1, 5, 5)});
        QCOMPARE(rows("events_other"), std::int64_t(1));
        QCOMPARE(rows("events_first"), std::int64_t(1));
        must(makeEventMonths(connection, later));
        QCOMPARE(rows("events_other"), std::int64_t(0));
        QCOMPARE(rows("events"), std::int64_t(2));
        const std::int64_t all = months();
        const Timestamp cut = retainedSince(later, 30);
        QCOMPARE(must(dropEventMonths(connection, cut)), static_cast<int>(all) - 6); // all but the one that is used
        QCOMPARE(rows("events_first"), std::int64_t(1));
        const Retained retained = must(retainEvents(connection, later, 30));
        QCOMPARE(retained.events, std::int64_t(1));
        QCOMPARE(retained.months, 1);
        QCOMPARE(rows("events"), std::int64_t(1));
        QVERIFY(agreesWithRecomputation(running));
        // Whoever reads holds the drop back, and is not held back himself.
        const auto reader = openStore(connection.url());
        must(reader->connection().begin());
        must(reader->connection().run("SELECT COUNT(*) FROM events"));
        const auto refused = dropEventMonths(connection, later + std::chrono::days(60));
        QCOMPARE(codeOf(refused), "database_unavailable");
        must(reader->connection().commit());
        QVERIFY(must(dropEventMonths(connection, later + std::chrono::days(60))) > 0);
        QCOMPARE(rows("events"), std::int64_t(1));
    }

    void aDatabaseOfBeforeKeepsItsEvents()
    {
        const auto store = openStore(m_databases.empty());
        Connection& connection = store->connection();
        must(migrate(connection, 1));
        const auto add = [&](std::int64_t id, Timestamp received) {
            must(connection.run("INSERT INTO events (experiment_id, received_at, unit_id, id, event_id, event_name,"
                                " value, occurred_at, variant, properties) VALUES ('e', ?, 'u', ?, '', 'a', 1, ?, 0,"
                                " '')",
                                {param(received), param(id), param(received)}));
        };
        add(1, at(kStart));
        add(2, now());
        add(3, now() + std::chrono::days(100)); // a clock was wrong
        must(store->migrate());
        must(makeEventMonths(connection, now()));
        add(4, now() + std::chrono::days(40));
        add(5, now() + std::chrono::days(4000));
        add(6, at(kStart - 1000 * kDay));
        std::vector<std::int64_t> ids;
        must(connection.run("SELECT id FROM events ORDER BY id", {},
                            [&](const Row& row) { ids.push_back(row.integer(0)); }));
        QCOMPARE(ids, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(must(sealedUntil(connection)), Timestamp());
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
