// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/evidence.h"
#include "core/analysis/metricanalysis.h"
#include "core/stats/relativeeffect.h"
#include "tests/analysis/databuilder.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace xp;
using namespace xp::test;

namespace {

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

struct Unit
{
    std::int16_t variant = 0;
    double before = 0;
    double value = 0;
    bool hasHistory = true;
};

/// Spend that goes with what was spent before; the treatment adds `effect`.
std::vector<Unit> shoppers(std::uint64_t seed, int count, double effect, double shareWithHistory = 1)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    std::vector<Unit> units;
    for (int i = 0; i < count; ++i) {
        Unit unit{.variant = static_cast<std::int16_t>(uniform(random) < 0.5), .before = 50 + 10 * normal(random)};
        unit.hasHistory = uniform(random) < shareWithHistory;
        unit.value = 20 + 0.8 * unit.before + 4 * normal(random) + (unit.variant == 1 ? effect : 0) +
                     (unit.hasHistory ? 0 : -15);
        units.push_back(unit);
    }
    return units;
}

SufficientStatistics statisticsOf(const std::vector<Unit>& units)
{
    DataBuilder builder;
    std::array<CovariateMoments, 2> history{};
    for (const Unit& unit : units) {
        const UnitTotals totals = totalsOf(1, std::llround(unit.value * 1e6));
        builder.addUnits({.variant = unit.variant}, 1);
        builder.addTotals({.variant = unit.variant}, 0, totals);
        if (unit.hasHistory)
            history[static_cast<std::size_t>(unit.variant)] +=
                covariateContributionOf(std::llround(unit.before * 1e6), totals);
    }
    SufficientStatistics data = builder.build();
    for (std::int16_t variant = 0; variant < 2; ++variant)
        data.covariates.push_back({.epoch = 1,
                                   .variant = variant,
                                   .metric = 0,
                                   .day = kFirstDay,
                                   .moments = history[static_cast<std::size_t>(variant)]});
    return data;
}

Experiment shop(MetricKind kind = MetricKind::Sum)
{
    Experiment experiment = experimentWith({{"control", 0.5}, {"new", 0.5}});
    experiment.metrics = {valueMetric("spend", kind, MetricRole::Primary)};
    Plan plan = defaultPlan(experiment);
    plan.cuped = true;
    experiment.plan = plan;
    return experiment;
}

MetricAnalysis analysed(const Experiment& experiment, const SufficientStatistics& data)
{
    const Plan plan = presentPlan(experiment);
    return analyseMetric(experiment, data, 0, dayStart(kFirstDay + 1), {{}, &plan});
}

stats::CupedSample sampleOf(const std::vector<Unit>& units, std::int16_t variant)
{
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const Unit& u : units) {
        if (u.variant != variant)
            continue;
        ++n;
        x += u.before;
        y += u.value;
    }
    x /= n;
    y /= n;
    for (const Unit& u : units) {
        if (u.variant != variant)
            continue;
        xx += (u.before - x) * (u.before - x);
        yy += (u.value - y) * (u.value - y);
        xy += (u.before - x) * (u.value - y);
    }
    return {n, y, yy / (n - 1), x, xx / (n - 1), xy / (n - 1)};
}

} // namespace

class TestAdjustment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStratumIsTheKernelsCuped()
    {
        const auto units = shoppers(1, 2000, 1);
        const Contrast contrast = analysed(shop(), statisticsOf(units)).contrasts.front();
        const auto control = sampleOf(units, 0);
        const auto treatment = sampleOf(units, 1);
        const auto direct = stats::cuped(control, treatment, 0.95);
        const auto relative = stats::relativeCuped(control, treatment, 0.95);
        QVERIFY(direct && relative && contrast.isAdjusted());
        QCOMPARE(contrast.testName(), "cuped_t");
        QVERIFY(isNear(*contrast.estimate(), direct->test.estimate, 1e-7));
        QVERIFY(isNear(*contrast.control(), direct->controlMean, 1e-7));
        QVERIFY(isNear(*contrast.standardError(), direct->test.standardError, 1e-7));
        QVERIFY(isNear(*contrast.pValue(), direct->test.pValue, 1e-5));
        QVERIFY(isNear(*contrast.lift(), relative->estimate, 1e-7));
        QVERIFY(isNear(*contrast.liftStandardError(), relative->standardError, 1e-7));
        QVERIFY(isNear((*contrast.liftInterval(0.05))[0], relative->interval.lower, 1e-7));
        QVERIFY(isNear((*contrast.liftInterval(0.05))[1], relative->interval.upper, 1e-7));
        // What its own numbers say again at a look.
        const auto look = lookNumbersOf(contrast, {});
        QVERIFY(look);
        QVERIFY(isNear(look->statisticAtDifference(0), *contrast.statistic()));
        QVERIFY(*lookNumbersFromJson(toJson(*look)) == *look);
    }

    void historyTakesTheNoiseOut()
    {
        const auto analysis = analysed(shop(), statisticsOf(shoppers(2, 4000, 1)));
        QVERIFY(analysis.reduction);
        QCOMPARE(analysis.reduction->unitsWithHistory, 4000);
        QVERIFY(analysis.reduction->share > 0.7 && analysis.reduction->share < 0.9); // 1 - 16 / 80
        Experiment plain = shop();
        plain.plan->cuped = false;
        QVERIFY(!analysed(plain, statisticsOf(shoppers(2, 4000, 1))).contrasts.front().isAdjusted());
    }

    /// Within those that have a history and those that have none: the level holds, also where history tells much.
    void errorRatesHoldInBothStrata()
    {
        int rejected = 0;
        double sum = 0;
        constexpr int kRuns = 1000;
        for (int run = 0; run < kRuns; ++run) {
            const auto data = statisticsOf(shoppers(static_cast<std::uint64_t>(100 + run), 400, 0, 0.6));
            const Contrast contrast = analysed(shop(), data).contrasts.front();
            QVERIFY(contrast.isAdjusted());
            rejected += *contrast.pValue() <= 0.05;
            sum += *contrast.estimate();
        }
        QVERIFY2(rejected >= 30 && rejected <= 74, qPrintable(QString::number(rejected))); // 50 +- 3.5 sigma
        QVERIFY(std::abs(sum / kRuns) < 0.06);
    }

    void aRatioIsAdjustedToo()
    {
        const auto analysis = analysed(shop(MetricKind::Mean), statisticsOf(shoppers(3, 4000, 1)));
        QCOMPARE(analysis.contrasts.front().testName(), "cuped_ratio");
        QVERIFY(analysis.reduction->share > 0.7);
        QVERIFY(std::abs(*analysis.contrasts.front().estimate() - 1) < 0.5);
    }

    void variantsThatDifferedBeforeAreInvalid()
    {
        auto units = shoppers(4, 4000, 0);
        for (Unit& unit : units)
            unit.before += unit.variant == 1 ? 2 : 0;
        Evidence evidence{.experiment = shop(), .data = statisticsOf(units)};
        evidence.experiment.plan->minimumDays = 0;
        const Report report = reportOf(evidence, dayStart(kFirstDay + 30));
        QVERIFY(report.planned.decision == Decision::Invalid);
        evidence.data = statisticsOf(shoppers(4, 4000, 0));
        const Report fine = reportOf(evidence, dayStart(kFirstDay + 30));
        QVERIFY(fine.planned.decision != Decision::Invalid);
        QVERIFY(fine.planned.metrics.front().adjustment);
        QCOMPARE(fine.planned.metrics.front().cells.front().test, "cuped_t");
    }
};

QTEST_APPLESS_MAIN(TestAdjustment)
#include "tst_adjustment.moc"
