// SPDX-License-Identifier: Apache-2.0
// The effect by days since exposure: from events, through the pass over the units, to the report and its tables.
#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/domain/liveexperiment.h"
#include "core/engine/evidencereader.h"
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/results.h"
#include "core/engine/unitpasses.h"
#include "core/files/resulttables.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/engine/enginefixture.h"

using namespace xp;
using std::chrono::hours;

namespace {

constexpr int kUnits = 1200; ///< of each arm
constexpr int kDays = 8;     ///< that each of them was watched for

} // namespace

class TestAges : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;
    Store& store() { return *m_f->store; }

    /// Units exposed a while ago; on day n a tenth of the control buys, and of the treatment a share of `rates`.
    Experiment told(const std::array<double, kDays>& rates, bool isExplicit = false)
    {
        nlohmann::json body = EngineFixture::body();
        body["exposure"] = isExplicit ? "explicit" : "assignment";
        const auto made = createExperiment(store(), body, m_f->editor);
        const Experiment experiment = *changeStatus(store(), made->experiment.id, Transition::Start, "", m_f->editor);
        const auto live = std::make_shared<const LiveExperiment>(experiment);
        std::vector<Command> commands;
        for (int i = 0; i < 2 * kUnits; ++i) {
            const std::string unit = "u" + std::to_string(i);
            const Timestamp at = now() - hours(24 * kDays + 1);
            const Timestamp assignedAt = isExplicit ? at - hours(36) : at;
            commands.emplace_back(AssignCommand{live, unit, static_cast<std::int16_t>(i % 2), assignedAt, {}});
            if (isExplicit)
                commands.emplace_back(ExposeCommand{live, unit, {}, at, at});
            for (int day = 0; day < kDays; ++day) {
                const double rate = i % 2 == 0 ? 0.1 : rates[static_cast<std::size_t>(day)];
                // Spread over the units, other ones each day.
                const int place = (i / 2 * 7 + day * 131) % kUnits;
                if (place < std::lround(rate * kUnits))
                    commands.emplace_back(TrackCommand{.experiment = live,
                                                       .unit = unit,
                                                       .event = "buy",
                                                       .value = 3,
                                                       .eventId = {},
                                                       .time = at + hours(24 * day + 5),
                                                       .receivedAt = at + hours(24 * day + 5)});
            }
        }
        const auto writer = registerWriter(store().connection());
        const auto applied = UnitWriter(store().connection(), *writer).apply(commands);
        if (!applied)
            qFatal("%s", applied.error().sentence.text.c_str());
        return experiment;
    }

    Report reportOf(const Experiment& experiment) { return readReport(store(), experiment, {}, now())->report; }

    static const HealthCheck* checkOf(const Report& report, const std::string& code)
    {
        const auto it = std::ranges::find_if(report.health, [&](const auto& c) { return c.sentence.code == code; });
        return it == report.health.end() ? nullptr : &*it;
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void aNoveltyFades()
    {
        const Experiment experiment = told({0.25, 0.2, 0.16, 0.13, 0.11, 0.1, 0.1, 0.1});
        QVERIFY(checkOf(reportOf(experiment), "novelty_not_checked"));
        const auto refreshed = refreshAges(store(), experiment, now());
        XP_VERIFY(refreshed);
        QVERIFY(*refreshed);
        const auto again = refreshAges(store(), experiment, now());
        XP_VERIFY(again);
        QVERIFY(!*again); // it is fresh
        const Report report = reportOf(experiment);
        const HealthCheck* check = checkOf(report, "novelty");
        QVERIFY(check && check->state == HealthCheck::State::Warning);
        QVERIFY(check->sentence.arguments.at("fades").get<bool>());
        QVERIFY(check->sentence.arguments.at("first").get<double>() > 1);
        QVERIFY(std::abs(check->sentence.arguments.at("last").get<double>()) < 0.3);
        QCOMPARE(report.byAge.size(), std::size_t(kDays));
        QVERIFY(report.byAgeAsOf);
        QCOMPARE(report.byAgeShare, 1.0);
        for (const AgeEffect& effect : report.byAge) {
            QCOMPARE(effect.metric, std::string("buy"));
            QCOMPARE(effect.units, std::int64_t(2 * kUnits));
        }
        QVERIFY(std::abs(*report.byAge[0].estimate - 0.15) < 1e-9); // 300 of 1,200 less 120 of 1,200
        QVERIFY(std::abs(*report.byAge[7].estimate) < 1e-9);
    }

    void aConstantEffectIsNone()
    {
        const Experiment experiment = told({0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15});
        XP_VERIFY(refreshAges(store(), experiment, now()));
        const Report report = reportOf(experiment);
        const HealthCheck* check = checkOf(report, "novelty_passed");
        QVERIFY(check && check->state == HealthCheck::State::Passed);
        QVERIFY(!checkOf(report, "novelty"));
    }

    /// Not with the assignment, a day and a half before.
    void daysBeginWithAnExplicitExposure()
    {
        const Experiment experiment = told({0.25, 0.2, 0.16, 0.13, 0.11, 0.1, 0.1, 0.1}, true);
        XP_VERIFY(refreshAges(store(), experiment, now()));
        const Report report = reportOf(experiment);
        QCOMPARE(report.byAge.size(), std::size_t(kDays));
        QVERIFY(std::abs(*report.byAge[0].estimate - 0.15) < 1e-9);
        QVERIFY(std::abs(*report.byAge[1].estimate - 0.1) < 1e-9);
    }

    void unitsOfAnEarlierPhaseAreLeftOut()
    {
        Experiment experiment = told({0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15});
        XP_VERIFY(refreshAges(store(), experiment, now()));
        QCOMPARE(reportOf(experiment).byAge.size(), std::size_t(kDays));
        Epoch next = experiment.epochs.back();
        ++next.number;
        ++next.phase;
        next.startedAt = now();
        experiment.epochs.push_back(next);
        XP_VERIFY(refreshAges(store(), experiment, now() + hours(25)));
        QVERIFY(reportOf(experiment).byAge.empty());
    }

    void daysThatAreNotOverAreLeftOut()
    {
        const Experiment experiment = told({0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15});
        XP_VERIFY(refreshAges(store(), experiment, now() - hours(24 * 5)));
        QCOMPARE(reportOf(experiment).byAge.size(), std::size_t(3));
    }

    /// What is sent says the same again, to programs and as a table.
    void itIsPartOfTheEvidence()
    {
        const Experiment experiment = told({0.25, 0.2, 0.16, 0.13, 0.11, 0.1, 0.1, 0.1});
        XP_VERIFY(refreshAges(store(), experiment, now()));
        const auto read = readEvidence(store(), experiment, now());
        XP_VERIFY(read);
        const auto sent = evidenceFromJson(toJson(read->evidence));
        XP_VERIFY(sent);
        QVERIFY(sent->ages == read->evidence.ages);
        const Timestamp at = now();
        const nlohmann::json report = toJson(xp::reportOf(read->evidence, at));
        QCOMPARE(toJson(xp::reportOf(*sent, at)).dump(), report.dump());
        const auto parsed = reportFromJson(report);
        XP_VERIFY(parsed);
        QCOMPARE(toJson(*parsed).dump(), report.dump());
        const Table table = reportTable(ReportSheet::ByAge, report);
        QCOMPARE(table.rows.size(), std::size_t(kDays));
        QVERIFY(table.rows[0][0] == "buy");
        QVERIFY(table.rows[0][4] == report["by_age"]["effects"][0]["estimate"]);
    }
};

QTEST_GUILESS_MAIN(TestAges)
#include "tst_ages.moc"
