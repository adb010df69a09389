// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/alternative.h"
#include "core/stats/error.h"

namespace xp::stats {

// Planning of the two-proportion z test with equal arms. The variance is pooled under no effect and unpooled under the
// effect, and of a two-sided test only the tail of the effect's side is counted:
//   power = Phi((sqrt(n) |p_t - p_c| - z sqrt(2 p (1-p))) / sqrt(p_c(1-p_c) + p_t(1-p_t))),  p = (p_c + p_t) / 2.
// Source: Fleiss, Levin, Paik (2003), section 4; R's power.prop.test(strict = FALSE). Rates lie in [0, 1].

/// What a plan holds on to: the level of the test, the wished power, and the side.
struct PlanTarget
{
    double significanceLevel = 0.05; ///< (0, 1), of both tails together when two-sided
    double power = 0.8;              ///< (0, 1)
    Alternative alternative = Alternative::TwoSided;
};

/// Units per arm, a real number: round up. Errors: rates outside [0, 1]; Unreachable for equal rates, or an effect on
/// the other side than a one-sided alternative; OutOfRange when the power is no more than what no effect gives anyway.
StatsResult<double> sampleSizeProportions(double controlRate, double treatmentRate, const PlanTarget& target);

/// Power at `unitsPerArm` (at least 1, real). `target.power` is not used.
/// Errors: rates outside [0, 1]; ZeroVariance when both rates are 0 or 1.
StatsResult<double> powerProportions(double controlRate, double treatmentRate, double unitsPerArm,
                                     const PlanTarget& target);

/// The treatment rate nearest to the control rate that is found with the wished power: above it, or below it for
/// Alternative::Less. Errors: as above; Unreachable when even a rate of 1 (or 0) is not found.
StatsResult<double> minimumDetectableEffectProportions(double controlRate, double unitsPerArm,
                                                       const PlanTarget& target);

} // namespace xp::stats
