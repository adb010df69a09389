// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection.h"
#include "core/storage/covariatetable.h"
#include "core/storage/historysweep.h"
#include "core/storage/identitymerge.h"
#include "core/storage/retention.h"
#include "core/storage/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

/// Ids that are joined, and exposures that become known, long after the events: some of these are sealed by then, or
/// gone. The numbers are those of the whole history, and the same after a recomputation.
class TestIdentityMerge : public QObject
{
    Q_OBJECT

private:
    static constexpr std::int64_t kDay = 86400;
    static constexpr std::int64_t kLate = 40 * kDay; ///< when ids are joined

    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;
    std::optional<UnitWriter> m_writer;

    static Experiment counting()
    {
        return runningExperiment({metricOf("a", MetricKind::Count), metricOf("b", MetricKind::Sum)});
    }

    LiveExperimentPtr stored(const Experiment& experiment)
    {
        must(m_store->experiments().insert(experiment));
        return live(experiment);
    }

    void apply(const std::vector<Command>& commands) { must(m_writer->apply(commands)); }

    static Command assign(const LiveExperimentPtr& running, std::string unit, std::int64_t second)
    {
        return AssignCommand{running, std::move(unit), 1, at(kStart + second), {}};
    }

    /// Without an experiment; arrives when it happens.
    static Command record(const LiveExperimentPtr& running, std::string unit, std::string event, double value,
                          std::int64_t second, std::string eventId = {})
    {
        const Experiment& e = running->experiment();
        return RecordCommand{scopeOf(e.project, e.environment),
                             {running},
                             std::move(unit),
                             std::move(event),
                             value,
                             std::move(eventId),
                             at(kStart + second),
                             at(kStart + second),
                             {}};
    }

    void merge(const LiveExperimentPtr& running, const std::string& from, const std::string& to)
    {
        must(m_store->transaction([&] {
            return mergeIdentities(m_store->connection(), running->experiment().project, from, to, at(kStart + kLate));
        }));
    }

    /// All that arrived in the first four weeks.
    std::int64_t seal() { return must(sealEvents(m_store->connection(), at(kStart + 28 * kDay))); }

    Moments momentsOf(const LiveExperimentPtr& running, std::int16_t metric)
    {
        Moments sum;
        for (const MomentCell& cell : must(m_store->moments().read(running->experiment().id)).cells) {
            if (cell.metric == metric)
                sum += cell.moments;
        }
        return sum;
    }

    /// How many events count.
    std::int64_t counted(const LiveExperimentPtr& running) { return momentsOf(running, 0).count; }

    bool agreesWithRecomputation(const LiveExperimentPtr& running)
    {
        const std::string& id = running->experiment().id;
        const auto kept = [&] {
            return std::pair(must(m_store->moments().read(id)).cells,
                             must(CovariateTable(m_store->connection()).read(id)));
        };
        const auto before = kept();
        must(m_store->transaction([&] { return m_store->moments().recompute(*running); }));
        return before == kept();
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

    /// What is sealed of the other id is not counted from the recorded event as well, which has no id to tell.
    void sealedEventsAreCountedOnce()
    {
        const auto running = stored(counting());
        apply({assign(running, "person", 0), record(running, "guest", "a", 1, 50), assign(running, "guest", 100),
               record(running, "guest", "a", 1, 200), record(running, "guest", "a", 1, 300, "e"),
               record(running, "guest", "a", 1, 30 * kDay)});
        QCOMPARE(seal(), std::int64_t(2));
        merge(running, "guest", "person");
        QCOMPARE(counted(running), std::int64_t(4)); // the first one, from before the exposure, is not sealed
        QVERIFY(agreesWithRecomputation(running));
        QCOMPARE(seal(), std::int64_t(1));
        QVERIFY(agreesWithRecomputation(running));
    }

    /// What an id did long ago that had no exposure then, or a later one, is an event of the experiment from now on.
    void whatCountsOnlySinceTheMergeIsKept()
    {
        const auto running = stored(counting());
        Experiment e = counting();
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        const auto expose = [&](std::string unit, std::int64_t second) {
            return ExposeCommand{told, std::move(unit), {}, at(kStart + second), at(kStart + second)};
        };
        for (const LiveExperimentPtr& one : {running, told})
            apply({assign(one, "person", 100), assign(one, "early", 0)});
        apply({expose("person", 100), expose("early", 0)});
        for (const char* unit : {"person", "stranger", "early"}) {
            for (const std::int64_t second : {50, 200}) {
                const Experiment& first = running->experiment();
                apply({RecordCommand{scopeOf(first.project, first.environment),
                                     {running, told},
                                     unit,
                                     "a",
                                     1,
                                     {},
                                     at(kStart + second),
                                     at(kStart + second),
                                     {}}});
            }
        }
        QCOMPARE(seal(), std::int64_t(6));
        for (const LiveExperimentPtr& one : {running, told})
            QCOMPARE(counted(one), std::int64_t(3)); // of the person one, of the early one both
        const auto agree = [&](std::int64_t events) {
            for (int times = 0; times < 2; ++times) {
                for (const LiveExperimentPtr& one : {running, told}) {
                    QCOMPARE(counted(one), events);
                    QVERIFY(agreesWithRecomputation(one));
                }
                seal();
            }
        };
        merge(running, "stranger", "person");
        agree(4);
        merge(running, "early", "person");
        agree(6);
    }
};

QTEST_GUILESS_MAIN(TestIdentityMerge)
#include "tst_identitymerge.moc"
