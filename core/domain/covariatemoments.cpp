// SPDX-License-Identifier: Apache-2.0
#include "core/domain/covariatemoments.h"

#include "core/domain/limbs.h"

namespace xp {

CovariateMoments& CovariateMoments::operator+=(const CovariateMoments& other)
{
    units += other.units;
    addLimbs(x, other.x);
    addLimbs(xSquares, other.xSquares);
    addLimbs(xSum, other.xSum);
    addLimbs(xCount, other.xCount);
    return *this;
}

CovariateMoments covariateContributionOf(std::int64_t x, const UnitTotals& totals)
{
    const Int128 wide = x;
    return {.units = 1,
            .x = limbsOf<2>(wide),
            .xSquares = limbsOf<4>(wide * x),
            .xSum = limbsOf<4>(wide * clampedTotal(totals.sum)),
            .xCount = limbsOf<3>(wide * clampedCount(totals.count))};
}

} // namespace xp
