// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/error.h"

namespace xp::stats {

struct NormalPrior
{
    double mean = 0;
    double standardDeviation = 0.1;
};

struct NormalPosterior
{
    double mean = 0;
    double standardDeviation = 0;
    double probabilityPositive = 0.5; ///< P(effect > 0)
    double lower = 0;                 ///< central credible interval
    double upper = 0;
    double expectedLossTreatment = 0; ///< E[max(-effect, 0)]: what choosing the treatment is expected to cost
    double expectedLossControl = 0;   ///< E[max(effect, 0)]
};

/// Conjugate posterior of an effect, its estimate normal with a known standard error: precisions add up.
/// Source: Gelman et al., Bayesian Data Analysis (2013), section 2.5.
/// Errors: a standard error or prior deviation not above 0; confidence outside (0, 1).
StatsResult<NormalPosterior> normalPosterior(double estimate, double standardError, const NormalPrior& prior,
                                             double confidence);

} // namespace xp::stats
