// SPDX-License-Identifier: Apache-2.0
#include "core/domain/identifiers.h"
#include "core/storage/connection/connection.h"
#include "core/storage/events/historysweep.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/people/persontable.h"
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

/// Events told without an experiment: they count by their time, wherever the user is exposed, in whatever order events
/// and exposures arrive.
class TestUserEvents : public QObject
{
    Q_OBJECT

private:
    static constexpr std::int64_t kDay = 86400;

    struct Kept
    {
        std::vector<MomentCell> cells;
        std::vector<CovariateCell> covariates;
        bool operator==(const Kept&) const = default;
    };

    TestDatabases m_databases;
    std::unique_ptr<Store> m_store;
    std::optional<UnitWriter> m_writer;

    static Experiment adjusted(std::vector<Metric> metrics)
    {
        Experiment experiment = runningExperiment(std::move(metrics));
        experiment.plan = presentPlan(experiment);
        experiment.plan->cuped = true;
        experiment.frozenPlan = experiment.plan;
        return experiment;
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

    static Command record(std::vector<LiveExperimentPtr> listeners, std::string unit, std::string event, double value,
                          std::int64_t second, std::string eventId = {}, std::string properties = {})
    {
        const Experiment& first = listeners.front()->experiment();
        return RecordCommand{.scope = scopeOf(first.project, first.environment),
                             .listeners = std::move(listeners),
                             .unit = std::move(unit),
                             .event = std::move(event),
                             .value = value,
                             .eventId = std::move(eventId),
                             .time = at(kStart + second),
                             .receivedAt = at(kStart + 9 * kDay),
                             .properties = std::move(properties)};
    }

    static Command track(const LiveExperimentPtr& running, std::string unit, double value, std::int64_t second,
                         std::string eventId)
    {
        return TrackCommand{.experiment = running,
                            .unit = std::move(unit),
                            .event = "buy",
                            .value = value,
                            .eventId = std::move(eventId),
                            .time = at(kStart + second),
                            .receivedAt = at(kStart + 9 * kDay)};
    }

    static Command expose(const LiveExperimentPtr& running, std::string unit, std::int64_t second)
    {
        return ExposeCommand{.experiment = running,
                             .unit = std::move(unit),
                             .shown = {},
                             .time = at(kStart + second),
                             .receivedAt = at(kStart + 9 * kDay)};
    }

    void merge(const LiveExperimentPtr& running, const std::string& from, const std::string& to)
    {
        must(m_store->transaction([&] {
            return mergeIdentities(m_store->connection(), running->experiment().project, from, to,
                                   at(kStart + 9 * kDay));
        }));
    }

    std::vector<Outcome> apply(const std::vector<Command>& commands) { return must(m_writer->apply(commands)); }

    static Kept kept(Store& store, const Experiment& experiment)
    {
        return {must(store.moments().read(experiment.id)).cells,
                must(CovariateTable(store.connection()).read(experiment.id))};
    }

    bool agreesWithRecomputation(const LiveExperimentPtr& running)
    {
        const Kept before = kept(*m_store, running->experiment());
        must(m_store->transaction([&] { return m_store->moments().recompute(*running); }));
        return before == kept(*m_store, running->experiment());
    }

    Moments momentsOf(const LiveExperimentPtr& running, std::int16_t metric)
    {
        Moments sum;
        for (const MomentCell& cell : kept(*m_store, running->experiment()).cells) {
            if (cell.metric == metric)
                sum += cell.moments;
        }
        return sum;
    }

    CovariateMoments covariatesOf(const LiveExperimentPtr& running, std::int16_t metric, bool hasHistory = true)
    {
        CovariateMoments sum;
        for (const CovariateCell& cell : kept(*m_store, running->experiment()).covariates) {
            if (cell.metric == metric && cell.hasHistory == hasHistory)
                sum += cell.moments;
        }
        return sum;
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

    void countsWhereverTheUserIsExposed()
    {
        const auto one = stored(runningExperiment({metricOf("buy", MetricKind::Sum)}));
        const auto two = stored(runningExperiment({metricOf("buy", MetricKind::Conversion)}));
        apply({assign(one, "u", 10), assign(two, "u", 20), assign(two, "v", 20)});
        const auto outcomes = apply({record({one, two}, "u", "buy", 5, 30), record({one, two}, "v", "buy", 7, 30),
                                     record({one, two}, "u", "buy", 1, 15), record({one, two}, "w", "buy", 1, 30)});
        std::vector<std::size_t> counted;
        for (const Outcome& outcome : outcomes) {
            QCOMPARE(outcome.kind, Kind::Stored);
            counted.push_back(outcome.counted.size());
        }
        QCOMPARE(counted, (std::vector<std::size_t>{2, 1, 1, 0}));
        QCOMPARE(outcomes[2].counted.front().listener, std::size_t(0)); // before the exposure to the other
        QCOMPARE(momentsOf(one, 0).sum[0], std::int64_t(6'000'000));
        QCOMPARE(momentsOf(two, 0).converted, std::int64_t(2));
        QVERIFY(agreesWithRecomputation(one));
        QVERIFY(agreesWithRecomputation(two));
        const auto events = must(m_store->units().events(two->experiment().id, {}, 10)).items;
        QCOMPARE(events.size(), std::size_t(2));
    }

    void anExposureFindsWhatCameBeforeIt()
    {
        const auto running = stored(adjusted({metricOf("buy", MetricKind::Sum)}));
        // Too early, in the two weeks before, at the exposure itself, and after it though it came first.
        for (const std::int64_t second : {-15 * kDay, -14 * kDay + 100, -1 * kDay, std::int64_t{100}, 2 * kDay})
            apply({record({running}, "u", "buy", 3, second)});
        apply({assign(running, "u", 100), assign(running, "v", 100)});
        QCOMPARE(momentsOf(running, 0).count, std::int64_t(2));
        QCOMPARE(covariatesOf(running, 0).units, std::int64_t(1));
        QCOMPARE(covariatesOf(running, 0).x[0], std::int64_t(6'000'000));
        QCOMPARE(covariatesOf(running, 0).outcome, momentsOf(running, 0));
        QCOMPARE(covariatesOf(running, 0, false).units, std::int64_t(1));
        QVERIFY(agreesWithRecomputation(running));
        // History that arrives late moves the unit out of the cell of those without.
        apply({record({running}, "v", "buy", 2, -kDay)});
        QCOMPARE(covariatesOf(running, 0).units, std::int64_t(2));
        QCOMPARE(covariatesOf(running, 0, false).units, std::int64_t(0));
        QVERIFY(agreesWithRecomputation(running));
    }

    void anEventIdCountsOnceWhicheverWayItCame()
    {
        const auto running = stored(runningExperiment({metricOf("buy", MetricKind::Count)}));
        apply({assign(running, "u", 10)});
        QCOMPARE(apply({record({running}, "u", "buy", 1, 20, "e"), record({running}, "u", "buy", 1, 20, "e")})[1].kind,
                 Kind::Duplicate);
        QCOMPARE(apply({record({running}, "u", "buy", 1, 20, "e")})[0].kind, Kind::Duplicate);
        QCOMPARE(apply({TrackCommand{running, "u", "buy", 1, "e", at(kStart + 30), at(kStart + 30)}})[0].kind,
                 Kind::Duplicate);
        apply({TrackCommand{running, "u", "buy", 1, "f", at(kStart + 30), at(kStart + 30)}});
        QCOMPARE(apply({record({running}, "u", "buy", 1, 20, "f")})[0].counted.size(), std::size_t(0));
        QCOMPARE(momentsOf(running, 0).count, std::int64_t(2));
        QVERIFY(agreesWithRecomputation(running));
    }

    void aRecomputationFindsWhatAReplicaPassedOver()
    {
        const auto running = stored(runningExperiment({metricOf("buy", MetricKind::Count)}));
        apply({assign(running, "u", 10)});
        apply({RecordCommand{.scope = scopeOf(running->experiment().project, running->experiment().environment),
                             .listeners = {},
                             .unit = "u",
                             .event = "buy",
                             .eventId = "e",
                             .time = at(kStart + 20),
                             .receivedAt = at(kStart + 20)}});
        QCOMPARE(momentsOf(running, 0).count, std::int64_t(0));
        must(m_store->transaction([&] { return m_store->moments().recompute(*running); }));
        QCOMPARE(momentsOf(running, 0).count, std::int64_t(1));
        QVERIFY(agreesWithRecomputation(running));
    }

    void filtersRatiosReturnsAndCaps()
    {
        std::vector<Metric> metrics{metricOf("buy", MetricKind::Sum), metricOf("rate", MetricKind::Ratio),
                                    metricOf("back", MetricKind::Retention), metricOf("cut", MetricKind::Sum)};
        metrics[0].filter = {{"plan", PropertyOperator::In, {"pro", "team"}}, {"n", PropertyOperator::AtLeast, 2}};
        metrics[1].event = "buy";
        metrics[1].denominator = Denominator{.event = "visit"};
        metrics[2].event = "visit";
        metrics[2].after = std::chrono::hours(48);
        metrics[3].event = "buy";
        metrics[3].cap = 7;
        const auto running = stored(runningExperiment(metrics));
        apply({assign(running, "u", 0), assign(running, "v", 0)});
        apply({record({running}, "u", "buy", 5, 10, {}, R"({"plan":"pro","n":2})"),
               record({running}, "u", "buy", 6, 10, {}, R"({"plan":"free","n":2})"),
               record({running}, "u", "buy", 7, 10), record({running}, "u", "visit", 1, 10),
               record({running}, "u", "visit", 1, 20), record({running}, "v", "visit", 1, 3 * kDay)});
        QCOMPARE(momentsOf(running, 0).sum[0], std::int64_t(5'000'000));
        QCOMPARE(momentsOf(running, 1).sum[0], std::int64_t(18'000'000));
        QCOMPARE(momentsOf(running, 1).count, std::int64_t(3));
        QCOMPARE(momentsOf(running, 1).cross[0], std::int64_t(36'000'000));
        QCOMPARE(momentsOf(running, 2).converted, std::int64_t(1));
        QCOMPARE(momentsOf(running, 3).sum[0], std::int64_t(7'000'000));
        QVERIFY(agreesWithRecomputation(running));
    }

    void nothingDependsOnTheOrderOfArrival()
    {
        Experiment e = adjusted({metricOf("a", MetricKind::Conversion), metricOf("b", MetricKind::Sum),
                                 metricOf("c", MetricKind::Mean), metricOf("d", MetricKind::Count)});
        e.id = "3f1f9a52-6b8f-4d6c-9b39-0123456789ab"; // the same in every database, so that cells can be compared
        e.metrics[3].event = "b";
        e.metrics[2].window = std::chrono::hours(36);
        const auto running = live(e);
        std::mt19937 random(7);
        const auto pick = [&](int below) { return std::uniform_int_distribution<int>(0, below - 1)(random); };
        std::vector<Command> commands;
        for (int u = 0; u < 40; ++u)
            commands.push_back(AssignCommand{
                running, "unit " + std::to_string(u), std::int16_t(pick(2)), at(kStart + pick(3 * kDay)), {}});
        for (int i = 0; i < 1200; ++i) {
            commands.push_back(record({running}, "unit " + std::to_string(pick(45)),
                                      std::string(1, static_cast<char>('a' + pick(4))), pick(20001) / 100.0 - 100,
                                      pick(24 * kDay) - 18 * kDay, pick(3) == 0 ? std::to_string(i) : std::string()));
            if (i % 10 == 0)
                commands.push_back(commands.back()); // without an id it is another event
        }
        std::optional<Kept> wanted;
        for (const std::size_t largest : {std::size_t(1), std::size_t(7), std::size_t(2000)}) {
            std::ranges::shuffle(commands, random);
            const auto store = openStore(m_databases.migrated());
            must(store->experiments().insert(e));
            UnitWriter writer(store->connection(), must(registerWriter(store->connection())));
            for (std::size_t i = 0; i < commands.size(); i += largest)
                must(writer.apply(std::span(commands).subspan(i, std::min(largest, commands.size() - i))));
            const Kept is = kept(*store, e);
            QVERIFY(is.cells.size() > 10 && is.covariates.size() > 10);
            if (!wanted)
                wanted = is;
            QVERIFY2(is == *wanted, qPrintable(QString::number(largest)));
            must(store->transaction([&] { return store->moments().recompute(*running); }));
            QVERIFY(kept(*store, e) == is);
        }
    }

    /// The same id tells of one thing: also where it is a history, whichever way it came first, or both in one batch.
    void ahistoryThatComesBothWaysCountsOnce()
    {
        const auto running = stored(adjusted({metricOf("buy", MetricKind::Sum)}));
        const auto track = [&](std::string unit, double value) {
            return TestUserEvents::track(running, std::move(unit), value, -60, "e");
        };
        apply({assign(running, "a", 0), assign(running, "b", 0), assign(running, "c", 0)});
        apply({record({running}, "a", "buy", 3, -60, "e")});
        QCOMPARE(apply({track("a", 3)})[0].kind, Kind::Duplicate);
        apply({track("b", 5)});
        apply({record({running}, "b", "buy", 5, -60, "e")});
        apply({track("c", 7), record({running}, "c", "buy", 7, -60, "e")});
        apply({record({running}, "d", "buy", 9, -60, "e")});
        apply({assign(running, "d", 0), track("d", 9)});
        const CovariateMoments history = covariatesOf(running, 0);
        QCOMPARE(history.units, 4);
        QCOMPARE(history.x[0], std::int64_t{(3 + 5 + 7 + 9) * 1'000'000});
        QVERIFY(agreesWithRecomputation(running));
    }

    /// A merge or an explicit exposure makes an outcome of what was a history; its id was known by then.
    void aHistoryBecomesAnOutcomeWhenTheExposureMoves()
    {
        Experiment e = adjusted({metricOf("buy", MetricKind::Sum)});
        const auto running = stored(e);
        apply({record({running}, "early", "buy", 4, 60, "f"), assign(running, "u", 100), assign(running, "early", 100),
               assign(running, "guest", 20), assign(running, "early guest", 30)});
        apply({record({running}, "u", "buy", 3, 50, "e")});
        QCOMPARE(covariatesOf(running, 0).units, 2);
        merge(running, "guest", "u");
        merge(running, "early guest", "early");
        QCOMPARE(momentsOf(running, 0).sum[0], std::int64_t{7'000'000});
        QCOMPARE(covariatesOf(running, 0).units, 0);
        QVERIFY(agreesWithRecomputation(running));
        QCOMPARE(apply({track(running, "u", 3, 50, "e")})[0].kind, Kind::Duplicate);
        e.id = newUuid();
        e.key = "explicit";
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        apply({assign(told, "u", 0), expose(told, "u", 100), record({told}, "u", "buy", 3, 50, "g")});
        QCOMPARE(momentsOf(told, 0).count, 0);
        QCOMPARE(covariatesOf(told, 0).x[0], std::int64_t{6'000'000}); // "e" as well
        apply({expose(told, "u", 50)});
        QCOMPARE(momentsOf(told, 0).sum[0], std::int64_t{6'000'000});
        QVERIFY(agreesWithRecomputation(told));
    }

    /// Likewise of a person whose exposure stays, for what another id did before its own.
    void aHistoryOfAnotherIdBecomesAnOutcome()
    {
        const auto running = stored(adjusted({metricOf("buy", MetricKind::Sum)}));
        apply({assign(running, "u", 50), assign(running, "guest", 100), record({running}, "guest", "buy", 3, 90, "e"),
               track(running, "guest", 5, 110, "f"), record({running}, "guest", "buy", 5, 110, "f"),
               record({running}, "guest", "buy", 7, 120, "g"), record({running}, "guest", "buy", 9, 40, "h")});
        merge(running, "guest", "u");
        QCOMPARE(momentsOf(running, 0).sum[0], std::int64_t{(3 + 5 + 7) * 1'000'000});
        QCOMPARE(covariatesOf(running, 0).x[0], std::int64_t{9'000'000});
        QVERIFY(agreesWithRecomputation(running));
    }

    /// Told both ways with different times, an event is what it was when it came first.
    void anEventIdCountsOnceWhateverItsTimes()
    {
        Experiment e = adjusted({metricOf("buy", MetricKind::Sum)});
        const auto running = stored(e);
        apply({assign(running, "u", 0), assign(running, "v", 0)});
        apply({track(running, "u", 3, 60, "e"), record({running}, "v", "buy", 5, -60, "f")});
        apply({record({running}, "u", "buy", 4, -60, "e"), track(running, "v", 6, 60, "f")});
        QCOMPARE(momentsOf(running, 0).sum[0], std::int64_t{3'000'000});
        QCOMPARE(covariatesOf(running, 0).x[0], std::int64_t{5'000'000});
        QVERIFY(agreesWithRecomputation(running));
        e.id = newUuid();
        e.key = "explicit";
        e.enrolment.exposure = Exposure::Explicit;
        const auto told = stored(e);
        for (const char* unit : {"a", "b", "c"})
            apply({assign(told, unit, -3600)});
        apply({record({told}, "a", "buy", 3, -60, "e"), track(told, "b", 4, -60, "e")});
        apply({record({told}, "b", "buy", 4, -60, "e"), expose(told, "a", 0), expose(told, "b", 0),
               expose(told, "c", 0)});
        apply({track(told, "a", 3, -60, "e"), record({told}, "c", "buy", 5, -60, "e")});
        apply({track(told, "c", 5, -60, "e")});
        QCOMPARE(covariatesOf(told, 0).x[0], std::int64_t{(3 + 4 + 5) * 1'000'000});
        QCOMPARE(momentsOf(told, 0).count, 0);
        QVERIFY(agreesWithRecomputation(told));
    }

    /// A ratio has two kinds of events, and either is a past.
    void anyEventIsTheHistoryOfARatio()
    {
        Metric metric = metricOf("spend", MetricKind::Ratio);
        metric.denominator = Denominator{.event = "visit", .filter = {}};
        const auto running = stored(adjusted({metric}));
        apply({record({running}, "above", "spend", 3, -60), record({running}, "below", "visit", 1, -60),
               record({running}, "undone", "spend", 3, -60), record({running}, "undone", "spend", -3, -60)});
        apply({assign(running, "above", 0), assign(running, "below", 0), assign(running, "undone", 0),
               assign(running, "nobody", 0)});
        QCOMPARE(covariatesOf(running, 0).units, 2);
        QCOMPARE(covariatesOf(running, 0).x[0], std::int64_t{3'000'000});
        QCOMPARE(covariatesOf(running, 0, false).units, 2);
        QCOMPARE(covariatesOf(running, 0, false).x[0], std::int64_t{0});
        QVERIFY(agreesWithRecomputation(running));
        apply({assign(running, "guest", -10)});
        merge(running, "guest", "above"); // is taken out of those with a history, and put in again
        QCOMPARE(covariatesOf(running, 0).units, 2);
        QCOMPARE(covariatesOf(running, 0, false).units, 2);
        QVERIFY(agreesWithRecomputation(running));
    }

    void apersonWhoIsForgottenLeavesTheNumbersAsTheyWere()
    {
        const auto running = stored(adjusted({metricOf("buy", MetricKind::Sum)}));
        apply({record({running}, "u", "buy", 3, -kDay), assign(running, "u", 0), record({running}, "u", "buy", 2, 5),
               assign(running, "v", 0), record({running}, "v", "buy", 9, 5, "e")});
        const Kept before = kept(*m_store, running->experiment());
        PersonTable people(m_store->connection());
        const std::vector<std::string> ids{running->experiment().id};
        const PersonRows rows = must(people.read("u", ids, {}));
        QCOMPARE(rows.experiments.size(), std::size_t(1));
        QCOMPARE(rows.experiments.front().events.size(), std::size_t(1));
        QCOMPARE(rows.events.size(), std::size_t(2));
        const ErasedRows erased = must(m_store->transaction([&] { return people.erase("u", ids, {}); }));
        QCOMPARE(erased.assignments, std::int64_t(1));
        QCOMPARE(erased.events, std::int64_t(3));
        QVERIFY(must(people.read("u", ids, {})).experiments.empty());
        QVERIFY(must(people.read("u", ids, {})).events.empty());
        for (const char* table : {"assignments", "unit_totals", "events", "event_ids", "user_events"}) {
            std::int64_t left = -1;
            must(m_store->connection().run(std::string("SELECT COUNT(*) FROM ") + table + " WHERE unit_id = 'u'", {},
                                           [&](const Row& row) { left = row.integer(0); }));
            QCOMPARE(left, std::int64_t(0));
        }
        QVERIFY(kept(*m_store, running->experiment()) == before);
        QVERIFY(agreesWithRecomputation(running));
        QCOMPARE(must(people.read("v", ids, {})).events.size(), std::size_t(1));
        // Who comes again is somebody new.
        QCOMPARE(apply({assign(running, "u", 50)})[0].kind, Kind::Created);
    }

    void historyThatIsRemovedLeavesTheNumbersAsTheyWere()
    {
        Experiment e = adjusted({metricOf("buy", MetricKind::Sum), metricOf("days", MetricKind::ActiveDays),
                                 metricOf("rate", MetricKind::Ratio)});
        e.metrics[1].event = "buy";
        e.metrics[1].resolution = 1;
        e.metrics[2].event = "buy";
        e.metrics[2].denominator = Denominator{.event = "visit", .filter = {}}; // of which there are none
        const auto running = stored(e);
        apply({record({running}, "u", "buy", 3, -kDay, "old"), record({running}, "u", "buy", 4, -2 * kDay),
               assign(running, "u", 0), assign(running, "v", 0), record({running}, "u", "buy", 2, 5),
               track(running, "u", 6, -60, "told with it"), record({running}, "w", "buy", 7, 30 * kDay, "young"),
               assign(running, "w", 40 * kDay)});
        const Kept before = kept(*m_store, e);
        QCOMPARE(covariatesOf(running, 0).units, std::int64_t(2));
        Connection& connection = m_store->connection();
        QCOMPARE(must(removeHistory(connection, at(kStart + 20 * kDay))), std::int64_t(3));
        QCOMPARE(must(removeHistory(connection, at(kStart + 20 * kDay))), std::int64_t(0));
        QCOMPARE(must(historyHorizon(connection)), at(kStart + 20 * kDay));
        must(removeHistory(connection, at(kStart)));
        QCOMPARE(must(historyHorizon(connection)), at(kStart + 20 * kDay)); // what is gone stays gone
        std::vector<std::string> left;
        must(connection.run("SELECT unit_id FROM user_events", {},
                            [&](const Row& row) { left.push_back(row.text(0)); }));
        QCOMPARE(left, std::vector<std::string>{"w"});
        left.clear();
        must(connection.run("SELECT event_id FROM event_ids WHERE experiment_id = ?",
                            {param(scopeOf(e.project, e.environment))},
                            [&](const Row& row) { left.push_back(row.text(0)); }));
        QCOMPARE(left, std::vector<std::string>{"young"});
        QVERIFY(agreesWithRecomputation(running));
        QVERIFY(kept(*m_store, e) == before);
        apply({record({running}, "u", "buy", 5, 6), record({running}, "w", "buy", 1, 31 * kDay)});
        QVERIFY(agreesWithRecomputation(running));
        QCOMPARE(covariatesOf(running, 0).x, (Limbs<2>{21'000'000, 0}));
    }

    void rowsOfWritersThatAreGoneAreFolded()
    {
        const auto running = stored(adjusted({metricOf("buy", MetricKind::Sum)}));
        apply({record({running}, "u", "buy", 3, -kDay), assign(running, "u", 0), record({running}, "u", "buy", 2, 5)});
        const Kept before = kept(*m_store, running->experiment());
        must(m_store->connection().run("UPDATE writers SET seen_at = 0"));
        must(m_store->moments().compact(std::chrono::minutes(1)));
        std::int64_t writers = -1;
        must(m_store->connection().run("SELECT COUNT(*) FROM covariate_moments WHERE writer <> 0", {},
                                       [&](const Row& row) { writers = row.integer(0); }));
        QCOMPARE(writers, std::int64_t(0));
        QVERIFY(kept(*m_store, running->experiment()) == before);
    }
};

QTEST_GUILESS_MAIN(TestUserEvents)
#include "tst_userevents.moc"
