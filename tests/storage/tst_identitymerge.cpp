// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "core/storage/events/historysweep.h"
#include "core/storage/events/retention.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/people/persontable.h"
#include "core/storage/units/covariatetable.h"
#include "core/storage/writing/unitwriter.h"
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

    /// By what units did in the two weeks before.
    static Experiment adjusted()
    {
        Experiment e = runningExperiment({metricOf("a", MetricKind::Count), metricOf("b", MetricKind::Sum),
                                          metricOf("days", MetricKind::ActiveDays)});
        e.metrics[2].event = "a";
        e.metrics[2].resolution = 1;
        e.plan = presentPlan(e);
        e.plan->cuped = true;
        e.frozenPlan = e.plan;
        return e;
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

    struct Before
    {
        std::int64_t units = 0;
        std::int64_t sum = 0;  ///< of the values of "b"
        std::int64_t days = 0; ///< on which there was an "a"
        bool operator==(const Before&) const = default;
    };
    /// The history of those who have one.
    Before historyOf(const LiveExperimentPtr& running)
    {
        Before all;
        for (const CovariateCell& cell : must(CovariateTable(m_store->connection()).read(running->experiment().id))) {
            if (!cell.hasHistory)
                continue;
            all.units += cell.metric == 1 ? cell.moments.units : 0;
            all.sum += cell.metric == 1 ? cell.moments.x[0] / 1'000'000 : 0;
            all.days += cell.metric == 2 ? cell.moments.x[0] : 0;
        }
        return all;
    }

    /// All that happened, and arrived, in the first twenty days.
    void sweep() { must(removeHistory(m_store->connection(), at(kStart + 20 * kDay))); }

    /// How many events count.
    std::int64_t counted(const LiveExperimentPtr& running) { return momentsOf(running, 0).count; }

    /// Events of the experiments that stand under an id.
    std::int64_t eventsUnder(const std::string& id)
    {
        std::int64_t count = -1;
        must(m_store->connection().run("SELECT COUNT(*) FROM events WHERE unit_id = ?", {param(id)},
                                       [&](const Row& row) { count = row.integer(0); }));
        return count;
    }

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

    /// There was no exposure, and so nothing to seal.
    void anExposureToldAfterTheSealFindsWhatCameAfterIt()
    {
        Experiment e = counting();
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        apply({assign(told, "u", 0), record(told, "u", "a", 1, kDay), record(told, "u", "a", 1, 2 * kDay, "e")});
        QCOMPARE(seal(), std::int64_t(0));
        apply({ExposeCommand{told, "u", {}, at(kStart + 100), at(kStart + kLate)}});
        for (const std::int64_t events : {2, 0}) {
            QCOMPARE(counted(told), std::int64_t(2));
            QVERIFY(agreesWithRecomputation(told));
            QCOMPARE(seal(), events);
        }
    }

    /// What came before the seal and was no event of the experiment yet becomes one; what is sealed does not come
    /// again.
    void anEarlierExposureToldAfterTheSealFindsWhatIsThere()
    {
        Experiment e = counting();
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        const auto expose = [&](std::int64_t second) {
            return ExposeCommand{told, "u", {}, at(kStart + second), at(kStart + kLate)};
        };
        apply({assign(told, "u", 0), record(told, "u", "a", 1, kDay / 4), record(told, "u", "a", 1, kDay),
               record(told, "u", "a", 1, kDay + 1, "e"), expose(2 * kDay), record(told, "u", "a", 1, 3 * kDay),
               record(told, "u", "a", 1, 3 * kDay + 1, "f"), record(told, "u", "a", 1, 30 * kDay)});
        QCOMPARE(seal(), std::int64_t(2));
        QCOMPARE(counted(told), std::int64_t(3));
        apply({expose(kDay / 2)});
        for (const std::int64_t events : {2, 0}) {
            QCOMPARE(counted(told), std::int64_t(5));
            QVERIFY(agreesWithRecomputation(told));
            QCOMPARE(seal(), events);
        }
        apply({expose(kDay / 8), record(told, "u", "a", 1, kDay / 4 + 1)}); // in one batch, before it is sealed
        for (const std::int64_t events : {2, 0}) {
            QCOMPARE(counted(told), std::int64_t(7));
            QVERIFY(agreesWithRecomputation(told));
            QCOMPARE(seal(), events);
        }
    }

    /// By a clock that was ahead at the assignment and is right since, all events arrived before it.
    void aClockThatWasSetBackLosesNothing()
    {
        for (const bool isGuestFirst : {true, false}) {
            const auto running = stored(counting());
            const std::string guest = isGuestFirst ? "guest" : "late guest";
            const std::string person = isGuestFirst ? "person" : "early person";
            apply({assign(running, guest, 3600), assign(running, person, isGuestFirst ? 7200 : 1800)});
            for (const std::string& unit : {guest, person})
                apply({TrackCommand{running, unit, "a", 1, {}, {}, at(kStart + 60)},
                       TrackCommand{running, unit, "a", 1, {}, {}, at(kStart + kDay)}});
            merge(running, guest, person);
            QCOMPARE(counted(running), std::int64_t(4));
            QVERIFY(agreesWithRecomputation(running));
            QCOMPARE(eventsUnder(guest), std::int64_t(0));
        }
    }

    /// The assignment that stays is not always the first one: an event may have come before it.
    void nothingStaysUnderAnIdThatIsJoinedTwice()
    {
        constexpr std::int64_t kHour = 3600;
        for (const bool isExplicit : {true, false}) {
            Experiment e = counting();
            e.enrolment.exposure = isExplicit ? Exposure::Explicit : Exposure::Assignment;
            const auto running = stored(e);
            const std::string kind = isExplicit ? " told" : " left out";
            const std::string early = "early" + kind;
            const std::string tablet = "tablet" + kind;
            const std::string person = "person" + kind;
            const auto track = [&](const std::string& unit, std::int64_t second) {
                return TrackCommand{running, unit, "a", 1, {}, at(kStart + second), at(kStart + second)};
            };
            const auto expose = [&](const std::string& unit, std::int64_t second) {
                return ExposeCommand{running, unit, {}, at(kStart + second), at(kStart + second)};
            };
            AssignCommand later{running, tablet, 1, at(kStart + 3 * kHour), {}};
            later.leftOut = isExplicit ? LeftOut::No : LeftOut::ByName;
            apply({assign(running, early, 0), track(early, kHour), later, expose(tablet, 4 * kHour),
                   expose(early, 5 * kHour), track(early, 6 * kHour)});
            merge(running, early, tablet);
            QCOMPARE(eventsUnder(tablet), std::int64_t(2));
            merge(running, tablet, person);
            QCOMPARE(eventsUnder(tablet), std::int64_t(0));
            QCOMPARE(eventsUnder(person), std::int64_t(2));
            QCOMPARE(counted(running), isExplicit ? 1 : 0);
            QVERIFY(agreesWithRecomputation(running));
        }
    }

    /// Whoever is forgotten leaves no event under any id, nor where a merge has left one behind.
    void whoIsForgottenLeavesNoEventUnderAnAlias()
    {
        const auto running = stored(counting());
        apply({assign(running, "person", 0), assign(running, "guest", 10), assign(running, "other", 0)});
        for (const char* unit : {"person", "guest", "other"})
            apply({TrackCommand{running, unit, "a", 1, {}, {}, at(kStart + 60)}});
        merge(running, "guest", "person");
        must(m_store->connection().run("UPDATE events SET unit_id = 'guest' WHERE unit_id = 'person'"));
        PersonTable people(m_store->connection());
        const std::vector<std::string> everywhere{running->experiment().id};
        const ErasedRows erased = must(m_store->transaction([&] { return people.erase("person", everywhere, {}); }));
        QVERIFY(erased.experiments == everywhere);
        const std::vector<std::string> ids{"person", "guest"};
        QCOMPARE(must(m_store->transaction([&] { return people.eraseEvents(ids, everywhere); })), std::int64_t(2));
        QCOMPARE(eventsUnder("guest") + eventsUnder("person"), std::int64_t(0));
        QCOMPARE(eventsUnder("other"), std::int64_t(1));
    }

    /// Covariates whose history is gone are kept with the exposure that they belong to.
    void theHistoryThatIsGoneStillCounts()
    {
        for (const bool isAlone : {true, false}) {
            const auto running = stored(adjusted());
            const std::string guest = isAlone ? "guest" : "other guest";
            const std::string person = isAlone ? "person" : "other person";
            apply({record(running, guest, "b", 3, -kDay), record(running, guest, "a", 1, -kDay),
                   assign(running, guest, 0), record(running, guest, "b", 1, 10)});
            if (!isAlone)
                apply({record(running, person, "b", 5, -kDay + 1), assign(running, person, 50)});
            sweep();
            merge(running, guest, person);
            QCOMPARE(historyOf(running), (Before{1, 3, 1}));
            QCOMPARE(momentsOf(running, 1).count, 1);
            QVERIFY(agreesWithRecomputation(running));
            // The day is known.
            apply({record(running, person, "a", 1, -kDay + 2), record(running, guest, "a", 1, -2 * kDay)});
            QCOMPARE(historyOf(running), (Before{1, 3, 2}));
            QVERIFY(agreesWithRecomputation(running));
            std::int64_t left = -1;
            for (const char* table : {"unit_totals", "unit_marks"}) {
                must(m_store->connection().run(std::string("SELECT COUNT(*) FROM ") + table + " WHERE unit_id = ?",
                                               {param(guest)}, [&](const Row& row) { left = row.integer(0); }));
                QCOMPARE(left, std::int64_t(0));
            }
        }
    }

    /// What the other id did is added as far as it is there; whose exposure holds has theirs already.
    void theHistoryThatIsThereIsAdded()
    {
        for (const bool isGuestFirst : {true, false}) {
            const auto running = stored(adjusted());
            const std::string guest = isGuestFirst ? "guest" : "late guest";
            const std::string person = isGuestFirst ? "person" : "early person";
            apply({assign(running, guest, isGuestFirst ? 0 : 50), assign(running, person, isGuestFirst ? 50 : 0)});
            for (const std::string& unit : {guest, person}) {
                const Experiment& e = running->experiment();
                // Told late, and so still there.
                for (const auto& [value, eventId] : {std::pair(3, ""), std::pair(4, "same")})
                    apply({RecordCommand{scopeOf(e.project, e.environment),
                                         {running},
                                         unit,
                                         "b",
                                         double(value),
                                         eventId,
                                         at(kStart - kDay),
                                         at(kStart + 30 * kDay),
                                         {}}});
            }
            QCOMPARE(historyOf(running), (Before{2, 14, 0}));
            sweep();
            merge(running, guest, person);
            QCOMPARE(historyOf(running), (Before{1, 10, 0}));
            QVERIFY(agreesWithRecomputation(running));
        }
    }

    void anEarlierExposureKeepsTheHistory()
    {
        Experiment e = adjusted();
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        const auto expose = [&](std::int64_t second) {
            return ExposeCommand{told, "u", {}, at(kStart + 21 * kDay + second), at(kStart + kLate)};
        };
        apply({assign(told, "u", 0), record(told, "u", "b", 3, 10 * kDay), expose(100),
               record(told, "u", "b", 2, 21 * kDay + 200)});
        QCOMPARE(historyOf(told), (Before{1, 3, 0}));
        sweep();
        apply({expose(50)});
        QCOMPARE(historyOf(told), (Before{1, 3, 0}));
        QCOMPARE(momentsOf(told, 1).count, 1);
        QVERIFY(agreesWithRecomputation(told));
        apply({record(told, "nobody", "b", 7, 22 * kDay)});
        merge(told, "nobody", "u"); // takes out and puts in
        QCOMPARE(historyOf(told), (Before{1, 3, 0}));
        QCOMPARE(momentsOf(told, 1).count, 2);
        QVERIFY(agreesWithRecomputation(told));
    }

    /// What was done between the exposure that is told now and the later one that was known is an outcome, and no
    /// history any more.
    void anEarlierExposureEndsTheHistory()
    {
        Experiment e = adjusted();
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        const auto expose = [&](std::int64_t second) {
            return ExposeCommand{told, "u", {}, at(kStart + second), at(kStart + kLate)};
        };
        const auto late = [&](std::string event, double value, std::int64_t second, std::string eventId = {}) {
            auto command = std::get<RecordCommand>(record(told, "u", std::move(event), value, second));
            command.eventId = std::move(eventId);
            command.receivedAt = at(kStart + 30 * kDay);
            return command;
        };
        apply({assign(told, "u", 0), record(told, "u", "b", 1, 19 * kDay), record(told, "u", "a", 1, 19 * kDay)});
        // Told with the experiment and without, with an id and without.
        apply({late("b", 2, 22 * kDay), late("b", 4, 22 * kDay, "e"), late("a", 1, 22 * kDay),
               TrackCommand{told, "u", "b", 8, {}, at(kStart + 22 * kDay), at(kStart + 22 * kDay)}});
        apply({late("b", 16, 9 * kDay), late("b", 32, 10 * kDay), expose(24 * kDay),
               record(told, "u", "b", 64, 25 * kDay)});
        QCOMPARE(historyOf(told), (Before{1, 47, 2}));
        sweep();
        apply({expose(21 * kDay)});
        QCOMPARE(historyOf(told), (Before{1, 1 + 16 + 32, 1})); // what is gone, and what is near enough now
        QCOMPARE(momentsOf(told, 1).count, 4);
        QCOMPARE(momentsOf(told, 0).count, 1);
        QVERIFY(agreesWithRecomputation(told));
    }

    /// It cannot be told any more whether what is gone was done before the earlier exposure.
    void anExposureFromBeforeWhatIsGoneHasTheHistoryThatIsThere()
    {
        for (const bool isSealed : {false, true}) {
            Experiment e = adjusted();
            e.enrolment.exposure = Exposure::Explicit;
            const auto told = stored(e);
            const std::string unit = isSealed ? "u" : "v";
            const auto expose = [&](std::int64_t second) {
                return ExposeCommand{told, unit, {}, at(kStart + second), at(kStart + kLate)};
            };
            const TrackCommand tracked{told, unit, "b", 5, {}, at(kStart + 10 * kDay), at(kStart + 10 * kDay)};
            apply({assign(told, unit, 0), isSealed ? Command(tracked) : record(told, unit, "b", 5, 10 * kDay),
                   record(told, unit, "b", 3, 11 * kDay), expose(20 * kDay)});
            QCOMPARE(historyOf(told), (Before{1, 8, 0}));
            must(removeHistory(m_store->connection(), at(kStart + 2 * kDay)));
            if (isSealed)
                must(sealEvents(m_store->connection(), at(kStart + 10 * kDay + 1)));
            apply({expose(kDay)});
            QCOMPARE(historyOf(told), Before());
            QCOMPARE(momentsOf(told, 1).count, isSealed ? 1 : 2);
            QVERIFY(agreesWithRecomputation(told));
        }
    }

    /// A unit that is left out has no part in anything; its covariates least of all.
    void whoIsLeftOutKeepsNoHistory()
    {
        const auto running = stored(adjusted());
        AssignCommand forced{running, "guest", 1, at(kStart), {}};
        forced.leftOut = LeftOut::ByName;
        apply({record(running, "person", "b", 3, -kDay), assign(running, "person", 50), forced});
        merge(running, "guest", "person");
        QCOMPARE(historyOf(running), Before());
        QVERIFY(agreesWithRecomputation(running));
        std::int64_t left = -1;
        must(m_store->connection().run("SELECT COUNT(*) FROM unit_totals", {},
                                       [&](const Row& row) { left = row.integer(0); }));
        QCOMPARE(left, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestIdentityMerge)
#include "tst_identitymerge.moc"
