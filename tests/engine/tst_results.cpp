// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"

#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/domain/statisticscodec.h"
#include "core/engine/assigner.h"
#include "core/engine/evidencereader.h"
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/passresults.h"
#include "core/engine/schedules.h"
#include "core/engine/unitpasses.h"
#include "core/storage/passes/unitpass.h"
#include "tests/engine/enginefixture.h"
#include "tests/support/testdatabases.h"

#include <future>
#include <thread>

using namespace xp;
using nlohmann::json;

class TestResults : public QObject
{
    Q_OBJECT

    test::TestDatabases m_databases;
    std::unique_ptr<EngineFixture> m_f;
    Store& store() { return *m_f->store; }
    Experiment stored(const std::string& id) { return *store().experiments().find(id); }

    Experiment started(const json& plan)
    {
        json body = EngineFixture::body();
        if (!plan.is_null())
            body["plan"] = plan;
        const auto made = createExperiment(store(), body, m_f->editor);
        if (!made)
            return {};
        return *changeStatus(store(), made->experiment.id, Transition::Start, "", m_f->editor);
    }

    /// Units of the variant whose share converts, as an application would send them.
    void feed(const Experiment& experiment, int units, double controlRate, double treatmentRate)
    {
        const auto live = std::make_shared<const LiveExperiment>(experiment);
        GroupCommit commits(m_f->url, {});
        Assigner assigner(commits);
        std::vector<AssignRequest> users;
        for (int i = 0; i < units; ++i)
            users.push_back({live, "user-" + std::to_string(i), {}});
        std::promise<std::vector<AssignAnswer>> assigned;
        QVERIFY(assigner.assign(users, [&](auto answers) { assigned.set_value(std::move(*answers)); }));
        const auto answers = assigned.get_future().get();
        std::vector<TrackRequest> events;
        std::array<int, 2> seen{};
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto variant = static_cast<std::size_t>(answers[i].variant);
            const double rate = variant == 0 ? controlRate : treatmentRate;
            const int n = ++seen[variant];
            if (int(n * rate) > int((n - 1) * rate))
                events.push_back({.experiment = live, .unit = users[i].unit, .event = "buy", .value = 10});
        }
        std::promise<void> tracked;
        QVERIFY(assigner.track(std::move(events), [&](const auto&) { tracked.set_value(); }));
        tracked.get_future().wait();
    }

    void enrol(const Experiment& experiment, const std::string& unit, const std::string& context)
    {
        GroupCommit commits(m_f->url, {});
        Assigner assigner(commits);
        std::promise<void> assigned;
        QVERIFY(assigner.assign({{std::make_shared<const LiveExperiment>(experiment), unit, context}},
                                [&](const auto&) { assigned.set_value(); }));
        assigned.get_future().wait();
    }

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabases::addEngines(); }
    void init() { m_f = std::make_unique<EngineFixture>(m_databases.migrated()); }
    void cleanup() { m_f.reset(); }

    void thePlanIsFrozenAtTheStart()
    {
        const Experiment running =
            started({{"method", "always_valid"}, {"minimum_days", 0}, {"smallest_effect", 0.05}});
        QVERIFY(running.frozenPlan);
        QVERIFY(running.frozenPlan->method == Method::AlwaysValid);
        QVERIFY(stored(running.id) == running);
        const std::string fingerprint = fingerprintOf(*running.frozenPlan);
        const auto log = store().audit().page({.experimentId = running.id});
        XP_VERIFY(log);
        QVERIFY(log->front().changes["plan_fingerprint"]["to"] == fingerprint);
        const auto before = readReport(store(), running, {}, now());
        XP_VERIFY(before);
        QVERIFY(before->report.departures.empty());
        XP_VERIFY(updateExperiment(store(), running.id, {{"plan", {{"method", "fixed"}}}}, std::nullopt, m_f->editor));
        const auto after = readReport(store(), stored(running.id), {}, now());
        XP_VERIFY(after);
        QCOMPARE(after->report.fingerprint, fingerprint);
        QVERIFY(!after->report.departures.empty());
        QVERIFY(after->report.planned.method == Method::AlwaysValid);
    }

    void theReportFollowsFromWhatIsSentAlone()
    {
        const Experiment running = started({{"method", "always_valid"}, {"minimum_days", 0}});
        feed(running, 3000, 0.10, 0.20);
        const auto refreshed = refreshHistograms(store(), running, now());
        XP_VERIFY(refreshed);
        QVERIFY(*refreshed);
        const auto again = refreshHistograms(store(), running, now() + std::chrono::hours(1));
        XP_VERIFY(again);
        QVERIFY(!*again || dayOf(now()) != dayOf(now() + std::chrono::hours(1))); // nothing has changed
        const Timestamp at = now();
        const auto first = readReport(store(), running, {}, at);
        XP_VERIFY(first);
        const auto read = readEvidence(store(), running, now());
        XP_VERIFY(read);
        const auto& histograms = read->evidence.data.histograms;
        QVERIFY(histograms);
        std::int64_t units = 0;
        std::int64_t spenders = 0;
        for (const HistogramCell& cell : histograms->cells) {
            QCOMPARE(cell.metric, std::int16_t{1}); // a conversion has no shape
            units += cell.histogram.units();
            for (const HistogramBin& bin : cell.histogram.bins)
                spenders += bin.bin == binOf(10'000'000) ? bin.moments.units : 0;
        }
        QCOMPARE(units, 3000);
        QVERIFY(spenders > 400 && spenders < 500);
        const auto sent = evidenceFromJson(json::parse(xp::toJson(read->evidence).dump()));
        XP_VERIFY(sent);
        const auto here = readReport(store(), running, {}, at);
        XP_VERIFY(here);
        QVERIFY(xp::toJson(reportOf(*sent, at)) == xp::toJson(here->report));
        QVERIFY(xp::toJson(*sent) == xp::toJson(read->evidence));
    }

    void aPassIsDecodedOnceAndALaterOneAnew()
    {
        const Experiment running = started({{"method", "always_valid"}, {"minimum_days", 0}});
        UnitPassTable passes(store().connection());
        const auto saved = [&](Timestamp at, const json& document) {
            return passes.save(running.id, "histograms",
                               {.at = at, .took = {}, .fingerprint = "of the moments", .document = document});
        };
        const Timestamp at = now();
        const Histograms first{.asOf = at, .cells = {}, .quantiles = {}};
        const Histograms second{.asOf = at + std::chrono::hours(1), .cells = {}, .quantiles = {}};
        QVERIFY(*readHistograms(store(), running.id) == std::nullopt);
        XP_VERIFY(saved(at, xp::toJson(first)));
        QVERIFY(*readHistograms(store(), running.id) == std::optional(first));
        XP_VERIFY(saved(at, json::object())); // not looked at: it is the same pass
        QVERIFY(*readHistograms(store(), running.id) == std::optional(first));
        XP_VERIFY(saved(second.asOf, xp::toJson(second)));
        QVERIFY(*readHistograms(store(), running.id) == std::optional(second));
        XP_VERIFY(saved(second.asOf + std::chrono::hours(1), json("damaged")));
        QVERIFY(*readHistograms(store(), running.id) == std::nullopt);
        const Experiment other = started(nullptr);
        QVERIFY(*readHistograms(store(), other.id) == std::nullopt);
    }

    void withoutAPlanTheSizeIsThePlan()
    {
        const Experiment running = started(nullptr);
        QVERIFY(!running.plan);
        QVERIFY(running.frozenPlan == std::optional(defaultPlan(running)));
        QCOMPARE(*running.frozenPlan->unitsPerVariant, 1000);
    }

    void aPlanOfUnknownMetricsIsRefused()
    {
        json body = EngineFixture::body();
        body["plan"] = {{"metrics", {{{"name", "nothing"}}}}, {"power", 2}};
        const auto refused = createExperiment(store(), body, m_f->editor);
        QVERIFY(!refused);
        QCOMPARE(refused.error().errors.size(), std::size_t(2));
        QVERIFY(refused.error().errors[0].field.starts_with("plan."));
    }

    void aCrossingIsRecordedOnce()
    {
        const Experiment running = started({{"method", "always_valid"}, {"minimum_days", 0}});
        feed(running, 4000, 0.10, 0.25);
        const auto first = readReport(store(), running, {}, now());
        XP_VERIFY(first);
        QVERIFY(first->report.planned.decision == Decision::Ship);
        QVERIFY(std::ranges::find(first->crossings, Crossing{"buy", "blue"}) != first->crossings.end());
        const auto second = readReport(store(), running, {}, now());
        XP_VERIFY(second);
        QVERIFY(second->crossings.empty());
        const auto stats = readStats(store(), running, now());
        XP_VERIFY(stats);
        QCOMPARE(stats->stats.decision, std::string("ship"));
        QCOMPARE(stats->stats.plannedMethod, std::string("always_valid"));
    }

    /// Requests that waited, rounds that were under way and other replicas hold copies from before a new phase.
    void aCopyFromBeforeTheNewPhaseLeavesNoTrace()
    {
        const Experiment old = started({{"method", "always_valid"}, {"minimum_days", 0}});
        feed(old, 4000, 0.10, 0.25);
        XP_VERIFY(store().webhooks().insert({.id = "hook",
                                             .project = old.project,
                                             .url = "https://example.org",
                                             .events = {"significant", "decision"},
                                             .secret = {},
                                             .description = {},
                                             .enabled = true,
                                             .createdAt = {}}));
        XP_VERIFY(updateExperiment(store(), old.id, {{"new_phase", true}}, std::nullopt, m_f->editor));
        const auto late = readReport(store(), old, {}, now());
        XP_VERIFY(late);
        QVERIFY(late->report.planned.decision == Decision::Ship);
        QVERIFY(late->crossings.empty());
        QCOMPARE(store().reports().history(old.id)->version, 0);
        const auto point = takeSnapshot(store(), old, *old.startedAt + std::chrono::hours(2));
        XP_VERIFY(point);
        QVERIFY(point->has_value());
        QVERIFY(!store().reports().lastPoint(old.id)->has_value());
        QVERIFY(store().webhooks().deliveries("hook", "", "", 9)->empty());

        const auto anew = readReport(store(), stored(old.id), {}, now());
        XP_VERIFY(anew);
        QVERIFY(anew->report.planned.decision != Decision::Ship);
        for (const CellHistory& cell : anew->report.history.cells)
            QVERIFY(!cell.crossedAt && cell.looks.empty());
    }

    void aLookOfAnotherKindLeavesNoTrace()
    {
        const Experiment running = started({{"method", "always_valid"}, {"minimum_days", 0}});
        feed(running, 2000, 0.10, 0.25);
        const auto viewed = readReport(store(), running, {.method = Method::Bayesian}, now());
        XP_VERIFY(viewed);
        QVERIFY(viewed->report.viewed.has_value());
        QVERIFY(viewed->crossings.empty());
        QCOMPARE(store().reports().history(running.id)->version, 0);
    }

    void thePlanComesBeforeASingleLook()
    {
        const Experiment running =
            started({{"method", "group_sequential"}, {"units_per_variant", 100000}, {"minimum_days", 0}});
        feed(running, 4000, 0.10, 0.125);
        const auto stats = readStats(store(), running, now());
        XP_VERIFY(stats);
        const auto report = readReport(store(), running, {}, now());
        XP_VERIFY(report);
        QCOMPARE(stats->stats.decision, std::string(toString(report->report.planned.decision)));
        QCOMPARE(stats->stats.method, std::string("fixed"));
    }

    void snapshotsAreTakenWhenDue()
    {
        const Experiment running = started(nullptr);
        feed(running, 500, 0.2, 0.3);
        const Timestamp start = *running.startedAt + std::chrono::hours(2);
        const auto taken = takeSnapshot(store(), running, start);
        XP_VERIFY(taken);
        QVERIFY(taken->has_value());
        const auto again = takeSnapshot(store(), running, start + std::chrono::minutes(5));
        XP_VERIFY(again);
        QVERIFY(!again->has_value());
        QVERIFY(takeSnapshot(store(), running, start + std::chrono::minutes(61))->has_value());
        const auto rows = readSeries(store(), running, {}, start + std::chrono::hours(5));
        XP_VERIFY(rows);
        QCOMPARE(rows->size(), std::size_t(2 * 2 * 2)); // two moments, two metrics, two variants
        for (const json& row : *rows) {
            for (const auto& field : row.items())
                QVERIFY2(!field.value().is_structured(), field.key().c_str());
        }
    }

    void aStopRuleDoesNotStopWhatHasChanged()
    {
        const Experiment first = started({{"method", "always_valid"}, {"minimum_days", 0}});
        feed(first, 400, 0.1, 0.1);
        const auto ruled = updateExperiment(store(), first.id, {{"schedule", {{"stop_when", {{"sample_size", 100}}}}}},
                                            std::nullopt, m_f->editor);
        XP_VERIFY(ruled);
        const Experiment& old = ruled->experiment;
        XP_VERIFY(updateExperiment(store(), old.id, {{"schedule", {{"stop_when", {{"sample_size", 1000}}}}}},
                                   std::nullopt, m_f->editor));
        const auto late = followStopRules(store(), old, now());
        XP_VERIFY(late);
        QVERIFY(!late->stopped);
        QVERIFY(stored(old.id).status == Status::Running);
        XP_VERIFY(updateExperiment(store(), old.id, {{"schedule", {{"stop_when", {{"sample_size", 100}}}}}},
                                   std::nullopt, m_f->editor));
        const auto present = followStopRules(store(), stored(old.id), now());
        XP_VERIFY(present);
        QVERIFY(present->stopped && stored(old.id).status == Status::Stopped);
        XP_VERIFY(removeExperiment(store(), old.id, m_f->editor));
        XP_VERIFY(followStopRules(store(), old, now()));
    }

    /// Whoever may ask for any name may make up as many as they like.
    void breakdownsByNamesThatAreMadeUpAreNotHoarded()
    {
        const Experiment running = started(nullptr);
        json context;
        for (int i = 0; i < 55; ++i)
            context["a" + std::to_string(i)] = i;
        enrol(running, "user", context.dump());
        UnitPassTable passes(store().connection());
        const auto isKept = [&](const std::string& name) {
            return passes.read(running.id, "segment:" + name)->has_value();
        };
        XP_VERIFY(passes.save(running.id, "histograms", {.at = {}, .took = {}, .fingerprint = {}, .document = {}}));
        for (int i = 0; i < 55; ++i) {
            const auto found = readSegments(store(), running, "a" + std::to_string(i), now() + std::chrono::minutes(i));
            XP_VERIFY(found);
            QCOMPARE(found->segments.size(), std::size_t(1));
        }
        QVERIFY(!isKept("a0") && !isKept("a4") && isKept("a5") && isKept("a54"));
        QVERIFY(passes.read(running.id, "histograms")->has_value());
        const Timestamp later = now() + std::chrono::hours(1);
        XP_VERIFY(readSegments(store(), running, "unheard", later));
        QVERIFY(!isKept("unheard"));
        Experiment declaring = running;
        declaring.segments = {"unheard"};
        XP_VERIFY(readSegments(store(), declaring, "unheard", later));
        QVERIFY(isKept("unheard"));
    }

    void oneBreakdownIsMadeAtATime()
    {
        const Experiment running = started(nullptr);
        enrol(running, "user", R"({"known":1})");
        const Timestamp at = now();
        XP_VERIFY(readSegments(store(), running, "known", at));
        enrol(running, "another", R"({"known":2})");
        std::promise<void> over;
        std::promise<bool> taken;
        std::thread other([&] {
            const auto turn = takeBreakdownTurn();
            taken.set_value(turn.has_value());
            over.get_future().wait();
        });
        const bool isTaken = taken.get_future().get();
        const auto late = at + std::chrono::hours(1);
        const auto refused = readSegments(store(), running, "new", late);
        const auto earlier = readSegments(store(), running, "known", late);
        over.set_value();
        other.join();
        QVERIFY(isTaken);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Overloaded);
        XP_VERIFY(earlier);
        QCOMPARE(earlier->segments.size(), std::size_t(1));
        const auto anew = readSegments(store(), running, "known", late);
        XP_VERIFY(anew);
        QCOMPARE(anew->segments.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
