// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

#include <span>
#include <vector>

namespace xp::stats {

struct EquivalenceTest
{
    double pValue = 1;      ///< the larger one of both
    double pValueLower = 1; ///< of difference > lower margin
    double pValueUpper = 1; ///< of difference < upper margin
    double degreesOfFreedom = 0;
};

/// Two one-sided Welch tests: small p means that the difference lies between the margins (in the metric's unit).
/// Source: Schuirmann, J. Pharmacokinetics and Biopharmaceutics 15 (1987) 657-680.
/// Errors: those of welchTTest; margins not in order.
StatsResult<EquivalenceTest> equivalenceTest(const Sample& control, const Sample& treatment, double lowerMargin,
                                             double upperMargin);

enum class Simultaneous { Bonferroni, Sidak };

struct SimultaneousInterval
{
    double lower = 0;
    double upper = 0;
};

/// Intervals that hold all at once with the given confidence: each at 1 - (1-c)/m (Bonferroni) or c^(1/m) (Sidak, for
/// independent or normal estimates). Degrees of freedom: none for the normal distribution, else one for each estimate.
/// Errors: lists of different lengths or empty; standard errors or degrees of freedom not above 0.
StatsResult<std::vector<SimultaneousInterval>> simultaneousIntervals(std::span<const double> estimates,
                                                                     std::span<const double> standardErrors,
                                                                     std::span<const double> degreesOfFreedom,
                                                                     double confidence, Simultaneous method);

} // namespace xp::stats
