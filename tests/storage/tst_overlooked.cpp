// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/events/retention.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/units/covariatetable.h"
#include "core/storage/writing/groupcommit.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <future>

using namespace xp;
using namespace xp::test;

/// An event and its unit's exposure that two processes store in the same moment, neither seeing the other's: the event
/// counts, and once. PostgreSQL only, as SQLite has one writer at a time.
class TestOverlooked : public QObject
{
    Q_OBJECT

private:
    /// A process.
    struct Replica
    {
        explicit Replica(const DatabaseUrl& url)
            : store(openStore(url)), writer(store->connection(), must(registerWriter(store->connection())))
        {
        }
        void apply(std::vector<Command> commands) { must(writer.apply(commands)); }
        /// Stores something while `meanwhile` is stored by others, which does not see it.
        void applyDuring(std::vector<Command> commands, const std::function<void()>& meanwhile)
        {
            must(store->transaction([&]() -> Result<void> {
                apply(std::move(commands));
                meanwhile();
                return {};
            }));
        }
        /// As if so much time had gone by.
        std::size_t revisit(const LiveExperimentPtr& running, std::chrono::minutes after = {})
        {
            must(awaitWriters(store->connection(), {running->experiment().id}));
            std::vector<Command> overlooked = writer.takeOverlooked();
            for (Command& command : overlooked)
                std::get<RevisitCommand>(command).since -= after;
            must(writer.apply(overlooked));
            return overlooked.size();
        }

        std::unique_ptr<Store> store;
        UnitWriter writer;
    };

    TestDatabases m_databases;
    DatabaseUrl m_url;
    LiveExperimentPtr m_live;
    std::unique_ptr<Replica> m_one;
    std::unique_ptr<Replica> m_other;

    Command assign(std::string unit) const { return AssignCommand{m_live, std::move(unit), 1, at(kStart), {}}; }
    Command record(std::string unit, double value, std::int64_t second, std::string eventId = {}) const
    {
        return RecordCommand{.scope = scopeOf(m_live->experiment().project, m_live->experiment().environment),
                             .listeners = {m_live},
                             .unit = std::move(unit),
                             .event = "buy",
                             .value = value,
                             .eventId = std::move(eventId),
                             .time = at(kStart + second),
                             .receivedAt = now()};
    }

    using Sums = std::pair<std::int64_t, std::int64_t>;
    /// After the exposure, and before it.
    Sums sums() const
    {
        Sums found;
        for (const MomentCell& cell : must(m_one->store->moments().read(m_live->experiment().id)).cells)
            found.first += cell.metric == 0 ? cell.moments.sum[0] / 1'000'000 : 0;
        for (const CovariateCell& cell : must(CovariateTable(m_one->store->connection()).read(m_live->experiment().id)))
            found.second += cell.metric == 0 ? cell.moments.x[0] / 1'000'000 : 0;
        return found;
    }
    void recompute() const
    {
        must(m_one->store->transaction([&] { return m_one->store->moments().recompute(*m_live); }));
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("postgres") << QStringLiteral("postgres");
    }
    void init()
    {
        m_url = m_databases.migrated();
        Experiment experiment = runningExperiment({metricOf("buy", MetricKind::Sum)});
        experiment.plan = presentPlan(experiment);
        experiment.plan->cuped = true;
        experiment.frozenPlan = experiment.plan;
        m_one = std::make_unique<Replica>(m_url);
        m_other = std::make_unique<Replica>(m_url);
        must(m_one->store->experiments().insert(experiment));
        m_live = live(experiment);
    }
    void cleanup()
    {
        m_one.reset();
        m_other.reset();
    }

    void anEventThatTheExposureDidNotSee()
    {
        m_one->applyDuring({record("u", 1, 10, "e"), record("u", 2, 20), record("u", 4, -10, "f"), record("u", 8, -20),
                            record("nobody", 16, 10)},
                           [&] { m_other->apply({assign("u")}); });
        QCOMPARE(sums(), (Sums{0, 0}));
        QCOMPARE(m_one->revisit(m_live), std::size_t(5));
        QCOMPARE(sums(), (Sums{3, 12}));
        QCOMPARE(m_one->revisit(m_live), std::size_t(0));
        recompute();
        QCOMPARE(sums(), (Sums{3, 12}));
    }

    void anExposureThatBeganBeforeTheEventWasThere()
    {
        m_other->applyDuring({assign("u")}, [&] {
            m_one->apply({record("u", 1, 10, "e"), record("u", 2, 20), record("u", 4, -10, "f"), record("u", 8, -20)});
        });
        m_one->revisit(m_live);
        QCOMPARE(sums(), (Sums{3, 12}));
        recompute();
        QCOMPARE(sums(), (Sums{3, 12}));
    }

    /// Whoever has seen the event has counted it: the exposure, a recomputation, a merge.
    void whatWasSeenIsNotCountedAgain()
    {
        const std::vector<Command> events{record("u", 1, 10, "e"), record("u", 2, 20), record("u", 4, -10, "f"),
                                          record("u", 8, -20)};
        m_one->apply(events);
        m_other->apply({assign("u")});
        QCOMPARE(sums(), (Sums{3, 12}));
        QCOMPARE(m_one->revisit(m_live), std::size_t(4));
        QCOMPARE(sums(), (Sums{3, 12}));

        m_one->applyDuring({record("v", 1, 10, "e"), record("v", 2, 20), record("v", 4, -10, "f"), record("v", 8, -20)},
                           [&] { m_other->apply({assign("v")}); });
        recompute();
        QCOMPARE(sums(), (Sums{6, 24}));
        QCOMPARE(m_one->revisit(m_live), std::size_t(4));
        QCOMPARE(sums(), (Sums{6, 24}));

        m_other->apply({assign("w")});
        m_one->apply({record("guest", 1, 10, "e"), record("guest", 2, 20), record("guest", 4, -10, "f"),
                      record("guest", 8, -20)});
        must(m_other->store->transaction([&] {
            return mergeIdentities(m_other->store->connection(), m_live->experiment().project, "guest", "w",
                                   at(kStart + 60));
        }));
        QCOMPARE(sums(), (Sums{9, 36}));
        QCOMPARE(m_one->revisit(m_live), std::size_t(4));
        QCOMPARE(sums(), (Sums{9, 36}));
        recompute();
        QCOMPARE(sums(), (Sums{9, 36}));
    }

    /// By a replica that was cut off for a while: whether a recomputation has counted what has no id cannot be told.
    void whatIsRevisitedTooLateIsNotCountedAgain()
    {
        const auto received = [](Command command, Timestamp at) {
            std::get<RecordCommand>(command).receivedAt = at;
            return command;
        };
        const Timestamp before = now() - kClocksDiffer - std::chrono::minutes(1);
        const std::vector<Command> events{
            received(record("u", 1, 10, "e"), before), received(record("u", 2, 20), before),
            received(record("u", 4, -10, "f"), before), received(record("u", 8, -20), before)};
        m_one->applyDuring(events, [&] { m_other->apply({assign("u")}); });
        recompute();
        QCOMPARE(sums(), (Sums{3, 12}));
        QCOMPARE(m_one->revisit(m_live, kClocksDiffer), std::size_t(4));
        QCOMPARE(sums(), (Sums{3, 12}));

        // Nobody has counted these: with an id, or as outcomes, they are; the history without an id is left.
        std::vector<Command> again = events;
        for (Command& command : again)
            std::get<RecordCommand>(command).unit = "v";
        m_one->applyDuring(again, [&] { m_other->apply({assign("v")}); });
        m_one->revisit(m_live, kClocksDiffer);
        QCOMPARE(sums(), (Sums{6, 16}));
        recompute();
        QCOMPARE(sums(), (Sums{6, 24}));
    }

    void whatIsSealedIsNotCountedAgain()
    {
        Command event = record("u", 2, 20);
        std::get<RecordCommand>(event).receivedAt = at(kStart + 20);
        m_one->applyDuring({event}, [&] { m_other->apply({assign("u")}); });
        recompute();
        QCOMPARE(must(sealEvents(m_one->store->connection(), at(kStart + 86400))), std::int64_t(1));
        QCOMPARE(m_one->revisit(m_live), std::size_t(1));
        QCOMPARE(sums(), (Sums{2, 0}));
    }

    void onlyUnitsThatMayBeExposedAreLookedAtAgain()
    {
        Experiment changed = m_live->experiment();
        changed.status = Status::Paused;
        ++changed.version;
        must(m_one->store->experiments().update(changed));
        m_one->apply({record("u", 1, 10)});
        QCOMPARE(m_one->revisit(m_live), std::size_t(0));
    }

    /// A person may have been let in by another id, whose hash is not the person's.
    void whoIsDrawnByAnotherIdIsLookedAtAgain()
    {
        Experiment changed = m_live->experiment();
        changed.trafficAllocation = 0.001;
        changed.peakTraffic = 0.001;
        ++changed.version;
        must(m_one->store->experiments().update(changed));
        m_live = live(changed);
        const std::string_view person = m_live->bucketing().everAdmitted("a") ? "b" : "a";
        QVERIFY(!m_live->bucketing().everAdmitted(person));
        m_one->apply({record(std::string(person), 1, 10)});
        QCOMPARE(m_one->revisit(m_live), std::size_t(0));
        must(m_one->store->transaction([&] {
            return mergeIdentities(m_one->store->connection(), m_live->experiment().project, "guest",
                                   std::string(person), at(kStart + 60));
        }));
        m_one->applyDuring({record(std::string(person), 2, 20)}, [&] { m_other->apply({assign("guest")}); });
        QCOMPARE(m_one->revisit(m_live), std::size_t(1));
        QCOMPARE(sums(), (Sums{3, 0}));
    }

    /// A merge waits for what is stored under either id, so that nothing stays behind under the one that goes.
    void aMergeWaitsForWhatIsUnderWay()
    {
        const auto merge = [&](const char* from) {
            const auto store = openStore(m_url);
            must(store->transaction([&] {
                return mergeIdentities(store->connection(), m_live->experiment().project, from, "u", at(kStart + 60));
            }));
        };
        const auto mergeDuring = [&](std::vector<Command> commands, const char* from) {
            std::future<void> merged;
            m_one->applyDuring(std::move(commands), [&] {
                merged = std::async(std::launch::async, merge, from);
                QTRY_COMPARE_WITH_TIMEOUT(
                    must(m_other->store->connection().run("SELECT 1 FROM pg_locks WHERE NOT granted")), std::int64_t(1),
                    60'000);
            });
            merged.get();
        };
        m_other->apply({assign("u")});
        mergeDuring({record("guest", 1, 10), record("guest", 2, -10)}, "guest");
        QCOMPARE(sums(), (Sums{1, 2}));
        mergeDuring({assign("other guest")}, "other guest");
        std::int64_t units = 0;
        must(m_one->store->connection().run("SELECT COUNT(*) FROM assignments", {},
                                            [&](const Row& row) { units = row.integer(0); }));
        QCOMPARE(units, std::int64_t(1));
        m_one->revisit(m_live);
        recompute();
        QCOMPARE(sums(), (Sums{1, 2}));
    }

    /// By the queue, without anybody asking: one replica is held up between looking for the assignment and its commit.
    void theQueueLooksAgainByItself()
    {
        const std::string scope = scopeOf(m_live->experiment().project, m_live->experiment().environment);
        GroupCommit recording(m_url, {});
        GroupCommit assigning(m_url, {});
        const auto submit = [](GroupCommit& commits, Command command) {
            auto done = std::make_shared<std::promise<bool>>();
            must(commits.submit({std::move(command)},
                                [done](const auto& outcomes) { done->set_value(bool(outcomes)); }));
            return done->get_future();
        };
        Connection& holding = m_one->store->connection();
        must(holding.begin());
        must(holding.run("INSERT INTO event_ids (experiment_id, unit_id, event_id) VALUES (?, 'u', 'e')",
                         {param(scope)}));
        auto recorded = submit(recording, record("u", 5, 10, "e"));
        QTRY_COMPARE_WITH_TIMEOUT(must(m_other->store->connection().run("SELECT 1 FROM pg_locks WHERE NOT granted")),
                                  std::int64_t(1), 60'000);
        QVERIFY(submit(assigning, assign("u")).get());
        holding.rollback();
        QVERIFY(recorded.get());
        QTRY_COMPARE_WITH_TIMEOUT(sums(), (Sums{5, 0}), 60'000);
    }
};

QTEST_GUILESS_MAIN(TestOverlooked)
#include "tst_overlooked.moc"
