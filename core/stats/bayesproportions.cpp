// SPDX-License-Identifier: Apache-2.0
#include "core/stats/bayesproportions.h"

#include "core/stats/checks.h"
#include "core/stats/posteriorgrid.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

constexpr std::size_t kMostArms = 100;

Wrong checkArm(const Proportion& arm, const std::string& prefix)
{
    if (arm.n == 0 && arm.x == 0)
        return std::nullopt;
    return checkProportion(arm, prefix);
}

LogitBeta posteriorOf(const Proportion& arm, const BetaPrior& prior)
{
    return LogitBeta(prior.alpha + arm.x, prior.beta + (arm.n - arm.x));
}

} // namespace

StatsResult<BetaBinomialComparison> betaBinomialComparison(const Proportion& control, const Proportion& treatment,
                                                           const BetaPrior& prior)
{
    if (Wrong e = firstOf({checkArm(control, "control."), checkArm(treatment, "treatment."),
                           checkPositive(prior.alpha, "prior.alpha"), checkPositive(prior.beta, "prior.beta")}))
        return tl::unexpected(*e);
    const std::vector<LogitBeta> posteriors{posteriorOf(control, prior), posteriorOf(treatment, prior)};
    const PosteriorGrid grid(posteriors);
    const PosteriorGrid::Arm& c = grid.arms()[0];
    const PosteriorGrid::Arm& t = grid.arms()[1];
    BetaBinomialComparison result;
    result.probabilityTreatmentBetter = 0;
    for (std::size_t k = 0; k < grid.nodes().size(); ++k) {
        const double w = grid.weights()[k];
        const double y = std::abs(grid.nodes()[k]);
        const double slope = std::exp(-y) / ((1 + std::exp(-y)) * (1 + std::exp(-y))); // of the rate in its logit
        result.probabilityTreatmentBetter += w * t.density[k] * c.below[k];
        // E[max(C - T, 0)] is the integral over all rates r of P(T < r < C): a sum of positive parts.
        result.expectedLossTreatment += w * slope * t.below[k] * c.above[k];
        result.expectedLossControl += w * slope * c.below[k] * t.above[k];
    }
    result.probabilityTreatmentBetter = std::min(1.0, result.probabilityTreatmentBetter);
    return result;
}

StatsResult<std::vector<double>> probabilityBest(std::span<const Proportion> arms, const BetaPrior& prior)
{
    if (Wrong e = firstOf({checkPositive(prior.alpha, "prior.alpha"), checkPositive(prior.beta, "prior.beta")}))
        return tl::unexpected(*e);
    if (arms.empty() || arms.size() > kMostArms)
        return refuse(StatsErrorCode::OutOfRange, "arms", "arms must be 1 to " + std::to_string(kMostArms) + " arms");
    std::vector<LogitBeta> posteriors;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (Wrong e = checkArm(arms[i], "arms[" + std::to_string(i) + "]."))
            return tl::unexpected(*e);
        posteriors.push_back(posteriorOf(arms[i], prior));
    }
    const PosteriorGrid grid(posteriors);
    std::vector<double> best(arms.size(), 0);
    std::vector<double> othersAfter(arms.size()); // product of the distribution functions of the arms after this one
    for (std::size_t k = 0; k < grid.nodes().size(); ++k) {
        double product = grid.weights()[k];
        for (std::size_t i = arms.size(); i-- > 0;) {
            othersAfter[i] = product;
            product *= grid.arms()[i].below[k];
        }
        double othersBefore = 1;
        for (std::size_t i = 0; i < arms.size(); ++i) {
            best[i] += grid.arms()[i].density[k] * othersBefore * othersAfter[i];
            othersBefore *= grid.arms()[i].below[k];
        }
    }
    for (double& probability : best)
        probability = std::min(1.0, probability);
    return best;
}

} // namespace xp::stats
