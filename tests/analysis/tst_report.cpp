// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/series.h"
#include "core/domain/unitcounters.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

/// What a person relies on: every decision with its reason, on data small enough to check by hand.
class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesAndSaysWhy_data();
    void decidesAndSaysWhy();
    void locksAFixedPlanUntilItsEnd();
    void looksOnceAtAFixedPlan();
    void remembersGroupSequentialLooks();
    void dividesTheLevelBeforeSpendingIt();
    void remembersNothingBelowTheGate();
    void spendsWhatIsLeftAtTheLastLook();
    void keepsAnAlwaysValidCrossing();
    void testsRelativeMarginsByTheirOwnVariance();
    void stopsForHarmBeyondTheMarginOnly();
    void correctsByFamily();
    void tellsShippableTreatmentsApart();
    void looksOnOneSideWhenPlanned();
    void showsWhatWasAskedBesideThePlan();
    void namesDepartures();
    void hearsSecondOpinions();
    void tellsOfSomeDays();
    void saysWhatAGuardrailHoldsBack();
    void checksHealth();
    void tellsWhomRulesLeaveOut();
    void seesASplitThatDriftsAtAnyTime();
    void foreseesTheEnd();
    void flattensIntoRows();
    void takesSnapshotsOnTime();
};

namespace {

struct ArmCounts
{
    std::int64_t units = 0;
    std::int64_t order = 0;  ///< converted on the primary
    std::int64_t refund = 0; ///< on the guardrail, where fewer are better
};

/// order (primary, increase) and refund (guardrail, decrease).
Experiment shop(int arms = 2)
{
    std::vector<std::pair<std::string, double>> variants;
    for (int i = 0; i < arms; ++i)
        variants.emplace_back(i == 0 ? "control" : std::string(1, static_cast<char>('a' + i)), 1.0 / arms);
    Experiment e = experimentWith(variants);
    e.metrics = {conversion("order", MetricRole::Primary),
                 conversion("refund", MetricRole::Guardrail, Direction::Decrease)};
    return e;
}

SufficientStatistics dataOf(const std::vector<ArmCounts>& arms)
{
    DataBuilder data;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        const DataBuilder::Place place{.variant = static_cast<std::int16_t>(i)};
        data.addUnits(place, arms[i].units);
        data.addConverted(place, 0, arms[i].order);
        data.addConverted(place, 1, arms[i].refund);
    }
    return data.build();
}

struct Case
{
    Experiment experiment = shop();
    Plan plan = defaultPlan(experiment);
    ReportHistory history = {};
    int days = 9;
    ReportRequest request = {};
    ReportFacts facts = {};

    Report report(const std::vector<ArmCounts>& arms) const
    {
        const SufficientStatistics data = dataOf(arms);
        return computeReport({experiment, data, plan, plan, history, dayStart(kFirstDay + days), request, facts});
    }
    ReportView planned(const std::vector<ArmCounts>& arms) const { return report(arms).planned; }
};

Case caseOf(Method method, std::int64_t size)
{
    Case c;
    c.plan.method = method;
    c.plan.unitsPerVariant = size;
    c.plan.looks = evenLooks(2);
    return c;
}

const ReportCell& cell(const ReportView& view, std::size_t metric, std::size_t treatment = 0)
{
    return view.metrics[metric].cells[treatment];
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

bool hasReason(const ReportView& view, std::string_view code)
{
    return std::ranges::any_of(view.reasons, [code](const Sentence& s) { return s.code == code; });
}

/// Nothing where there is no such check.
std::optional<HealthCheck::State> health(const Report& report, std::string_view code)
{
    for (const HealthCheck& check : report.health) {
        if (check.sentence.code == code)
            return check.state;
    }
    qWarning("no check %.*s", static_cast<int>(code.size()), code.data());
    return std::nullopt;
}

bool isNear(double got, double want, double relative)
{
    const bool near = std::abs(got - want) <= relative * std::abs(want);
    if (!near)
        qWarning("got %.17g, want %.17g", got, want);
    return near;
}

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(std::vector<ArmCounts>)

/// The same decisions by the other methods.
static void addOtherMethods(auto&& row)
{
    row("always valid, at any time", caseOf(Method::AlwaysValid, 8000), {{4000, 400, 80}, {4000, 620, 80}}, "ship",
        "ship");
    row("always valid, not enough", caseOf(Method::AlwaysValid, 8000), {{4000, 400, 80}, {4000, 465, 80}}, "continue",
        "continue_promising");
    row("group-sequential, at a look", caseOf(Method::GroupSequential, 8000), {{4000, 400, 80}, {4000, 560, 80}},
        "ship", "ship");
    row("group-sequential, between looks", caseOf(Method::GroupSequential, 9000), {{4000, 400, 80}, {4000, 560, 80}},
        "continue", "continue_promising");
    row("Bayesian", caseOf(Method::Bayesian, 8000), {{4000, 400, 80}, {4000, 620, 80}}, "ship", "ship");
}

void TestReport::decidesAndSaysWhy_data()
{
    QTest::addColumn<Case>("given");
    QTest::addColumn<std::vector<ArmCounts>>("arms");
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Case given, std::vector<ArmCounts> arms, const char* decision,
                        const char* reason) {
        QTest::newRow(name) << given << arms << QString::fromLatin1(decision) << QString::fromLatin1(reason);
    };
    const std::vector<ArmCounts> better{{4000, 400, 80}, {4000, 520, 80}};
    const std::vector<ArmCounts> nothing{{4000, 400, 80}, {4000, 405, 80}};
    const std::vector<ArmCounts> worse{{4000, 460, 80}, {4000, 390, 80}};
    Case fixed = caseOf(Method::Fixed, 4000);
    const auto with = [&fixed](auto change) {
        Case c = fixed;
        change(c);
        return c;
    };

    row("no units", fixed, {{0, 0, 0}, {0, 0, 0}}, "invalid", "no_units");
    row("wrong split", fixed, {{4000, 400, 80}, {4800, 624, 80}}, "invalid", "wrong_split");
    row("several variants", with([](Case& c) { c.facts.shareInSeveralVariants = 0.02; }), better, "invalid",
        "several_variants");
    row("pre-period", with([](Case& c) { c.facts.prePeriodPValue = 1e-5; }), better, "invalid", "pre_period_imbalance");
    row("harm on the primary", with([](Case& c) { c.days = 2; }), {{4000, 600, 80}, {4000, 400, 80}}, "stop_for_harm",
        "stop_for_harm");
    row("harm on the guardrail", fixed, {{4000, 400, 80}, {4000, 520, 200}}, "stop_for_harm", "stop_for_harm");
    row("first week", with([](Case& c) { c.days = 6; }), better, "too_early", "too_few_days");
    row("no minimum", with([](Case& c) {
            c.days = 1;
            c.plan.minimumDays = 0;
        }),
        better, "ship", "ship");
    row("too rare", fixed, {{4000, 10, 80}, {4000, 40, 80}}, "too_early", "too_early");
    row("no primary", with([](Case& c) { c.plan.metrics[0].role = MetricRole::Secondary; }), better, "inconclusive",
        "no_primary_metric");
    row("better", fixed, better, "ship", "ship");
    row("better, guardrail held", with([](Case& c) { c.plan.metrics[1].margin = Margin{.value = 0.5}; }), better,
        "ship", "ship");
    row("better, guardrail open", with([](Case& c) { c.plan.metrics[1].margin = Margin{.value = 0.05}; }), better,
        "inconclusive", "better_under_guardrail");
    row("better, before the end", with([](Case& c) { c.plan.unitsPerVariant = 8000; }), better, "continue",
        "continue_promising");
    row("better, stopped early", with([](Case& c) {
            c.plan.unitsPerVariant = 8000;
            c.experiment.status = Status::Stopped;
            c.experiment.stoppedAt = dayStart(kFirstDay + 9);
        }),
        better, "inconclusive", "stopped_before_plan");
    row("end by duration", with([](Case& c) {
            c.plan.unitsPerVariant.reset();
            c.plan.durationDays = 9;
        }),
        better, "ship", "ship");
    row("worse", fixed, worse, "keep_control", "keep_control");
    row("worse, before the end", with([](Case& c) { c.plan.unitsPerVariant = 8000; }), worse, "continue", "continue");
    row("too small to matter", with([](Case& c) { c.plan.smallestEffect = 0.2; }), nothing, "keep_control",
        "keep_too_small");
    row("neither", with([](Case& c) { c.plan.smallestEffect = 0.05; }), nothing, "inconclusive", "inconclusive");
    row("not yet", with([](Case& c) { c.plan.unitsPerVariant = 8000; }), nothing, "continue", "continue");
    addOtherMethods(row);
}

void TestReport::decidesAndSaysWhy()
{
    QFETCH(Case, given);
    QFETCH(std::vector<ArmCounts>, arms);
    const ReportView view = given.planned(arms);
    QTEST(text(toString(view.decision)), "decision");
    QTEST(QString::fromStdString(view.reasons.front().code), "reason");
    QVERIFY(view.reasons.front().text.ends_with("."));
}

void TestReport::locksAFixedPlanUntilItsEnd()
{
    const std::vector<ArmCounts> arms{{4000, 400, 80}, {4000, 520, 80}};
    const ReportView early = caseOf(Method::Fixed, 5000).planned(arms);
    QVERIFY(!early.isPlannedLook);
    QVERIFY(cell(early, 0).word == Word::Waiting);
    QVERIFY(cell(early, 0).interval && cell(early, 0).estimate); // shown, without a verdict
    QVERIFY(cell(caseOf(Method::Fixed, 4000).planned(arms), 0).word == Word::Better);
}

/// An experiment that runs on after its planned look does not get another one.
void TestReport::looksOnceAtAFixedPlan()
{
    Case c = caseOf(Method::Fixed, 4000);
    const Report before = c.report({{3900, 390, 80}, {3900, 500, 80}});
    QVERIFY(!before.history.find("order", "b")->planned);
    const Report look = c.report({{4000, 400, 80}, {4000, 405, 80}});
    QVERIFY(cell(look.planned, 0).word == Word::Undecided && !cell(look.planned, 0).asOf);
    c.history = reportHistoryFromJson(toJson(look.history)).value();
    c.days = 20;
    const Report later = c.report({{8000, 800, 160}, {8000, 1000, 160}});
    const ReportCell& order = cell(later.planned, 0);
    QVERIFY(order.word == Word::Undecided);
    QVERIFY(order.asOf == dayStart(kFirstDay + 9));
    QCOMPARE(*order.estimate, *cell(look.planned, 0).estimate);
    QCOMPARE(*order.pValue, *cell(look.planned, 0).pValue);
    QCOMPARE(*order.interval->upper, *cell(look.planned, 0).interval->upper);
    QVERIFY(later.planned.decision == Decision::Inconclusive);
    QVERIFY(later.history.find("order", "b")->planned == look.history.find("order", "b")->planned);
}

void TestReport::remembersGroupSequentialLooks()
{
    Case c = caseOf(Method::GroupSequential, 8000);
    const Report first = c.report({{4000, 400, 80}, {4000, 560, 80}});
    QVERIFY((first.history.rates == std::vector<double>{0.5}));
    QVERIFY(cell(first.planned, 0).word == Word::Better);
    // Lan-DeMets O'Brien-Fleming, one-sided 0.025, half of the information: 2.9626
    const double error = std::sqrt(0.1 * 0.9 / 4000 + 0.14 * 0.86 / 4000);
    QVERIFY(isNear(*cell(first.planned, 0).interval->lower, 0.04 - 2.962588 * error, 1e-6));
    const CellHistory* kept = first.history.find("order", "b");
    QVERIFY(kept && kept->looks.size() == 1 && kept->crossedAt);

    // Between looks everything is as the last one left it, though the effect is gone by now.
    c.history = first.history;
    c.days = 12;
    const Report between = c.report({{5000, 560, 100}, {5000, 560, 100}});
    QVERIFY(cell(between.planned, 0).word == Word::Better);
    QVERIFY(cell(between.planned, 0).asOf == kept->looks[0].numbers.time);
    QVERIFY(isNear(*cell(between.planned, 0).estimate, 0.04, 1e-12));
    QVERIFY(between.planned.decision == Decision::Ship);
    QVERIFY((between.history.rates == std::vector<double>{0.5}));
    QVERIFY(between.history.find("order", "b")->crossedAt == kept->crossedAt);

    // A look that finds nothing spends its part: at the end the bound is 1.9686, not 1.96.
    Case d = caseOf(Method::GroupSequential, 8000);
    d.history = d.report({{4000, 400, 80}, {4000, 410, 80}}).history;
    const Report last = d.report({{8000, 800, 160}, {8000, 900, 160}});
    QCOMPARE(last.history.rates.size(), 2u);
    const double lastError = std::sqrt(0.1 * 0.9 / 8000 + 0.1125 * 0.8875 / 8000);
    QVERIFY(isNear(*cell(last.planned, 0).interval->lower, 0.0125 - 1.968596 * lastError, 1e-6));
}

/// Holm is planned, but a hypothesis that another one's rejection would relax has spent its looks by then.
void TestReport::dividesTheLevelBeforeSpendingIt()
{
    Case c = caseOf(Method::GroupSequential, 8000);
    c.experiment = shop(3);
    const ReportView view = c.planned({{4000, 400, 80}, {4000, 640, 80}, {4000, 520, 80}});
    for (const std::size_t treatment : {0u, 1u}) {
        const ReportCell& order = cell(view, 0, treatment);
        QVERIFY(isNear(*order.adjustedPValue, 2 * *order.pValue, 1e-12));
        QCOMPARE(order.level, 0.975);
    }
}

void TestReport::remembersNothingBelowTheGate()
{
    // 5 against 24 orders: strong evidence by a test that cannot be trusted yet.
    const ReportHistory history = caseOf(Method::AlwaysValid, 8000).report({{4000, 5, 80}, {4000, 24, 80}}).history;
    QVERIFY(!history.find("order", "b"));
    QVERIFY(history.find("refund", "b"));
}

void TestReport::spendsWhatIsLeftAtTheLastLook()
{
    // The plan ends by its duration with 80 % of the size: all that is left is spent, so the bound is lower than at a
    // look.
    Case c = caseOf(Method::GroupSequential, 10000);
    c.plan.durationDays = 9;
    const ReportView ended = c.planned({{8000, 800, 160}, {8000, 900, 160}});
    c.plan.durationDays = 90;
    c.plan.looks = {0.8, 1};
    const ReportView look = c.planned({{8000, 800, 160}, {8000, 900, 160}});
    QVERIFY(ended.isPlannedLook && look.isPlannedLook);
    QVERIFY(*cell(ended, 0).interval->lower > *cell(look, 0).interval->lower);
    const double error = std::sqrt(0.1 * 0.9 / 8000 + 0.1125 * 0.8875 / 8000);
    QVERIFY(isNear(*cell(ended, 0).interval->lower, 0.0125 - 1.959964 * error, 1e-6)); // no look before
}

void TestReport::keepsAnAlwaysValidCrossing()
{
    Case c = caseOf(Method::AlwaysValid, 8000);
    const Report crossed = c.report({{4000, 400, 80}, {4000, 620, 80}});
    QVERIFY(cell(crossed.planned, 0).word == Word::Better);
    c.history = crossed.history;
    c.days = 12;
    // The evidence has weakened since; what was excluded stays excluded.
    const Report later = c.report({{6000, 800, 120}, {6000, 900, 120}});
    QVERIFY(cell(later.planned, 0).word == Word::Better);
    QCOMPARE(*cell(later.planned, 0).pValue, *cell(crossed.planned, 0).pValue);
    QVERIFY(*cell(later.planned, 0).interval->lower > 0);
    QVERIFY(cell(later.planned, 0).crossedAt == dayStart(kFirstDay + 9));
    c.history = {};
    QVERIFY(cell(c.planned({{6000, 800, 120}, {6000, 900, 120}}), 0).word == Word::Undecided);
}

void TestReport::testsRelativeMarginsByTheirOwnVariance()
{
    Case c = caseOf(Method::Fixed, 4000);
    c.plan.metrics[1].margin = Margin{.value = 0.1};
    const ReportCell guardrail = cell(c.planned({{40000, 4000, 800}, {40000, 4000, 800}}), 1);
    // mpmath: z of "rate_b = 1.1 * rate_c" by the score test, one-sided
    QVERIFY(isNear(*guardrail.marginPValue, 0.027034435374522631, 1e-9));
    QVERIFY(guardrail.word == Word::NonInferior);
    QCOMPARE(guardrail.level, 0.9);
    QVERIFY(*guardrail.liftInterval->upper < 0.1);
}

void TestReport::stopsForHarmBeyondTheMarginOnly()
{
    Case c = caseOf(Method::Fixed, 100000);
    const std::vector<ArmCounts> arms{{20000, 2000, 1000}, {20000, 2000, 1250}}; // 25 % more refunds
    QVERIFY(c.planned(arms).decision == Decision::StopForHarm);
    c.plan.metrics[1].margin = Margin{.value = 0.2};
    QVERIFY(c.planned(arms).decision == Decision::Continue);
    c.plan.metrics[1].margin = Margin{.value = 0.02, .relative = false}; // 5 % may become 7 %
    QVERIFY(c.planned(arms).decision == Decision::Continue);
}

void TestReport::correctsByFamily()
{
    Case c;
    c.experiment = shop(3);
    c.experiment.metrics.push_back(conversion("visit", MetricRole::Primary));
    c.plan = defaultPlan(c.experiment);
    c.plan.unitsPerVariant = 4000;
    const std::vector<ArmCounts> arms{{4000, 400, 80}, {4000, 460, 80}, {4000, 400, 80}};
    const auto adjusted = [&](CorrectionFamily family, CorrectionMethod method) {
        c.plan.family = family;
        c.plan.correction = method;
        const ReportCell it = cell(c.planned(arms), 0);
        return *it.adjustedPValue / *it.pValue;
    };
    QVERIFY(isNear(adjusted(CorrectionFamily::Primaries, CorrectionMethod::Bonferroni), 4, 1e-12));
    QVERIFY(isNear(adjusted(CorrectionFamily::PerMetric, CorrectionMethod::Bonferroni), 2, 1e-12));
    QVERIFY(isNear(adjusted(CorrectionFamily::PerMetric, CorrectionMethod::Holm), 2, 1e-12));
    QVERIFY(isNear(adjusted(CorrectionFamily::PerMetric, CorrectionMethod::None), 1, 1e-12));
    const ReportView view = c.planned(arms);
    QCOMPARE(*cell(view, 1).adjustedPValue, *cell(view, 1).pValue); // a guardrail is not corrected
}

void TestReport::tellsShippableTreatmentsApart()
{
    Case c = caseOf(Method::Fixed, 4000);
    c.experiment = shop(3);
    const ReportView alike = c.planned({{4000, 400, 80}, {4000, 530, 80}, {4000, 540, 80}});
    QVERIFY(alike.decision == Decision::Ship);
    QVERIFY((alike.treatments == std::vector<std::string>{"c", "b"}));
    QCOMPARE(alike.reasons.front().code, std::string("best_not_separable"));
    const ReportView apart = c.planned({{4000, 400, 80}, {4000, 700, 80}, {4000, 520, 80}});
    QCOMPARE(apart.treatments.front(), std::string("b"));
    QCOMPARE(apart.reasons.front().code, std::string("ship"));
    QVERIFY(hasReason(apart, "guardrails_pass"));
}

void TestReport::looksOnOneSideWhenPlanned()
{
    Case c = caseOf(Method::Fixed, 4000);
    const std::vector<ArmCounts> arms{{4000, 400, 80}, {4000, 450, 80}}; // two-sided p 0.077, one-sided 0.038
    QVERIFY(cell(c.planned(arms), 0).word == Word::Undecided);
    c.plan.alternative = Alternative::Better;
    const ReportCell oneSided = cell(c.planned(arms), 0);
    QVERIFY(oneSided.word == Word::Better);
    QVERIFY(*oneSided.pValue < 0.05 && *oneSided.interval->lower > 0 && !oneSided.interval->upper);
    QVERIFY(isNear(oneSided.level, 0.95, 1e-12));
    QVERIFY(cell(c.planned({{4000, 450, 80}, {4000, 400, 80}}), 0).word == Word::Undecided);
}

void TestReport::showsWhatWasAskedBesideThePlan()
{
    Case c = caseOf(Method::AlwaysValid, 8000);
    const std::vector<ArmCounts> arms{{4000, 400, 80}, {4000, 465, 80}};
    QVERIFY(!c.report(arms).viewed);
    c.request.method = Method::Bayesian;
    c.request.level = 0.1;
    const Report report = c.report(arms);
    QVERIFY(report.planned.method == Method::AlwaysValid && report.planned.level == 0.05);
    QVERIFY(report.viewed->method == Method::Bayesian && report.viewed->level == 0.1);
    QCOMPARE(cell(*report.viewed, 0).test, std::string("normal_posterior"));
    QVERIFY(!cell(*report.viewed, 0).pValue);
    c.request = {.range = {.firstDay = kFirstDay + 1}};
    QCOMPARE(c.report(arms).viewed->metrics[0].arms[0].units, 0);
}

void TestReport::namesDepartures()
{
    Case c = caseOf(Method::Fixed, 4000);
    Plan present = c.plan;
    present.unitsPerVariant = 2000;
    const SufficientStatistics data = dataOf({{3000, 300, 60}, {3000, 400, 60}});
    const Report report = computeReport({c.experiment, data, c.plan, present, {}, dayStart(kFirstDay + 9)});
    QCOMPARE(report.departures.size(), 1u);
    QCOMPARE(report.departures[0].arguments["field"].get<std::string>(), std::string("units_per_variant"));
    QVERIFY(report.planned.decision == Decision::Continue); // by the frozen plan
    QCOMPARE(report.fingerprint, fingerprintOf(c.plan));
}

void TestReport::hearsSecondOpinions()
{
    const Report report = caseOf(Method::AlwaysValid, 8000).report({{4000, 400, 80}, {4000, 465, 80}});
    QCOMPARE(report.secondOpinions.size(), 1u);
    const SecondOpinion& opinion = report.secondOpinions[0];
    QCOMPARE(opinion.opinions.size(), 4u);
    QVERIFY(opinion.opinions[0].method == Method::Fixed && opinion.opinions[0].word == Word::Better);
    QVERIFY(opinion.opinions[1].method == Method::AlwaysValid && opinion.opinions[1].word == Word::Undecided);
    QVERIFY(opinion.opinions[3].probabilityBetter.value() > 0.9);
    QVERIFY(opinion.disagreement &&
            opinion.disagreement->text.starts_with("order, 'b': a single look says better (p "));
    const Report agreed = caseOf(Method::AlwaysValid, 8000).report({{4000, 400, 80}, {4000, 400, 80}});
    QVERIFY(!agreed.secondOpinions[0].disagreement);
}

void TestReport::tellsOfSomeDays()
{
    Case c = caseOf(Method::Fixed, 8000);
    c.experiment.status = Status::Stopped;
    c.experiment.stoppedAt = dayStart(kFirstDay + 9);
    c.request.range.lastDay = kFirstDay;
    const Report report = c.report({{4000, 400, 80}, {4000, 465, 80}});
    QVERIFY(hasReason(report.planned, "stopped_before_plan"));
    QVERIFY(report.viewed && hasReason(*report.viewed, "few_on_these_days"));
}

void TestReport::saysWhatAGuardrailHoldsBack()
{
    Case c = caseOf(Method::Fixed, 4000);
    c.plan.metrics[1].margin = Margin{.value = 0.02};
    const ReportView view = c.planned({{4000, 400, 80}, {4000, 520, 80}});
    QCOMPARE(view.reasons.size(), std::size_t(2)); // and not that nothing follows: an effect is shown
    QCOMPARE(view.reasons[1].code, std::string("guardrail_not_proven"));
}

void TestReport::checksHealth()
{
    using State = HealthCheck::State;
    Case c = caseOf(Method::Fixed, 4000);
    const Report plain = c.report({{4000, 400, 80}, {4000, 410, 80}});
    QVERIFY(health(plain, "split_as_planned") == State::Passed);
    QVERIFY(health(plain, "pre_period_not_checked") == State::NotChecked);
    QVERIFY(health(plain, "enough_data_passed") == State::Passed);
    c.facts = {.shareInSeveralVariants = 0.001, .prePeriodPValue = 0.4};
    const Report large = c.report({{4000, 400, 10}, {4000, 620, 10}});
    QVERIFY(health(large, "several_variants_passed") == State::Passed);
    QVERIFY(health(large, "suspicious_lift") == State::Warning);
    QVERIFY(health(large, "too_early") == State::Warning); // ten refunds are too few
    c.plan.metrics[1].margin = Margin{.value = 0.1};
    QVERIFY(health(c.report({{4000, 400, 80}, {4000, 410, 160}}), "guardrail_worse") == State::Failed);
    // An effect of the first half only.
    DataBuilder data;
    for (std::int16_t v = 0; v < 2; ++v) {
        data.addRate({.variant = v, .day = kFirstDay}, 0, 4000, v == 0 ? 400 : 600);
        data.addRate({.variant = v, .day = kFirstDay + 7}, 0, 4000, 400);
    }
    const SufficientStatistics halves = data.build();
    const Report drift = computeReport({c.experiment, halves, c.plan, c.plan, {}, dayStart(kFirstDay + 9)});
    QVERIFY(health(drift, "effect_drift") == State::Warning);
}

void TestReport::tellsWhomRulesLeaveOut()
{
    using State = HealthCheck::State;
    const auto reportWith = [](std::int64_t botsInControl, std::int64_t botsInTreatment, bool hasRule = false) {
        Case c = caseOf(Method::Fixed, 4000);
        if (hasRule)
            c.experiment.enrolment.exclude = nlohmann::json::object();
        DataBuilder data;
        for (std::int16_t v = 0; v < 2; ++v) {
            data.addRate({.variant = v}, 0, 4000, v == 0 ? 400 : 410);
            data.addMoments({.variant = v}, kExcludedBots, {.units = v == 0 ? botsInControl : botsInTreatment});
            data.addMoments({.variant = v}, kExcludedByService, {.units = botsInControl > 0 ? 10 : 0});
        }
        const SufficientStatistics built = data.build();
        return computeReport({c.experiment, built, c.plan, c.plan, {}, dayStart(kFirstDay + 9)});
    };
    const auto has = [](const Report& report, std::string_view code) {
        return std::ranges::any_of(report.health, [&](const HealthCheck& h) { return h.sentence.code == code; });
    };
    QVERIFY(!has(reportWith(0, 0), "excluded_passed"));
    QVERIFY(health(reportWith(0, 0, true), "excluded_passed") == State::Passed);
    const Report some = reportWith(500, 510);
    QVERIFY(health(some, "units_excluded") == State::Passed);
    QVERIFY(!has(some, "exclusions_unbalanced"));
    // A fifth is much, and a rule cannot know the variant.
    QVERIFY(health(reportWith(1000, 1010), "units_excluded") == State::Warning);
    const Report skewed = reportWith(500, 700);
    QVERIFY(health(skewed, "exclusions_unbalanced") == State::Failed);
    // Those who are analysed are split as planned all the same.
    QVERIFY(!skewed.balance.mismatch);
    QCOMPARE(*skewed.balance.pValue, *reportWith(0, 0).balance.pValue);
}

void TestReport::seesASplitThatDriftsAtAnyTime()
{
    const auto balance = [](std::int64_t control, std::int64_t treatment) {
        return caseOf(Method::Fixed, 4000).report({{control, 0, 0}, {treatment, 0, 0}}).balance;
    };
    // scipy 1.10 gammaln: Dirichlet(500, 500) mixture over a fair split
    QVERIFY(isNear(*balance(10000, 9500).pValue, 0.01017305247733683, 1e-9));
    QVERIFY(!balance(10000, 9800).mismatch);
    QVERIFY(balance(10000, 9200).mismatch);
    QCOMPARE(*balance(5, 5).pValue, 1.0);
}

void TestReport::foreseesTheEnd()
{
    Case c = caseOf(Method::Fixed, 8000);
    c.days = 8;
    c.plan.smallestEffect = 0.1;
    const Report report = c.report({{4000, 400, 80}, {4000, 400, 80}});
    QCOMPARE(report.progress.fraction, 0.5);
    QCOMPARE(*report.progress.unitsPerDay, 500.0);
    QCOMPARE(*report.progress.daysLeft, 8.0);
    // se of the lift sqrt(2 * 0.1 * 0.9 / 4000) / 0.1 = 0.067082; drift 1.490712
    const ReportCell order = cell(report.planned, 0);
    QVERIFY(isNear(*order.power, 0.3197243526880226, 1e-9));
    QVERIFY(isNear(*order.daysLeft, 20.255967043656728, 1e-9));
}

void TestReport::flattensIntoRows()
{
    const Report report = caseOf(Method::AlwaysValid, 8000).report({{4000, 400, 80}, {4000, 620, 80}});
    const std::vector<SeriesRow> rows = seriesRowsOf(report);
    QCOMPARE(rows.size(), 4u); // metrics times variants
    QCOMPARE(rows[0].variant, std::string("control"));
    QCOMPARE(*rows[0].value, 0.1);
    QVERIFY(!rows[0].estimate && !rows[0].word);
    QCOMPARE(rows[1].variant, std::string("b"));
    QCOMPARE(*rows[1].lift, 620.0 / 400 - 1);
    QCOMPARE(*rows[1].lower, *cell(report.planned, 0).interval->lower);
    QVERIFY(rows[1].word == Word::Better && rows[1].decision == Decision::Ship);
    const nlohmann::json row = toJson(rows[1]);
    QCOMPARE(row["word"].get<std::string>(), std::string("better"));
    QVERIFY(toJson(rows[0])["lift"].is_null());
}

void TestReport::takesSnapshotsOnTime()
{
    const Timestamp start = dayStart(kFirstDay);
    const auto after = [start](int hours) { return start + std::chrono::hours(hours); };
    QVERIFY(!isSnapshotDue(start, std::nullopt, after(-1)));
    QVERIFY(isSnapshotDue(start, std::nullopt, start));
    QVERIFY(!isSnapshotDue(start, after(1), after(1) + std::chrono::minutes(59)));
    QVERIFY(isSnapshotDue(start, after(1) + std::chrono::minutes(59), after(2)));
    QVERIFY(isSnapshotDue(start, after(71), after(72)));
    QVERIFY(!isSnapshotDue(start, after(72), after(95)));
    QVERIFY(isSnapshotDue(start, after(95), after(96)));
}

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
