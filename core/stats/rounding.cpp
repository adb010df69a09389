// SPDX-License-Identifier: Apache-2.0
#include "core/stats/rounding.h"

#include <cmath>
#include <limits>

namespace xp::stats {

namespace {
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
} // namespace

double residualVariance(double variance, double covariance, double varianceOfX, double slope)
{
    // Products as sums of two doubles, and what the one sum loses.
    const double crossed = 2 * slope * covariance;
    const double crossedRest = std::fma(2 * slope, covariance, -crossed);
    const double scaled = slope * varianceOfX;
    const double explained = slope * scaled;
    const double explainedRest = std::fma(slope, scaled, -explained) + slope * std::fma(slope, varianceOfX, -scaled);
    const double sum = variance + explained;
    const double part = sum - variance;
    const double sumRest = (variance - (sum - part)) + (explained - part);
    const double left = (sum - crossed) + (sumRest + explainedRest - crossedRest);
    return left > 4 * kEpsilon * (sum + std::abs(crossed)) ? left : 0;
}

} // namespace xp::stats
