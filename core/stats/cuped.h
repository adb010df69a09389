// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

namespace xp::stats {

/// One arm of a metric with a covariate known before exposure.
template <class Number>
struct BasicCupedSample
{
    Number n = 0; ///< units, a whole number
    Number mean = 0;
    Number variance = 0;
    Number covariateMean = 0;
    Number covariateVariance = 0;
    Number covariance = 0; ///< of value and covariate; sample (co)variances, divisor n - 1
};

using CupedSample = BasicCupedSample<double>;

struct CupedTest
{
    double theta = 0;
    double controlMean = 0; ///< adjusted: mean - theta * (covariate mean - covariate mean of all units)
    double treatmentMean = 0;
    MeanTest test; ///< of the adjusted means, two-sided
};

/// Finite moments, variances >= 0, a covariance that they allow, at least 2 units. Code and field of what is wrong.
StatsResult<void> checkCupedSample(const CupedSample& sample, const char* arm);

/// Difference of means adjusted by a pre-exposure covariate (CUPED). theta is pooled over the arms: the within-arm
/// covariances added up, sum (n - 1) cov / sum (n - 1) var(covariate); a unit's adjusted value is y - theta (x - mean
/// of all x); Welch's t test on the adjusted values, whose variance is v - 2 theta cov + theta^2 v_x. Source: Deng, Xu,
/// Kohavi, Walker, WSDM 2013. Assumes a covariate that the treatment cannot have changed. Errors: those of welchTTest;
/// a covariance larger than its variances allow; ZeroVariance when the covariate is the same for all (theta does not
/// exist) or when nothing is left to vary.
StatsResult<CupedTest> cuped(const CupedSample& control, const CupedSample& treatment, double confidence);

} // namespace xp::stats
