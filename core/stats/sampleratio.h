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

struct AnytimeSampleRatioTest
{
    double logBayesFactor = 0; ///< for unequal shares against the weights
    double pValue = 1;         ///< min(1, 1 / Bayes factor)
};

/// Sequential test of counts against weights that may be looked at after every unit: Bayes factor of a multinomial with
/// a Dirichlet prior of this concentration around the weights. The p-value is of this moment; over several looks the
/// smallest so far is valid. A larger concentration finds smaller mismatches of larger samples. Source: Lindon and
/// Malek, "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022 (their default: 10,000). Errors: as above,
/// but no units at all are p = 1; a concentration not above 0.
StatsResult<AnytimeSampleRatioTest> anytimeSampleRatio(std::span<const double> counts, std::span<const double> weights,
                                                       double concentration);

} // namespace xp::stats
