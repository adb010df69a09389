// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/error.h"

namespace xp::stats {

struct MeanVariance
{
    double mean = 0;
    double variance = 0; ///< sample variance, divisor n - 1
};

/// One arm of a ratio metric: two values per unit, and their sample covariance.
struct RatioSample
{
    double n = 0; ///< units, a whole number
    MeanVariance numerator;
    MeanVariance denominator;
    double covariance = 0;
};

struct RatioTest
{
    double controlRatio = 0; ///< sum of numerators / sum of denominators
    double treatmentRatio = 0;
    double estimate = 0; ///< treatmentRatio - controlRatio
    double standardError = 0;
    double statistic = 0;
    double pValue = 1; ///< two-sided, normal reference
    double lower = 0;
    double upper = 0;
};

/// A ratio of sums and the sampling variance of it by the delta method:
/// variance = (v_num - 2 R cov + R^2 v_den) / (n * m_den^2). Errors: fewer than 2 units, negative variance, a
/// covariance larger than its variances allow, Undefined when the denominator's mean is 0. `name` is the arm's, for the
/// error's field.
StatsResult<MeanVariance> ratioOfSums(const RatioSample& arm, const char* name);

/// Difference of two ratios of sums, delta method over units, normal reference.
/// Source: Deng, Knoblich, Lu, "Applying the Delta Method in Metric Analytics", KDD 2018.
/// Errors: those of ratioOfSums; confidence outside (0, 1); ZeroVariance when neither ratio varies.
StatsResult<RatioTest> ratioMetric(const RatioSample& control, const RatioSample& treatment, double confidence);

} // namespace xp::stats
