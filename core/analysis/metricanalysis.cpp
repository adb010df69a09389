// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/metricanalysis.h"

#include <algorithm>

namespace xp {

MetricAnalysis analyseMetric(const Experiment& experiment, const SufficientStatistics& data, std::int16_t position,
                             Timestamp now, const ExposureRange& range)
{
    MetricAnalysis analysis;
    analysis.metric =
        position >= 0 ? experiment.metrics[static_cast<std::size_t>(position)] : anyConversionMetric(experiment);
    analysis.cohort = selectCohort(experiment, data, position, analysis.metric.window, now, range);
    for (std::size_t i = 0; i < experiment.variants.size(); ++i)
        analysis.arms.push_back(analysis.cohort.total(i));
    for (std::size_t i = 1; i < experiment.variants.size(); ++i) {
        const Strata strata = stratify(analysis.cohort, 0, i);
        analysis.contrasts.emplace_back(strata, analysis.metric);
        analysis.strata = std::max(analysis.strata, strata.used.size());
        analysis.leftOut.insert(analysis.leftOut.end(), strata.leftOut.begin(), strata.leftOut.end());
    }
    std::ranges::sort(analysis.leftOut);
    const auto repeated = std::ranges::unique(analysis.leftOut);
    analysis.leftOut.erase(repeated.begin(), repeated.end());
    analysis.skewness = presumedSkewness(analysis.metric, analysis.arms);
    analysis.gate = gateOf(analysis.metric, analysis.arms, analysis.skewness);
    return analysis;
}

} // namespace xp
