// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/stats.h"

#include "core/analysis/recommendation.h"
#include "core/analysis/reportview.h"
#include "core/analysis/sequence.h"
#include "core/stats/proportions.h"

#include <algorithm>
#include <limits>

namespace xp {

namespace {

/// A metric with its hypotheses corrected: one for each treatment.
struct Tested
{
    const MetricAnalysis& analysis;
    std::vector<std::optional<double>> pValues;
    std::vector<Adjusted> adjusted;
    std::vector<double> intervalAlphas; ///< of the two-sided intervals

    bool isSignificant(std::size_t treatment) const
    {
        return analysis.gate.isOpen() && adjusted[treatment].significant;
    }
    /// The statistic, positive where the treatment does better.
    double gain(std::size_t treatment) const
    {
        return analysis.sign() * analysis.contrasts[treatment].statistic().value_or(0);
    }
    bool isBetter(std::size_t treatment) const { return isSignificant(treatment) && gain(treatment) > 0; }
    bool isWorse(std::size_t treatment) const { return isSignificant(treatment) && gain(treatment) < 0; }
};

/// One cell of the headline.
struct Cell
{
    const Tested* metric = nullptr;
    std::size_t treatment = 0;

    const Contrast& contrast() const { return metric->analysis.contrasts[treatment]; }
    const Adjusted& adjusted() const { return metric->adjusted[treatment]; }
    double intervalAlpha() const { return metric->intervalAlphas[treatment]; }
};

class SingleLook
{
public:
    SingleLook(const Experiment& experiment, const SufficientStatistics& data, Timestamp now);
    Stats result();

private:
    Tested asReported(const MetricAnalysis& analysis, const TestedMetric& reported) const;
    Tested onItsOwn(const MetricAnalysis& analysis) const;
    void testAll();
    void addHeadline();
    void addMetrics();
    void addProgress();
    void addOutcome();
    void addWarnings();
    void addMetricWarnings(const MetricAnalysis& analysis);

    std::vector<VariantStats> variantsOf(const std::vector<Moments>& arms, const Metric& metric) const;
    std::vector<Comparison> comparisonsOf(const Tested& tested) const;
    const VariantStats* smallestVariant() const;
    std::optional<Cell> bestImprovement() const;
    /// The cell with the smallest adjusted p-value among those that `accept` takes.
    template <typename Accept>
    std::optional<Cell> smallestP(Accept accept) const;
    std::optional<Cell> mostHarmful() const;
    std::optional<Cell> worseGuardrail(std::size_t treatment) const;
    std::optional<Sentence> closedGate() const;
    std::optional<Sentence> tooEarly() const;
    bool isHarmful(const Tested& tested, std::size_t treatment) const;
    Verdict verdict() const;
    bool isOver() const { return m_experiment.status == Status::Stopped || m_experiment.status == Status::Archived; }
    bool hasPrimary() const { return m_stats.headline.kind == Headline::Kind::Primary; }
    sentences::Effect effectOf(const Cell& cell) const;

    const Experiment& m_experiment;
    const SufficientStatistics& m_data;
    Timestamp m_now;
    Plan m_plan; ///< the plan's, looked at once
    Cohort m_units;
    SampleBalance m_balance;
    std::vector<MetricAnalysis> m_analyses; ///< by position in Experiment::metrics
    std::optional<MetricAnalysis> m_anyAnalysis;
    std::vector<Tested> m_metrics; ///< of m_analyses
    std::optional<Tested> m_anyConversion;
    std::vector<const Tested*> m_headline;
    Stats m_stats;
};

SingleLook::SingleLook(const Experiment& experiment, const SufficientStatistics& data, Timestamp now)
    : m_experiment(experiment)
    , m_data(data)
    , m_now(now)
    , m_plan(decidingPlan(experiment))
    , m_units(selectCohort(experiment, data, kUnitsOnly, std::nullopt, now))
    , m_balance(balanceOf(m_units))
{
    m_plan.method = Method::Fixed;
    m_stats.headline = headlineOf(experiment);
    for (std::size_t i = 0; i < experiment.metrics.size(); ++i)
        m_analyses.push_back(analyseMetric(experiment, data, static_cast<std::int16_t>(i), now, {{}, &m_plan}));
    if (keepsAnyConversion(experiment))
        m_anyAnalysis = analyseMetric(experiment, data, kAnyConversion, now);
    testAll();
    if (m_anyConversion)
        m_headline = {&*m_anyConversion};
    else
        for (const std::size_t position : m_stats.headline.metrics)
            m_headline.push_back(&m_metrics[position]);
}

/// With the numbers of the report: corrected over its families, guardrails against their margins.
Tested SingleLook::asReported(const MetricAnalysis& analysis, const TestedMetric& reported) const
{
    const bool isOneSided = m_plan.alternative == Alternative::Better && !reported.hasMargin();
    Tested tested{analysis, {}, reported.adjusted, {}};
    for (const auto& test : reported.tests)
        tested.pValues.push_back(isOneSided ? test->pValue({}, reported.sign()) : test->pValue());
    for (const Adjusted& adjusted : reported.adjusted) {
        const double alpha = reported.hasMargin() ? 2 * m_plan.level : adjusted.intervalAlpha;
        tested.intervalAlphas.push_back(std::min(isOneSided ? 2 * alpha : alpha, 0.999));
    }
    return tested;
}

/// Holm over the treatments.
Tested SingleLook::onItsOwn(const MetricAnalysis& analysis) const
{
    std::vector<std::optional<double>> p;
    for (const Contrast& contrast : analysis.contrasts)
        p.push_back(contrast.pValue());
    Tested tested{analysis, p, adjustFamily(p, FamilyRule::Holm, m_plan.level), {}};
    for (const Adjusted& adjusted : tested.adjusted)
        tested.intervalAlphas.push_back(adjusted.intervalAlpha);
    return tested;
}

/// Where a metric is primary, the families are the report's. Without one each metric stands for itself, as in the
/// service replaced.
void SingleLook::testAll()
{
    const ReportHistory none;
    const PlanClock clock;
    const ReportInput input{m_experiment, m_data, m_plan, m_plan, none, m_now};
    const ViewBuilder builder(input, m_analyses, m_plan, clock, {.asPlanned = false});
    for (std::size_t i = 0; i < m_analyses.size(); ++i)
        m_metrics.push_back(hasPrimary() ? asReported(m_analyses[i], builder.metrics()[i]) : onItsOwn(m_analyses[i]));
    if (m_anyAnalysis)
        m_anyConversion.emplace(onItsOwn(*m_anyAnalysis));
}

std::vector<VariantStats> SingleLook::variantsOf(const std::vector<Moments>& arms, const Metric& metric) const
{
    std::vector<VariantStats> variants;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        const Moments& arm = arms[i];
        const ValueSummary values = valueSummaryOf(arm, metric);
        VariantStats& v = variants.emplace_back(VariantStats{.variant = m_experiment.variants[i].name,
                                                             .sampleSize = arm.units,
                                                             .conversions = arm.converted,
                                                             .meanValue = values.mean,
                                                             .stdDev = values.standardDeviation});
        const auto n = static_cast<double>(arm.units);
        const auto x = static_cast<double>(arm.converted);
        const auto interval =
            stats::proportionInterval({.n = n, .x = x}, m_stats.confidenceLevel, stats::ProportionMethod::Wilson);
        if (interval) {
            v.conversionRate = x / n;
            // At rates of 0 and 1 an end is the rate itself, save for a rounding.
            v.confidenceInterval =
                Interval{std::min(interval->lower, *v.conversionRate), std::max(interval->upper, *v.conversionRate)};
        }
    }
    return variants;
}

std::vector<Comparison> SingleLook::comparisonsOf(const Tested& tested) const
{
    std::vector<Comparison> comparisons;
    for (std::size_t i = 0; i < tested.analysis.contrasts.size(); ++i) {
        const Contrast& contrast = tested.analysis.contrasts[i];
        const Adjusted& adjusted = tested.adjusted[i];
        comparisons.push_back({.treatment = m_experiment.variants[i + 1].name,
                               .estimate = contrast.estimate(),
                               .effectSize = contrast.lift(),
                               .effectSizeInterval = contrast.liftInterval(tested.intervalAlphas[i]),
                               .confidenceInterval = contrast.interval(tested.intervalAlphas[i]),
                               .level = 1 - tested.intervalAlphas[i],
                               .test = contrast.testName(),
                               .statistic = contrast.statistic(),
                               .pValue = tested.pValues[i],
                               .adjustedPValue = adjusted.pValue});
    }
    return comparisons;
}

void SingleLook::addMetrics()
{
    for (const Tested& tested : m_metrics) {
        const Metric& metric = tested.analysis.metric;
        m_stats.metrics.push_back({.name = metric.name,
                                   .kind = metric.kind,
                                   .role = metric.role,
                                   .direction = metric.direction,
                                   .variants = variantsOf(tested.analysis.arms, metric),
                                   .comparisons = comparisonsOf(tested)});
    }
}

void SingleLook::addHeadline()
{
    if (!m_headline.empty()) {
        const MetricAnalysis& first = m_headline.front()->analysis;
        m_stats.variants = variantsOf(first.arms, first.metric);
        m_stats.comparisons = comparisonsOf(*m_headline.front());
    } else {
        std::vector<Moments> arms;
        for (std::size_t i = 0; i < m_experiment.variants.size(); ++i)
            arms.push_back(m_units.total(i));
        m_stats.variants = variantsOf(arms, Metric{});
    }
    std::int64_t units = 0;
    for (const VariantStats& variant : m_stats.variants) {
        units += variant.sampleSize;
        m_stats.totalConversions += variant.conversions;
    }
    if (!m_stats.variants.empty())
        m_stats.sampleSizePerVariant = units / static_cast<std::int64_t>(m_stats.variants.size());
}

/// Of those that units come to.
const VariantStats* SingleLook::smallestVariant() const
{
    const VariantStats* smallest = nullptr;
    for (std::size_t i = 0; i < m_stats.variants.size(); ++i) {
        const VariantStats& variant = m_stats.variants[i];
        if (isInUse(m_experiment, i, variant.sampleSize) && (!smallest || variant.sampleSize < smallest->sampleSize))
            smallest = &variant;
    }
    return smallest;
}

void SingleLook::addProgress()
{
    Progress& progress = m_stats.progress;
    progress.target = m_plan.unitsPerVariant.value_or(m_experiment.targetSampleSize);
    const VariantStats* smallest = smallestVariant();
    progress.smallestVariant = smallest ? smallest->sampleSize : 0;
    if (progress.target > 0)
        progress.fraction =
            std::min(1.0, static_cast<double>(progress.smallestVariant) / static_cast<double>(progress.target));
    const auto days = daysRun(m_experiment, m_data, m_now);
    const bool isLastDay = m_plan.durationDays && days && *days >= *m_plan.durationDays;
    m_stats.plannedLook = progress.smallestVariant > 0 && (progress.smallestVariant >= progress.target || isLastDay);
}

/// The significant improvement that is largest in relative terms, of a treatment that is worse on no headline metric.
std::optional<Cell> SingleLook::bestImprovement() const
{
    std::optional<Cell> best;
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < m_experiment.variants.size(); ++i) {
        if (std::ranges::any_of(m_headline, [i](const Tested* t) { return t->isWorse(i); }))
            continue;
        for (const Tested* tested : m_headline) {
            if (!tested->isBetter(i))
                continue;
            const Contrast& contrast = tested->analysis.contrasts[i];
            const double size = tested->analysis.sign() * contrast.lift().value_or(contrast.estimate().value_or(0));
            if (size > most) {
                most = size;
                best = Cell{tested, i};
            }
        }
    }
    return best;
}

template <typename Accept>
std::optional<Cell> SingleLook::smallestP(Accept accept) const
{
    std::optional<Cell> smallest;
    const auto rank = [](const Cell& c) {
        return std::pair{c.adjusted().pValue.value_or(2), c.contrast().pValue().value_or(2)};
    };
    for (const Tested* tested : m_headline) {
        for (std::size_t i = 0; i < tested->analysis.contrasts.size(); ++i) {
            const Cell cell{tested, i};
            if (accept(cell) && (!smallest || rank(cell) < rank(*smallest)))
                smallest = cell;
        }
    }
    return smallest;
}

/// Worse by an always-valid test, which may be looked at at any time.
bool SingleLook::isHarmful(const Tested& tested, std::size_t treatment) const
{
    const MetricAnalysis& analysis = tested.analysis;
    const Contrast& contrast = analysis.contrasts[treatment];
    const auto error = contrast.standardError();
    if (analysis.metric.role == MetricRole::Secondary || !analysis.gate.isOpen() || !error || !contrast.estimate())
        return false;
    const double planned =
        static_cast<double>(m_plan.unitsPerVariant.value_or(0)) * static_cast<double>(m_experiment.variants.size());
    const Sequence sequence(2 * kHarmLevel, planned > 0 ? planned : kDefaultTuningUnits);
    return -analysis.sign() * *contrast.estimate() > *error * sequence.critical(contrast.units(), 2 * kHarmLevel);
}

std::optional<Cell> SingleLook::mostHarmful() const
{
    std::optional<Cell> worst;
    for (const Tested& tested : m_metrics) {
        for (std::size_t i = 0; i < tested.analysis.contrasts.size(); ++i) {
            const Cell cell{&tested, i};
            if (isHarmful(tested, i) && (!worst || tested.gain(i) < worst->metric->gain(worst->treatment)))
                worst = cell;
        }
    }
    return worst;
}

/// A guardrail that the treatment makes worse; guardrails are not corrected.
std::optional<Cell> SingleLook::worseGuardrail(std::size_t treatment) const
{
    for (const Tested& tested : m_metrics) {
        const auto p = tested.analysis.contrasts[treatment].pValue();
        if (tested.analysis.metric.role == MetricRole::Guardrail && tested.analysis.gate.isOpen() && p &&
            *p <= m_plan.level && tested.gain(treatment) < 0)
            return Cell{&tested, treatment};
    }
    return std::nullopt;
}

std::optional<Sentence> SingleLook::closedGate() const
{
    for (const Tested* tested : m_headline) {
        if (!tested->analysis.gate.isOpen())
            return sentences::gateClosed(tested->analysis.metric.name, tested->analysis.gate);
    }
    return std::nullopt;
}

std::optional<Sentence> SingleLook::tooEarly() const
{
    if (auto gate = closedGate())
        return gate;
    if (const auto days = daysRun(m_experiment, m_data, m_now); days && *days < m_plan.minimumDays)
        return sentences::tooFewDays(*days, m_plan.minimumDays);
    return std::nullopt;
}

Verdict SingleLook::verdict() const
{
    const bool ended = m_stats.plannedLook || isOver();
    DecisionFacts facts{.invalid = m_balance.mismatch || m_units.epochs.empty(),
                        .tooEarly = tooEarly().has_value(),
                        .hasPrimary = hasPrimary(),
                        .ended = ended};
    for (std::size_t i = 0; i + 1 < m_experiment.variants.size(); ++i) {
        const auto onHeadline = [&](auto test) {
            return std::ranges::any_of(m_headline, [&](const Tested* t) { return (t->*test)(i); });
        };
        facts.treatments.push_back({
            .harmful = std::ranges::any_of(m_metrics, [&](const Tested& t) { return isHarmful(t, i); }),
            .better = m_stats.plannedLook && onHeadline(&Tested::isBetter),
            .worse = ended && onHeadline(&Tested::isWorse),
            .guardrailsPass = !worseGuardrail(i),
            .isInUse = isInUse(m_experiment, i + 1, m_stats.variants[i + 1].sampleSize),
        });
    }
    return decide(facts);
}

sentences::Effect SingleLook::effectOf(const Cell& cell) const
{
    const Contrast& contrast = cell.contrast();
    const double alpha = cell.intervalAlpha();
    const Metric& metric = cell.metric->analysis.metric;
    return {.treatment = m_experiment.variants[cell.treatment + 1].name,
            .metric = cell.metric == (m_anyConversion ? &*m_anyConversion : nullptr) ? "any conversion" : metric.name,
            .isRate = isRate(metric.kind),
            .control = contrast.control(),
            .treated = contrast.treatment(),
            .estimate = contrast.estimate(),
            .interval = boundsOf(contrast.interval(alpha)),
            .lift = contrast.lift(),
            .liftInterval = boundsOf(contrast.liftInterval(alpha)),
            .level = 1 - alpha};
}

void SingleLook::addOutcome()
{
    const Decision decision = verdict().decision;
    m_stats.decision = toString(decision);
    const bool usable = decision != Decision::Invalid;
    const auto winner = usable ? bestImprovement() : std::nullopt;
    const auto nearest = winner ? winner : smallestP([](const Cell& c) { return c.adjusted().pValue.has_value(); });
    if (winner)
        m_stats.winner = m_experiment.variants[winner->treatment + 1].name;
    if (nearest) {
        m_stats.pValue = nearest->adjusted().pValue;
        m_stats.effectSize = nearest->contrast().lift();
        m_stats.statisticalSignificance = usable && nearest->metric->isSignificant(nearest->treatment);
    }
    const auto effect = [this](const std::optional<Cell>& cell) {
        return cell ? std::optional(effectOf(*cell)) : std::nullopt;
    };
    const VariantStats* smallest = smallestVariant();
    const std::int64_t smallestUnits = m_stats.progress.smallestVariant;
    // A plan may end with its days, however many units there are then.
    m_stats.recommendation =
        recommend(m_experiment, m_balance,
                  {.status = m_experiment.status,
                   .control = m_stats.controlVariant,
                   .smallestVariant = smallest ? smallest->variant : std::string(),
                   .smallest = smallestUnits,
                   .planned = m_stats.plannedLook ? smallestUnits : m_stats.progress.target,
                   .hasHeadline = !m_headline.empty(),
                   .hasPrimary = hasPrimary(),
                   .decision = decision,
                   .gateClosed = closedGate(),
                   .tooEarly = tooEarly(),
                   .harm = effect(mostHarmful()),
                   .winner = effect(winner),
                   .guardrail = winner ? effect(worseGuardrail(winner->treatment)) : std::nullopt,
                   .worst = effect(smallestP([](const Cell& c) { return c.metric->isWorse(c.treatment); })),
                   .nearest = effect(nearest)});
}

void SingleLook::addMetricWarnings(const MetricAnalysis& analysis)
{
    const std::string& name = analysis.metric.name;
    auto& warnings = m_stats.warnings;
    if (analysis.cohort.maturing > 0)
        warnings.push_back(sentences::maturing(name, analysis.cohort.maturing));
    const std::int64_t units = analysis.fewestUnits;
    if (units >= kFewestUnits && !analysis.gate.isOpen())
        warnings.push_back(sentences::gateClosed(name, analysis.gate));
    const std::int64_t needed = unitsForFixedTest(analysis.skewness);
    if (analysis.gate.isOpen() && valueKindOf(analysis.metric) != ValueKind::Proportion && units < needed)
        warnings.push_back(sentences::skewed(name, units, needed));
    if (analysis.strata > 1)
        warnings.push_back(sentences::stratified(name, analysis.strata));
    if (!analysis.leftOut.empty())
        warnings.push_back(sentences::epochsLeftOut(name, analysis.leftOut));
    if (analysis.cohort.beyondRange > 0)
        warnings.push_back(sentences::beyondRange(name, analysis.cohort.beyondRange));
}

void SingleLook::addWarnings()
{
    auto& warnings = m_stats.warnings;
    if (m_balance.mismatch)
        warnings.push_back(sentences::splitMismatch(m_experiment, m_balance));
    if (!hasPrimary())
        warnings.push_back(m_headline.empty() ? sentences::noHeadline() : sentences::noPrimaryMetric());
    const Progress& progress = m_stats.progress;
    if (progress.smallestVariant > 0 && !m_stats.plannedLook)
        warnings.push_back(isOver() ? sentences::stoppedEarly(progress.smallestVariant, progress.target)
                                    : sentences::earlyLook(progress.smallestVariant, progress.target));
    if (const auto days = daysRun(m_experiment, m_data, m_now);
        progress.smallestVariant > 0 && days && *days < m_plan.minimumDays)
        warnings.push_back(sentences::tooFewDays(*days, m_plan.minimumDays));
    for (const Tested& tested : m_metrics)
        addMetricWarnings(tested.analysis);
}

Stats SingleLook::result()
{
    m_stats.experimentId = m_experiment.id;
    m_stats.experimentName = m_experiment.name;
    m_stats.status = m_experiment.status;
    m_stats.controlVariant = m_experiment.variants.empty() ? std::string() : m_experiment.variants.front().name;
    m_stats.confidenceLevel = 1 - m_plan.level;
    m_stats.sampleRatio = {m_balance.statistic, m_balance.pValue, m_balance.mismatch};
    addHeadline();
    addMetrics();
    addProgress();
    addOutcome();
    addWarnings();
    return std::move(m_stats);
}

} // namespace

Stats computeStats(const Experiment& experiment, const SufficientStatistics& data, Timestamp now)
{
    return SingleLook(experiment, data, now).result();
}

} // namespace xp
