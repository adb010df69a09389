// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/reportview.h"

#include "core/analysis/outlook.h"
#include "core/analysis/reportsentences.h"

#include <algorithm>

namespace xp {

namespace {

PlannedMetric plannedOf(const Plan& plan, const Metric& metric)
{
    const auto it = std::ranges::find(plan.metrics, metric.name, &PlannedMetric::name);
    if (it != plan.metrics.end())
        return *it;
    return {.name = metric.name, .role = metric.role, .direction = metric.direction, .window = watchedFor(metric)};
}

FamilyRule ruleOf(CorrectionMethod method)
{
    switch (method) {
    case CorrectionMethod::None:
        return FamilyRule::None;
    case CorrectionMethod::Bonferroni:
        return FamilyRule::Bonferroni;
    case CorrectionMethod::Holm:
        return FamilyRule::Holm;
    case CorrectionMethod::BenjaminiHochberg:
        return FamilyRule::BenjaminiHochberg;
    }
    return FamilyRule::Holm;
}

std::vector<Percentile> percentilesOf(const MetricAnalysis& analysis, std::size_t variant)
{
    std::vector<Percentile> percentiles;
    if (variant >= analysis.shapes.size() || analysis.shapes[variant].units() == 0)
        return percentiles;
    for (const double share : {0.5, 0.9, 0.99, 0.999})
        percentiles.push_back({share, percentileOf(analysis.shapes[variant], share) * scaleOf(analysis.metric)});
    return percentiles;
}

/// A quantile is weighted over the epochs by their units.
std::optional<double> armValue(const MetricAnalysis& analysis, std::size_t variant)
{
    if (analysis.metric.kind != MetricKind::Quantile)
        return valueOf(analysis.arms[variant], analysis.metric);
    double sum = 0;
    double units = 0;
    for (const EpochArms& epoch : analysis.cohort.epochs) {
        if (variant >= epoch.quantiles.size())
            continue;
        const OrderStatistics& statistics = epoch.quantiles[variant];
        sum += static_cast<double>(statistics.units) * static_cast<double>(statistics.value);
        units += static_cast<double>(statistics.units);
    }
    return units > 0 ? std::optional(sum / units * scaleOf(analysis.metric)) : std::nullopt;
}

/// Revenue-like: what a few units spend can outweigh all others.
bool isRevenueLike(const Metric& metric)
{
    return metric.kind == MetricKind::Sum || metric.kind == MetricKind::Mean || metric.kind == MetricKind::Ratio;
}

/// Shape, adjustment and what a reader should know of them.
void addShape(ReportMetric& metric, const MetricAnalysis& analysis, const Plan& plan)
{
    constexpr double kHeavyTail = 3;       // an exponential has 2
    constexpr double kProposedCap = 0.999; // docs/semantics.md
    const double scale = scaleOf(analysis.metric);
    metric.skewness = analysis.skewness;
    if (analysis.shapesAsOf)
        metric.shape = ReportShape{.asOf = *analysis.shapesAsOf, .skewness = analysis.skewness};
    if (analysis.cap && metric.shape) {
        metric.shape->cap = static_cast<double>(analysis.cap->value) * scale;
        metric.shape->unitsCut = analysis.cap->unitsCut;
        metric.notes.push_back(sentences::valuesCut(metric.name, *metric.shape->cap, analysis.cap->unitsCut));
    } else if (analysis.planned) {
        metric.notes.push_back(sentences::notCut(metric.name));
    } else if (metric.shape && isRevenueLike(analysis.metric) && analysis.skewness > kHeavyTail) {
        Histogram pooled;
        for (const Histogram& shape : analysis.shapes)
            pooled += shape;
        metric.notes.push_back(
            sentences::capProposed(metric.name, kProposedCap, percentileOf(pooled, kProposedCap) * scale));
    }
    if (analysis.reduction)
        metric.adjustment = ReportAdjustment{analysis.reduction->unitsWithHistory, analysis.reduction->share};
    else if (plan.cuped)
        metric.notes.push_back(sentences::notAdjusted(metric.name, analysis.cap.has_value()));
    if (analysis.strata > 1)
        metric.notes.push_back(sentences::stratified(metric.name, analysis.strata));
    if (!analysis.leftOut.empty())
        metric.notes.push_back(sentences::epochsLeftOut(metric.name, analysis.leftOut));
    if (analysis.cohort.beyondRange > 0)
        metric.notes.push_back(sentences::beyondRange(metric.name, analysis.cohort.beyondRange));
    const std::int64_t units = analysis.fewestUnits;
    const std::int64_t needed = unitsForFixedTest(analysis.skewness);
    if (plan.method == Method::Fixed && analysis.gate.isOpen() && hasShape(analysis.metric) && units < needed)
        metric.notes.push_back(sentences::skewed(metric.name, units, needed));
}

} // namespace

Hypothesis TestedMetric::margin() const
{
    if (!hasMargin())
        return {};
    return {.value = -sign() * planned.margin->value, .relative = planned.margin->relative};
}

ViewBuilder::ViewBuilder(const ReportInput& input, const std::vector<MetricAnalysis>& analyses, const Plan& plan,
                         const PlanClock& clock, Options options)
    : m_input(input), m_plan(plan), m_clock(clock), m_options(options)
{
    if (plan.method == Method::GroupSequential)
        prepareLooks();
    for (const MetricAnalysis& analysis : analyses) {
        TestedMetric& metric = m_metrics.emplace_back();
        metric.analysis = &analysis;
        metric.planned = plannedOf(plan, analysis.metric);
        for (std::size_t i = 0; i < analysis.contrasts.size(); ++i) {
            metric.tests.push_back(makeTest(analysis, i));
            const CellHistory* history = historyOf(analysis, i);
            metric.crossedAt.push_back(history ? history->crossedAt : std::nullopt);
        }
    }
    correct();
}

/// Between looks the cells are as the last one left them. Before the first, and in a view that is not the plan's, it is
/// as if one looked now, all planned looks before having found nothing.
void ViewBuilder::prepareLooks()
{
    std::vector<double> rates;
    if (m_options.asPlanned) {
        rates = m_input.history.rates;
        m_usesPresent = m_clock.isLook || rates.empty();
    } else {
        std::ranges::copy_if(m_plan.looks, std::back_inserter(rates),
                             [this](double share) { return share < std::min(m_clock.fraction, 1.0); });
    }
    m_looksBefore = rates.size();
    m_usesPresent = m_usesPresent && m_clock.fraction > (rates.empty() ? 0.0 : rates.back());
    if (m_usesPresent)
        rates.push_back(m_clock.fraction);
    if (!rates.empty())
        m_groupSequential = std::make_shared<GroupSequentialRule>(std::move(rates), m_clock.completed && m_usesPresent,
                                                                  m_plan.spending, m_plan.spendingGamma);
}

const std::string& ViewBuilder::treatmentName(std::size_t treatment) const
{
    return m_input.experiment.variants[treatment + 1].name;
}

const CellHistory* ViewBuilder::historyOf(const MetricAnalysis& analysis, std::size_t treatment) const
{
    return m_options.asPlanned ? m_input.history.find(analysis.metric.name, treatmentName(treatment)) : nullptr;
}

double ViewBuilder::tuningUnits() const
{
    if (!m_plan.unitsPerVariant)
        return kDefaultTuningUnits;
    return static_cast<double>(*m_plan.unitsPerVariant) * static_cast<double>(m_input.experiment.variants.size());
}

std::unique_ptr<CellTest> ViewBuilder::makeTest(const MetricAnalysis& analysis, std::size_t treatment) const
{
    const Contrast& contrast = analysis.contrasts[treatment];
    switch (m_plan.method) {
    case Method::Fixed:
        if (const CellHistory* history = historyOf(analysis, treatment); history && history->planned)
            return std::make_unique<FixedCellTest>(Contrast({history->planned->strata, {}}, analysis.metric));
        return std::make_unique<FixedCellTest>(contrast);
    case Method::GroupSequential:
        return groupSequentialTest(contrast, historyOf(analysis, treatment));
    case Method::AlwaysValid:
        return alwaysValidTest(contrast, historyOf(analysis, treatment), m_plan.level);
    case Method::Bayesian:
        return std::make_unique<BayesianCellTest>(contrast, m_plan.priorMean, m_plan.priorDeviation);
    }
    return nullptr;
}

std::unique_ptr<CellTest> ViewBuilder::groupSequentialTest(const Contrast& contrast, const CellHistory* history) const
{
    std::vector<NumberedLook> looks = history ? history->looks : std::vector<NumberedLook>();
    std::erase_if(looks, [this](const NumberedLook& look) { return look.position >= m_looksBefore; });
    if (const auto numbers = lookNumbersOf(contrast, m_input.now); numbers && m_usesPresent)
        looks.push_back({m_looksBefore, *numbers});
    return std::make_unique<SequentialCellTest>("group_sequential", m_groupSequential, std::move(looks));
}

std::unique_ptr<CellTest> ViewBuilder::alwaysValidTest(const Contrast& contrast, const CellHistory* history,
                                                       double level) const
{
    std::vector<NumberedLook> looks;
    if (history && history->strongest)
        looks.push_back({0, *history->strongest});
    if (const auto numbers = lookNumbersOf(contrast, m_input.now))
        looks.push_back({0, *numbers});
    return std::make_unique<SequentialCellTest>(
        "always_valid", std::make_shared<SequenceRule>(Sequence(level, tuningUnits())), std::move(looks));
}

FamilyRule ViewBuilder::primaryRule() const
{
    const FamilyRule rule = ruleOf(m_plan.correction);
    // A group-sequential plan divides its level over the hypotheses before it spends it over the looks.
    return m_plan.method == Method::GroupSequential && rule == FamilyRule::Holm ? FamilyRule::Bonferroni : rule;
}

void ViewBuilder::correct()
{
    std::vector<TestedMetric*> primaries;
    std::vector<TestedMetric*> secondaries;
    for (TestedMetric& metric : m_metrics) {
        if (metric.planned.role == MetricRole::Guardrail || m_plan.method == Method::Bayesian)
            correctFamily({&metric}, FamilyRule::None);
        else
            (metric.planned.role == MetricRole::Primary ? primaries : secondaries).push_back(&metric);
    }
    if (m_plan.family == CorrectionFamily::All) {
        primaries.insert(primaries.end(), secondaries.begin(), secondaries.end());
        secondaries.clear();
    }
    if (m_plan.family == CorrectionFamily::PerMetric) {
        for (TestedMetric* metric : primaries)
            correctFamily({metric}, primaryRule());
    } else {
        correctFamily(primaries, primaryRule());
    }
    correctFamily(secondaries, FamilyRule::BenjaminiHochberg);
}

/// Two-sided, or in the metric's direction only; a guardrail with a margin: against being worse by it.
std::optional<double> ViewBuilder::familyPValue(const TestedMetric& metric, std::size_t treatment) const
{
    const CellTest& test = *metric.tests[treatment];
    if (m_plan.alternative == Alternative::Better && !metric.hasMargin())
        return test.pValue({}, metric.sign());
    return test.pValue();
}

void ViewBuilder::correctFamily(const std::vector<TestedMetric*>& family, FamilyRule rule)
{
    std::vector<std::optional<double>> p;
    for (const TestedMetric* metric : family) {
        for (std::size_t i = 0; i < metric->tests.size(); ++i)
            p.push_back(familyPValue(*metric, i));
    }
    const std::vector<Adjusted> adjusted = adjustFamily(p, rule, m_plan.level);
    auto next = adjusted.begin();
    for (TestedMetric* metric : family) {
        const auto end = next + static_cast<std::ptrdiff_t>(metric->tests.size());
        metric->adjusted.assign(next, end);
        next = end;
    }
}

bool ViewBuilder::isVerdictDue() const
{
    if (m_options.lookAnyway)
        return true;
    switch (m_plan.method) {
    case Method::Fixed:
        return m_clock.completed || (!m_plan.unitsPerVariant && !m_plan.durationDays);
    case Method::GroupSequential:
        return m_clock.isLook || (m_options.asPlanned && !m_input.history.rates.empty());
    case Method::AlwaysValid:
    case Method::Bayesian:
        return true;
    }
    return true;
}

/// One-sided at the plan's level on either side of the margin.
Word ViewBuilder::wordOfMargin(const TestedMetric& metric, std::size_t treatment) const
{
    const auto passes = metric.tests[treatment]->pValue(metric.margin(), metric.sign());
    const auto fails = metric.tests[treatment]->pValue(metric.margin(), -metric.sign());
    if (passes && *passes <= m_plan.level)
        return Word::NonInferior;
    return fails && *fails <= m_plan.level ? Word::Inferior : Word::Undecided;
}

Word ViewBuilder::wordOfEffect(const TestedMetric& metric, std::size_t treatment) const
{
    if (!metric.adjusted[treatment].significant)
        return Word::Undecided;
    if (m_plan.alternative == Alternative::Better)
        return Word::Better;
    const auto better = metric.tests[treatment]->pValue({}, metric.sign());
    const auto worse = metric.tests[treatment]->pValue({}, -metric.sign());
    return better && worse && *better < *worse ? Word::Better : Word::Worse;
}

Word ViewBuilder::word(const TestedMetric& metric, std::size_t treatment) const
{
    if (m_options.isUnusable)
        return Word::Unusable;
    if (!metric.analysis->gate.isOpen())
        return Word::TooEarly;
    if (!isVerdictDue())
        return Word::Waiting;
    return metric.hasMargin() ? wordOfMargin(metric, treatment) : wordOfEffect(metric, treatment);
}

bool ViewBuilder::isHarmful(const TestedMetric& metric, std::size_t treatment) const
{
    if (metric.planned.role == MetricRole::Secondary || !metric.analysis->gate.isOpen())
        return false;
    const auto test =
        alwaysValidTest(metric.analysis->contrasts[treatment], historyOf(*metric.analysis, treatment), 2 * kHarmLevel);
    const auto p = test->pValue(metric.margin(), -metric.sign());
    return p && *p <= kHarmLevel;
}

/// Of the two-sided interval that goes with the cell's test.
double ViewBuilder::intervalAlpha(const TestedMetric& metric, std::size_t treatment) const
{
    if (metric.hasMargin())
        return std::min(2 * m_plan.level, 0.999);
    const double alpha = metric.adjusted[treatment].intervalAlpha;
    return m_plan.alternative == Alternative::Better ? std::min(2 * alpha, 0.999) : alpha;
}

std::optional<Bounds> ViewBuilder::bounds(const TestedMetric& metric, const std::optional<Interval>& interval) const
{
    auto bounds = boundsOf(interval);
    if (bounds && m_plan.alternative == Alternative::Better && !metric.hasMargin())
        (metric.sign() > 0 ? bounds->upper : bounds->lower).reset();
    return bounds;
}

ViewBuilder::Shown ViewBuilder::shownOf(const TestedMetric& metric, std::size_t treatment) const
{
    const auto of = [](const Contrast& contrast, std::optional<Timestamp> asOf) {
        return Shown{asOf, contrast.control(), contrast.treatment(), contrast.estimate(), contrast.lift()};
    };
    const CellHistory* history = historyOf(*metric.analysis, treatment);
    if (history && history->planned && m_plan.method == Method::Fixed)
        return of(Contrast({history->planned->strata, {}}, metric.analysis->metric), history->planned->time);
    if (history && !history->looks.empty() && m_plan.method == Method::GroupSequential && !m_usesPresent) {
        const LookNumbers& last = history->looks.back().numbers;
        return {last.time, last.control, last.treatment, last.treatment - last.control,
                last.control > 0 ? std::optional((last.treatment - last.control) / last.control) : std::nullopt};
    }
    return of(metric.analysis->contrasts[treatment], std::nullopt);
}

ReportCell ViewBuilder::cell(const TestedMetric& metric, std::size_t treatment) const
{
    const Contrast& contrast = metric.analysis->contrasts[treatment];
    const CellTest& test = *metric.tests[treatment];
    const double alpha = intervalAlpha(metric, treatment);
    const bool isBayesian = m_plan.method == Method::Bayesian;
    const bool oneSided = m_plan.alternative == Alternative::Better && !metric.hasMargin();
    const Shown shown = shownOf(metric, treatment);
    ReportCell cell{.treatment = treatmentName(treatment),
                    .word = word(metric, treatment),
                    .test = test.name(),
                    .estimate = shown.estimate,
                    .interval = bounds(metric, test.interval(alpha)),
                    .lift = shown.lift,
                    .liftInterval = bounds(metric, test.liftInterval(alpha)),
                    .level = oneSided ? 1 - alpha / 2 : 1 - alpha,
                    .crossedAt = metric.crossedAt[treatment],
                    .asOf = shown.asOf};
    if (!isBayesian) {
        cell.pValue = familyPValue(metric, treatment);
        cell.adjustedPValue = metric.adjusted[treatment].pValue;
        if (metric.hasMargin())
            cell.marginPValue = test.pValue(metric.margin(), metric.sign());
    }
    const BayesianCellTest posterior(contrast, m_plan.priorMean, m_plan.priorDeviation);
    if (const auto interval = posterior.liftInterval(m_plan.level))
        cell.posterior = Posterior{.probabilityBetter = posterior.pValue({}, -metric.sign()).value_or(0.5),
                                   .expectedLoss = posterior.expectedLoss(metric.sign()).value_or(0),
                                   .interval = *interval};
    const CellOutlook outlook = outlookOf(m_plan, contrast, alpha, m_clock);
    cell.power = outlook.power;
    cell.daysLeft = outlook.daysLeft;
    return cell;
}

sentences::Effect ViewBuilder::effect(const TestedMetric& metric, std::size_t treatment) const
{
    const ReportCell said = cell(metric, treatment);
    const Shown shown = shownOf(metric, treatment);
    return {.treatment = said.treatment,
            .metric = metric.analysis->metric.name,
            .isRate = isRate(metric.analysis->metric.kind),
            .control = shown.control,
            .treated = shown.treatment,
            .estimate = said.estimate,
            .interval = said.interval,
            .lift = said.lift,
            .liftInterval = said.liftInterval,
            .level = said.level};
}

std::vector<ReportMetric> ViewBuilder::reportMetrics() const
{
    std::vector<ReportMetric> metrics;
    for (const TestedMetric& tested : m_metrics) {
        const MetricAnalysis& analysis = *tested.analysis;
        ReportMetric& metric = metrics.emplace_back(ReportMetric{.name = analysis.metric.name,
                                                                 .kind = analysis.metric.kind,
                                                                 .role = tested.planned.role,
                                                                 .direction = tested.planned.direction,
                                                                 .margin = tested.planned.margin,
                                                                 .maturing = analysis.cohort.maturing});
        addShape(metric, analysis, m_plan);
        if (!analysis.gate.isOpen())
            metric.gate = sentences::gateClosed(analysis.metric.name, analysis.gate);
        for (std::size_t i = 0; i < analysis.arms.size(); ++i)
            metric.arms.push_back({.variant = m_input.experiment.variants[i].name,
                                   .units = analysis.arms[i].units,
                                   .converted = analysis.arms[i].converted,
                                   .value = armValue(analysis, i),
                                   .percentiles = percentilesOf(analysis, i)});
        for (std::size_t i = 0; i < tested.tests.size(); ++i)
            metric.cells.push_back(cell(tested, i));
    }
    return metrics;
}

} // namespace xp
