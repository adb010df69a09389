// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/policy.h"

#include <algorithm>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>

namespace xp::stats {

/// The root of f between low and high, where f has different signs (algorithm TOMS 748), to the relative `precision`:
/// the default is the last few bits.
template <typename Function>
double solveBetween(const Function& f, double low, double high, double precision = 4e-16)
{
    const double atLow = f(low);
    const double atHigh = f(high);
    if (atLow == 0)
        return low;
    if (atHigh == 0)
        return high;
    std::uintmax_t steps = 100;
    const auto close = [precision](double a, double b) {
        return std::abs(b - a) <= precision * std::max(std::abs(a), std::abs(b));
    };
    const auto [left, right] = boost::math::tools::toms748_solve(f, low, high, atLow, atHigh, close, steps, Policy());
    return left + (right - left) / 2;
}

} // namespace xp::stats
