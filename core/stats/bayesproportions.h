// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/proportions.h"

#include <span>
#include <vector>

namespace xp::stats {

/// Beta prior of a rate, both parameters above 0 (below 1 is allowed); the posterior is Beta(alpha + x, beta + n - x).
struct BetaPrior
{
    double alpha = 1;
    double beta = 1;
};

struct BetaBinomialComparison
{
    double probabilityTreatmentBetter = 0.5; ///< P(p_t > p_c)
    double expectedLossTreatment = 0;        ///< E[max(p_c - p_t, 0)]: what choosing the treatment is expected to cost
    double expectedLossControl = 0;          ///< E[max(p_t - p_c, 0)]
};

/// Bayesian comparison of two proportions with one prior for both, exact up to quadrature (relative error near 1e-10).
/// An arm without units has its prior as posterior. Source: Gelman et al., Bayesian Data Analysis (2013), section 2.4.
/// Errors: x outside [0, n]; prior parameters not above 0.
StatsResult<BetaBinomialComparison> betaBinomialComparison(const Proportion& control, const Proportion& treatment,
                                                           const BetaPrior& prior);

/// The probability of each arm that its rate is the largest of all (exact Thompson-sampling weights), in the order of
/// the input: integral of density_i times the product of the other distribution functions. 1 to 100 arms. Errors: as
/// above.
StatsResult<std::vector<double>> probabilityBest(std::span<const Proportion> arms, const BetaPrior& prior);

} // namespace xp::stats
