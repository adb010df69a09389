// SPDX-License-Identifier: Apache-2.0
#include "core/stats/proportionplanning.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/solve.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

Wrong checkRate(double rate, std::string_view field)
{
    if (rate >= 0 && rate <= 1)
        return std::nullopt;
    return wrong(StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(rate) + " and must be from 0 to 1");
}

double criticalValue(const PlanTarget& target)
{
    return normalUpperQuantile(target.alternative == Alternative::TwoSided ? target.significanceLevel / 2
                                                                           : target.significanceLevel);
}

/// The effect in the direction that the test looks for.
double effect(double control, double treatment, Alternative alternative)
{
    switch (alternative) {
    case Alternative::Less:
        return control - treatment;
    case Alternative::Greater:
        return treatment - control;
    case Alternative::TwoSided:
        break;
    }
    return std::abs(treatment - control);
}

/// Standard deviations of the difference, times sqrt(n), when there is no effect and when there is.
double nullDeviation(double control, double treatment)
{
    return std::sqrt((control + treatment) * ((1 - control) / 2 + (1 - treatment) / 2));
}
double effectDeviation(double control, double treatment)
{
    return std::sqrt(control * (1 - control) + treatment * (1 - treatment));
}

} // namespace

StatsResult<double> sampleSizeProportions(double control, double treatment, const PlanTarget& target)
{
    if (Wrong e = firstOf({checkRate(control, "control_rate"), checkRate(treatment, "treatment_rate"),
                           checkBetween(target.significanceLevel, 0, 1, "significance_level"),
                           checkBetween(target.power, 0, 1, "power")}))
        return tl::unexpected(*e);
    const double difference = effect(control, treatment, target.alternative);
    if (!(difference > 0))
        return refuse(StatsErrorCode::Unreachable, "treatment_rate",
                      "treatment_rate shows no effect on the side of the alternative: no number of units finds it");
    const double needed = criticalValue(target) * nullDeviation(control, treatment) -
                          normalUpperQuantile(target.power) * effectDeviation(control, treatment);
    if (!(needed > 0))
        return refuse(StatsErrorCode::OutOfRange, "power",
                      "power is so low that any number of units has it: raise it above the significance level");
    const double root = needed / difference;
    if (Wrong e = checkRepresentable({root * root}))
        return tl::unexpected(*e);
    return root * root;
}

StatsResult<double> powerProportions(double control, double treatment, double unitsPerArm, const PlanTarget& target)
{
    if (Wrong e = firstOf({checkRate(control, "control_rate"), checkRate(treatment, "treatment_rate"),
                           checkAtLeast(unitsPerArm, 1, "n_per_arm"),
                           checkBetween(target.significanceLevel, 0, 1, "significance_level")}))
        return tl::unexpected(*e);
    const double deviation = effectDeviation(control, treatment);
    if (!(deviation > 0))
        return refuse(StatsErrorCode::ZeroVariance, "treatment_rate",
                      "both rates are 0 or 1: the difference does not vary, and power is not defined");
    return normalTail((criticalValue(target) * nullDeviation(control, treatment) -
                       std::sqrt(unitsPerArm) * effect(control, treatment, target.alternative)) /
                      deviation);
}

StatsResult<double> minimumDetectableEffectProportions(double control, double unitsPerArm, const PlanTarget& target)
{
    if (Wrong e = firstOf({checkRate(control, "control_rate"), checkAtLeast(unitsPerArm, 1, "n_per_arm"),
                           checkBetween(target.significanceLevel, 0, 1, "significance_level"),
                           checkBetween(target.power, 0, 1, "power")}))
        return tl::unexpected(*e);
    const double sign = target.alternative == Alternative::Less ? -1 : 1;
    const double room = sign > 0 ? 1 - control : control;
    const double zLevel = criticalValue(target);
    const double zPower = normalUpperQuantile(target.power);
    // Solved in the size of the effect, so that a tiny one keeps its precision.
    const auto excess = [&](double size) {
        const double treatment = std::clamp(control + sign * size, 0.0, 1.0);
        return std::sqrt(unitsPerArm) * size - zLevel * nullDeviation(control, treatment) +
               zPower * effectDeviation(control, treatment);
    };
    if (!(room > 0) || excess(room) < 0)
        return refuse(StatsErrorCode::Unreachable, "n_per_arm",
                      "n_per_arm is too small: no treatment rate is found with this power");
    const double nothing = 1e-40; // not 0: at a control rate of 0 no effect has no variance either
    if (excess(nothing) >= 0)
        return refuse(StatsErrorCode::OutOfRange, "power",
                      "power is so low that no effect at all has it: raise it above the significance level");
    return control + sign * solveBetween(excess, nothing, room);
}

} // namespace xp::stats
