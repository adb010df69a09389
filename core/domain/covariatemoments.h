// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/moments.h"

namespace xp {

/// Exact sums over the units of one variant, metric, exposure day and epoch for a covariate x, a number known of each
/// unit from before its exposure, in multiples of the metric's resolution. n and v are those of Moments.
struct CovariateMoments
{
    std::int64_t units = 0;
    Limbs<2> x{};
    Limbs<4> xSquares{};
    Limbs<4> xSum{};       ///< sum of x v
    Limbs<3> xCount{};     ///< sum of x n
    Limbs<2> xConverted{}; ///< sum of x over units with n >= 1
    Moments outcome;       ///< of n and v over the same units, its `units` left 0

    bool operator==(const CovariateMoments&) const = default;
    CovariateMoments& operator+=(const CovariateMoments& other);
    CovariateMoments& operator-=(const CovariateMoments& other);
    bool isZero() const { return *this == CovariateMoments{}; }
};

/// The covariate that a unit's totals from before its exposure come to: the metric's own value of that time, within
/// +-kMaxMultiples.
std::int64_t covariateOf(const Metric& metric, const UnitTotals& before);

/// What one unit contributes; |x| <= kMaxMultiples.
CovariateMoments covariateContributionOf(std::int64_t x, const UnitTotals& totals);

} // namespace xp
