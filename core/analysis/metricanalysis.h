// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"
#include "core/analysis/gates.h"
#include "core/analysis/shape.h"
#include "core/domain/plan.h"

namespace xp {

/// What the plan lets history take out of the noise.
struct VarianceReduction
{
    std::int64_t unitsWithHistory = 0;
    double share = 0; ///< of the variance of the difference, of the treatment with the largest
};

/// One metric over the analysed units: the arms, every treatment against the control, and whether a verdict is due.
struct MetricAnalysis
{
    Metric metric;
    Cohort cohort;
    std::vector<Moments> arms;         ///< by position of the variant, over all epochs
    std::vector<Contrast> contrasts;   ///< of the variants 1, 2, ... against the control
    std::vector<std::int32_t> leftOut; ///< epochs left out of at least one contrast
    std::size_t strata = 1;            ///< the most that any contrast is added up from
    std::int64_t fewestUnits = 0;      ///< in an arm that is in use
    double skewness = 0;
    Gate gate;
    std::optional<double> planned;       ///< quantile that the plan cuts values at
    std::optional<Cap> cap;              ///< where it is applied
    std::vector<Histogram> shapes;       ///< by position of the variant, cut where a cap applies; may be empty
    std::optional<Timestamp> shapesAsOf; ///< the pass they are of; of the numbers too where a cap applies
    std::optional<VarianceReduction> reduction;

    /// +1 where more is better, -1 where less is.
    double sign() const { return metric.direction == Direction::Increase ? 1.0 : -1.0; }
};

struct AnalysisOptions
{
    ExposureRange range;
    const Plan* plan = nullptr; ///< for capping and the adjustment by history; neither without one
};

/// `position` as in MomentCell::metric: of a metric, or kAnyConversion.
MetricAnalysis analyseMetric(const Experiment& experiment, const SufficientStatistics& data, std::int16_t position,
                             Timestamp now, const AnalysisOptions& options = {});

/// The same of a metric, by its position, for a cohort that comes from elsewhere (segments); neither cap nor
/// adjustment.
MetricAnalysis analyseCohort(const Experiment& experiment, std::int16_t position, Cohort cohort);

} // namespace xp
