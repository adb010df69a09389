// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"
#include "core/analysis/gates.h"

namespace xp {

/// One metric over the analysed units: the arms, every treatment against the control, and whether a verdict is due.
struct MetricAnalysis
{
    Metric metric;
    Cohort cohort;
    std::vector<Moments> arms;         ///< by position of the variant, over all epochs
    std::vector<Contrast> contrasts;   ///< of the variants 1, 2, ... against the control
    std::vector<std::int32_t> leftOut; ///< epochs left out of at least one contrast
    std::size_t strata = 1;            ///< the most that any contrast is added up from
    double skewness = 0;
    Gate gate;

    /// +1 where more is better, -1 where less is.
    double sign() const { return metric.direction == Direction::Increase ? 1.0 : -1.0; }
};

/// `position` as in MomentCell::metric: of a metric, or kAnyConversion.
MetricAnalysis analyseMetric(const Experiment& experiment, const SufficientStatistics& data, std::int16_t position,
                             Timestamp now, const ExposureRange& range = {});

} // namespace xp
