// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/error.h"

#include <span>

namespace xp::stats {

struct ChiSquaredTest
{
    double statistic = 0;
    double degreesOfFreedom = 0;
    double pValue = 1;
};

/// Pearson's chi-squared test of observed counts against weights (any positive scale): sum of (o - e)^2 / e with
/// e = total * weight / sum of weights, degrees of freedom = arms - 1. Valid for one look at a time fixed in advance.
/// Errors: fewer than two arms, lengths that differ, a weight not above 0, a count that is no whole number >= 0;
/// TooFewUnits when all counts are 0.
StatsResult<ChiSquaredTest> sampleRatioMismatch(std::span<const double> counts, std::span<const double> weights);

} // namespace xp::stats
