// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <limits>

namespace xp::stats {

// What rounding leaves where all of it cancels is no number: no lift is relative to it, no difference is tested by it.

/// `sum`, or 0 where it is no more than rounding leaves of terms whose sizes add up to `size` (64 epsilon of it).
template <class Number>
Number beyondRounding(const Number& sum, const Number& size)
{
    using std::abs;
    return abs(sum) > 64 * std::numeric_limits<Number>::epsilon() * size ? sum : Number(0);
}

/// The variance of y - slope x: variance - 2 slope covariance + slope^2 varianceOfX, with the digits that are left when
/// x explains nearly all of y. 0 where that is no more than the rounding of the three moments (4 epsilon of them).
double residualVariance(double variance, double covariance, double varianceOfX, double slope);

/// The same of numbers that are wide enough for all digits.
template <class Number>
Number residualVariance(const Number& variance, const Number& covariance, const Number& varianceOfX,
                        const Number& slope)
{
    using std::abs;
    const Number crossed = 2 * slope * covariance;
    const Number sum = variance + slope * slope * varianceOfX;
    const Number left = sum - crossed;
    return left > 4 * std::numeric_limits<Number>::epsilon() * (sum + abs(crossed)) ? left : Number(0);
}

} // namespace xp::stats
