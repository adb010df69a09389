// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/alwaysvalid.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// N rho^2 at the tuning size, where the sequence is tightest: the closed form that approximates the root of
/// x = log((x + 1) / alpha^2), as in the source.
double tightest(double alpha)
{
    const double log = -2 * std::log(alpha);
    return log + std::log1p(log);
}

} // namespace

double ConfidenceSequence::critical(double units) const
{
    const double x = units / tuningUnits * tightest(alpha);
    return std::sqrt((x + 1) / x * (std::log1p(x) - 2 * std::log(alpha)));
}

double ConfidenceSequence::pValue(double units, double statistic) const
{
    const double x = units / tuningUnits * tightest(alpha);
    return std::min(1.0, std::exp(0.5 * (std::log1p(x) - statistic * statistic * x / (x + 1))));
}

} // namespace xp
