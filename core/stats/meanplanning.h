// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/proportionplanning.h"

namespace xp::stats {

// Planning of the t test of two means with equal arms and equal variances, exact by the noncentral t distribution with
// 2 (n - 1) degrees of freedom and noncentrality sqrt(n/2) difference / standardDeviation. Two-sided tests count both
// tails. Source: R's power.t.test(strict = TRUE).

/// Power at `unitsPerArm` (above 1, real). `target.power` is not used.
/// Errors: a standard deviation not above 0; unitsPerArm not above 1.
StatsResult<double> powerMeans(double difference, double standardDeviation, double unitsPerArm,
                               const PlanTarget& target);

/// Units per arm, a real number: round up. Errors: as above; Unreachable for a difference of 0, or on the other side
/// than a one-sided alternative; OutOfRange when the power is not above the significance level.
StatsResult<double> sampleSizeMeans(double difference, double standardDeviation, const PlanTarget& target);

} // namespace xp::stats
