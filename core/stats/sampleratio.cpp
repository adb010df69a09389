// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sampleratio.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace xp::stats {

namespace {

/// A sum of doubles and what rounding took from it.
struct ExactSum
{
    double high = 0;
    double low = 0;

    void add(double value)
    {
        const double sum = high + value;
        const double part = sum - high;
        low += (high - (sum - part)) + (value - part);
        high = sum;
    }
};

/// Checked counts against their shares of the total.
struct Split
{
    double total = 0;
    std::vector<double> shares;
    std::vector<double> excess; ///< counts less total * share: the difference of two large numbers, exact but for one
                                ///< rounding
};

StatsResult<Split> splitOf(std::span<const double> counts, std::span<const double> weights)
{
    if (counts.size() < 2)
        return refuse(StatsErrorCode::OutOfRange, "counts", "counts must have at least two arms");
    if (weights.size() != counts.size())
        return refuse(StatsErrorCode::OutOfRange, "weights", "weights must have one number for each count");
    ExactSum total;
    double largest = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string index = "[" + std::to_string(i) + "]";
        if (Wrong e =
                firstOf({checkWhole(counts[i], 0, "counts" + index), checkPositive(weights[i], "weights" + index)}))
            return tl::unexpected(*e);
        total.add(counts[i]);
        largest = std::max(largest, weights[i]);
    }
    // Only the proportions of the weights matter: with a power of two they lose nothing, and cannot overflow.
    std::vector<double> scaled;
    ExactSum all;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        scaled.push_back(std::ldexp(weights[i], -std::ilogb(largest)));
        if (!(scaled.back() >= std::numeric_limits<double>::min()))
            return refuse(StatsErrorCode::OutOfRange, "weights[" + std::to_string(i) + "]",
                          "weights[" + std::to_string(i) + "] is " + numberText(weights[i]) +
                              ", too little beside the largest one, " + numberText(largest));
        all.add(scaled.back());
    }
    Split split;
    split.total = total.high + total.low;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double have = counts[i] * all.high;
        const double want = total.high * scaled[i];
        const double rest = std::fma(counts[i], all.high, -have) - std::fma(total.high, scaled[i], -want) +
                            (counts[i] * all.low - total.low * scaled[i]);
        split.shares.push_back(scaled[i] / all.high);
        split.excess.push_back(((have - want) + rest) / all.high);
    }
    return split;
}

} // namespace

StatsResult<ChiSquaredTest> sampleRatioMismatch(std::span<const double> counts, std::span<const double> weights)
{
    const StatsResult<Split> split = splitOf(counts, weights);
    if (!split)
        return tl::unexpected(split.error());
    if (split->total == 0)
        return refuse(StatsErrorCode::TooFewUnits, "counts",
                      "all counts are 0: there is nothing to compare with the weights");
    ChiSquaredTest test;
    test.degreesOfFreedom = static_cast<double>(counts.size() - 1);
    for (std::size_t i = 0; i < counts.size(); ++i)
        test.statistic += split->excess[i] * (split->excess[i] / (split->total * split->shares[i]));
    if (Wrong e = checkRepresentable({test.statistic}))
        return tl::unexpected(*e);
    test.pValue = chiSquaredTail(test.statistic, test.degreesOfFreedom);
    return test;
}

StatsResult<AnytimeSampleRatioTest> anytimeSampleRatio(std::span<const double> counts, std::span<const double> weights,
                                                       double concentration)
{
    const StatsResult<Split> split = splitOf(counts, weights);
    if (!split)
        return tl::unexpected(split.error());
    if (Wrong e = checkPositive(concentration, "concentration"))
        return tl::unexpected(*e);
    // log of B(prior + counts) / B(prior) over the product of weight^count. With Stirling's formula taken out of every
    // gamma function, all large terms come together as deviances of prior + counts from the weights.
    const double all = concentration + split->total;
    double log = 0.5 * std::log(all / concentration) - stirlingError(all) + stirlingError(concentration);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double share = split->shares[i];
        const double prior = concentration * share;
        const double posterior = prior + counts[i];
        log += deviance(posterior, all * share, split->excess[i]) - 0.5 * std::log(posterior / prior) +
               stirlingError(posterior) - stirlingError(prior);
    }
    if (Wrong e = checkRepresentable({log}))
        return tl::unexpected(*e);
    return AnytimeSampleRatioTest{log, std::min(1.0, std::exp(-log))};
}

} // namespace xp::stats
