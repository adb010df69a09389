// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/gates.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr std::int64_t kFewestConverted = 25;
constexpr double kMostUnits = 1e15; // beyond it a number of units says "never"

std::int64_t missing(std::int64_t has, std::int64_t needs)
{
    return std::max<std::int64_t>(0, needs - has);
}

std::int64_t wholeUnits(double units)
{
    return static_cast<std::int64_t>(std::ceil(std::min(units, kMostUnits)));
}

} // namespace

double presumedSkewness(const Metric& metric, const std::vector<Moments>& arms)
{
    Moments pooled;
    for (const Moments& arm : arms)
        pooled += arm;
    const Arm all = armOf(pooled, metric);
    const double share = all.units > 0 ? std::min(1.0, all.converted / all.units) : 0.0;
    if (!(all.mean > 0) || !(share > 0) || !(all.variance > 0))
        return 0;
    // In units of the mean over all, so that no power overflows.
    const double second = 1 + all.variance / all.mean / all.mean;
    const double mean = 1 / share;
    const double spread = std::max(1.0, second / share / (mean * mean)); // 1 + cv^2 of those that are not zero
    const double third = share * std::pow(mean * spread, 3.0);
    const double skewness = (third - 3 * second + 2) / std::pow(second - 1, 1.5);
    return std::isfinite(skewness) ? skewness : std::sqrt(kMostUnits);
}

Gate gateOf(const Metric& metric, const std::vector<Moments>& arms, std::optional<double> skewness)
{
    Gate gate;
    if (valueKindOf(metric) == ValueKind::Proportion) {
        for (const Moments& arm : arms) {
            gate.missingConverted = std::max(gate.missingConverted, missing(arm.converted, kFewestConverted));
            gate.missingRest = std::max(gate.missingRest, missing(arm.units - arm.converted, kFewestConverted));
        }
        return gate;
    }
    const double g = skewness ? *skewness : presumedSkewness(metric, arms);
    const std::int64_t needs = std::max(kFewestUnits, wholeUnits(100 * g * g));
    for (const Moments& arm : arms)
        gate.missingUnits = std::max(gate.missingUnits, missing(arm.units, needs));
    return gate;
}

std::int64_t unitsForFixedTest(double skewness)
{
    return wholeUnits(355 * skewness * skewness);
}

} // namespace xp
