// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/policy.h"

#include <algorithm>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

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

struct Root
{
    double x = 0;
    double slope = 0; ///< of f there, about
};

/// The root of a falling f above `low`, where f is positive, near `start`, to the relative `precision`: by secants,
/// which need few calls of a smooth f, and by halves where they lead out of what is known.
template <typename Function>
Root solveFalling(const Function& f, double start, double low, double precision)
{
    double high = std::numeric_limits<double>::infinity();
    Root root{start, 0};
    double last = 0;
    double atLast = 0;
    for (int i = 0; i < 100; ++i) {
        const double at = f(root.x);
        (at > 0 ? low : high) = root.x;
        if (i > 0 && at != atLast)
            root.slope = (at - atLast) / (root.x - last);
        double next = root.slope < 0 ? root.x - at / root.slope : root.x * (at > 0 ? 1.1 : 0.95);
        if (at != 0 && !(next > low && next < high))
            next = std::isinf(high) ? root.x * 1.3 : low + (high - low) / 2;
        last = root.x;
        atLast = at;
        root.x = next;
        if (std::abs(root.x - last) <= precision * std::abs(root.x))
            break;
    }
    return root;
}

} // namespace xp::stats
