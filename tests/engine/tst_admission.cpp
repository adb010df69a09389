// SPDX-License-Identifier: Apache-2.0
#include "core/engine/admission.h"

#include "core/analysis/unitcounts.h"
#include "core/domain/statisticscodec.h"
#include "core/engine/assigner.h"
#include "core/engine/audiences.h"
#include "core/engine/evidencereader.h"
#include "core/engine/experiments.h"
#include "core/engine/holdouts.h"
#include "core/engine/layers.h"
#include "core/engine/lifecycle.h"
#include "core/engine/results.h"
#include "core/engine/savedsegments.h"
#include "core/storage/control/changetoken.h"
#include "tests/engine/enginefixture.h"
#include "tests/support/sanitized.h"

#include <QRandomGenerator>
#include <chrono>
#include <future>

using namespace xp;
using nlohmann::json;

namespace {

const json kGermans = json::parse(R"({"attribute":"country","operator":"equals","value":"DE"})");
const json kBeta = json::parse(R"({"segment":"beta"})");

std::string unit(int i)
{
    return "user-" + std::to_string(i);
}

template <typename T>
std::string refusalOf(const Result<T>& refused)
{
    return refused ? std::string() : refused.error().sentence.code;
}

/// One process of the service: what it knows of experiments, and its way to the database.
struct Process
{
    explicit Process(EngineFixture& fixture, std::shared_ptr<const Exclusion> exclusion = nullptr)
        : f(fixture), catalog({}, std::move(exclusion)), commits(f.url, {}), assigner(commits, {}, &catalog)
    {
        learn();
    }

    void learn()
    {
        if (const auto done = catalog.refresh(*f.store); !done)
            qFatal("%s", done.error().sentence.text.c_str());
        commits.known().hear(*readRemovals(f.store->connection()));
    }
    LiveExperimentPtr live(const std::string& key) { return catalog.current()->find(key); }

    AssignAnswer assign(const LiveExperimentPtr& experiment, const std::string& user, const json& context = {})
    {
        std::promise<Result<std::vector<AssignAnswer>>> promise;
        const auto queued = assigner.assign({{experiment, user, context.is_null() ? std::string() : context.dump()}},
                                            [&](auto answers) { promise.set_value(std::move(answers)); });
        return queued ? promise.get_future().get()->front() : AssignAnswer{};
    }
    AssignAnswer assign(const std::string& key, const std::string& user, const json& context = {})
    {
        return assign(live(key), user, context);
    }

    EngineFixture& f;
    Catalog catalog;
    GroupCommit commits;
    Assigner assigner;
};

std::string problems(const Error& error)
{
    std::string text;
    for (const FieldError& e : error.errors)
        text += (text.empty() ? "" : " ") + e.field + ":" + e.code;
    return text;
}

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;
    Store& store() { return *m_f->store; }

    Result<AcceptedExperiment> tryMake(const std::string& key, const json& more)
    {
        json body = EngineFixture::body();
        body["key"] = key;
        if (more.is_object())
            body.update(more);
        return createExperiment(store(), body, m_f->editor);
    }
    void made(const std::string& key, const json& more, bool isRunning = true)
    {
        if (const auto done = tryMake(key, more); !done)
            qFatal("%s", done.error().sentence.text.c_str());
        if (isRunning)
            moved(key, Transition::Start);
    }
    void moved(const std::string& key, Transition transition)
    {
        if (const auto done = changeStatus(store(), key, transition, "", m_f->editor); !done)
            qFatal("%s", done.error().sentence.text.c_str());
    }
    Result<AcceptedExperiment> changed(const std::string& key, const json& body)
    {
        return updateExperiment(store(), key, body, std::nullopt, m_f->editor);
    }
    void segment(const std::string& name, const json& condition)
    {
        const auto done = createSegment(store(), "default", {{"name", name}, {"condition", condition}}, m_f->editor);
        if (!done)
            qFatal("%s", done.error().sentence.text.c_str());
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void onlyThoseTargetedAreIn()
    {
        made("t", {{"targeting", kGermans}});
        Process process(*m_f);
        const AssignAnswer in = process.assign("t", "u", {{"country", "DE"}});
        QVERIFY(in.created && in.reason == AssignmentReason::Split);
        for (const json& context : {json(), json{{"country", "FR"}}}) {
            const AssignAnswer out = process.assign("t", "v", context);
            QVERIFY(!out.inExperiment() && out.reason == AssignmentReason::Targeting);
        }
        QVERIFY(!store().units().find(process.live("t")->experiment().id, "v")->has_value());
    }

    void whoIsInStaysIn()
    {
        made("t", {{"targeting", kGermans}});
        Process process(*m_f);
        const AssignAnswer in = process.assign("t", "u", {{"country", "DE"}});
        XP_VERIFY(changed("t", {{"targeting", {{"attribute", "country"}, {"operator", "equals"}, {"value", "FR"}}}}));
        Process restarted(*m_f); // with an empty cache
        const AssignAnswer again = restarted.assign("t", "u", {{"country", "DE"}});
        QCOMPARE(again.variant, in.variant);
        QVERIFY(again.reason == AssignmentReason::Split && !again.created);
        QVERIFY(restarted.assign("t", "v", {{"country", "DE"}}).reason == AssignmentReason::Targeting);
        QVERIFY(restarted.assign("t", "w", {{"country", "FR"}}).created);
    }

    void anotherTargetingIsAnotherEpoch()
    {
        made("t", {{"targeting", kGermans}});
        const auto same = changed("t", {{"targeting", kGermans}, {"description", "d"}});
        QCOMPARE(same->experiment.epochs.size(), std::size_t(1));
        const auto open = changed("t", {{"targeting", nullptr}});
        QCOMPARE(open->experiment.epochs.size(), std::size_t(2));
        QVERIFY(open->experiment.epochs[1].allocations == open->experiment.epochs[0].allocations);
        Process process(*m_f);
        const auto& id = process.live("t")->experiment().id;
        QVERIFY(process.assign("t", "u").created);
        QCOMPARE((*store().units().find(id, "u"))->epoch, 1);
    }

    /// A replica that has not heard of the change yet must not let in whom the old targeting meant.
    void anOldCopyLetsNobodyIn()
    {
        made("t", {});
        Process process(*m_f);
        const LiveExperimentPtr old = process.live("t");
        XP_VERIFY(changed("t", {{"description", "another version, the same rules"}}));
        QVERIFY(process.assign(old, "early").created);
        XP_VERIFY(changed("t", {{"targeting", kGermans}}));
        const AssignAnswer out = process.assign(old, "late");
        QVERIFY(!out.inExperiment() && out.reason == AssignmentReason::Targeting);
        XP_VERIFY(changed("t", {{"targeting", nullptr}, {"traffic_allocation", 0}}));
        QVERIFY(process.assign(old, "later").reason == AssignmentReason::Traffic);
        moved("t", Transition::Stop);
        QVERIFY(process.assign(old, "latest").reason == AssignmentReason::NotRunning);
    }

    void wrongConditionsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const json& condition, const char* expected) {
            QTest::newRow(expected) << QByteArray::fromStdString(condition.dump()) << QByteArray(expected);
        };
        const json exists{{"attribute", "a"}, {"operator", "exists"}};
        row({{"all", {exists, {{"attribute", "b"}, {"operator", "resembles"}}}}},
            "targeting.all[1].operator:not_allowed");
        row({{"attribute", "a"}, {"operator", "matches"}, {"value", "[a-"}}, "targeting.value:format");
        row({{"not", {{"segment", "nobody"}}}}, "targeting.not.segment:unknown");
        row({{"any", json::array({{{"experiment", "nothing"}}})}}, "targeting.any[0].experiment:unknown");
        row({{"experiment", "first"}, {"variants", {"blue", "green"}}}, "targeting.variants[1]:unknown");
        row({{"some", json::array()}}, "targeting:form");
    }
    void wrongConditionsAreNamed()
    {
        QFETCH(QByteArray, condition);
        QFETCH(QByteArray, expected);
        made("first", {}, false);
        const auto refused = tryMake("second", {{"targeting", json::parse(condition.toStdString())}});
        QVERIFY(!refused);
        QCOMPARE(QByteArray::fromStdString(problems(refused.error())), expected);
    }

    void aSegmentChangesItsExperiments()
    {
        segment("europe", {{"attribute", "country"}, {"operator", "in"}, {"values", {"DE", "FR"}}});
        segment("beta",
                {{"all", {{{"segment", "europe"}}, {{"attribute", "beta"}, {"operator", "equals"}, {"value", true}}}}});
        made("running", {{"targeting", kBeta}});
        made("ended", {{"targeting", kBeta}});
        made("other", {});
        moved("ended", Transition::Stop);
        Process process(*m_f);
        QVERIFY(process.assign("running", "u", {{"country", "NP"}, {"beta", true}}).reason ==
                AssignmentReason::Targeting);
        const auto before = store().experiments().find("ended");
        XP_VERIFY(changeSegment(store(), "default", "europe",
                                {{"condition", {{"attribute", "country"}, {"operator", "equals"}, {"value", "NP"}}}},
                                m_f->editor));
        process.learn();
        QVERIFY(process.assign("running", "u", {{"country", "NP"}, {"beta", true}}).created);
        QCOMPARE(process.live("running")->experiment().epochs.size(), std::size_t(2));
        QVERIFY(*store().experiments().find("ended") == *before);
        QCOMPARE(process.live("other")->experiment().version, 2);
        const auto refused = removeSegment(store(), "default", "europe", std::nullopt, m_f->editor);
        QCOMPARE(refused.error().sentence.code, std::string("segment_in_use"));
        QVERIFY(refused.error().sentence.text.find("'running'") != std::string::npos);
        QVERIFY(refused.error().sentence.text.find("'beta'") != std::string::npos);
    }

    void segmentsInACircleAreRefused()
    {
        segment("a", kGermans);
        segment("b", {{"segment", "a"}});
        const auto circle =
            changeSegment(store(), "default", "a", {{"condition", {{"not", {{"segment", "b"}}}}}}, m_f->editor);
        QVERIFY(!circle);
        QVERIFY(problems(circle.error()).find("circle") != std::string::npos);
        QVERIFY(store()
                    .transaction([&] { return removeSegment(store(), "default", "b", std::nullopt, m_f->editor); })
                    .has_value());
    }

    void anotherExperimentsVariantDecides()
    {
        made("first", {});
        made("second", {{"targeting", {{"experiment", "first"}, {"variants", {"blue"}}}}});
        Process process(*m_f);
        for (int i = 0; i < 40; ++i) {
            // What it would get there, without enrolling it; then what it has.
            const AssignAnswer second = process.assign("second", unit(i));
            QVERIFY(!store().units().find(process.live("first")->experiment().id, unit(i))->has_value());
            const AssignAnswer first = process.assign("first", unit(i));
            QCOMPARE(second.inExperiment(), first.variant == 1);
        }
        // Everybody would get control now; what is stored holds, also for a process that does not know of it yet.
        process.assign("first", "stored");
        const auto given = (*store().units().find(process.live("first")->experiment().id, "stored"))->variant;
        const double control = given == 1 ? 1.0 : 0.0;
        XP_VERIFY(changed("first", {{"variants",
                                     {{{"name", "control"}, {"allocation", control}},
                                      {{"name", "blue"}, {"allocation", 1 - control}}}}}));
        Process restarted(*m_f);
        QCOMPARE(restarted.assign("second", "stored").inExperiment(), given == 1);
    }

    void experimentsThatAskAboutEachOtherAreRefused()
    {
        made("first", {}, false);
        made("second", {{"targeting", {{"experiment", "first"}}}}, false);
        made("third", {{"targeting", {{"not", {{"experiment", "second"}}}}}}, false);
        QCOMPARE(
            problems(changed("first", {{"targeting", {{"any", json::array({{{"experiment", "third"}}})}}}}).error()),
            std::string("targeting.any[0].experiment:circle"));
    }

    void holdoutsTakeNobodyNew()
    {
        made("t", {});
        made("brave", {{"ignore_holdouts", true}});
        Process process(*m_f);
        std::vector<AssignAnswer> before;
        for (int i = 0; i < 200; ++i)
            before.push_back(process.assign("t", unit(i)));
        XP_VERIFY(createHoldout(store(), "default", {{"key", "global"}, {"share", 0.3}, {"seed", "s"}}, m_f->editor));
        XP_VERIFY(createHoldout(store(), "elsewhere", {{"key", "global"}, {"share", 1}}, m_f->editor));
        Process later(*m_f);
        int held = 0;
        for (int i = 0; i < 1000; ++i) {
            const AssignAnswer answer = later.assign("t", unit(i));
            if (i < 200) {
                QCOMPARE(answer.variant, before[std::size_t(i)].variant);
                continue;
            }
            const bool holds = isWithin(drawUnder("s", unit(i)), 0, 0.3);
            QCOMPARE(answer.inExperiment(), !holds);
            QCOMPARE(answer.reason == AssignmentReason::Holdout, holds);
            QVERIFY(later.assign("brave", unit(i)).inExperiment());
            held += holds;
        }
        QVERIFY(held > 180 && held < 300);
        XP_VERIFY(changeHoldout(store(), "default", "global", {{"share", 0}}, m_f->editor));
        later.learn();
        for (int i = 200; i < 1000; ++i)
            QVERIFY(later.assign("t", unit(i)).inExperiment());
    }

    /// Both work in production, too.
    void whoWorksInOneEnvironmentChangesNothingOfTheWholeProject()
    {
        segment("europe", kGermans);
        XP_VERIFY(createHoldout(store(), "default", {{"key", "global"}, {"share", 0.3}}, m_f->editor));
        const Actor bound{.name = "b", .role = Role::Editor, .environment = "staging", .project = "default"};
        const nlohmann::json half{{"key", "h"}, {"share", 0.5}}, other{{"name", "s"}, {"condition", kGermans}};
        for (const auto& code : {refusalOf(createHoldout(store(), "default", half, bound)),
                                 refusalOf(changeHoldout(store(), "default", "global", {{"share", 1}}, bound)),
                                 refusalOf(removeHoldout(store(), "default", "global", std::nullopt, bound)),
                                 refusalOf(createSegment(store(), "default", other, bound)),
                                 refusalOf(changeSegment(store(), "default", "europe", {{"description", "x"}}, bound)),
                                 refusalOf(removeSegment(store(), "default", "europe", std::nullopt, bound))})
            QCOMPARE(code, std::string("outside_scope"));
    }

    void experimentsOfALayerExcludeEachOther()
    {
        const auto slice = [](double from, double to) {
            return json{{"layer", {{"name", "page"}, {"from", from}, {"to", to}}}};
        };
        made("a", slice(0, 0.3));
        made("b", slice(0.3, 0.55));
        made("c", slice(0.55, 1));
        const auto overlapping = tryMake("d", slice(0.5, 0.6));
        QCOMPARE(overlapping.error().sentence.code, std::string("layer_taken"));
        QVERIFY(overlapping.error().sentence.text.find("'b'") != std::string::npos);
        QVERIFY(overlapping.error().sentence.text.find("nothing") != std::string::npos);
        Process process(*m_f);
        const SnapshotPtr snapshot = process.catalog.current();
        const Admission::Gate gate;
        std::array<int, 3> counts{};
        for (int i = 0; i < 20000; ++i) {
            const std::string user = unit(i);
            const Admission admission(snapshot.get(), gate, {},
                                      {.unit = user, .stored = user, .context = {}, .agent = {}});
            int in = 0;
            for (std::size_t e = 0; e < 3; ++e) {
                const Offer offer = admission.offer(*process.live(std::string(1, char('a' + e))));
                QVERIFY(offer.variant || offer.reason == AssignmentReason::Layer);
                in += offer.variant.has_value();
                counts[e] += offer.variant.has_value();
            }
            QCOMPARE(in, 1);
        }
        QVERIFY(std::abs(counts[0] - 6000) < 330 && std::abs(counts[1] - 5000) < 310);
        moved("b", Transition::Stop);
        const auto layers = layersOf(*store().experiments().all(), "default");
        QCOMPARE(layers.size(), std::size_t(1));
        QVERIFY(toJson(layers[0])["free"] == json::array({{{"from", 0.3}, {"to", 0.55}}}));
        XP_VERIFY(tryMake("d", slice(0.3, 0.55)));
    }

    void forcedUsersAreNotCounted()
    {
        made("t", {{"forced", {{"tester", "blue"}}}, {"traffic_allocation", 0}}, false);
        Process process(*m_f);
        const AssignAnswer draft = process.assign("t", "tester");
        QVERIFY(draft.variant == 1 && draft.reason == AssignmentReason::Forced && !draft.created);
        QVERIFY(process.assign("t", "other").reason == AssignmentReason::NotRunning);
        moved("t", Transition::Start);
        process.learn();
        QCOMPARE(int(process.assign("t", "tester").variant), 1);
        XP_VERIFY(changed("t", {{"traffic_allocation", 1}, {"forced", {{"tester", "control"}, {"second", "blue"}}}}));
        process.learn();
        QCOMPARE(int(process.assign("t", "tester").variant), 0);
        QCOMPARE(int(process.assign("t", "second").variant), 1);
        QVERIFY(process.assign("t", "visitor").created);
        for (const char* user : {"tester", "second", "visitor"}) {
            std::promise<void> tracked;
            XP_VERIFY(process.assigner.track({{.experiment = process.live("t"), .unit = user, .event = "buy"}},
                                             [&](const auto&) { tracked.set_value(); }));
            tracked.get_future().get();
        }
        const Experiment experiment = process.live("t")->experiment();
        const auto counted = [&] {
            const auto stats = readStats(store(), experiment, now());
            return std::pair(stats->stats.variants[0].sampleSize + stats->stats.variants[1].sampleSize,
                             stats->stats.totalConversions);
        };
        QVERIFY(counted() == std::pair(std::int64_t(1), std::int64_t(1)));
        XP_VERIFY(store().transaction([&] { return store().moments().recompute(LiveExperiment(experiment)); }));
        QVERIFY(counted() == std::pair(std::int64_t(1), std::int64_t(1)));
        QVERIFY((*store().units().find(experiment.id, "tester"))->leftOut == LeftOut::ByName);
        QVERIFY((*store().units().find(experiment.id, "visitor"))->leftOut == LeftOut::No);
    }

    void excludedUsersGetAVariantAndAreCountedByRule()
    {
        const json staff = json::parse(R"({"attribute": "user_id", "operator": "starts_with", "value": "staff-"})");
        const auto service = Exclusion::read("bots," + staff.dump());
        XP_VERIFY(service);
        made("t", {{"exclude", {{"attribute", "country"}, {"operator", "equals"}, {"value", "AQ"}}}});
        Process process(*m_f, std::make_shared<const Exclusion>(*service));
        const json crawler{{"user_agent", "Googlebot/2.1"}};
        const auto check = [&](const std::string& user, const json& context, LeftOut expected) {
            const AssignAnswer answer = process.assign("t", user, context);
            QCOMPARE(int(answer.leftOut), int(expected));
            QVERIFY(answer.reason == (expected == LeftOut::No ? AssignmentReason::Split : AssignmentReason::Excluded));
            QCOMPARE(std::size_t(answer.variant), process.live("t")->bucketing().variantOf(user));
            // From memory, and whatever is known of the user later.
            const auto known = process.assigner.known(*process.live("t"), user);
            QVERIFY(known && known->variant == answer.variant && known->leftOut == expected);
            QVERIFY(known->reason == answer.reason && known->assignedAt == answer.assignedAt);
        };
        for (int i = 0; i < 40; ++i) {
            check(unit(i), {{"country", "NP"}}, LeftOut::No);
            check("staff-" + std::to_string(i), {}, LeftOut::ByService);
            check("crawler-" + std::to_string(i), crawler, LeftOut::AsBot);
            check("penguin-" + std::to_string(i), {{"country", "AQ"}}, LeftOut::ByExperiment);
        }
        for (const char* user : {"user-1", "staff-1", "crawler-1", "penguin-1"}) {
            std::promise<void> tracked;
            XP_VERIFY(process.assigner.track({{.experiment = process.live("t"), .unit = user, .event = "buy"}},
                                             [&](const auto&) { tracked.set_value(); }));
            tracked.get_future().get();
        }
        const Experiment experiment = process.live("t")->experiment();
        const auto evidence = [&] { return toJson(readEvidence(store(), experiment, now())->evidence.data); };
        const json counted = evidence();
        const auto excluded = excludedUnitsOf(experiment, readEvidence(store(), experiment, now())->evidence.data);
        QCOMPARE(std::tuple(excluded.byExperiment, excluded.byService, excluded.bots, excluded.all),
                 std::tuple(std::int64_t(40), std::int64_t(40), std::int64_t(40), std::int64_t(160)));
        const auto stats = readStats(store(), experiment, now());
        QCOMPARE(stats->stats.variants[0].sampleSize + stats->stats.variants[1].sampleSize, std::int64_t(40));
        QCOMPARE(stats->stats.totalConversions, std::int64_t(1));
        XP_VERIFY(store().transaction([&] { return store().moments().recompute(LiveExperiment(experiment)); }));
        QVERIFY(evidence() == counted);
    }

    void anExcludedUserMayBeForced()
    {
        made("t", {});
        Process process(*m_f, std::make_shared<const Exclusion>(*Exclusion::read("bots")));
        const AssignAnswer first = process.assign("t", "crawler", {{"user_agent", "curl/8.0"}});
        QVERIFY(first.created && first.leftOut == LeftOut::AsBot);
        const std::string other = first.variant == 0 ? "blue" : "control";
        XP_VERIFY(forceVariant(store(), "t", "crawler", other, m_f->editor));
        process.learn();
        const AssignAnswer forced = process.assign("t", "crawler");
        QVERIFY(forced.reason == AssignmentReason::Forced && forced.variant != first.variant);
        const Experiment experiment = process.live("t")->experiment();
        const auto excluded = [&] {
            return excludedUnitsOf(experiment, readEvidence(store(), experiment, now())->evidence.data).units();
        };
        QCOMPARE(excluded(), std::int64_t(0));
        XP_VERIFY(store().transaction([&] { return store().moments().recompute(LiveExperiment(experiment)); }));
        QCOMPARE(excluded(), std::int64_t(0));
    }

    void rulesOfTheServiceAreChecked()
    {
        for (const char* wrong : {"", "robots", "bots,", "[]", R"({"segment":"staff"})", R"({"experiment":"other"})",
                                  R"({"attribute":"a","operator":"resembles","value":1})"})
            QVERIFY2(!Exclusion::read(wrong), wrong);
        const auto refused = Exclusion::read(R"({"all":[{"attribute":"a","operator":"resembles"}]})");
        QCOMPARE(refused.error().errors.front().field, std::string("the condition.all[0].operator"));
        const json empty = json::object();
        const UnitFacts facts{.unit = "u", .context = empty, .agent = "bingbot/2.0", .variantIn = {}};
        QCOMPARE(int(Exclusion::read("bots")->of(facts)), int(LeftOut::AsBot));
        QCOMPARE(int(Exclusion::read("{}")->of(facts)), int(LeftOut::ByService));
    }

    void whoIsAnalysedCannotBeForced()
    {
        made("t", {});
        Process process(*m_f);
        process.assign("t", "visitor");
        const auto refused = changed("t", {{"forced", {{"visitor", "blue"}}}});
        QCOMPARE(refused.error().sentence.code, std::string("already_assigned"));
        XP_VERIFY(forceVariant(store(), "t", "tester", "blue", m_f->editor));
        const auto stored = store().experiments().find("t");
        QVERIFY(stored->enrolment.forced == (std::map<std::string, std::string>{{"tester", "blue"}}));
        XP_VERIFY(forceVariant(store(), "t", "tester", "blue", m_f->editor));
        QCOMPARE(store().experiments().find("t")->version, stored->version);
    }

    void aDraftsTestersGoWithItsVariants()
    {
        made("t", {{"forced", {{"tester", "blue"}}}}, false);
        Process process(*m_f);
        process.assign("t", "tester");
        QCOMPARE(problems(changed("t", {{"variants",
                                         {{{"name", "a"}, {"allocation", 0.5}}, {{"name", "b"}, {"allocation", 0.5}}}}})
                              .error()),
                 std::string("forced.tester:not_allowed"));
        XP_VERIFY(
            changed("t", {{"forced", nullptr},
                          {"variants", {{{"name", "a"}, {"allocation", 0.5}}, {{"name", "b"}, {"allocation", 0.5}}}}}));
        QVERIFY(!store().units().find(process.live("t")->experiment().id, "tester")->has_value());
    }

    void theExplanationAgreesWithTheAnswer()
    {
        segment("beta", {{"attribute", "beta"}, {"operator", "equals"}, {"value", true}});
        XP_VERIFY(createHoldout(store(), "default", {{"key", "global"}, {"share", 0.1}}, m_f->editor));
        made("first", {});
        made("t", {{"targeting", {{"any", {kGermans, kBeta, {{"experiment", "first"}, {"variants", {"blue"}}}}}}},
                   {"layer", {{"name", "page"}, {"from", 0.1}, {"to", 0.9}}},
                   {"forced", {{unit(7), "blue"}}},
                   {"exclude", kBeta},
                   {"traffic_allocation", 0.7}});
        Process process(*m_f);
        const LiveExperimentPtr live = process.live("t");
        const SnapshotPtr snapshot = process.catalog.current();
        const Admission::Gate gate;
        std::map<std::string, int> reasons;
        QRandomGenerator random(20261124);
        for (int i = 0; i < 2000; ++i) {
            const std::string user = unit(i);
            const json context{{"country", random.bounded(2) ? "DE" : "FR"}, {"beta", random.bounded(4) == 0}};
            const std::string text = context.dump();
            const json steps = Admission(snapshot.get(), gate, {}, {user, user, text, {}}).explain(*live);
            std::map<std::string, json> step;
            for (const json& one : steps)
                step[one["step"]] = one;
            std::string expected = "split";
            for (const char* name : {"targeting", "traffic", "layer", "holdout"}) { // the first that failed wins
                if (!step[name]["passed"])
                    expected = name;
            }
            if (expected == "split" && !step["exclude"]["passed"])
                expected = "excluded";
            if (step["forced"]["passed"])
                expected = "forced";
            const AssignAnswer answer = process.assign("t", user, context);
            QCOMPARE(std::string(toString(answer.reason)), expected);
            if (expected == "split" || expected == "excluded") {
                const json& split = step["split"];
                QVERIFY(split["variant"] == live->experiment().variants[std::size_t(answer.variant)].name);
                const json& range = split["ranges"][std::size_t(answer.variant)];
                QVERIFY(split["share"] >= range["from"] && split["share"] < range["to"]);
            }
            QCOMPARE(step["traffic"]["share"] < 0.7, step["traffic"]["passed"].get<bool>());
            ++reasons[expected];
        }
        for (const char* reason : {"split", "excluded", "forced", "holdout", "layer", "traffic", "targeting"})
            QVERIFY2(reasons[reason] > 0, reason);
    }

    /// Issue: evaluation of 50 running experiments for one user takes under 50 us. The quickest of many rounds: others
    /// work on the same machine.
    void fiftyExperimentsForOneUser()
    {
        const json targeting = json::parse(R"({"all": [
            {"attribute": "country", "operator": "in", "values": ["FR", "DE", "GB", "CA"]},
            {"attribute": "age", "operator": "greater_or_equal", "value": 18},
            {"attribute": "app_version", "operator": "version_greater", "value": "2.1.0"}]})");
        const std::string context = R"({"country": "CA", "age": 42, "app_version": "3.0.1", "plan": "pro"})";
        Snapshot snapshot;
        std::vector<LiveExperimentPtr> lives;
        for (int i = 0; i < 50; ++i) {
            Experiment experiment;
            experiment.id = experiment.salt = experiment.key = "experiment-" + std::to_string(i);
            experiment.status = Status::Running;
            experiment.variants = {{"control", 0.5}, {"blue", 0.5}};
            experiment.enrolment.targeting = targeting;
            experiment.enrolment.layer = LayerSlice{"page", 0, 0.99};
            lives.push_back(served(experiment));
            snapshot.byId[experiment.id] = lives.back();
        }
        snapshot.holdouts["default"] = {Holdout{.project = "default", .key = "global", .share = 0.01, .seed = "s"}};
        snapshot.exclusion = std::make_shared<const Exclusion>(*Exclusion::read("bots"));
        const std::string agent = "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0";
        const Admission::Gate gate;
        double quickest = 1e9;
        int in = 0;
        for (int round = 0; round < 2000; ++round) {
            const std::string user = unit(round);
            const auto begin = std::chrono::steady_clock::now();
            const Admission admission(&snapshot, gate, {}, {user, user, context, agent});
            for (const LiveExperimentPtr& live : lives)
                in += admission.offer(*live).variant.has_value();
            const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
            if (in > 0)
                quickest = std::min(quickest, took.count());
            in = 0;
        }
        qInfo("50 experiments for one user: %.1f us", quickest);
        QVERIFY2(quickest < 50 || test::kSanitized, qPrintable(QString::number(quickest)));
    }
};

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
