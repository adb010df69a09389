// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/policy.h"

#include <boost/math/special_functions/expm1.hpp>
#include <boost/math/special_functions/hypot.hpp>
#include <boost/math/special_functions/log1p.hpp>

namespace xp::stats {

// The C libraries of the desktop and of the browser give the same exp, log, pow and sqrt but for a unit in the last
// place once in a thousand times; their log1p, expm1 and hypot differ more often, and small differences of large
// numbers, sums of many terms and solved equations enlarge that. Boost's are made of the former, and are the same on
// both sides. Included by sources only.

/// log(1 + x), x > -1.
inline double log1p(double x)
{
    return boost::math::log1p(x, Policy());
}

/// exp(x) - 1.
inline double expm1(double x)
{
    return boost::math::expm1(x, Policy());
}

/// sqrt(x^2 + y^2), without overflow in between.
inline double hypot(double x, double y)
{
    return boost::math::hypot(x, y, Policy());
}

} // namespace xp::stats
