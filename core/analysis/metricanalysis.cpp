// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/metricanalysis.h"

#include <algorithm>

namespace xp {

namespace {

const PlannedMetric* plannedOf(const AnalysisOptions& options, const Metric& metric)
{
    if (!options.plan)
        return nullptr;
    const auto it = std::ranges::find(options.plan->metrics, metric.name, &PlannedMetric::name);
    return it == options.plan->metrics.end() ? nullptr : &*it;
}

void compare(MetricAnalysis& analysis, std::size_t variants)
{
    for (std::size_t i = 0; i < variants; ++i)
        analysis.arms.push_back(analysis.cohort.total(i));
    for (std::size_t i = 1; i < variants; ++i) {
        const Strata strata = stratify(analysis.cohort, 0, i);
        analysis.contrasts.emplace_back(strata, analysis.metric);
        analysis.strata = std::max(analysis.strata, strata.used.size());
        analysis.leftOut.insert(analysis.leftOut.end(), strata.leftOut.begin(), strata.leftOut.end());
    }
    std::ranges::sort(analysis.leftOut);
    const auto repeated = std::ranges::unique(analysis.leftOut);
    analysis.leftOut.erase(repeated.begin(), repeated.end());
}

/// Histograms of all epochs; a range of exposure days they cannot tell apart.
void addShapes(MetricAnalysis& analysis, const Experiment& experiment, const SufficientStatistics& data,
               std::int16_t position, const AnalysisOptions& options)
{
    const bool isWhole = !options.range.firstDay && !options.range.lastDay;
    if (position < 0 || !hasShape(analysis.metric) || !data.histograms || !isWhole)
        return;
    const Histogram pooled = pooledHistogram(*data.histograms, position);
    if (pooled.units() == 0)
        return;
    analysis.shapesAsOf = data.histograms->asOf;
    if (analysis.planned)
        analysis.cap = capAt(pooled, *analysis.planned);
    for (std::size_t i = 0; i < experiment.variants.size(); ++i) {
        const Histogram arm = pooledHistogram(*data.histograms, position, i);
        analysis.shapes.push_back(analysis.cap ? capped(analysis.metric, arm, *analysis.cap) : arm);
    }
    if (!analysis.cap)
        return;
    Cohort cut = cappedCohort(experiment, *data.histograms, position, *analysis.cap);
    // As of the pass: who has matured since is not among its units.
    if (watchedFor(analysis.metric))
        cut.maturing = std::max<std::int64_t>(0, analysis.cohort.units() + analysis.cohort.maturing - cut.units());
    analysis.cohort = std::move(cut);
}

double skewnessOf(const MetricAnalysis& analysis)
{
    if (analysis.metric.kind == MetricKind::Quantile)
        return 0; // a quantile does not care how far out the others lie
    if (analysis.shapes.empty())
        return presumedSkewness(analysis.metric, analysis.arms);
    Histogram pooled;
    for (const Histogram& shape : analysis.shapes)
        pooled += shape;
    return skewnessOf(analysis.metric, pooled);
}

/// Whether there is enough for a verdict.
void judge(MetricAnalysis& analysis, const Experiment& experiment)
{
    analysis.fewestUnits = smallestArm(experiment, analysis.arms);
    analysis.skewness = skewnessOf(analysis);
    analysis.gate = gateOf(analysis.metric, armsInUse(experiment, analysis.arms), analysis.skewness);
}

void measureReduction(MetricAnalysis& analysis)
{
    VarianceReduction reduction;
    bool isAdjusted = false;
    Cohort plain = analysis.cohort;
    for (EpochArms& epoch : plain.epochs) {
        for (const CovariateMoments& arm : epoch.history)
            reduction.unitsWithHistory += arm.units;
        epoch.history.clear();
    }
    for (std::size_t i = 0; i < analysis.contrasts.size(); ++i) {
        const auto with = analysis.contrasts[i].standardError();
        const auto without = Contrast(stratify(plain, 0, i + 1), analysis.metric).standardError();
        isAdjusted = isAdjusted || analysis.contrasts[i].isAdjusted();
        if (with && without)
            reduction.share = std::max(reduction.share, 1 - (*with / *without) * (*with / *without));
    }
    if (isAdjusted)
        analysis.reduction = reduction;
}

} // namespace

MetricAnalysis analyseMetric(const Experiment& experiment, const SufficientStatistics& data, std::int16_t position,
                             Timestamp now, const AnalysisOptions& options)
{
    MetricAnalysis analysis;
    analysis.metric =
        position >= 0 ? experiment.metrics[static_cast<std::size_t>(position)] : anyConversionMetric(experiment);
    if (const PlannedMetric* planned = plannedOf(options, analysis.metric))
        analysis.planned = analysis.metric.kind == MetricKind::Quantile ? std::nullopt : planned->capQuantile;
    const auto window = watchedFor(analysis.metric);
    analysis.cohort = selectCohort(experiment, data, position, window, now, options.range);
    addShapes(analysis, experiment, data, position, options);
    const bool isWhole = !options.range.firstDay && !options.range.lastDay; // passes do not tell days apart
    if (analysis.metric.kind == MetricKind::Quantile && isWhole)
        addQuantiles(analysis.cohort, experiment, data, position);
    // What a cap takes from the product of value and covariate is not kept: a capped metric stays unadjusted.
    const bool adjusts =
        options.plan && options.plan->cuped && !analysis.cap && analysis.metric.kind != MetricKind::Quantile;
    if (adjusts)
        addHistory(analysis.cohort, experiment, data, position, window, now, options.range);
    compare(analysis, experiment.variants.size());
    if (adjusts)
        measureReduction(analysis);
    judge(analysis, experiment);
    return analysis;
}

MetricAnalysis analyseCohort(const Experiment& experiment, std::int16_t position, Cohort cohort)
{
    MetricAnalysis analysis{.metric = experiment.metrics[static_cast<std::size_t>(position)],
                            .cohort = std::move(cohort)};
    compare(analysis, experiment.variants.size());
    judge(analysis, experiment);
    return analysis;
}

} // namespace xp
