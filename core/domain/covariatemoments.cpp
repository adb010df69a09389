// SPDX-License-Identifier: Apache-2.0
#include "core/domain/covariatemoments.h"

#include "core/domain/histogram.h"
#include "core/domain/limbs.h"

namespace xp {

CovariateMoments& CovariateMoments::operator+=(const CovariateMoments& other)
{
    units += other.units;
    addLimbs(x, other.x);
    addLimbs(xSquares, other.xSquares);
    addLimbs(xSum, other.xSum);
    addLimbs(xCount, other.xCount);
    addLimbs(xConverted, other.xConverted);
    outcome += other.outcome;
    return *this;
}

CovariateMoments& CovariateMoments::operator-=(const CovariateMoments& other)
{
    units -= other.units;
    subtractLimbs(x, other.x);
    subtractLimbs(xSquares, other.xSquares);
    subtractLimbs(xSum, other.xSum);
    subtractLimbs(xCount, other.xCount);
    subtractLimbs(xConverted, other.xConverted);
    outcome -= other.outcome;
    return *this;
}

std::int64_t covariateOf(const Metric& metric, const UnitTotals& before)
{
    if (isRate(metric.kind))
        return before.count > 0 ? 1 : 0;
    constexpr auto kMost = static_cast<std::int64_t>(kMaxMultiples);
    return std::clamp(unitValue(metric, countedTotals(metric, before)), -kMost, kMost);
}

CovariateMoments covariateContributionOf(std::int64_t x, const UnitTotals& totals)
{
    const Int128 wide = x;
    Moments outcome = contributionOf(totals);
    outcome.units = 0;
    return {.units = 1,
            .x = limbsOf<2>(wide),
            .xSquares = limbsOf<4>(wide * x),
            .xSum = limbsOf<4>(wide * clampedTotal(totals.sum)),
            .xCount = limbsOf<3>(wide * clampedCount(totals.count)),
            .xConverted = limbsOf<2>(totals.count > 0 ? wide : Int128(0)),
            .outcome = outcome};
}

} // namespace xp
