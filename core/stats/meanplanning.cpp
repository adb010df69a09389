// SPDX-License-Identifier: Apache-2.0
#include "core/stats/meanplanning.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/noncentralt.h"
#include "core/stats/solve.h"

#include <cmath>

namespace xp::stats {

namespace {

/// The difference in standard deviations, in the direction that the test looks for.
double standardised(double difference, double standardDeviation, Alternative alternative)
{
    const double size = difference / standardDeviation;
    if (alternative == Alternative::TwoSided)
        return std::abs(size);
    return alternative == Alternative::Greater ? size : -size;
}

/// Power at 1 + `extra` units per arm.
double powerAt(double size, double extra, double level, bool twoSided)
{
    const double degreesOfFreedom = 2 * extra;
    const double critical = studentUpperQuantile(twoSided ? level / 2 : level, degreesOfFreedom);
    const double noncentrality = std::sqrt((1 + extra) / 2) * size;
    if (critical < 0) // a one-sided level above 1/2
        return 1 - noncentralStudentTail(-critical, degreesOfFreedom, -noncentrality);
    const double other = twoSided ? noncentralStudentTail(critical, degreesOfFreedom, -noncentrality) : 0;
    return std::min(1.0, noncentralStudentTail(critical, degreesOfFreedom, noncentrality) + other);
}

} // namespace

StatsResult<double> powerMeans(double difference, double standardDeviation, double unitsPerArm,
                               const PlanTarget& target)
{
    if (Wrong e =
            firstOf({checkFinite(difference, "difference"), checkPositive(standardDeviation, "standard_deviation"),
                     checkFinite(unitsPerArm, "n_per_arm"),
                     checkBetween(target.significanceLevel, 0, 1, "significance_level")}))
        return tl::unexpected(*e);
    if (!(unitsPerArm > 1))
        return refuse(StatsErrorCode::TooFewUnits, "n_per_arm",
                      "n_per_arm is " + numberText(unitsPerArm) + " and must be above 1: one unit has no variance");
    const double size = standardised(difference, standardDeviation, target.alternative);
    return powerAt(size, unitsPerArm - 1, target.significanceLevel, target.alternative == Alternative::TwoSided);
}

StatsResult<double> sampleSizeMeans(double difference, double standardDeviation, const PlanTarget& target)
{
    if (Wrong e =
            firstOf({checkFinite(difference, "difference"), checkPositive(standardDeviation, "standard_deviation"),
                     checkBetween(target.significanceLevel, 0, 1, "significance_level"),
                     checkBetween(target.power, 0, 1, "power")}))
        return tl::unexpected(*e);
    const double size = standardised(difference, standardDeviation, target.alternative);
    if (!(size > 0))
        return refuse(StatsErrorCode::Unreachable, "difference",
                      "difference shows no effect on the side of the alternative: no number of units finds it");
    if (!(target.power > target.significanceLevel))
        return refuse(StatsErrorCode::OutOfRange, "power", "power must be above the significance level");
    const bool twoSided = target.alternative == Alternative::TwoSided;
    const double level = target.significanceLevel;
    const double z = normalUpperQuantile(twoSided ? level / 2 : level) - normalUpperQuantile(target.power);
    const double guess = 2 * (z / size) * (z / size);
    if (Wrong e = checkRepresentable({guess}))
        return tl::unexpected(*e);
    // Solved in log(n - 1): the answer lies anywhere between just above 1 and 1e300.
    const auto excess = [&](double logExtra) {
        return powerAt(size, std::exp(logExtra), level, twoSided) - target.power;
    };
    double low = std::log(guess + 1e-3);
    double high = low + 1;
    while (excess(high) < 0)
        high += 1;
    while (excess(low) > 0) {
        low -= 1;
        if (low < std::log(0.05))
            return refuse(
                StatsErrorCode::Unreachable, "difference",
                "difference is so large against standard_deviation that fewer than two units per arm find it");
    }
    return 1 + std::exp(solveBetween(excess, low, high));
}

} // namespace xp::stats
