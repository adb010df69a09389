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

/// The critical value of the last look at `share` of the planned size, and of a single look for other methods than the
/// always-valid one.
double lastCritical(const Plan& plan, double level, double share);

} // namespace xp
