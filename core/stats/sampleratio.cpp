// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sampleratio.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

/// Sums of checked counts and weights.
struct Totals
{
    double counts = 0;
    double weights = 0;
};

StatsResult<Totals> checkedTotals(std::span<const double> counts, std::span<const double> weights)
{
    if (counts.size() < 2)
        return refuse(StatsErrorCode::OutOfRange, "counts", "counts must have at least two arms");
    if (weights.size() != counts.size())
        return refuse(StatsErrorCode::OutOfRange, "weights", "weights must have one number for each count");
    Totals totals;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string index = "[" + std::to_string(i) + "]";
        if (Wrong e =
                firstOf({checkWhole(counts[i], 0, "counts" + index), checkPositive(weights[i], "weights" + index)}))
            return tl::unexpected(*e);
        totals.counts += counts[i];
        totals.weights += weights[i];
    }
    return totals;
}

} // namespace

StatsResult<ChiSquaredTest> sampleRatioMismatch(std::span<const double> counts, std::span<const double> weights)
{
    const StatsResult<Totals> totals = checkedTotals(counts, weights);
    if (!totals)
        return tl::unexpected(totals.error());
    if (totals->counts == 0)
        return refuse(StatsErrorCode::TooFewUnits, "counts",
                      "all counts are 0: there is nothing to compare with the weights");
    ChiSquaredTest test;
    test.degreesOfFreedom = static_cast<double>(counts.size() - 1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double expected = totals->counts * (weights[i] / totals->weights);
        const double difference = counts[i] - expected;
        test.statistic += difference * difference / expected;
    }
    if (Wrong e = checkRepresentable({test.statistic}))
        return tl::unexpected(*e);
    test.pValue = chiSquaredTail(test.statistic, test.degreesOfFreedom);
    return test;
}

StatsResult<AnytimeSampleRatioTest> anytimeSampleRatio(std::span<const double> counts, std::span<const double> weights,
                                                       double concentration)
{
    const StatsResult<Totals> totals = checkedTotals(counts, weights);
    if (!totals)
        return tl::unexpected(totals.error());
    if (Wrong e = checkPositive(concentration, "concentration"))
        return tl::unexpected(*e);
    // log of B(prior + counts) / B(prior) over the product of weight^count. With Stirling's formula taken out of every
    // gamma function, all large terms come together as deviances of prior + counts from the weights.
    const double all = concentration + totals->counts;
    double log = 0.5 * std::log(all / concentration) - stirlingError(all) + stirlingError(concentration);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double share = weights[i] / totals->weights;
        const double prior = concentration * share;
        const double posterior = prior + counts[i];
        log += deviance(posterior, all * share) - 0.5 * std::log(posterior / prior) + stirlingError(posterior) -
               stirlingError(prior);
    }
    if (Wrong e = checkRepresentable({log}))
        return tl::unexpected(*e);
    return AnytimeSampleRatioTest{log, std::min(1.0, std::exp(-log))};
}

} // namespace xp::stats
