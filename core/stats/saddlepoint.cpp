// SPDX-License-Identifier: Apache-2.0
#include "core/stats/saddlepoint.h"

#include "core/stats/elementary.h"
#include "core/stats/policy.h"

#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <cmath>
#include <numbers>

namespace xp::stats {

double stirlingError(double x)
{
    if (x <= 0)
        return 0;
    if (x < 16) {
        const double logSqrtTwoPi = 0.5 * std::log(2 * std::numbers::pi);
        return boost::math::lgamma(x + 1, Policy()) - (x + 0.5) * std::log(x) + x - logSqrtTwoPi;
    }
    const double w = 1 / (x * x);
    return (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * 691.0 / 360360))))) /
           x;
}

double deviance(double x, double m, double excess)
{
    if (x <= 0)
        return m;
    const double relative = excess / m;
    if (std::abs(relative) > 0.5)
        return x * std::log(x / m) - excess;
    // m ((1 + r) log(1 + r) - r), without the cancellation of the linear terms.
    return m * ((1 + relative) * boost::math::log1pmx(relative, Policy()) + relative * relative);
}

double logBinomialProbability(double x, double y, double p, double q)
{
    const double n = x + y;
    const auto against = [n](double count, double share) {
        const double m = n * share;
        return deviance(count, m, (count - m) - std::fma(n, share, -m));
    };
    const double deviances = against(x, p) + against(y, q);
    if (x <= 0 || y <= 0)
        return -deviances;
    return stirlingError(n) - stirlingError(x) - stirlingError(y) - deviances -
           0.5 * std::log(2 * std::numbers::pi * x * (y / n));
}

} // namespace xp::stats
