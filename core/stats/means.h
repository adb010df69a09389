// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/alternative.h"
#include "core/stats/error.h"

namespace xp::stats {

/// One arm of a metric: one value per unit. `variance` is the sample variance (divisor n - 1).
struct Sample
{
    double n = 0; ///< units, a whole number
    double mean = 0;
    double variance = 0;
};

/// Difference of two means, treatment - control, in the metric's unit.
struct MeanTest
{
    double estimate = 0;
    double standardError = 0;
    double statistic = 0; ///< estimate / standardError
    double degreesOfFreedom = 0;
    double pValue = 1;
    double lower = 0; ///< two-sided interval at the asked confidence, whatever the alternative
    double upper = 0;
};

/// Welch's unequal-variance t test and interval of a difference of means.
/// se^2 = v_c/n_c + v_t/n_t; degrees of freedom by Welch-Satterthwaite. Source: Welch, Biometrika 34 (1947) 28-35.
/// Assumes independent arms and means that are near normal (large n, or normal values).
/// Errors: fewer than 2 units in an arm, negative variance, confidence outside (0, 1); ZeroVariance when neither arm
/// varies.
StatsResult<MeanTest> welchTTest(const Sample& control, const Sample& treatment, Alternative alternative,
                                 double confidence);

} // namespace xp::stats
