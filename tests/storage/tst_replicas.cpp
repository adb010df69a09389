// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/events/historysweep.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/people/persontable.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <future>

using namespace xp;
using namespace xp::test;

/// What two processes do at the same time to one database gives what they give one after the other. PostgreSQL only, as
/// SQLite has one writer at a time.
class TestReplicas : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Store> m_one;
    LiveExperimentPtr m_live;

    const std::string& id() const { return m_live->experiment().id; }
    Command assign(std::string unit) const { return AssignCommand{m_live, std::move(unit), 1, at(kStart), {}}; }
    Command track(std::string unit, std::string eventId = {}) const
    {
        return TrackCommand{m_live, std::move(unit), "buy", 1, std::move(eventId), at(kStart + 1), at(kStart + 2)};
    }
    static UnitWriter writerOf(Store& store)
    {
        return UnitWriter(store.connection(), must(registerWriter(store.connection())));
    }

    struct Counts
    {
        std::int64_t units = 0;
        std::int64_t events = 0;
        bool operator==(const Counts&) const = default;
    };
    Counts counts() const
    {
        Counts found;
        for (const MomentCell& cell : must(m_one->moments().read(id())).cells) {
            found.units += cell.metric == kUnitsOnly ? cell.moments.units : 0;
            found.events += cell.metric == 0 ? cell.moments.count : 0;
        }
        return found;
    }
    void recompute(Store& store) const
    {
        must(store.transaction([&] { return store.moments().recompute(*m_live); }));
    }
    /// Another process does something with its store while the transaction of this one, which has done something, is
    /// still open; until they meet at a lock.
    template <typename First, typename Second>
    void together(First first, Second second)
    {
        std::future<void> beside;
        must(m_one->transaction([&]() -> Result<void> {
            first();
            beside = std::async(std::launch::async, [&] { second(*openStore(m_url)); });
            const auto watching = openStore(m_url);
            [&] {
                QTRY_COMPARE_WITH_TIMEOUT(
                    must(watching->connection().run("SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1")),
                    std::int64_t(1), 60'000);
            }();
            return {};
        }));
        beside.get();
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
        m_one = openStore(m_url);
        const Experiment experiment = runningExperiment();
        must(m_one->experiments().insert(experiment));
        m_live = live(experiment);
    }
    void cleanup() { m_one.reset(); }

    void aUnitAssignedByBothInOneMicrosecondCountsOnce()
    {
        UnitWriter one = writerOf(*m_one);
        std::vector<Outcome> answers;
        together(
            [&] {
                must(one.apply(std::vector{assign("u"), assign("v")}));
            },
            [&](Store& other) {
                answers = must(writerOf(other).apply(std::vector{assign("t"), assign("u"), assign("v"), track("v")}));
            });
        QCOMPARE(answers[0].kind, Outcome::Kind::Created);
        QCOMPARE(answers[1].kind, Outcome::Kind::Found);
        QCOMPARE(answers[3].kind, Outcome::Kind::Stored);
        QCOMPARE(counts(), (Counts{3, 1}));
        recompute(*m_one);
        QCOMPARE(counts(), (Counts{3, 1}));
    }

    void aRecomputationBesideACompaction()
    {
        UnitWriter one = writerOf(*m_one);
        must(one.apply(std::vector{assign("u"), assign("v"), track("u"), track("v"), track("v")}));
        together([&] { must(m_one->moments().compact(Duration(-1'000'000))); },
                 [&](Store& other) { recompute(other); });
        QCOMPARE(counts(), (Counts{2, 3}));
    }

    /// Nothing is left under the id that the merge has taken the rows from, and nothing is counted as removed there.
    void anErasureBesideAMerge()
    {
        UnitWriter one = writerOf(*m_one);
        must(one.apply(std::vector{assign("guest"), track("guest")}));
        ErasedRows erased;
        const auto erase = [&](Store& store, const std::string& unit) {
            must(store.transaction([&]() -> Result<void> {
                erased = must(PersonTable(store.connection()).erase(unit, std::vector{id()}, {}));
                return {};
            }));
        };
        together(
            [&] {
                must(mergeIdentities(m_one->connection(), m_live->experiment().project, "guest", "person",
                                     at(kStart + 60)));
            },
            [&](Store& other) { erase(other, "guest"); });
        QCOMPARE(erased.assignments, std::int64_t(0));
        erase(*m_one, "person");
        QCOMPARE(erased.assignments, std::int64_t(1));
        QCOMPARE(erased.events, std::int64_t(1));
    }

    /// Told with a copy from before exposures became explicit: the lock that others share is not enough.
    void anExposureToldWithAnOldCopy()
    {
        Experiment changed = m_live->experiment();
        changed.enrolment.exposure = Exposure::Explicit;
        ++changed.version;
        UnitWriter one = writerOf(*m_one);
        must(m_one->experiments().update(changed));
        must(writerOf(*m_one).apply(std::vector{assign("u")}));
        const std::vector<Command> expose{ExposeCommand{
            .experiment = m_live, .unit = "u", .shown = {}, .time = at(kStart + 5), .receivedAt = at(kStart + 5)}};
        const auto shared = one.apply(expose);
        QVERIFY(!shared && isTransactionConflict(shared.error()));
        QCOMPARE(must(one.apply(expose))[0].kind, Outcome::Kind::Created);
        QCOMPARE(counts().units, std::int64_t(1));
    }

    /// ... also where another command of the batch comes with the new one.
    void anExposureToldWithAnOldCopyBesideANewOne()
    {
        must(writerOf(*m_one).apply(std::vector{assign("u")}));
        Experiment changed = m_live->experiment();
        changed.enrolment.exposure = Exposure::Explicit;
        ++changed.version;
        UnitWriter one = writerOf(*m_one);
        must(m_one->experiments().update(changed));
        const LiveExperimentPtr old = std::exchange(m_live, live(changed));
        const std::vector<Command> batch{
            ExposeCommand{
                .experiment = old, .unit = "u", .shown = {}, .time = at(kStart + 5), .receivedAt = at(kStart + 5)},
            track("v")};
        const auto shared = one.apply(batch);
        QVERIFY(!shared && isTransactionConflict(shared.error()));
        QVERIFY(one.apply(batch).has_value());
    }

    void aRemovalBesideACompaction()
    {
        must(writerOf(*m_one).apply(std::vector{assign("u"), track("u")}));
        together([&] { must(m_one->moments().compact(Duration(-1'000'000))); },
                 [&](Store& other) { must(other.experiments().remove(id())); });
        for (const char* table : {"moments", "covariate_moments"})
            QCOMPARE(must(m_one->connection().run(std::string("SELECT 1 FROM ") + table)), std::int64_t(0));
    }

    /// Who relies on the history keeps a sweep out, and nobody else.
    void theHistoryIsReliedOnTogether()
    {
        const Timestamp never{};
        together([&] { QCOMPARE(must(historyHorizon(m_one->connection())), never); },
                 [&](Store& other) { must(removeHistory(other.connection(), at(kStart))); });
        std::future<Timestamp> beside;
        must(m_one->transaction([&]() -> Result<void> {
            must(historyHorizon(m_one->connection()));
            beside = std::async(std::launch::async, [&] {
                const auto other = openStore(m_url);
                Timestamp seen{};
                must(other->transaction([&]() -> Result<void> {
                    seen = must(historyHorizon(other->connection()));
                    return {};
                }));
                return seen;
            });
            return beside.wait_for(std::chrono::seconds(30)) == std::future_status::ready
                       ? Result<void>()
                       : fail(ErrorCode::Unavailable, "waits", "one waits for the other");
        }));
        QCOMPARE(beside.get(), at(kStart));
    }
};

QTEST_GUILESS_MAIN(TestReplicas)
#include "tst_replicas.moc"
