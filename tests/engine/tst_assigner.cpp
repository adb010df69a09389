// SPDX-License-Identifier: Apache-2.0
#include "core/engine/assigner.h"

#include "core/engine/catalog.h"
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/results.h"
#include "tests/engine/enginefixture.h"

#include <future>
#include <set>

using namespace xp;

namespace {

/// What one service process holds of the data plane.
struct Process
{
    explicit Process(const DatabaseUrl& url) : commits(url, {}), assigner(commits) {}
    GroupCommit commits;
    Assigner assigner;

    AssignAnswer assign(const LiveExperimentPtr& experiment, const std::string& unit)
    {
        std::promise<Result<std::vector<AssignAnswer>>> promise;
        const auto queued =
            assigner.assign({{experiment, unit, {}}}, [&](auto answers) { promise.set_value(std::move(answers)); });
        return queued ? promise.get_future().get()->front() : AssignAnswer{};
    }

    TrackAnswer track(TrackRequest request)
    {
        std::promise<Result<std::vector<TrackAnswer>>> promise;
        const auto queued =
            assigner.track({std::move(request)}, [&](auto answers) { promise.set_value(std::move(answers)); });
        return queued ? promise.get_future().get()->front() : TrackAnswer{};
    }
};

std::string unit(int i)
{
    return "user-" + std::to_string(i);
}

} // namespace

class TestAssigner : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;
    Store& store() { return *m_f->store; }
    LiveExperimentPtr stored(const std::string& id)
    {
        return std::make_shared<const LiveExperiment>(*store().experiments().find(id));
    }
    LiveExperimentPtr draft(double traffic = 1.0)
    {
        return stored(createExperiment(store(), EngineFixture::body(traffic), m_f->editor)->experiment.id);
    }
    LiveExperimentPtr moved(const LiveExperimentPtr& live, Transition transition)
    {
        const auto done = changeStatus(store(), live->experiment().id, transition, "", m_f->editor);
        return done ? stored(done->id) : nullptr;
    }
    LiveExperimentPtr changed(const LiveExperimentPtr& live, const nlohmann::json& body)
    {
        const auto done = updateExperiment(store(), live->experiment().id, body, std::nullopt, m_f->editor);
        return done ? stored(done->experiment.id) : nullptr;
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void theFirstAnswerStays()
    {
        const auto running = moved(draft(), Transition::Start);
        Process first(m_f->url);
        const AssignAnswer answer = first.assign(running, "user123");
        QVERIFY(answer.inExperiment() && answer.created);
        QVERIFY(answer.reason == AssignmentReason::Split);
        const AssignAnswer again = first.assign(running, "user123");
        QVERIFY(!again.created);
        QCOMPARE(again.assignedAt, answer.assignedAt);
        // Another replica, or this one after a restart, with an empty cache.
        Process second(m_f->url);
        const AssignAnswer elsewhere = second.assign(running, "user123");
        QCOMPARE(elsewhere.variant, answer.variant);
        QCOMPARE(elsewhere.assignedAt, answer.assignedAt);
    }

    void aNewSplitMovesNobody()
    {
        const auto running = moved(draft(), Transition::Start);
        Process process(m_f->url);
        std::vector<AssignAnswer> before;
        for (int i = 0; i < 200; ++i)
            before.push_back(process.assign(running, unit(i)));
        const auto skewed = changed(
            running,
            {{"variants", {{{"name", "control"}, {"allocation", 0.0}}, {{"name", "blue"}, {"allocation", 1.0}}}}});
        QVERIFY(skewed);
        Process restarted(m_f->url);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(restarted.assign(skewed, unit(i)).variant, before[std::size_t(i)].variant);
        for (int i = 200; i < 300; ++i)
            QCOMPARE(int(restarted.assign(skewed, unit(i)).variant), 1);
    }

    void trafficKeepsUnitsOut()
    {
        const auto none = moved(draft(0.0), Transition::Start);
        const auto half = moved(draft(0.5), Transition::Start);
        Process process(m_f->url);
        int admitted = 0;
        for (int i = 0; i < 1000; ++i) {
            const AssignAnswer out = process.assign(none, unit(i));
            QVERIFY(!out.inExperiment());
            QVERIFY(out.reason == AssignmentReason::Traffic);
            admitted += process.assign(half, unit(i)).inExperiment() ? 1 : 0;
        }
        QVERIFY(admitted > 420 && admitted < 580); // 5 standard deviations
    }

    void loweredTrafficKeepsWhoIsIn()
    {
        const auto running = moved(draft(1.0), Transition::Start);
        Process process(m_f->url);
        const AssignAnswer in = process.assign(running, "early");
        const auto closed = changed(running, {{"traffic_allocation", 0.0}});
        Process restarted(m_f->url);
        QCOMPARE(restarted.assign(closed, "early").variant, in.variant);
        QVERIFY(restarted.assign(closed, "late").reason == AssignmentReason::Traffic);
    }

    void outsideRunningOnlyOldUnitsAreIn()
    {
        const auto fresh = draft();
        Process process(m_f->url);
        QVERIFY(process.assign(fresh, "early").reason == AssignmentReason::NotRunning);
        const auto running = moved(fresh, Transition::Start);
        const AssignAnswer in = process.assign(running, "early");
        for (const Transition transition : {Transition::Pause, Transition::Stop, Transition::Archive}) {
            const auto later = moved(running, transition);
            Process restarted(m_f->url);
            const AssignAnswer kept = restarted.assign(later, "early");
            QCOMPARE(kept.variant, in.variant);
            QCOMPARE(kept.assignedAt, in.assignedAt);
            QVERIFY(kept.reason == AssignmentReason::Split);
            QVERIFY(restarted.assign(later, "late").reason == AssignmentReason::NotRunning);
        }
    }

    void eventsCountOncePerId()
    {
        const auto running = moved(draft(), Transition::Start);
        Process process(m_f->url);
        QCOMPARE(process.track({.experiment = running, .unit = "u", .event = "buy"}).kind,
                 TrackAnswer::Kind::Unassigned);
        const std::int16_t variant = process.assign(running, "u").variant;
        const TrackRequest event{.experiment = running, .unit = "u", .event = "buy", .value = 2.5, .eventId = "e1"};
        QCOMPARE(process.track(event).kind, TrackAnswer::Kind::Stored);
        QCOMPARE(process.track(event).kind, TrackAnswer::Kind::Duplicate);
        QCOMPARE(process.track(event).variant, variant);
        const auto stats = readStats(store(), running->experiment(), now());
        XP_VERIFY(stats);
        QCOMPARE(stats->stats.totalConversions, 1);
        const VariantStats& spend = stats->stats.metrics.at(1).variants.at(std::size_t(variant));
        QCOMPARE(spend.meanValue, 2.5);
    }

    void theCatalogNeverGoesBack()
    {
        const auto first = draft();
        Catalog catalog({"admin"});
        XP_VERIFY(catalog.refresh(store()));
        QVERIFY(catalog.current()->find(first->experiment().key));
        Experiment newer = first->experiment();
        newer.version = 7;
        newer.name = "newer";
        catalog.put(newer);
        catalog.put(first->experiment());
        QCOMPARE(catalog.current()->find(newer.id)->experiment().name, std::string("newer"));
        catalog.drop(newer.id);
        QVERIFY(!catalog.current()->find(newer.id));
        QVERIFY(!catalog.current()->find(newer.key));
        QVERIFY(catalog.current()->keys->actorOf("admin", now()));
        QVERIFY(!catalog.current()->keys->actorOf("Admin", now()));
    }
};

QTEST_GUILESS_MAIN(TestAssigner)
#include "tst_assigner.moc"
