// SPDX-License-Identifier: Apache-2.0
// A plan run a few thousand times on simulated data: the report's own code decides, so what the plan promises must come
// out.
#include "core/analysis/plansimulation.h"
#include "core/analysis/simulatedarm.h"
#include "tests/analysis/databuilder.h"

#include <QTest>
#include <cmath>

using namespace xp;

namespace {

constexpr double kConfidence = 0.999;

/// A rate of 10 %, 4,000 units a variant at 400 a day: ten days; an effect of 20 % has a power of 0.83 in one look.
PlanSimulationSetup setupOf(const char* plan, std::vector<Metric> metrics = {})
{
    PlanSimulationSetup setup{.unitsPerDay = 800, .runs = 300};
    for (const char* name : {"control", "treatment"})
        setup.experiment.variants.push_back({.name = name, .allocation = 0.5});
    if (metrics.empty())
        metrics.push_back(test::conversion("buy", MetricRole::Primary));
    setup.experiment.metrics = std::move(metrics);
    setup.plan = *planFromJson(nlohmann::json::parse(plan), setup.experiment);
    return setup;
}

PlanSimulation ran(PlanSimulationSetup setup)
{
    auto simulation = PlanSimulation::make(std::move(setup));
    Q_ASSERT(simulation);
    while (!simulation->isOver())
        simulation->advance();
    return std::move(*simulation);
}

std::int64_t decided(const SimulatedTruth& truth, Decision decision)
{
    const auto it = truth.decisions.find(decision);
    return it == truth.decisions.end() ? 0 : it->second;
}

QByteArray told(const SimulatedTruth& truth)
{
    QByteArray text = "called " + QByteArray::number(qlonglong(truth.called));
    for (const auto& [decision, count] : truth.decisions)
        text += ", " + QByteArray::fromStdString(std::string(toString(decision))) + ' ' +
                QByteArray::number(qlonglong(count));
    return text;
}

} // namespace

class TestPlanSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFixedPlanKeepsItsPromises();
    void aGroupSequentialPlanStopsEarly();
    void historyFindsMore();
    void valuesAreCapped();
    void aWindowIsWaitedFor();
    void theSameSeedGivesTheSame();
    void limits();
    void tables();
    void covariatesHaveTheirCorrelation();
    void aPastMetricIsAsItWas();
};

void TestPlanSimulation::aFixedPlanKeepsItsPromises()
{
    auto setup = setupOf(R"({"method": "fixed", "units_per_variant": 4000, "smallest_effect": 0.2})");
    setup.metrics = {{.baseline = 0.1, .effect = 0.2}};
    const PlanSimulation simulation = ran(std::move(setup));
    QCOMPARE(simulation.days(), 10);
    const SimulatedShare error = simulatedShare(simulation.nothing().called, 300, kConfidence);
    QVERIFY2(error.lower <= 0.05 && error.upper >= 0.05, told(simulation.nothing()).constData());
    const SimulatedShare power = simulatedShare(decided(simulation.effect(), Decision::Ship), 300, kConfidence);
    QVERIFY2(power.lower <= 0.83 && power.upper >= 0.83, told(simulation.effect()).constData());
    // Only the harm rule may stop before the planned end.
    QVERIFY(simulation.effect().stops.at(10) >= 295);
}

void TestPlanSimulation::aGroupSequentialPlanStopsEarly()
{
    auto setup = setupOf(R"({"method": "group_sequential", "units_per_variant": 4000, "smallest_effect": 0.2,
                             "minimum_days": 1, "looks": 4})");
    setup.metrics = {{.baseline = 0.1, .effect = 0.2}};
    const PlanSimulation simulation = ran(std::move(setup));
    QVERIFY2(simulatedShare(simulation.nothing().called, 300, kConfidence).lower <= 0.05,
             told(simulation.nothing()).constData());
    const SimulatedShare power = simulatedShare(decided(simulation.effect(), Decision::Ship), 300, kConfidence);
    QVERIFY2(power.lower <= 0.82 && power.upper >= 0.82, told(simulation.effect()).constData());
    QVERIFY(simulation.effect().units / 300 < 0.9 * 8000);
    QVERIFY(simulation.effect().units < simulation.nothing().units);
}

/// A correlation of 0.8 leaves 36 % of the variance: an effect with a power of 0.4 is then nearly always found.
void TestPlanSimulation::historyFindsMore()
{
    std::array<std::int64_t, 2> shipped{};
    for (const bool cuped : {false, true}) {
        auto setup = setupOf(R"({"method": "fixed", "units_per_variant": 2000, "smallest_effect": 0.05})",
                             {test::valueMetric("spend", MetricKind::Sum, MetricRole::Primary)});
        setup.plan.cuped = cuped;
        setup.unitsPerDay = 400;
        setup.runs = 150;
        auto metric = guessedMetric(MetricKind::Sum, 40, 36);
        metric->effect = 0.05;
        metric->correlation = 0.8;
        setup.metrics = {*metric};
        const PlanSimulation simulation = ran(std::move(setup));
        QVERIFY2(simulatedShare(simulation.nothing().called, 150, kConfidence).lower <= 0.05,
                 told(simulation.nothing()).constData());
        shipped[cuped ? 1 : 0] = decided(simulation.effect(), Decision::Ship);
    }
    QVERIFY2(shipped[0] < 100 && shipped[1] > 110, qPrintable(QStringLiteral("%1 %2").arg(shipped[0]).arg(shipped[1])));
}

void TestPlanSimulation::valuesAreCapped()
{
    auto setup = setupOf(R"({"method": "fixed", "units_per_variant": 3000, "smallest_effect": 0.1,
                             "metrics": [{"name": "spend", "cap_quantile": 0.99}]})",
                         {test::valueMetric("spend", MetricKind::Sum, MetricRole::Primary)});
    QVERIFY(setup.plan.metrics[0].capQuantile);
    setup.runs = 150;
    setup.metrics = {*guessedMetric(MetricKind::Sum, 10, 40)}; // skewness 8: without a cap the gate stays closed
    const PlanSimulation simulation = ran(std::move(setup));
    QCOMPARE(decided(simulation.nothing(), Decision::TooEarly), 0);
    QVERIFY2(simulatedShare(simulation.nothing().called, 150, kConfidence).lower <= 0.05,
             told(simulation.nothing()).constData());
}

void TestPlanSimulation::aWindowIsWaitedFor()
{
    Metric metric = test::conversion("buy", MetricRole::Primary);
    metric.window = std::chrono::hours(24 * 3);
    auto setup = setupOf(R"({"method": "fixed", "units_per_variant": 4000, "smallest_effect": 0.2})", {metric});
    setup.runs = 20;
    setup.metrics = {{.baseline = 0.1, .effect = 0.2}};
    const PlanSimulation simulation = ran(std::move(setup));
    QCOMPARE(simulation.days(), 13);
    QCOMPARE(decided(simulation.nothing(), Decision::Continue), 0); // the end was reached
}

void TestPlanSimulation::theSameSeedGivesTheSame()
{
    std::vector<std::int64_t> called;
    for (const std::uint64_t seed : {5, 5, 6}) {
        auto setup = setupOf(R"({"method": "always_valid", "units_per_variant": 4000, "smallest_effect": 0.2})");
        setup.runs = 60;
        setup.seed = seed;
        setup.metrics = {{.baseline = 0.1, .effect = 0.2}};
        const PlanSimulation simulation = ran(std::move(setup));
        std::int64_t days = 0;
        for (const auto& [day, runs] : simulation.effect().stops)
            days = days * 31 + day * runs;
        called.push_back(days);
    }
    QCOMPARE(called[0], called[1]);
    QVERIFY(called[0] != called[2]);
}

void TestPlanSimulation::limits()
{
    const auto problemOf = [](PlanSimulationSetup setup) {
        setup.metrics = {{.baseline = 0.1}};
        const auto made = PlanSimulation::make(std::move(setup));
        return made ? std::string() : made.error().errors.front().field;
    };
    auto slow = setupOf(R"({"method": "fixed", "units_per_variant": 4000})");
    slow.unitsPerDay = 20;
    QCOMPARE(problemOf(slow), std::string("units_per_day"));
    auto endless = setupOf(R"({"method": "always_valid"})");
    endless.plan.unitsPerVariant.reset();
    QCOMPARE(problemOf(endless), std::string("plan.units_per_variant"));
    auto aimless = setupOf(R"({"method": "fixed", "units_per_variant": 4000})", {test::conversion("click")});
    QCOMPARE(problemOf(aimless), std::string("metrics"));
    auto large = setupOf(R"({"method": "fixed", "units_per_variant": 4000000})",
                         {test::valueMetric("spend", MetricKind::Sum, MetricRole::Primary)});
    large.unitsPerDay = 400'000;
    large.metrics = {*guessedMetric(MetricKind::Sum, 10, 10)};
    const auto made = PlanSimulation::make(large);
    QVERIFY(!made && made.error().errors.front().field == "runs");
}

void TestPlanSimulation::tables()
{
    for (const auto& [mean, deviation] : {std::pair{3.0, 5.0}, {3.0, std::sqrt(3.0)}, {3.0, 1.0}, {0.05, 0.3}}) {
        const ValueTable counts = ValueTable::counts(mean, deviation);
        QVERIFY2(std::abs(counts.mean() / mean - 1) < 0.002, qPrintable(QString::number(counts.mean())));
        QVERIFY2(std::abs(counts.deviation() / deviation - 1) < 0.1, qPrintable(QString::number(counts.deviation())));
        for (const double value : counts.values())
            QCOMPARE(value, std::round(value));
    }
    const ValueTable gamma = ValueTable::gamma(10'000, 20'000);
    QVERIFY(std::abs(gamma.mean() - 10'000) < 1);
    QVERIFY(std::abs(gamma.deviation() / 20'000 - 1) < 0.01);
    QVERIFY(std::abs(gamma.skewness() - 4) < 0.2);
}

void TestPlanSimulation::covariatesHaveTheirCorrelation()
{
    auto values = guessedMetric(MetricKind::Sum, 40, 36);
    values->correlation = 0.6;
    SimulatedMetric rate{.baseline = 0.2, .correlation = 0.6};
    const auto correlation = [](const Metric& metric, const SimulatedMetric& of) {
        std::mt19937_64 random(1);
        const CovariateMoments h = SimulatedArm(metric, of, 1, true).draw(random, 50'000).history;
        const auto wide = [](const auto& limbs) {
            double sum = 0;
            for (std::size_t i = limbs.size(); i-- > 0;)
                sum = sum * 4294967296.0 + static_cast<double>(limbs[i]);
            return sum;
        };
        const bool isRate = xp::isRate(metric.kind);
        const double n = 50'000;
        const double y = isRate ? static_cast<double>(h.outcome.converted) : wide(h.outcome.sum);
        const double yy = isRate ? y : wide(h.outcome.sumSquares);
        const double xy = isRate ? wide(h.xConverted) : wide(h.xSum);
        const double x = wide(h.x);
        return (xy - x * y / n) / std::sqrt((wide(h.xSquares) - x * x / n) * (yy - y * y / n));
    };
    QVERIFY(std::abs(correlation(test::valueMetric("v", MetricKind::Sum), *values) - 0.6) < 0.02);
    QVERIFY(std::abs(correlation(test::conversion("c"), rate) - 0.6) < 0.02);
}

void TestPlanSimulation::aPastMetricIsAsItWas()
{
    Experiment past = test::experimentWith({{"control", 0.5}, {"treatment", 0.5}});
    past.metrics = {test::conversion("buy"), test::valueMetric("spend", MetricKind::Sum),
                    test::valueMetric("ratio", MetricKind::Mean)};
    test::DataBuilder builder;
    builder.addRate({.variant = 0}, 0, 1000, 80);
    SufficientStatistics data = builder.build();
    QCOMPARE(pastMetric(past, data, 0)->baseline, 0.08);
    QVERIFY(!pastMetric(past, data, 1)); // no histogram yet
    Histogram histogram;
    for (const auto& [value, units] : {std::pair{0, 600}, {5'000'000, 300}, {50'000'000, 100}}) {
        Moments each = contributionOf(test::totalsOf(1, value));
        each.units = 1;
        for (int i = 0; i < units; ++i)
            histogram.add(binOf(value), each);
    }
    data.histograms = Histograms{.asOf = test::dayStart(test::kFirstDay), .cells = {{1, 0, 1, histogram}}};
    const auto spend = pastMetric(past, data, 1);
    QVERIFY(spend);
    QVERIFY(std::abs(spend->baseline - 6.5) < 0.01);
    QVERIFY(std::abs(spend->table->deviation() / spend->table->mean() - 14.67 / 6.5) < 0.01);
    QVERIFY(!pastMetric(past, data, 2));
}

QTEST_APPLESS_MAIN(TestPlanSimulation)
#include "tst_plansimulation.moc"
