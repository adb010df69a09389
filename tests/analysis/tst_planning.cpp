// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/methodprice.h"
#include "core/analysis/planning.h"
#include "core/analysis/sequence.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

#include <random>

using namespace xp;

class TestPlanning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesASingleLook();
    void sizesForTheDecision();
    void pricesLooks_data();
    void pricesLooks();
    void pricesASequenceByWhatItDoes();
    void drawsCurves();
    void curvesMeetTheSize_data();
    void curvesMeetTheSize();
    void pricesAPosteriorWithoutCorrection();
    void adjustsByHistory();
    void takesAMetricOfThePast();
    void namesWhatIsWrong();
};

namespace {

PlanningInput shop()
{
    PlanningInput input;
    input.plan.metrics = {{.name = "order", .role = MetricRole::Primary},
                          {.name = "refund", .role = MetricRole::Guardrail, .direction = Direction::Decrease},
                          {.name = "visit", .role = MetricRole::Secondary}};
    input.plan.smallestEffect = 0.1;
    input.metrics = {{.name = "order", .baseline = 0.1}};
    input.unitsPerDay = 2000;
    return input;
}

const MethodPrice& price(const PlanningResult& result, Method method)
{
    return *std::ranges::find(result.prices, method, &MethodPrice::method);
}

bool isNear(double got, double want, double relative)
{
    const bool near = std::abs(got - want) <= relative * std::abs(want);
    if (!near)
        qWarning("got %.17g, want %.17g", got, want);
    return near;
}

} // namespace

void TestPlanning::sizesASingleLook()
{
    const PlanningResult rates = evaluatePlan(shop()).value();
    QCOMPARE(rates.unitsPerVariant, 14751); // R power.prop.test(p1 = .1, p2 = .11, power = .8): 14750.79
    QCOMPARE(rates.days, 14.751);
    QCOMPARE(rates.bindingMetric, std::string("order"));
    PlanningInput input = shop();
    input.metrics[0] = {.name = "order", .isRate = false, .baseline = 10, .standardDeviation = 20};
    input.plan.smallestEffect = 0.05;
    // statsmodels 0.13.5 TTestIndPower().solve_power(0.025, alpha=.05, power=.8): 25117.31
    QVERIFY(isNear(static_cast<double>(evaluatePlan(input)->unitsPerVariant), 25118, 5e-5));
}

void TestPlanning::sizesForTheDecision()
{
    PlanningInput input = shop();
    input.treatments = 2;
    input.plan.metrics[1].margin = Margin{.value = 0.1};
    input.metrics.push_back({.name = "refund", .baseline = 0.02});
    const PlanningResult result = evaluatePlan(input).value();
    // The level is halved over two treatments, the missing power over one guardrail and the primary.
    QCOMPARE(result.sizes[0].unitsPerVariant, 23325);
    QCOMPARE(result.sizes[1].unitsPerVariant, 92738);
    QCOMPARE(result.bindingMetric, std::string("refund"));
    QCOMPARE(result.unitsPerVariant, result.sizes[1].unitsPerVariant);
    input.plan.metrics[1].margin.reset(); // nothing to prove
    QCOMPARE(evaluatePlan(input)->bindingMetric, std::string("order"));
}

void TestPlanning::pricesLooks_data()
{
    QTest::addColumn<int>("spending");
    QTest::addColumn<int>("looks");
    QTest::addColumn<double>("inflation");
    // Jennison and Turnbull (2000), tables 2.2 and 2.4: two-sided 5 %, power 0.9; spending functions come close to
    // these
    QTest::newRow("O'Brien-Fleming 2") << static_cast<int>(SpendingKind::OBrienFleming) << 2 << 1.007;
    QTest::newRow("O'Brien-Fleming 4") << static_cast<int>(SpendingKind::OBrienFleming) << 4 << 1.022;
    QTest::newRow("Pocock 2") << static_cast<int>(SpendingKind::Pocock) << 2 << 1.100;
    QTest::newRow("Pocock 4") << static_cast<int>(SpendingKind::Pocock) << 4 << 1.183;
}

void TestPlanning::pricesLooks()
{
    QFETCH(int, spending);
    QFETCH(int, looks);
    QFETCH(double, inflation);
    Plan plan;
    plan.spending = static_cast<SpendingKind>(spending);
    plan.looks = evenLooks(looks);
    const MethodFactor factor = factorOf(plan, Method::GroupSequential, 0.05, 0.9, 0.1).value();
    QVERIFY(isNear(factor.largest, inflation, 0.015));
    QVERIFY(factor.expected < 1); // looks pay where there is an effect
}

/// The factor promises a power: random walks with that drift must cross that often.
void TestPlanning::pricesASequenceByWhatItDoes()
{
    const MethodFactor factor = factorOf({}, Method::AlwaysValid, 0.05, 0.8, 0.1).value();
    QVERIFY(factor.largest > 1.5 && factor.largest < 4);
    const double drift = 2.801585 * std::sqrt(factor.largest);
    const Sequence sequence(0.05, 1000);
    std::mt19937 random(5);
    std::normal_distribution<double> normal;
    constexpr int kRuns = 20000;
    int crossed = 0;
    double share = 0;
    for (int run = 0; run < kRuns; ++run) {
        double sum = 0;
        int stop = 12;
        for (int look = 1; look <= 12; ++look) {
            sum += drift / 12 + normal(random) / std::sqrt(12.0);
            const double t = look / 12.0;
            if (sum / std::sqrt(t) > sequence.critical(1000 * t, 0.05)) {
                stop = look;
                ++crossed;
                break;
            }
        }
        share += stop / 12.0;
    }
    QVERIFY(isNear(crossed / static_cast<double>(kRuns), 0.8, 0.01));
    QVERIFY(isNear(share / kRuns * factor.largest, factor.expected, 0.01));
}

void TestPlanning::drawsCurves()
{
    PlanningInput input = shop();
    input.plan.method = Method::AlwaysValid;
    const PlanningResult result = evaluatePlan(input).value();
    QCOMPARE(result.prices.size(), 4u);
    QVERIFY(price(result, Method::Fixed).days < price(result, Method::GroupSequential).days);
    QVERIFY(price(result, Method::GroupSequential).days < price(result, Method::AlwaysValid).days);
    QVERIFY(price(result, Method::AlwaysValid).expectedDays < price(result, Method::AlwaysValid).days);
    QCOMPARE(result.unitsPerVariant, price(result, Method::AlwaysValid).unitsPerVariant);
    QVERIFY(result.power.front().power < 0.06 && result.power.back().power > 0.99);
    for (std::size_t i = 1; i < result.effects.size(); ++i)
        QVERIFY(result.effects[i].effect < result.effects[i - 1].effect);
    input.plan.method = Method::Fixed;
    const PlanningResult fixed = evaluatePlan(input).value();
    // At the planned size the smallest effect of interest is just what is found.
    QVERIFY(isNear(fixed.effects[14].effect, 0.1, 0.01)); // day 15, planned are 14.75
    QVERIFY(isNear(fixed.power[20].power, 0.8, 1e-4));
    // The formula of R's power.prop.test(n = 14751, p1 = .1, p2 = c(.105, .115), strict = TRUE), in Python 3.11
    QVERIFY(isNear(fixed.power[10].power, 0.2935087302697, 1e-9));
    QVERIFY(isNear(fixed.power[30].power, 0.9860817364694, 1e-9));
}

void TestPlanning::curvesMeetTheSize_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<bool>("isOneSided");
    QTest::addColumn<bool>("isRate");
    QTest::addColumn<bool>("isIncrease");
    for (const Method method : {Method::Fixed, Method::GroupSequential, Method::AlwaysValid, Method::Bayesian}) {
        const auto row = [method](const char* what, bool isOneSided, bool isRate, bool isIncrease) {
            QTest::addRow("%s, %s", std::string(toString(method)).c_str(), what)
                << static_cast<int>(method) << isOneSided << isRate << isIncrease;
        };
        row("a rate", false, true, true);
        row("a rate that is to fall", true, true, false);
        row("a mean", true, false, true);
        row("a mean that is to fall", false, false, false);
    }
}

/// Three answers to one question: at the planned size the smallest effect of interest has the plan's power, it is what
/// is found on the planned day, and no effect is called as often as the level says.
void TestPlanning::curvesMeetTheSize()
{
    QFETCH(int, method);
    QFETCH(bool, isOneSided);
    QFETCH(bool, isRate);
    QFETCH(bool, isIncrease);
    PlanningInput input = shop();
    input.plan.method = static_cast<Method>(method);
    input.plan.alternative = isOneSided ? Alternative::Better : Alternative::TwoSided;
    input.plan.smallestEffect = 0.2;
    input.plan.metrics[0].direction = isIncrease ? Direction::Increase : Direction::Decrease;
    if (!isRate)
        input.metrics[0] = {.name = "order", .isRate = false, .baseline = 10, .standardDeviation = 30};
    constexpr int kDay = 20;
    input.unitsPerDay = static_cast<double>(evaluatePlan(input)->unitsPerVariant) * 2 / kDay;
    const PlanningResult result = evaluatePlan(input).value();
    QVERIFY(isNear(result.days, kDay, 1e-9));
    QVERIFY(isNear(result.power[20].effect, 0.2, 1e-12));
    QVERIFY(isNear(result.power[20].power, 0.8, 0.006));
    const double level = result.power[0].power;
    if (input.plan.method == Method::Fixed)
        QVERIFY(isNear(level, 0.05, 1e-6));
    else if (input.plan.method == Method::GroupSequential)
        QVERIFY(isNear(level, 0.05, 1e-3));
    else
        QVERIFY(level > 0 && level < 0.05); // a sequence looks for ever, a posterior has a prior
    const auto onDay = std::ranges::find(result.effects, kDay, &EffectByDay::day);
    QVERIFY(onDay != result.effects.end());
    QVERIFY(isNear(onDay->effect, 0.2, 0.004));
}

/// It is sized for its own level, however many hypotheses there are.
void TestPlanning::pricesAPosteriorWithoutCorrection()
{
    PlanningInput input = shop();
    const auto units = [&] { return price(evaluatePlan(input).value(), Method::Bayesian).unitsPerVariant; };
    const std::int64_t one = units();
    input.treatments = 3;
    QVERIFY(isNear(static_cast<double>(units()), static_cast<double>(one), 0.002));
    input.treatments = 1;
    input.plan.priorDeviation = 10; // a prior that says nothing: the fixed test
    QVERIFY(isNear(static_cast<double>(units()), 14751, 1e-3));
    input.plan.alternative = Alternative::Better;
    QVERIFY(isNear(static_cast<double>(units()), 11619.07, 1e-3)); // the same formula, one-sided
}

void TestPlanning::adjustsByHistory()
{
    PlanningInput input = shop();
    input.metrics[0].correlation = 0.6;
    QCOMPARE(evaluatePlan(input)->unitsPerVariant, 14751); // a plan without CUPED
    input.plan.cuped = true;
    const PlanningResult result = evaluatePlan(input).value();
    QCOMPARE(result.unitsPerVariant, 9441); // 14750.79 (1 - 0.36)
    QVERIFY(isNear(result.power[20].power, 0.8, 1e-4));
    input.metrics[0].correlation = 1;
    QCOMPARE(evaluatePlan(input).error().errors.at(0).field, std::string("metrics[0].correlation"));
}

void TestPlanning::takesAMetricOfThePast()
{
    Experiment past = test::experimentWith({{"control", 0.5}, {"treatment", 0.5}});
    past.metrics = {test::conversion("order"), test::valueMetric("spend", MetricKind::Sum),
                    test::valueMetric("basket", MetricKind::Mean)};
    test::DataBuilder data;
    data.addRate({.variant = 0}, 0, 1000, 100);
    data.addRate({.variant = 1}, 0, 1000, 500); // not the treatment's
    // 100 units of 5, one order each, 50 of 20 and 30 in two orders: spend 3 a unit, 15 an order.
    for (int i = 0; i < 150; ++i) {
        const UnitTotals totals = i < 100 ? test::totalsOf(1, 5'000'000) : test::totalsOf(2, 50'000'000);
        data.addTotals({.variant = 0}, 1, totals);
        data.addTotals({.variant = 0}, 2, totals);
    }
    const SufficientStatistics sums = data.build();
    const MetricGuess order = pastGuess(past, sums, 0).value();
    QVERIFY(order.isRate);
    QCOMPARE(order.baseline, 0.1);
    const MetricGuess spend = pastGuess(past, sums, 1).value();
    QCOMPARE(spend.baseline, 3.0);
    QVERIFY(isNear(*spend.standardDeviation, std::sqrt((100 * 25 + 50 * 2500 - 1000 * 9.0) / 999), 1e-12));
    // Linearised: (v - 15 n) / 0.2 is -50 for 100 units, 100 for 50 and 0 for the rest.
    const MetricGuess basket = pastGuess(past, sums, 2).value();
    QCOMPARE(basket.baseline, 15.0);
    QVERIFY(isNear(*basket.standardDeviation, std::sqrt((100 * 2500 + 50 * 10000) / 999.0), 1e-12));
    past.metrics[1].kind = MetricKind::Quantile;
    QVERIFY(!pastGuess(past, sums, 1));
}

void TestPlanning::namesWhatIsWrong()
{
    const auto field = [](const PlanningInput& input) { return evaluatePlan(input).error().errors.at(0).field; };
    PlanningInput input = shop();
    input.plan.smallestEffect.reset();
    QCOMPARE(field(input), std::string("plan.smallest_effect"));
    input = shop();
    input.metrics[0].baseline = 1;
    QCOMPARE(field(input), std::string("metrics[0].baseline"));
    input = shop();
    input.metrics[0].isRate = false;
    QCOMPARE(field(input), std::string("metrics[0].standard_deviation"));
    input = shop();
    input.metrics[0].name = "click";
    QCOMPARE(field(input), std::string("metrics[0].name"));
    input = shop();
    input.unitsPerDay = 0;
    QCOMPARE(field(input), std::string("units_per_day"));
    input = shop();
    input.plan.smallestEffect = 20;
    QCOMPARE(field(input), std::string("metrics[0].baseline"));
    input = shop();
    input.plan.metrics[1].role = MetricRole::Primary; // refunds must fall
    input.metrics.push_back({.name = "refund", .baseline = 0.9});
    QVERIFY(evaluatePlan(input).has_value());
    input.plan.metrics[1].direction = Direction::Increase;
    input.plan.smallestEffect = 0.2;
    QCOMPARE(field(input), std::string("metrics[1].baseline")); // not passed over for the other one
    QCOMPARE(evaluatePlan(input).error().errors.at(0).code, std::string("effect_out_of_reach"));
}

QTEST_APPLESS_MAIN(TestPlanning)
#include "tst_planning.moc"
