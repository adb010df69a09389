// SPDX-License-Identifier: Apache-2.0
#include "core/stats/normalposterior.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"

#include <cmath>

namespace xp::stats {

StatsResult<NormalPosterior> normalPosterior(double estimate, double standardError, const NormalPrior& prior,
                                             double confidence)
{
    if (Wrong e = firstOf({checkFinite(estimate, "estimate"), checkPositive(standardError, "standard_error"),
                           checkFinite(prior.mean, "prior.mean"),
                           checkPositive(prior.standardDeviation, "prior.standard_deviation"),
                           checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    const double norm = hypot(standardError, prior.standardDeviation);
    const double fromData = prior.standardDeviation / norm; // its square is the weight of the data
    const double fromPrior = standardError / norm;
    NormalPosterior posterior;
    posterior.mean = fromData * fromData * estimate + fromPrior * fromPrior * prior.mean;
    posterior.standardDeviation = fromData * standardError;
    const double z = posterior.mean / posterior.standardDeviation;
    if (Wrong e = checkRepresentable({norm, posterior.mean, z}))
        return tl::unexpected(*e);
    posterior.probabilityPositive = normalTail(-z);
    const double half = normalTwoSidedQuantile(confidence) * posterior.standardDeviation;
    posterior.lower = posterior.mean - half;
    posterior.upper = posterior.mean + half;
    posterior.expectedLossTreatment = posterior.standardDeviation * normalLoss(z);
    posterior.expectedLossControl = posterior.standardDeviation * normalLoss(-z);
    return posterior;
}

} // namespace xp::stats
