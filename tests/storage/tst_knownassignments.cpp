// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/control/changetoken.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/units/assignmentcache.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

using Kind = Outcome::Kind;

/// What a writer takes from memory must be what it would have read. Rows that are removed behind its back, which nobody
/// does, show which of both it did.
class TestKnownAssignments : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<AssignmentCache> m_known;
    std::optional<UnitWriter> m_writer;
    LiveExperimentPtr m_live;

    void store(const Experiment& experiment)
    {
        must(m_store->experiments().insert(experiment));
        m_live = live(experiment);
    }

    std::int64_t removals() { return must(readRemovals(m_store->connection())); }

    Kind assign(const std::string& unit, LeftOut leftOut = LeftOut::No)
    {
        return must(m_writer->apply(std::vector<Command>{
                        AssignCommand{m_live, unit, std::int16_t(1), at(kStart + 10), {}, leftOut}}))
            .front()
            .kind;
    }

    Kind track(const std::string& unit)
    {
        return must(m_writer->apply(std::vector<Command>{
                        TrackCommand{m_live, unit, "buy", 1, {}, at(kStart + 20), at(kStart + 30)}}))
            .front()
            .kind;
    }

    void removeBehindItsBack(const std::string& unit)
    {
        must(m_store->connection().run("DELETE FROM assignments WHERE unit_id = ?", {param(unit)}));
    }

    /// Assigned and read once.
    void meet(const std::string& unit)
    {
        QCOMPARE(assign(unit), Kind::Created);
        QCOMPARE(track(unit), Kind::Stored);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        m_store = openStore(m_databases.migrated());
        m_known = std::make_unique<AssignmentCache>(4096);
        m_known->hear(removals());
        m_writer.emplace(m_store->connection(), must(registerWriter(m_store->connection())), m_known.get());
    }
    void cleanup()
    {
        m_writer.reset();
        m_store.reset();
    }

    void whoWasReadIsNotReadAgain()
    {
        store(runningExperiment());
        meet("u");
        removeBehindItsBack("u");
        QCOMPARE(track("u"), Kind::Stored);
    }

    void untilAnybodyIsRemoved()
    {
        store(runningExperiment());
        meet("u");
        removeBehindItsBack("u");
        must(countRemoval(m_store->connection())); // by another process: this one has not heard of it
        QCOMPARE(track("u"), Kind::Unassigned);
        m_known->hear(removals());
        QCOMPARE(track("u"), Kind::Unassigned);
        meet("v");
        removeBehindItsBack("v");
        QCOMPARE(track("v"), Kind::Stored);
    }

    /// Of two whose count differs the larger one is the later one.
    void whatWasReadLateForgetsNothing()
    {
        store(runningExperiment());
        const std::int64_t before = removals();
        must(countRemoval(m_store->connection()));
        meet("u");
        m_known->hear(before);
        QCOMPARE(m_known->removals(), before + 1);
        removeBehindItsBack("u");
        QCOMPARE(track("u"), Kind::Stored);
    }

    void whereIdsAreJoinedAllAreRead()
    {
        store(runningExperiment());
        meet("u");
        must(m_store->transaction([&] {
            return mergeIdentities(m_store->connection(), m_live->experiment().project, "guest", "person",
                                   at(kStart + 60));
        }));
        removeBehindItsBack("u");
        QCOMPARE(track("u"), Kind::Unassigned);
    }

    void aMergeMovesWhatWasKnown()
    {
        store(runningExperiment());
        meet("guest");
        must(m_store->transaction([&] {
            return mergeIdentities(m_store->connection(), m_live->experiment().project, "guest", "person",
                                   at(kStart + 60));
        }));
        QCOMPARE(track("guest"), Kind::Stored);
        const std::string& id = m_live->experiment().id;
        QVERIFY(!must(m_store->units().find(id, "guest")));
        std::int64_t events = 0;
        must(m_store->connection().run("SELECT 1 FROM events WHERE unit_id = 'person'", {},
                                       [&](const Row&) { ++events; }));
        QCOMPARE(events, 2);
    }

    void whatMayChangeIsReadEachTime()
    {
        store(runningExperiment());
        QCOMPARE(assign("qa", LeftOut::ByName), Kind::Created);
        QCOMPARE(assign("bot", LeftOut::AsBot), Kind::Created);
        QCOMPARE(track("qa"), Kind::Stored);
        QCOMPARE(track("bot"), Kind::Stored);
        Experiment told = runningExperiment();
        told.enrolment.exposure = Exposure::Explicit;
        store(told);
        meet("u");
        Experiment local = runningExperiment();
        local.evaluatedLocally = true;
        store(local);
        meet("v");
        QCOMPARE(m_known->size(), std::size_t(0));
    }

    /// The cache has them for those who ask for a variant again.
    void whatMayChangeIsReadThoughItIsKnown_data()
    {
        QTest::addColumn<bool>("isExplicit");
        QTest::addColumn<bool>("isLocal");
        QTest::addColumn<int>("leftOut");
        QTest::newRow("explicit exposure") << true << false << int(LeftOut::No);
        QTest::newRow("evaluated by clients") << false << true << int(LeftOut::No);
        QTest::newRow("left out") << false << false << int(LeftOut::AsBot);
    }
    void whatMayChangeIsReadThoughItIsKnown()
    {
        QFETCH(bool, isExplicit);
        QFETCH(bool, isLocal);
        QFETCH(int, leftOut);
        Experiment experiment = runningExperiment();
        experiment.enrolment.exposure = isExplicit ? Exposure::Explicit : experiment.enrolment.exposure;
        experiment.evaluatedLocally = isLocal;
        store(experiment);
        const auto kind = static_cast<LeftOut>(leftOut);
        QCOMPARE(assign("u", kind), Kind::Created);
        m_known->insert(experiment.id, "u", {1, at(kStart + 10), kind, 1}, m_known->generation());
        QCOMPARE(track("u"), Kind::Stored);
        const auto kept = must(m_store->moments().read(experiment.id)).cells;
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        QVERIFY(must(m_store->moments().read(experiment.id)).cells == kept);
        removeBehindItsBack("u");
        QCOMPARE(track("u"), Kind::Unassigned);
    }

    void anEventCountsInTheEpochOfItsUnit()
    {
        Experiment experiment = runningExperiment();
        store(experiment);
        meet("u");
        experiment.variants[0].allocation = 0.9;
        experiment.variants[1].allocation = 0.1;
        experiment.epochs.push_back({2, at(kStart + 15), {0.9, 0.1}});
        experiment.version = 2;
        must(m_store->experiments().update(experiment));
        m_live = live(experiment);
        QCOMPARE(track("u"), Kind::Stored);
        const auto kept = must(m_store->moments().read(experiment.id)).cells;
        for (const MomentCell& cell : kept)
            QCOMPARE(cell.epoch, 1);
        must(m_store->transaction([&] { return m_store->moments().recompute(*m_live); }));
        QVERIFY(must(m_store->moments().read(experiment.id)).cells == kept);
    }

    void anExperimentThatIsGoneHasNobody()
    {
        store(runningExperiment());
        meet("u");
        must(m_store->experiments().remove(m_live->experiment().id));
        QCOMPARE(track("u"), Kind::Unassigned);
    }

    void whoWasClearedAwayIsForgotten()
    {
        store(runningExperiment());
        meet("u");
        must(m_store->units().clear(m_live->experiment().id));
        QCOMPARE(track("u"), Kind::Unassigned);
        QCOMPARE(m_known->size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestKnownAssignments)
#include "tst_knownassignments.moc"
