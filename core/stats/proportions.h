// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/alternative.h"
#include "core/stats/error.h"

namespace xp::stats {

/// x successes of n units; whole numbers, 0 <= x <= n.
struct Proportion
{
    double n = 0;
    double x = 0;
};

struct Interval
{
    double lower = 0;
    double upper = 0;
};

struct DifferenceInterval
{
    double estimate = 0; ///< treatment rate - control rate
    double lower = 0;
    double upper = 0;
};

struct ZTest
{
    double statistic = 0;
    double pValue = 1;
};

enum class ProportionMethod { Wilson, ClopperPearson };
enum class DifferenceMethod { Newcombe, Wald };

/// z test of two proportions, z = (p_t - p_c) / se. Pooled: se^2 = p(1-p)(1/n_c + 1/n_t) with p the rate of both arms
/// together (the score test of equal rates); else se^2 = p_c(1-p_c)/n_c + p_t(1-p_t)/n_t.
/// Source: Fleiss, Levin, Paik, Statistical Methods for Rates and Proportions (2003), section 3.1.
/// Errors: an empty arm, x outside [0, n]; ZeroVariance when se is 0 (rates of 0 and 1 only).
StatsResult<ZTest> twoProportionZTest(const Proportion& control, const Proportion& treatment, Alternative alternative,
                                      bool pooled);

/// Two-sided interval of one proportion. Wilson: the score test inverted (JASA 22 (1927) 209-212). Clopper-Pearson: the
/// exact binomial test inverted, beta quantiles (Biometrika 26 (1934) 404-413). Both exist for rates of 0 and 1.
/// Errors: n < 1, x outside [0, n], confidence outside (0, 1).
StatsResult<Interval> proportionInterval(const Proportion& arm, double confidence, ProportionMethod method);

/// Two-sided interval of p_t - p_c. Newcombe: from the two Wilson intervals (Statistics in Medicine 17 (1998) 873-890,
/// method 10). Wald: estimate -+ z * unpooled standard error, not clipped.
/// Errors: as above; ZeroVariance for Wald when both rates are 0 or 1 (its width would be 0; Newcombe has an answer).
StatsResult<DifferenceInterval> proportionDifferenceInterval(const Proportion& control, const Proportion& treatment,
                                                             double confidence, DifferenceMethod method);

} // namespace xp::stats
