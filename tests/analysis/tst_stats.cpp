// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/report.h"
#include "core/analysis/stats.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

class TestStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutData();
    void saysHowManyUnitsAreMissing();
    void answersForOneUnit();
    void isNotFooledByAChangedSplit();
    void reportsEpochsLeftOut();
    void tellsWhenAMismatchBegan();
    void findsTheWinnerBesideAHarmfulArm();
    void correctsOverTreatments();
    void correctsOverTreatmentsAndPrimaries();
    void choosesTheBetterOfTwoWinners();
    void hasNoWinnerInATie();
    void convertsOnAnyMetric();
    void saysSoWithoutAHeadline();
    void meanValuesAreTheUnits();
    void doesNotWaitForAVariantWithoutShare();
    void followsTheDirection();
    void waitsForThePlannedSize();
    void endsWithThePlan();
    void missesAPrimaryMetricFromTheBeginning();
    void viewsAPlanWithoutLooksByLooks();
    void gatesRareConversions();
    void greysOutAWrongSplit();
    void addsUpExpectedCountsOverEpochs();
    void decidesByThePlan_data();
    void decidesByThePlan();
    void countsMaturingUnits();
    void survivesHugeValues();
};

namespace {

const std::vector<std::pair<std::string, double>> kTwo{{"control", 0.5}, {"b", 0.5}};

struct ArmCounts
{
    std::int64_t units = 0;
    std::int64_t converted = 0;
};

/// One primary conversion; `days` after the start.
Experiment onePrimary(const std::vector<std::pair<std::string, double>>& arms)
{
    Experiment e = experimentWith(arms);
    e.metrics = {conversion("signup", MetricRole::Primary)};
    return e;
}

SufficientStatistics ratesOf(const std::vector<ArmCounts>& arms, std::int16_t metric = 0)
{
    DataBuilder data;
    for (std::size_t i = 0; i < arms.size(); ++i)
        data.addRate({.variant = static_cast<std::int16_t>(i)}, metric, arms[i].units, arms[i].converted);
    return data.build();
}

Timestamp afterDays(int days)
{
    return dayStart(kFirstDay + days);
}

bool hasWarning(const Stats& stats, const std::string& code)
{
    return std::ranges::any_of(stats.warnings, [&](const Sentence& s) { return s.code == code; });
}

} // namespace

void TestStats::answersWithoutData()
{
    Experiment e = onePrimary(kTwo);
    e.status = Status::Draft;
    e.startedAt.reset();
    e.epochs.clear();
    const Stats stats = computeStats(e, {}, afterDays(1));
    QCOMPARE(stats.variants.size(), 2u);
    QCOMPARE(stats.variants[0].sampleSize, 0);
    QVERIFY(!stats.variants[0].conversionRate && !stats.variants[0].confidenceInterval);
    QVERIFY(!stats.winner && !stats.pValue && !stats.effectSize && !stats.statisticalSignificance);
    QVERIFY(!stats.sampleRatio.pValue && !stats.sampleRatio.mismatch);
    QCOMPARE(stats.recommendation.code, "not_started");
    QCOMPARE(stats.decision, "invalid"); // no exposures
    QCOMPARE(stats.progress.fraction, 0.0);
    QCOMPARE(stats.metrics[0].comparisons[0].treatment, "b");
}

void TestStats::saysHowManyUnitsAreMissing()
{
    const Stats stats = computeStats(onePrimary(kTwo), ratesOf({{150, 15}, {63, 10}}), afterDays(9));
    QCOMPARE(stats.recommendation.code, "needs_more_units");
    QCOMPARE(stats.recommendation.text,
             "Continue the experiment: 'b' has 63 units, and needs 37 more before anything can be said.");
    QCOMPARE(stats.sampleSizePerVariant, 106);
    QCOMPARE(stats.totalConversions, 25);
    QVERIFY(!stats.winner);
}

void TestStats::answersForOneUnit()
{
    Experiment e = onePrimary(kTwo);
    e.metrics.push_back(valueMetric("revenue", MetricKind::Sum));
    e.metrics.push_back(valueMetric("time", MetricKind::Mean));
    const Stats stats = computeStats(e, ratesOf({{1, 1}}), afterDays(9));
    QCOMPARE(*stats.variants[0].conversionRate, 1.0);
    QCOMPARE(stats.variants[0].meanValue, 1.0);
    QVERIFY(!stats.variants[0].stdDev);
    QVERIFY(!stats.variants[1].meanValue);
    for (const MetricStats& metric : stats.metrics)
        QVERIFY(!metric.comparisons[0].pValue);
}

/// No effect; the split 90/10 at a base rate of 2 %, then 50/50 at 5 %. Pooling says +46 %, z = 14.8.
void TestStats::isNotFooledByAChangedSplit()
{
    Experiment e = onePrimary(kTwo);
    e.epochs = {{.number = 1, .startedAt = dayStart(kFirstDay), .allocations = {0.9, 0.1}},
                {.number = 2, .startedAt = dayStart(kFirstDay + 10), .allocations = {0.5, 0.5}}};
    DataBuilder data;
    data.addRate({.variant = 0, .epoch = 1}, 0, 90000, 1800);
    data.addRate({.variant = 1, .epoch = 1}, 0, 10000, 200);
    data.addRate({.variant = 0, .epoch = 2, .day = kFirstDay + 10}, 0, 50000, 2500);
    data.addRate({.variant = 1, .epoch = 2, .day = kFirstDay + 10}, 0, 50000, 2500);
    const Stats stats = computeStats(e, data.build(), afterDays(20));
    const Comparison& c = stats.metrics[0].comparisons[0];
    QVERIFY(std::abs(*c.estimate) < 1e-15);
    QVERIFY(std::abs(*c.effectSize) < 1e-12);
    QVERIFY(*c.pValue > 0.999);
    QVERIFY((*c.confidenceInterval)[0] < 0 && (*c.confidenceInterval)[1] > 0);
    QVERIFY(!stats.winner);
    QVERIFY(hasWarning(stats, "stratified"));
    QVERIFY(!stats.sampleRatio.mismatch);
    QVERIFY(*stats.sampleRatio.pValue > 0.99);
}

/// In the report as well, which says them of the metric.
void TestStats::reportsEpochsLeftOut()
{
    Experiment e = onePrimary(kTwo);
    e.epochs = {{.number = 1, .startedAt = dayStart(kFirstDay), .allocations = {0.5, 0.5}},
                {.number = 2, .startedAt = dayStart(kFirstDay + 4), .allocations = {0.9, 0.1}},
                {.number = 3, .startedAt = dayStart(kFirstDay + 5), .allocations = {0.7, 0.3}}};
    DataBuilder data;
    for (const auto& [variant, units, converted] :
         {std::tuple{0, 2000, 200}, std::tuple{1, 2000, 240}, std::tuple{0, 200, 200}, std::tuple{1, 29, 0}}) {
        const bool isFirst = units == 2000;
        data.addRate({.variant = static_cast<std::int16_t>(variant),
                      .epoch = isFirst ? 1 : 2,
                      .day = isFirst ? kFirstDay : kFirstDay + 4},
                     0, units, converted);
    }
    const Plan plan = defaultPlan(e);
    const ReportHistory none;
    const auto noted = [&] {
        const SufficientStatistics built = data.build();
        std::vector<std::string> codes;
        const Report report = computeReport({e, built, plan, plan, none, afterDays(9)});
        for (const Sentence& note : report.planned.metrics[0].notes)
            codes.push_back(note.code);
        if (!hasWarning(computeStats(e, built, afterDays(9)), "epochs_left_out"))
            codes.clear();
        return codes;
    };
    QVERIFY((noted() == std::vector<std::string>{"epochs_left_out"}));
    data.addRate({.variant = 0, .epoch = 3, .day = kFirstDay + 5}, 0, 700, 70);
    data.addRate({.variant = 1, .epoch = 3, .day = kFirstDay + 5}, 0, 300, 30);
    QVERIFY((noted() == std::vector<std::string>{"stratified", "epochs_left_out"}));
}

void TestStats::tellsWhenAMismatchBegan()
{
    const Experiment e = onePrimary(kTwo);
    const Plan plan = defaultPlan(e);
    const ReportHistory none;
    const auto began = [&](const std::vector<std::pair<std::int64_t, std::int64_t>>& days) {
        DataBuilder data;
        for (std::size_t i = 0; i < days.size(); ++i) {
            const auto day = kFirstDay + static_cast<std::int32_t>(i);
            data.addUnits({.variant = 0, .day = day}, days[i].first);
            data.addUnits({.variant = 1, .day = day}, days[i].second);
        }
        const SufficientStatistics built = data.build();
        const Report report = computeReport({e, built, plan, plan, none, afterDays(9)});
        for (const HealthCheck& check : report.health) {
            if (check.sentence.code == "mismatch_since")
                return check.sentence.arguments["day"].get<std::string>();
        }
        return std::string();
    };
    QCOMPARE(began({{1000, 1010}, {1005, 990}, {1000, 1020}, {1000, 700}, {1010, 690}}), "2024-10-07");
    QCOMPARE(began({{1000, 700}, {1010, 690}, {1000, 720}}), "2024-10-04");
    QCOMPARE(began({{1000, 1010}, {1005, 990}}), "");
    QCOMPARE(began({{1000, 700}}), ""); // one day alone
}

void TestStats::findsTheWinnerBesideAHarmfulArm()
{
    const Experiment e = onePrimary({{"control", 0.4}, {"harmful", 0.3}, {"good", 0.3}});
    // The harmful arm has by far the smallest p-value and comes first.
    const Stats stats = computeStats(e, ratesOf({{4000, 800}, {3000, 300}, {3000, 690}}), afterDays(9));
    QCOMPARE(*stats.winner, "good");
    QVERIFY(stats.statisticalSignificance);
    QCOMPARE(*stats.effectSize, stats.metrics[0].comparisons[1].effectSize.value());
    QCOMPARE(*stats.pValue, stats.metrics[0].comparisons[1].adjustedPValue.value());
    QVERIFY(*stats.metrics[0].comparisons[0].adjustedPValue < *stats.pValue);
    QCOMPARE(stats.decision, "stop_for_harm");
    QVERIFY(stats.recommendation.text.find("Stop 'harmful'") != std::string::npos);
    QVERIFY(stats.recommendation.text.find("'good' is better") != std::string::npos);
}

void TestStats::correctsOverTreatments()
{
    const Experiment e = onePrimary({{"control", 0.4}, {"a", 0.3}, {"b", 0.3}});
    const Stats stats = computeStats(e, ratesOf({{4000, 800}, {3000, 655}, {3000, 620}}), afterDays(9));
    const auto& comparisons = stats.metrics[0].comparisons;
    QCOMPARE(*comparisons[0].adjustedPValue, std::min(1.0, 2 * *comparisons[0].pValue));
    QCOMPARE(*comparisons[1].adjustedPValue, std::max(*comparisons[0].adjustedPValue, *comparisons[1].pValue));
    QCOMPARE(*stats.pValue, *comparisons[0].adjustedPValue);
}

void TestStats::correctsOverTreatmentsAndPrimaries()
{
    Experiment e = onePrimary(kTwo);
    e.metrics.push_back(conversion("order", MetricRole::Primary));
    e.metrics.push_back(conversion("click"));
    DataBuilder data;
    for (std::int16_t v = 0; v < 2; ++v) {
        data.addUnits({.variant = v}, 2000);
        data.addConverted({.variant = v}, 0, v == 0 ? 400 : 460);
        data.addConverted({.variant = v}, 1, v == 0 ? 200 : 205);
        data.addConverted({.variant = v}, 2, v == 0 ? 400 : 460);
    }
    const Stats stats = computeStats(e, data.build(), afterDays(9));
    QCOMPARE(*stats.metrics[0].comparisons[0].adjustedPValue, 2 * *stats.metrics[0].comparisons[0].pValue);
    QCOMPARE(*stats.metrics[2].comparisons[0].adjustedPValue, *stats.metrics[2].comparisons[0].pValue);
    QCOMPARE(*stats.pValue, *stats.metrics[0].comparisons[0].adjustedPValue);
    QCOMPARE(*stats.winner, "b");
    QCOMPARE(stats.headline.metrics.size(), 2u);
}

void TestStats::choosesTheBetterOfTwoWinners()
{
    const Experiment e = onePrimary({{"control", 0.4}, {"a", 0.4}, {"b", 0.2}});
    // b has the larger effect, a the smaller p-value.
    const Stats stats = computeStats(e, ratesOf({{8000, 800}, {8000, 1100}, {4000, 560}}), afterDays(9));
    QCOMPARE(*stats.winner, "b");
    QVERIFY(*stats.metrics[0].comparisons[0].pValue < *stats.metrics[0].comparisons[1].pValue);
    QCOMPARE(stats.decision, "ship");
    QCOMPARE(stats.recommendation.code, "ship");
}

void TestStats::hasNoWinnerInATie()
{
    const Stats stats = computeStats(onePrimary(kTwo), ratesOf({{2000, 200}, {2000, 200}}), afterDays(9));
    QVERIFY(!stats.winner && !stats.statisticalSignificance);
    QCOMPARE(*stats.pValue, 1.0);
    QCOMPARE(*stats.effectSize, 0.0);
    QCOMPARE(stats.decision, "inconclusive");
    QCOMPARE(stats.recommendation.code, "no_difference");
}

void TestStats::convertsOnAnyMetric()
{
    Experiment e = experimentWith(kTwo);
    e.metrics = {conversion("page_view"), conversion("click"), valueMetric("spend", MetricKind::Sum)};
    DataBuilder data;
    for (std::int16_t v = 0; v < 2; ++v) {
        data.addRate({.variant = v}, kAnyConversion, 2000, v == 0 ? 300 : 400);
        data.addConverted({.variant = v}, 0, v == 0 ? 200 : 300);
        data.addConverted({.variant = v}, 1, 150);
    }
    const Stats stats = computeStats(e, data.build(), afterDays(9));
    QVERIFY(stats.headline.kind == Headline::Kind::AnyOf);
    QCOMPARE(stats.variants[1].conversions, 400);
    QCOMPARE(*stats.variants[1].conversionRate, 0.2);
    QCOMPARE(stats.variants[1].meanValue, 0.2);
    QCOMPARE(*stats.winner, "b");
    QCOMPARE(stats.decision, "inconclusive"); // no primary metric
    QCOMPARE(stats.recommendation.code, "better_without_primary");
    QVERIFY(hasWarning(stats, "no_primary_metric"));
}

void TestStats::saysSoWithoutAHeadline()
{
    Experiment e = experimentWith(kTwo);
    e.metrics = {valueMetric("spend", MetricKind::Sum)};
    const Stats stats = computeStats(e, ratesOf({{2000, 300}, {2000, 400}}), afterDays(9));
    QVERIFY(stats.headline.kind == Headline::Kind::AnyOf);
    QVERIFY(stats.headline.metrics.empty());
    QCOMPARE(stats.totalConversions, 0);
    QVERIFY(hasWarning(stats, "no_headline"));
    QVERIFY(!hasWarning(stats, "no_primary_metric")); // which speaks of conversions
}

/// With one rounding: 34 of 100 is 0.34, though a millionth is no double.
void TestStats::meanValuesAreTheUnits()
{
    Experiment e = onePrimary(kTwo);
    for (const MetricKind kind : {MetricKind::Count, MetricKind::Retention, MetricKind::Sum})
        e.metrics.push_back(valueMetric("m" + std::to_string(int(kind)), kind));
    DataBuilder data;
    data.addRate({.variant = 0}, 0, 100, 34);
    UnitTotals three;
    for (int i = 0; i < 3; ++i)
        three.addEvent(2'000'000);
    for (std::int16_t metric : {1, 2, 3})
        data.addTotals({.variant = 0}, metric, three);
    const Stats stats = computeStats(e, data.build(), afterDays(9));
    QCOMPARE(*stats.variants[0].meanValue - 0.34, 0.0);
    QCOMPARE(stats.metrics[1].variants[0].meanValue, 0.03); // three events of one in a hundred
    QCOMPARE(stats.metrics[1].variants[0].stdDev, 0.3);
    QCOMPARE(stats.metrics[2].variants[0].meanValue, 0.01); // one came back
    QCOMPARE(stats.metrics[2].variants[0].stdDev, 0.1);
    QCOMPARE(stats.metrics[3].variants[0].meanValue, 0.06);
}

void TestStats::doesNotWaitForAVariantWithoutShare()
{
    Experiment e = onePrimary({{"control", 0.5}, {"b", 0.5}, {"later", 0.0}});
    const SufficientStatistics data = ratesOf({{2000, 200}, {2000, 400}});
    const Stats stats = computeStats(e, data, afterDays(9));
    QCOMPARE(*stats.winner, "b");
    QVERIFY(stats.statisticalSignificance);
    QCOMPARE(stats.progress.smallestVariant, 2000);
    QCOMPARE(stats.recommendation.code, "ship");
    const Plan plan = decidingPlan(e);
    const ReportHistory none;
    const Report report = computeReport({e, data, plan, plan, none, afterDays(9)});
    QVERIFY(report.planned.metrics[0].cells[0].word != Word::TooEarly);
    e.epochs.back().allocations = {0.4, 0.4, 0.2}; // it had a share before: its units may still come
    const Stats waits = computeStats(e, data, afterDays(9));
    QVERIFY(!waits.winner);
    QCOMPARE(waits.progress.smallestVariant, 0);
}

void TestStats::followsTheDirection()
{
    Experiment e = onePrimary(kTwo);
    e.metrics[0].direction = Direction::Decrease;
    const Stats fewer = computeStats(e, ratesOf({{2000, 300}, {2000, 220}}), afterDays(9));
    QCOMPARE(*fewer.winner, "b");
    QVERIFY(*fewer.effectSize < 0);
    const Stats more = computeStats(e, ratesOf({{2000, 220}, {2000, 260}}), afterDays(9));
    QVERIFY(!more.winner);
}

void TestStats::waitsForThePlannedSize()
{
    Experiment e = onePrimary(kTwo);
    e.targetSampleSize = 5000;
    const Stats early = computeStats(e, ratesOf({{2000, 200}, {2000, 300}}), afterDays(9));
    QVERIFY(!early.plannedLook);
    QCOMPARE(early.progress.fraction, 0.4);
    QCOMPARE(early.decision, "continue");
    QCOMPARE(early.recommendation.code, "better_before_plan");
    QVERIFY(hasWarning(early, "early_look"));
    e.targetSampleSize = 2000;
    const Stats planned = computeStats(e, ratesOf({{2000, 200}, {2000, 300}}), afterDays(9));
    QVERIFY(planned.plannedLook);
    QCOMPARE(planned.decision, "ship");
    QVERIFY(!hasWarning(planned, "early_look"));
    QVERIFY(
        planned.recommendation.text.starts_with("Ship 'b': signup is 15.0 % against 10.0 %, +50.0 % (95 % interval "));
}

/// The plan's, where it says more than the experiment.
void TestStats::endsWithThePlan()
{
    Experiment e = onePrimary(kTwo);
    e.targetSampleSize = 5000;
    e.plan = defaultPlan(e);
    e.plan->unitsPerVariant = 2000;
    const SufficientStatistics data = ratesOf({{2000, 200}, {2000, 300}});
    const Stats sized = computeStats(e, data, afterDays(9));
    QCOMPARE(sized.progress.target, 2000);
    QVERIFY(sized.plannedLook);
    QCOMPARE(sized.decision, "ship");
    QVERIFY(!hasWarning(sized, "early_look"));
    e.plan->unitsPerVariant = 5000;
    QVERIFY(!computeStats(e, data, afterDays(9)).plannedLook);
    e.plan->durationDays = 9;
    const Stats timed = computeStats(e, data, afterDays(9));
    QVERIFY(timed.plannedLook);
    QVERIFY(!hasWarning(timed, "early_look"));
    QVERIFY(timed.recommendation.text.starts_with("Ship 'b'"));
    QVERIFY(!computeStats(e, data, afterDays(8)).plannedLook);
}

/// Waiting does not make one.
void TestStats::missesAPrimaryMetricFromTheBeginning()
{
    Experiment e = onePrimary(kTwo);
    e.metrics[0].role = MetricRole::Secondary;
    const Plan plan = defaultPlan(e);
    const SufficientStatistics data = ratesOf({{2000, 200}, {2000, 300}});
    const ReportHistory none;
    const ReportView view = computeReport({e, data, plan, plan, none, afterDays(2)}).planned;
    QVERIFY(view.decision == Decision::TooEarly);
    QCOMPARE(view.reasons.front().code, "too_few_days");
    QCOMPARE(view.reasons.back().code, "no_primary_metric");
}

/// A plan without looks, seen as a group-sequential one, has four.
void TestStats::viewsAPlanWithoutLooksByLooks()
{
    const Experiment e = onePrimary(kTwo);
    const SufficientStatistics data = ratesOf({{2000, 200}, {2000, 300}});
    const ReportHistory none;
    const auto viewed = [&](const std::vector<double>& looks, std::int64_t size) {
        Plan plan = defaultPlan(e);
        plan.looks = looks;
        plan.unitsPerVariant = size;
        return computeReport({e, data, plan, plan, none, afterDays(9), {.method = Method::GroupSequential}})
            .viewed.value();
    };
    const ReportView view = viewed({}, 2000);
    QVERIFY(view.isPlannedLook);
    QVERIFY(view.decision == Decision::Ship);
    QVERIFY(view.metrics[0].cells[0].word == Word::Better);
    QCOMPARE(*view.metrics[0].cells[0].pValue, *viewed(evenLooks(4), 2000).metrics[0].cells[0].pValue);
    QVERIFY(viewed({}, 20000).metrics[0].cells[0].word == Word::Waiting); // before the first of them
}

void TestStats::gatesRareConversions()
{
    // p is small, but with 24 conversions in the control the normal test is not to be trusted yet.
    const Stats stats = computeStats(onePrimary(kTwo), ratesOf({{2000, 24}, {2000, 60}}), afterDays(9));
    QVERIFY(*stats.pValue < 0.001);
    QVERIFY(!stats.winner && !stats.statisticalSignificance);
    QCOMPARE(stats.decision, "too_early");
    QCOMPARE(stats.recommendation.code, "continue_too_early");
    QVERIFY(stats.recommendation.text.find("1 more unit with an event") != std::string::npos);
}

void TestStats::greysOutAWrongSplit()
{
    const Stats stats = computeStats(onePrimary(kTwo), ratesOf({{2000, 200}, {2500, 375}}), afterDays(9));
    QVERIFY(stats.sampleRatio.mismatch);
    QCOMPARE(stats.decision, "invalid");
    QVERIFY(!stats.winner && !stats.statisticalSignificance);
    QCOMPARE(stats.recommendation.code, "wrong_split");
    QVERIFY(hasWarning(stats, "sample_ratio_mismatch"));
}

void TestStats::addsUpExpectedCountsOverEpochs()
{
    Experiment e = onePrimary(kTwo);
    e.epochs = {{.number = 1, .startedAt = dayStart(kFirstDay), .allocations = {0.8, 0.2}},
                {.number = 2, .startedAt = dayStart(kFirstDay + 3), .allocations = {0.5, 0.5}}};
    DataBuilder data;
    data.addUnits({.variant = 0, .epoch = 1}, 810);
    data.addUnits({.variant = 1, .epoch = 1}, 190);
    data.addUnits({.variant = 0, .epoch = 2}, 510);
    data.addUnits({.variant = 1, .epoch = 2}, 490);
    const Stats stats = computeStats(e, data.build(), afterDays(9));
    // expected 1300 and 700, seen 1320 and 680
    QCOMPARE(*stats.sampleRatio.statistic, 400.0 / 1300 + 400.0 / 700);
    // An import has the stated weights, whatever its epoch says.
    e.imported = true;
    QCOMPARE(*computeStats(e, data.build(), afterDays(9)).sampleRatio.statistic, 2 * 320.0 * 320 / 1000);
}

void TestStats::decidesByThePlan_data()
{
    QTest::addColumn<int>("control");
    QTest::addColumn<int>("treated");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("target");
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("recommendation");
    const auto row = [](const char* name, int control, int treated, int days, int target, bool stopped,
                        const char* decision, const char* recommendation) {
        QTest::newRow(name) << control << treated << days << target << stopped << QString::fromLatin1(decision)
                            << QString::fromLatin1(recommendation);
    };
    // of 2,000 units in each arm
    row("better", 200, 300, 9, 2000, false, "ship", "ship");
    row("better in the first week", 200, 300, 3, 2000, false, "too_early", "better_too_early");
    row("better before the size", 200, 300, 9, 4000, false, "continue", "better_before_plan");
    row("better, stopped early", 200, 300, 9, 4000, true, "inconclusive", "better_but_stopped_early");
    row("nothing", 200, 205, 9, 2000, false, "inconclusive", "no_difference");
    row("nothing before the size", 200, 205, 9, 4000, false, "continue", "no_difference_yet");
    row("nothing, stopped early", 200, 205, 9, 4000, true, "inconclusive", "no_difference");
    row("worse", 250, 205, 9, 2000, false, "keep_control", "keep_control");
    row("worse before the size", 250, 205, 9, 4000, false, "continue", "worse_before_plan");
    row("much worse, at any time", 300, 150, 3, 4000, false, "stop_for_harm", "stop_for_harm");
    row("too rare", 20, 60, 9, 2000, false, "too_early", "continue_too_early");
    row("too rare, stopped", 20, 60, 9, 2000, true, "too_early", "stopped_too_early");
    row("no events at all", 0, 0, 9, 2000, false, "too_early", "continue_too_early");
}

void TestStats::decidesByThePlan()
{
    QFETCH(int, control);
    QFETCH(int, treated);
    QFETCH(int, days);
    QFETCH(int, target);
    QFETCH(bool, stopped);
    Experiment e = onePrimary(kTwo);
    e.targetSampleSize = target;
    if (stopped) {
        e.status = Status::Stopped;
        e.stoppedAt = afterDays(days);
    }
    const Stats stats = computeStats(e, ratesOf({{2000, control}, {2000, treated}}), afterDays(days));
    QTEST(QString::fromStdString(stats.decision), "decision");
    QTEST(QString::fromStdString(stats.recommendation.code), "recommendation");
    QVERIFY(!stats.recommendation.text.empty());
}

void TestStats::countsMaturingUnits()
{
    Experiment e = onePrimary(kTwo);
    e.metrics[0].window = std::chrono::hours(24 * 7);
    DataBuilder data;
    for (std::int16_t v = 0; v < 2; ++v) {
        data.addRate({.variant = v, .day = kFirstDay}, 0, 300, 50);
        data.addRate({.variant = v, .day = kFirstDay + 5}, 0, 400, 20);
    }
    const Stats stats = computeStats(e, data.build(), afterDays(9));
    QCOMPARE(stats.variants[0].sampleSize, 300);
    QCOMPARE(stats.variants[0].conversions, 50);
    const auto it = std::ranges::find(stats.warnings, std::string("maturing"), &Sentence::code);
    QVERIFY(it != stats.warnings.end());
    QCOMPARE(it->arguments["units"].get<int>(), 800);
    // The split is looked at over everybody.
    QCOMPARE(*stats.sampleRatio.pValue, 1.0);
}

void TestStats::survivesHugeValues()
{
    Experiment e = experimentWith(kTwo);
    e.metrics = {valueMetric("spend", MetricKind::Sum, MetricRole::Primary)};
    e.metrics[0].resolution = 1e-6;
    DataBuilder data;
    constexpr std::int64_t huge = std::int64_t{1} << 62;
    for (std::int16_t v = 0; v < 2; ++v) {
        data.addUnits({.variant = v}, 4);
        for (const std::int64_t value : {huge, -huge, huge, std::int64_t{v}}) {
            UnitTotals totals;
            totals.count = 1;
            totals.sum = {value % (std::int64_t{1} << 32), value / (std::int64_t{1} << 32)};
            data.addTotals({.variant = v}, 0, totals);
        }
    }
    const Stats stats = computeStats(e, data.build(), afterDays(9));
    QCOMPARE(stats.variants[0].meanValue, 4611686018427387904.0 / 4 * 1e-6);
    // sample variance of {1, -1, 1, 0} is 11/12
    QVERIFY(std::abs(*stats.variants[0].stdDev / (4611686018427387904.0 * 1e-6 * std::sqrt(11.0 / 12)) - 1) < 1e-14);
    QVERIFY(std::isfinite(stats.metrics[0].comparisons[0].estimate.value()));
}

QTEST_APPLESS_MAIN(TestStats)
#include "tst_stats.moc"
