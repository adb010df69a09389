// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

namespace xp::stats {

inline constexpr const char* kNothingVaries =
    "every value equals the mean of its arm: the variance is 0, and there is no error to compare a difference with";

/// Standard error of the difference of two means, and its Welch-Satterthwaite degrees of freedom (0 without variance).
struct WelchError
{
    double standardError = 0;
    double degreesOfFreedom = 0;
};

/// The samples have passed checkSample.
WelchError welchError(const Sample& control, const Sample& treatment);

double normalPValue(double statistic, Alternative alternative);
double studentPValue(double statistic, double degreesOfFreedom, Alternative alternative);

/// Test of estimate = 0 and two-sided interval, Student's t; the standard error is above 0.
StatsResult<MeanTest> studentTest(double estimate, double standardError, double degreesOfFreedom,
                                  Alternative alternative, double confidence);

} // namespace xp::stats
