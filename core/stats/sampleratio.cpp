// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sampleratio.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"

namespace xp::stats {

StatsResult<ChiSquaredTest> sampleRatioMismatch(std::span<const double> counts, std::span<const double> weights)
{
    if (counts.size() < 2)
        return refuse(StatsErrorCode::OutOfRange, "counts", "counts must have at least two arms");
    if (weights.size() != counts.size())
        return refuse(StatsErrorCode::OutOfRange, "weights", "weights must have one number for each count");
    double total = 0;
    double weightSum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string index = "[" + std::to_string(i) + "]";
        if (Wrong e =
                firstOf({checkWhole(counts[i], 0, "counts" + index), checkPositive(weights[i], "weights" + index)}))
            return tl::unexpected(*e);
        total += counts[i];
        weightSum += weights[i];
    }
    if (total == 0)
        return refuse(StatsErrorCode::TooFewUnits, "counts",
                      "all counts are 0: there is nothing to compare with the weights");
    ChiSquaredTest test;
    test.degreesOfFreedom = static_cast<double>(counts.size() - 1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double expected = total * (weights[i] / weightSum);
        const double difference = counts[i] - expected;
        test.statistic += difference * difference / expected;
    }
    if (Wrong e = checkRepresentable({test.statistic}))
        return tl::unexpected(*e);
    test.pValue = chiSquaredTail(test.statistic, test.degreesOfFreedom);
    return test;
}

} // namespace xp::stats
