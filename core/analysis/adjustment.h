// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/arm.h"
#include "core/analysis/strata.h"
#include "core/stats/relativelift.h"

namespace xp {

/// Two arms whose unit values may be adjusted by what is known from before the exposure.
struct AdjustedPart
{
    double weight = 1;
    double controlUnits = 0;
    double treatmentUnits = 0;
    stats::EstimatePair pair; ///< adjusted
};

/// A comparison adjusted by history (CUPED). Within every stratum the units with a history and those without are parts
/// of their own, weighted by their share, where each arm has enough of both; else those without count as 0. Ratios are
/// linearised and stay one part, the covariate centred at the mean of those that have one.
/// theta is pooled over parts and arms: sum (n - 1) cov / sum (n - 1) var(covariate).
struct Adjustment
{
    double theta = 0;
    std::vector<AdjustedPart> parts;
};

/// Nothing where a stratum has no covariate, or none that varies.
std::optional<Adjustment> adjustmentOf(const Strata& strata, const Metric& metric);

/// The p-value of "the arms had the same history before": mean of the covariate and share of units that have one,
/// Bonferroni over both and over the treatments. `strata` are those of each treatment. Nothing without a covariate.
std::optional<double> historyBalance(const std::vector<Strata>& strata);

/// The correlation of a unit's value with its covariate, over the units that have one; within 0 and 1 (a negative one
/// counts as none). Nothing where either does not vary.
std::optional<double> historyCorrelation(const CovariateMoments& history, const Metric& metric);

} // namespace xp
