// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

namespace xp::stats {

/// Which way the metric should go.
enum class Direction { Increase, Decrease };

struct NonInferiorityTest
{
    double statistic = 0; ///< Increase: (difference + margin) / se, Decrease: (difference - margin) / se
    double degreesOfFreedom = 0;
    double pValue = 1; ///< small: the treatment is not worse than the control by the margin or more
};

/// Welch's t test against an absolute margin >= 0, in the metric's unit. Increase tests treatment > control - margin,
/// Decrease tests treatment < control + margin. Source: ICH E9, section 3.3.2; Welch's variance as in welchTTest.
/// Errors: those of welchTTest; a negative margin.
StatsResult<NonInferiorityTest> nonInferiorityTest(const Sample& control, const Sample& treatment, double margin,
                                                   Direction direction);

} // namespace xp::stats
