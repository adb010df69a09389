// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/plan.h"

#include <optional>

namespace xp {

/// How a method compares with a single look of the same level and power, whatever the metric.
struct MethodFactor
{
    double largest = 1;  ///< units at most, over those of the single look
    double expected = 1; ///< units on average where the effect is true
};

/// `level` is two-sided, after correction; `power` what the effect is to be found with.
/// Group-sequential: the largest size for which the plan's bounds have the power. Always-valid: the same for the
/// confidence sequence tuned to that size and looked at twelve times. Bayesian: the posterior under the plan's prior;
/// `effect` is the smallest relative effect of interest, as the prior is about it. Nothing where the power cannot be
/// reached.
std::optional<MethodFactor> factorOf(const Plan& plan, Method method, double level, double power, double effect);

/// A true difference, as a statistic of two equal arms sees it: at n units an arm it is normal with mean |difference|
/// sqrt(n) / null and deviation effect / null. Rates have a larger variance under the effect, or a smaller one; means
/// the same.
struct TrueDifference
{
    double size = 0;      ///< absolute, >= 0
    double null = 1;      ///< sqrt of the arms' variances added up, under no effect
    double effect = 1;    ///< the same under the effect
    double reference = 1; ///< what a relative effect is relative to, > 0
};

/// The chance that a design with `units` an arm in the end calls the difference: at any of its looks, on its side, and
/// for a two-sided plan on the other side too. `level` is two-sided, after correction. Fixed: one look; always-valid
/// and group-sequential: the looks of factorOf; Bayesian: the posterior under the plan's prior.
double powerOf(const Plan& plan, double level, const TrueDifference& difference, double units);

/// What a difference must exceed to be found with a power: `critical` null deviations and `ofPower` deviations under
/// the effect, both over sqrt(n).
struct NeededDrift
{
    double critical = 0;
    double ofPower = 0;
};

/// At `share` of the planned size, `factor` being that of the plan's method. Fixed: at a single look then.
/// Group-sequential: where the looks are shared over the units of then. Always-valid: at looks until then. Bayesian: at
/// that moment, `error` being the standard error of the lift then.
NeededDrift neededDrift(const Plan& plan, double level, double power, const MethodFactor& factor, double share,
                        double error);

} // namespace xp
