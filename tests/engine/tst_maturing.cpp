// SPDX-License-Identifier: Apache-2.0
// Metrics with a window: units count from the moment that they have been exposed for all of it.
#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/domain/liveexperiment.h"
#include "core/engine/evidencereader.h"
#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"
#include "core/engine/results.h"
#include "core/engine/unitpasses.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/engine/enginefixture.h"

using namespace xp;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr Duration kWindow = hours(2);

} // namespace

class TestMaturing : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineFixture> m_f;
    /// The middle of a day: units of its morning are matured at noon, those of the last two hours are not.
    const Timestamp m_noon = startOfDay(dayOf(now()) - 1) + hours(12);
    Store& store() { return *m_f->store; }

    Experiment started(bool isExplicit = false, const nlohmann::json& plan = nullptr)
    {
        nlohmann::json body = EngineFixture::body();
        body["metrics"] = {{{"name", "buy"}, {"role", "primary"}, {"window", "2h"}},
                           {{"name", "spend"}, {"kind", "sum"}, {"event", "buy"}, {"window", "2h"}},
                           {{"name", "ever"}, {"event", "buy"}}};
        body["exposure"] = isExplicit ? "explicit" : "assignment";
        if (!plan.is_null())
            body["plan"] = plan;
        const auto made = createExperiment(store(), body, m_f->editor);
        if (!made)
            qFatal("%s", made.error().sentence.text.c_str());
        return *changeStatus(store(), made->experiment.id, Transition::Start, "", m_f->editor);
    }

    void apply(const std::vector<Command>& commands)
    {
        const auto writer = registerWriter(store().connection());
        if (const auto applied = UnitWriter(store().connection(), *writer).apply(commands); !applied)
            qFatal("%s", applied.error().sentence.text.c_str());
    }

    /// One unit a minute from midnight to noon, in turns of the two variants; each third one buys for 3 half an hour
    /// later, each fifth one for 2 after its window.
    void feed(const Experiment& experiment, bool isExplicit = false)
    {
        const auto live = std::make_shared<const LiveExperiment>(experiment);
        std::vector<Command> commands;
        const auto buys = [&](const std::string& unit, Timestamp at, double value) {
            commands.emplace_back(TrackCommand{.experiment = live,
                                               .unit = unit,
                                               .event = "buy",
                                               .value = value,
                                               .eventId = {},
                                               .time = at,
                                               .receivedAt = at});
        };
        for (int i = 0; i < 12 * 60; ++i) {
            const std::string unit = "u" + std::to_string(i);
            const Timestamp at = m_noon - hours(12) + minutes(i);
            const Timestamp assignedAt = isExplicit ? at - hours(30) : at;
            commands.emplace_back(AssignCommand{live, unit, static_cast<std::int16_t>(i % 2), assignedAt, {}});
            if (isExplicit)
                commands.emplace_back(ExposeCommand{live, unit, {}, at, at});
            if (i % 3 == 0)
                buys(unit, at + minutes(30), 3);
            if (i % 5 == 0)
                buys(unit, at + kWindow, 2);
        }
        apply(commands);
    }

    /// 30,000 units that do nothing.
    void addMany(const Experiment& experiment, Timestamp exposedAt)
    {
        std::vector<ImportedUnit> units;
        for (int i = 0; i < 30'000; ++i)
            units.push_back({.unit = "many" + std::to_string(i),
                             .variant = static_cast<std::int16_t>(i % 2),
                             .exposedAt = exposedAt,
                             .totals = std::vector<UnitTotals>(3)});
        XP_VERIFY(store().units().load(LiveExperiment(experiment), units));
    }

    Report reportAt(const Experiment& experiment, Timestamp at)
    {
        return readReport(store(), experiment, {}, at)->report;
    }

    /// That so many units, the first ones, are matured, and what they did within their window.
    void check(const Report& report, int matured)
    {
        for (const std::size_t metric : {std::size_t(0), std::size_t(1)})
            QCOMPARE(report.planned.metrics[metric].maturing, std::int64_t(12 * 60 - matured));
        QCOMPARE(report.planned.metrics[2].maturing, 0);
        for (int variant = 0; variant < 2; ++variant) {
            int units = 0;
            int buyers = 0;
            for (int i = variant; i < matured; i += 2) {
                ++units;
                buyers += i % 3 == 0 ? 1 : 0;
            }
            const auto& buy = report.planned.metrics[0].arms[static_cast<std::size_t>(variant)];
            QCOMPARE(buy.units, std::int64_t(units));
            QCOMPARE(buy.converted, std::int64_t(buyers));
            const auto& spend = report.planned.metrics[1].arms[static_cast<std::size_t>(variant)];
            QCOMPARE(spend.units, std::int64_t(units));
            QVERIFY(units == 0 || qFuzzyCompare(*spend.value, 3.0 * buyers / units));
            QCOMPARE(report.planned.metrics[2].arms[static_cast<std::size_t>(variant)].units, std::int64_t(360));
        }
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<EngineFixture>(); }

    void unitsCountFromTheMomentTheirWindowIsOver_data()
    {
        QTest::addColumn<bool>("isExplicit");
        QTest::newRow("assignment") << false;
        QTest::newRow("explicit exposure") << true;
    }
    void unitsCountFromTheMomentTheirWindowIsOver()
    {
        QFETCH(bool, isExplicit);
        const Experiment experiment = started(isExplicit);
        feed(experiment, isExplicit);
        check(reportAt(experiment, m_noon - hours(12) + kWindow - Duration(1)), 0);
        check(reportAt(experiment, m_noon - hours(12) + kWindow), 1);
        check(reportAt(experiment, m_noon - Duration(1)), 600);
        check(reportAt(experiment, m_noon), 601); // the one of ten o'clock has been exposed for two hours just now
        check(reportAt(experiment, m_noon + kWindow), 720);
        check(reportAt(experiment, m_noon + hours(48)), 720);
    }

    /// What is sent says the same again, whoever computes it.
    void itIsPartOfTheEvidence()
    {
        const Experiment experiment = started();
        feed(experiment);
        const auto read = readEvidence(store(), experiment, m_noon);
        XP_VERIFY(read);
        QVERIFY(read->evidence.data.matured);
        QVERIFY(read->evidence.data.matured->asOf == m_noon);
        const auto sent = evidenceFromJson(nlohmann::json::parse(toJson(read->evidence).dump()));
        XP_VERIFY(sent);
        QVERIFY(toJson(*sent) == toJson(read->evidence));
        check(reportOf(*sent, m_noon), 601);
        // Of what had not matured by then nothing is known.
        check(reportOf(*sent, m_noon + minutes(5)), 601);
        // Whose clock is slow sees the same.
        check(reportOf(*sent, m_noon - minutes(5)), 601);
    }

    /// The covariate of the matured units, and of no others.
    void whatTheyDidBeforeComesWithThem()
    {
        const Experiment experiment =
            started(false, {{"method", "always_valid"}, {"cuped", true}, {"cuped_window", "1d"}, {"minimum_days", 0}});
        feed(experiment);
        std::vector<Command> commands;
        const auto live = std::make_shared<const LiveExperiment>(experiment);
        for (int i = 0; i < 12 * 60; i += 2 + i % 2)
            commands.emplace_back(TrackCommand{.experiment = live,
                                               .unit = "u" + std::to_string(i),
                                               .event = "buy",
                                               .value = 1.0 + i % 7,
                                               .eventId = {},
                                               .time = m_noon - hours(13),
                                               .receivedAt = m_noon - hours(13)});
        apply(commands);
        std::int64_t units = 0;
        const auto read = readEvidence(store(), experiment, m_noon);
        XP_VERIFY(read);
        for (const CovariateCell& cell : read->evidence.data.matured->covariates)
            units += cell.metric == 1 ? cell.moments.units : 0;
        QCOMPARE(units, 301); // each second of 601
        // To the bit what the sums by day are once the whole day has matured, were it only for these units.
        const auto whole = readEvidence(store(), experiment, m_noon + hours(48));
        XP_VERIFY(whole);
        QVERIFY(!whole->evidence.data.matured);
        const auto all = readMatured(store(), experiment, whole->evidence.data, m_noon + kWindow);
        XP_VERIFY(all);
        QVERIFY(*all);
        Moments ofDay;
        Moments ofPart;
        CovariateMoments beforeOfDay;
        CovariateMoments beforeOfPart;
        for (const MomentCell& cell : whole->evidence.data.cells)
            if (cell.metric == 1)
                ofDay += cell.moments;
        for (const MomentCell& cell : (*all)->cells)
            if (cell.metric == 1)
                ofPart += cell.moments;
        for (const CovariateCell& cell : whole->evidence.data.covariates)
            if (cell.metric == 1 && cell.hasHistory)
                beforeOfDay += cell.moments;
        for (const CovariateCell& cell : (*all)->covariates)
            if (cell.metric == 1)
                beforeOfPart += cell.moments;
        QCOMPARE(ofPart.units, 720);
        ofPart.units = 0; // the sums by day have them once for all metrics
        QVERIFY(ofPart == ofDay);
        QVERIFY(beforeOfPart == beforeOfDay);
        QVERIFY(beforeOfDay.units == 360);
    }

    /// Where there are more than 30,000 rows to read they are found out beside the traffic, and dated.
    void ofALargeExperimentAsOfTheLastPass()
    {
        const Experiment experiment = started();
        feed(experiment);
        addMany(experiment, m_noon - hours(40));
        const auto maturing = [&](Timestamp at) { return reportAt(experiment, at).planned.metrics[0].maturing; };
        QCOMPARE(maturing(m_noon), 720);
        const auto done = refreshMatured(store(), experiment, m_noon);
        XP_VERIFY(done);
        QVERIFY(*done);
        QCOMPARE(maturing(m_noon), 720 - 601);
        QCOMPARE(maturing(m_noon + minutes(2)), 720 - 601);
        const auto tooSoon = refreshMatured(store(), experiment, m_noon + minutes(1) - Duration(1));
        XP_VERIFY(tooSoon);
        QVERIFY(!*tooSoon);
        XP_VERIFY(refreshMatured(store(), experiment, m_noon + minutes(30)));
        QCOMPARE(maturing(m_noon + minutes(30)), 720 - 631);
        QCOMPARE(maturing(m_noon + hours(15)), 0); // the day is over, and its last hour too
    }

    /// Who was assigned and never exposed has to be passed over, too.
    void unitsThatAreNotExposedCostAsMuch()
    {
        const Experiment experiment = started(true);
        feed(experiment, true);
        const auto live = std::make_shared<const LiveExperiment>(experiment);
        std::vector<Command> unseen;
        for (int i = 0; i < 30'000; ++i)
            unseen.emplace_back(
                AssignCommand{live, "unseen" + std::to_string(i), static_cast<std::int16_t>(i % 2), m_noon, {}});
        apply(unseen);
        QCOMPARE(reportAt(experiment, m_noon).planned.metrics[0].maturing, 720);
        const auto done = refreshMatured(store(), experiment, m_noon);
        XP_VERIFY(done);
        QVERIFY(*done);
        check(reportAt(experiment, m_noon), 601);
    }

    /// Of an experiment that ended longer ago than its longest window there is nothing to find out.
    void passesComeToAnEnd()
    {
        Experiment experiment = started();
        feed(experiment);
        addMany(experiment, m_noon + hours(3));
        experiment.status = Status::Stopped;
        experiment.stoppedAt = m_noon + hours(4);
        const auto refreshed = [&](Timestamp at) { return refreshMatured(store(), experiment, at).value_or(false); };
        QVERIFY(refreshed(m_noon + hours(6)));
        QVERIFY(!refreshed(m_noon + hours(6) + Duration(minutes(1)) - Duration(1)));
        QVERIFY(!refreshed(m_noon + hours(4) + kWindow + hours(24) + Duration(1)));
        const auto histograms = [&](Timestamp at) {
            return refreshHistograms(store(), experiment, at).value_or(false);
        };
        QVERIFY(histograms(m_noon + hours(6)));
        QVERIFY(histograms(m_noon + hours(26)));  // another day
        QVERIFY(!histograms(m_noon + hours(30))); // all have matured
    }

    /// Passes count the same units as the moments.
    void shapesAreOfTheSameUnits()
    {
        const Experiment experiment = started();
        feed(experiment);
        const auto unitsOf = [&] {
            std::int64_t units = 0;
            const auto read = readEvidence(store(), experiment, m_noon);
            for (const HistogramCell& cell : read->evidence.data.histograms->cells)
                units += cell.histogram.units();
            return units;
        };
        XP_VERIFY(refreshHistograms(store(), experiment, m_noon));
        QCOMPARE(unitsOf(), 601);
        // Nothing came in since, but units have matured.
        const auto later = refreshHistograms(store(), experiment, m_noon + minutes(10));
        XP_VERIFY(later);
        QVERIFY(*later);
        QCOMPARE(unitsOf(), 611);
    }
};

QTEST_GUILESS_MAIN(TestMaturing)
#include "tst_maturing.moc"
