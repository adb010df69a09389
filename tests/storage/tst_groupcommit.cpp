// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/connection/servicelock.h"
#include "core/storage/writing/groupcommit.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QDeadlineTimer>
#include <QTest>
#include <array>
#include <atomic>
#include <future>
#include <set>
#include <thread>

using namespace xp;
using namespace xp::test;

class TestGroupCommit : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Store> m_store;
    LiveExperimentPtr m_live;

    Command assign(const std::string& unit) { return AssignCommand{m_live, unit, std::int16_t(0), at(kStart), {}}; }
    Command track(const std::string& unit, const std::string& eventId)
    {
        return TrackCommand{m_live, unit, "buy", 1, eventId, at(kStart + 1), at(kStart + 2)};
    }

    static Result<std::vector<Outcome>> answer(GroupCommit& commits, std::vector<Command> commands)
    {
        std::promise<Result<std::vector<Outcome>>> promise;
        auto submitted =
            commits.submit(std::move(commands), [&](auto outcomes) { promise.set_value(std::move(outcomes)); });
        if (!submitted)
            return Failure(std::move(submitted.error()));
        return promise.get_future().get();
    }

    std::set<std::string> storedUnits()
    {
        std::set<std::string> units;
        must(m_store->connection().run("SELECT unit_id FROM assignments", {},
                                       [&](const Row& r) { units.insert(r.text(0)); }));
        return units;
    }

    std::int64_t eventsCounted()
    {
        std::int64_t count = 0;
        for (const MomentCell& cell : must(m_store->moments().read(m_live->experiment().id)).cells)
            count += cell.metric == 0 ? cell.moments.count : 0;
        return count;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        m_url = m_databases.migrated();
        m_store = openStore(m_url);
        const Experiment experiment = runningExperiment();
        must(m_store->experiments().insert(experiment));
        m_live = live(experiment);
    }
    void cleanup() { m_store.reset(); }

    void everyRequestIsAnsweredOnceWhenItIsStored()
    {
        GroupCommit commits(m_url, {});
        constexpr int kThreads = 8;
        constexpr int kEach = 150;
        std::atomic<int> answered = 0;
        std::atomic<int> missing = 0;
        std::vector<std::thread> producers;
        for (int t = 0; t < kThreads; ++t) {
            producers.emplace_back([&, t] {
                const auto reader = openStore(m_url);
                for (int i = 0; i < kEach; ++i) {
                    const std::string unit = std::to_string(t) + "-" + std::to_string(i);
                    const auto outcomes = must(answer(commits, {assign(unit), track(unit, "e"), track(unit, "e")}));
                    const bool asWanted = outcomes.size() == 3 && outcomes[0].kind == Outcome::Kind::Created &&
                                          outcomes[1].kind == Outcome::Kind::Stored &&
                                          outcomes[2].kind == Outcome::Kind::Duplicate;
                    answered += asWanted ? 1 : 0;
                    if (i % 10 == 0 && !must(reader->units().find(m_live->experiment().id, unit)))
                        ++missing;
                }
            });
        }
        for (std::thread& producer : producers)
            producer.join();
        QCOMPARE(answered.load(), kThreads * kEach);
        QCOMPARE(missing.load(), 0);
        QCOMPARE(commits.queued(), std::size_t(0));
        QCOMPARE(storedUnits().size(), std::size_t(kThreads * kEach));
        QCOMPARE(eventsCounted(), kThreads * kEach);
    }

    void aUnitsRequestsKeepTheirOrderWhoeverWrites()
    {
        constexpr int kUnits = 50;
        std::atomic<int> asWanted = 0;
        std::atomic<int> spread = 0;
        {
            GroupCommit commits(m_url, {});
            std::vector<Command> all;
            for (int i = 0; i < kUnits; ++i) {
                const std::string unit = std::to_string(i);
                must(commits.submit({assign(unit)}, [](auto) {}));
                must(commits.submit({track(unit, "a")}, [&](auto outcomes) {
                    asWanted += outcomes && (*outcomes)[0].kind == Outcome::Kind::Stored ? 1 : 0;
                }));
                all.push_back(assign("more-" + unit));
                all.push_back(track("more-" + unit, "b"));
            }
            // The same units under two writers at a time.
            for (int i = 0; i < 8; ++i)
                must(commits.submit(all, [&](auto outcomes) { spread += outcomes ? 1 : 0; }));
            commits.stop();
        }
        QCOMPARE(asWanted.load(), kUnits);
        QCOMPARE(spread.load(), 8);
        QCOMPARE(eventsCounted(), 2 * kUnits);
        std::int64_t writers = 0;
        must(m_store->connection().run("SELECT COUNT(*) FROM writers WHERE id <> 0", {},
                                       [&](const Row& row) { writers = row.integer(0); }));
        QCOMPARE(writers, m_store->connection().isPostgres() ? 2 : 1);
    }

    void requestsThatArriveTogetherShareATransaction()
    {
        struct Observer : CommitObserver
        {
            std::atomic<std::size_t> commits = 0;
            std::atomic<std::size_t> commands = 0;
            void committed(std::size_t n, double seconds) override
            {
                ++commits;
                commands += n;
                QVERIFY(seconds > 0);
            }
        } observer;
        GroupCommit commits(m_url, {.observer = &observer});
        std::atomic<int> answered = 0;
        for (int i = 0; i < 2000; ++i)
            must(commits.submit({assign(std::to_string(i))}, [&](auto outcomes) { answered += outcomes ? 1 : 0; }));
        commits.stop();
        QCOMPARE(answered.load(), 2000);
        QCOMPARE(observer.commands.load(), std::size_t(2000));
        QVERIFY2(observer.commits < 200, qPrintable(QString::number(observer.commits)));
    }

    void aFullQueueRefusesAndAStopFinishesWhatIsQueued()
    {
        std::atomic<int> answered = 0;
        int accepted = 0;
        int refused = 0;
        {
            GroupCommit commits(m_url, {.maxQueued = 10, .maxBatch = 4, .writers = 1});
            std::promise<void> held;
            std::shared_future<void> go = held.get_future().share();
            must(commits.submit({assign("first")}, [&, go](auto outcomes) {
                go.wait(); // the writer's thread stands still
                answered += outcomes ? 1 : 0;
            }));
            QTRY_COMPARE(commits.queued(), std::size_t(0));
            for (int i = 0; i < 20; ++i) {
                const auto submitted =
                    commits.submit({assign(std::to_string(i))}, [&](auto outcomes) { answered += outcomes ? 1 : 0; });
                accepted += submitted ? 1 : 0;
                if (!submitted && submitted.error().code == ErrorCode::Overloaded)
                    ++refused;
            }
            QCOMPARE(commits.queued(), std::size_t(10));
            held.set_value();
            commits.stop();
            QCOMPARE(answered.load(), 11);
            QCOMPARE(answer(commits, {assign("late")}).error().code, ErrorCode::Unavailable);
        }
        QCOMPARE(accepted, 10);
        QCOMPARE(refused, 10);
        QCOMPARE(storedUnits().size(), std::size_t(11));
    }

    /// Commands may hold 64 KiB each: their number alone does not bound what waits while the database is slow.
    void manyBytesAreRefusedLikeManyCommands()
    {
        GroupCommit commits(m_url, {.maxBytes = 100'000, .writers = 1});
        std::promise<void> held;
        std::shared_future<void> go = held.get_future().share();
        must(commits.submit({assign("first")}, [go](const auto&) { go.wait(); }));
        QTRY_COMPARE(commits.queued(), std::size_t(0));
        const auto large = [&](const std::string& unit, std::size_t bytes) {
            const std::string text = nlohmann::json{{"a", std::string(bytes, 'x')}}.dump();
            return std::vector<Command>{AssignCommand{m_live, unit, std::int16_t(0), at(kStart), text},
                                        TrackCommand{.experiment = m_live,
                                                     .unit = unit,
                                                     .event = "buy",
                                                     .receivedAt = at(kStart + 2),
                                                     .properties = text}};
        };
        std::atomic<int> answered = 0;
        const auto submitted = [&](std::vector<Command> commands) {
            return codeOf(commits.submit(std::move(commands), [&](const auto& done) { answered += done ? 1 : 0; }));
        };
        // Alone it may be as large as it is.
        QCOMPARE(submitted(large("whole", 200'000)), "ok");
        QCOMPARE(submitted(large("another", 1)), "queue_full");
        QCOMPARE(submitted({assign("small")}), "ok");
        held.set_value();
        QTRY_COMPARE(answered.load(), 2);
        // What is written is held no more, a moment after it is answered.
        std::string next;
        for (int i = 0; i < 100 && next != "ok"; ++i) {
            QTest::qWait(i > 0 ? 50 : 0);
            next = submitted(large("next", 20'000));
        }
        QCOMPARE(next, "ok");
        QTRY_COMPARE(answered.load(), 3);
    }

    /// The others of its batch are answered, and the writer goes on.
    void anAnswerThatThrowsIsItsOwn()
    {
        struct Observer : CommitObserver
        {
            std::atomic<int> commits = 0;
            void committed(std::size_t, double) override
            {
                if (++commits == 1)
                    throw std::runtime_error("observer");
            }
        } observer;
        std::mutex mutex;
        std::set<std::string> faults;
        const auto onFault = [&](const std::string& what) {
            const std::scoped_lock lock(mutex);
            faults.insert(what);
        };
        GroupCommit commits(m_url, {.writers = 1, .observer = &observer, .onFault = onFault});
        must(answer(commits, {assign("first")})); // whose commit's observer throws
        std::atomic<int> answered = 0;
        for (int i = 0; i < 10; ++i)
            must(commits.submit({assign(std::to_string(i))}, [&, i](const auto&) {
                if (i % 2 == 0)
                    throw std::runtime_error("done");
                ++answered;
            }));
        must(answer(commits, {assign("last")}));
        commits.stop();
        QCOMPARE(answered.load(), 5);
        QCOMPARE(storedUnits().size(), std::size_t(12));
        QCOMPARE(faults, (std::set<std::string>{"observer", "done"}));
    }

    void aRequestLargerThanABatchGoesAlone()
    {
        GroupCommit commits(m_url, {.maxBatch = 10});
        std::vector<Command> commands;
        for (int i = 0; i < 100; ++i)
            commands.push_back(assign(std::to_string(i)));
        QCOMPARE(must(answer(commits, commands)).size(), std::size_t(100));
    }

    void manyUnitsAreDividedAndAnsweredInTheirOrder()
    {
        GroupCommit commits(m_url, {});
        std::vector<Command> commands;
        for (int i = 0; i < 300; ++i) {
            const std::string unit = std::to_string(i);
            for (const Command& command : {track(unit, "early"), assign(unit), track(unit, "e"), track(unit, "e")})
                commands.push_back(command);
        }
        const auto outcomes = must(answer(commits, commands));
        QCOMPARE(outcomes.size(), commands.size());
        using Kind = Outcome::Kind;
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            QCOMPARE(outcomes[i].kind,
                     (std::array{Kind::Unassigned, Kind::Created, Kind::Stored, Kind::Duplicate}[i % 4]));
        QCOMPARE(storedUnits().size(), std::size_t(300));
        QCOMPARE(eventsCounted(), std::int64_t(300));
        std::int64_t writers = 0;
        must(m_store->connection().run("SELECT COUNT(DISTINCT writer) FROM moments", {},
                                       [&](const Row& row) { writers = row.integer(0); }));
        QCOMPARE(writers, m_store->connection().isPostgres() ? 2 : 1);
    }

    /// Whatever part of it does not fit.
    void aDividedRequestIsTakenAsAWholeOrRefused()
    {
        GroupCommit commits(m_url, {.maxQueued = 400});
        std::promise<void> held;
        std::shared_future<void> go = held.get_future().share();
        std::atomic<int> standing = 0;
        std::vector<Command> all;
        for (int i = 0; i < 100; ++i)
            all.push_back(assign(std::to_string(i)));
        for (int i = 0; i < 50; ++i) // until both writers stand still
            must(commits.submit({assign(std::to_string(i))}, [&, go](auto) {
                ++standing;
                go.wait();
            }));
        QTRY_VERIFY(standing >= (m_store->connection().isPostgres() ? 2 : 1));
        const std::size_t waiting = commits.queued();
        std::atomic<int> answered = 0;
        int accepted = 0;
        for (int i = 0; i < 10; ++i) {
            const std::size_t before = commits.queued();
            const auto taken = commits.submit(all, [&](const auto&) { ++answered; });
            accepted += taken ? 1 : 0;
            QCOMPARE(commits.queued() - before, taken ? all.size() : 0U);
            if (!taken)
                QCOMPARE(taken.error().code, ErrorCode::Overloaded);
        }
        QVERIFY(waiting < 60);
        QVERIFY(accepted >= 2 && accepted <= 4);
        held.set_value();
        commits.stop();
        QCOMPARE(answered.load(), accepted);
        QCOMPARE(storedUnits().size(), std::size_t(100));
    }

    void aDividedRequestFailsWithAnyOfItsParts()
    {
        GroupCommit commits(m_url, {});
        std::vector<Command> commands;
        for (int i = 0; i < 100; ++i)
            commands.push_back(assign(std::to_string(i)));
        commands.push_back(track("\xff", "no UTF-8: refused at the door"));
        QVERIFY(!answer(commits, commands));
        const std::size_t others = storedUnits().size();
        QVERIFY(m_store->connection().isPostgres() ? others > 0 && others < 100 : others == 0);
        commands.pop_back();
        QCOMPARE(must(answer(commits, commands)).size(), std::size_t(100)); // again
        QCOMPARE(storedUnits().size(), std::size_t(100));
    }

    void oneThatCannotBeStoredDoesNotFailTheOthers()
    {
        GroupCommit commits(m_url, {});
        must(answer(commits, {assign("good")}));
        std::promise<void> held;
        std::shared_future<void> go = held.get_future().share();
        must(commits.submit({assign("first")}, [go](auto) { go.wait(); }));
        QTRY_COMPARE(commits.queued(), std::size_t(0));
        std::atomic<int> stored = 0;
        std::atomic<int> failed = 0;
        const auto count = [&](const Result<std::vector<Outcome>>& outcomes) { ++(outcomes ? stored : failed); };
        for (int i = 0; i < 10; ++i)
            must(commits.submit({track("good", std::to_string(i))}, count));
        must(commits.submit({assign("\xff"), track("\xff", "no UTF-8: refused at the door")}, count));
        for (int i = 10; i < 20; ++i)
            must(commits.submit({track("good", std::to_string(i))}, count));
        held.set_value();
        commits.stop();
        QCOMPARE(stored.load(), 20);
        QCOMPARE(failed.load(), 1);
        QCOMPARE(eventsCounted(), 20);
    }

    /// A release that stays up while the next one changes tables: what it cannot store is another instance's.
    void tablesThatALaterReleaseChangedFailTheirOwn()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return; // a SQLite file has one service
        GroupCommit commits(m_url, {});
        must(answer(commits, {assign("early")}));
        must(m_store->connection().runScript("ALTER TABLE unit_totals RENAME COLUMN part TO place;\n"));
        const auto refused = answer(commits, {track("early", "e1")});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QCOMPARE(QString::fromStdString(refused.error().sentence.code), QStringLiteral("schema_changed"));
        QVERIFY(commits.available());
        QCOMPARE(must(answer(commits, {assign("late")})).front().kind, Outcome::Kind::Created);
        must(m_store->connection().runScript("ALTER TABLE unit_totals RENAME COLUMN place TO part;\n"));
        QCOMPARE(must(answer(commits, {track("early", "e1")})).front().kind, Outcome::Kind::Stored);
        QCOMPARE(eventsCounted(), 1);
    }

    void collisionsAreTriedAgain()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return; // SQLite has one writer at a time
        DatabaseUrl strict = m_url;
        strict.connectInfo += " options='-c default_transaction_isolation=serializable'";
        GroupCommit one(strict, {});
        GroupCommit two(strict, {});
        must(answer(one, {assign("u")}));
        std::atomic<int> stored = 0;
        std::vector<std::thread> producers;
        for (int t = 0; t < 4; ++t) {
            producers.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i)
                    stored += answer(t % 2 == 0 ? one : two, {track("u", std::to_string(t * 100 + i))}) ? 1 : 0;
            });
        }
        for (std::thread& producer : producers)
            producer.join();
        QCOMPARE(stored.load(), 200);
        QCOMPARE(eventsCounted(), 200);
    }

    /// As a backup does: what is written over stays then, and is in the way of whoever writes the row again.
    void rowsAreRenewedWhileSomebodyLooksAtAnEarlierMoment()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return; // SQLite's readers are in nobody's way
        const auto reader = openStore(m_url);
        must(reader->connection().runScript("BEGIN ISOLATION LEVEL REPEATABLE READ;\nSELECT 1 FROM moments"));
        GroupCommit commits(m_url, {.writers = 1});
        must(answer(commits, {assign("u")}));
        std::int64_t tracked = 0;
        const auto writers = [&] { return must(m_store->connection().run("SELECT DISTINCT writer FROM moments")); };
        const QDeadlineTimer deadline(60000);
        while (writers() < 3 && !deadline.hasExpired()) {
            for (int i = 0; i < 100; ++i, ++tracked)
                must(answer(commits, {track("u", {})}));
        }
        QVERIFY(writers() >= 3);
        QCOMPARE(eventsCounted(), tracked);
        must(reader->connection().runScript("COMMIT"));
        commits.stop();
        must(m_store->moments().compact(-std::chrono::hours(1)));
        QCOMPARE(writers(), 1);
        QCOMPARE(eventsCounted(), tracked);
    }

    void nothingAcknowledgedIsLostWithTheDatabase()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return; // SQLite goes away with the process only; tests/faults kills that
        GroupCommit commits(m_url, {});
        std::mutex mutex;
        std::set<std::string> acknowledged;
        std::atomic<int> refused = 0;
        std::atomic<bool> over = false;
        std::vector<std::thread> producers;
        for (int t = 0; t < 4; ++t) {
            producers.emplace_back([&, t] {
                for (int i = 0; !over; ++i) {
                    const std::string unit = std::to_string(t) + "-" + std::to_string(i);
                    const auto outcomes = answer(commits, {assign(unit), track(unit, "e")});
                    if (outcomes) {
                        const std::lock_guard lock(mutex);
                        acknowledged.insert(unit);
                    } else {
                        refused += outcomes.error().code == ErrorCode::Unavailable ? 1 : 1'000'000;
                        std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    }
                }
            });
        }
        const auto count = [&] {
            const std::lock_guard lock(mutex);
            return acknowledged.size();
        };
        for (int round = 0; round < 3; ++round) {
            const std::size_t before = count();
            QTRY_VERIFY_WITH_TIMEOUT(count() > before + 50, 20000);
            m_databases.postgres().crash();
            QTRY_VERIFY_WITH_TIMEOUT(!commits.available(), 5000);
            QTest::qWait(100);
            QCOMPARE(m_databases.postgres().start(), QString());
            QTRY_VERIFY_WITH_TIMEOUT(commits.available(), 10000);
        }
        const std::size_t before = count();
        QTRY_VERIFY_WITH_TIMEOUT(count() > before + 50, 20000);
        over = true;
        for (std::thread& producer : producers)
            producer.join();
        QVERIFY(refused > 0 && refused < 1'000'000);
        must(m_store->ping()); // over a connection that was lost meanwhile
        const auto stored = storedUnits();
        QVERIFY(std::ranges::includes(stored, acknowledged));
        const auto kept = must(m_store->moments().read(m_live->experiment().id)).cells;
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        QVERIFY(must(m_store->moments().read(m_live->experiment().id)).cells == kept);
        QCOMPARE(eventsCounted(), std::int64_t(stored.size()));
    }

    void anIdleConnectionThatWasCutCostsNoRequest()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        GroupCommit commits(m_url, {});
        QTRY_COMPARE(must(servicesShown(m_store->connection())), std::int64_t(2)); // both writers are ready
        must(m_store->connection().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                       " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        for (int i = 0; i < 10; ++i)
            must(answer(commits, {assign(std::to_string(i))}));
        QVERIFY(commits.available());
    }

    /// A promoted stand-by may lack the latest rows, and so may a server that somebody has put a copy under; a
    /// connection that was cut leads to the same rows again.
    void anotherServerIsAskedAgain()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        GroupCommit commits(m_url, {});
        must(answer(commits, {assign("u")}));
        must(answer(commits, {track("u", {})}));
        QCOMPARE(commits.known().size(), std::size_t(1));
        must(m_store->connection().run("DELETE FROM assignments"));
        must(m_store->connection().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                       " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        QTest::qWait(50);
        QCOMPARE(must(answer(commits, {track("u", {})})).front().kind, Outcome::Kind::Stored); // was not read
        m_databases.postgres().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!answer(commits, {track("u", {})}), 10000);
        QCOMPARE(m_databases.postgres().start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(commits.available(), 10000);
        QCOMPARE(must(answer(commits, {track("u", {})})).front().kind, Outcome::Kind::Unassigned);
    }

    void aDatabaseThatComesLateIsFound()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != QLatin1String("postgres"))
            return;
        m_databases.postgres().stop();
        GroupCommit commits(m_url, {});
        const auto refused = answer(commits, {assign("early")});
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY(!commits.available());
        QCOMPARE(m_databases.postgres().start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(commits.available(), 10000);
        must(answer(commits, {assign("late")}));
    }
};

QTEST_GUILESS_MAIN(TestGroupCommit)
#include "tst_groupcommit.moc"
