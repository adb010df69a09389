// SPDX-License-Identifier: Apache-2.0
#include "core/stats/means.h"

#include "core/stats/checks.h"
#include "core/stats/welch.h"

namespace xp::stats {

StatsResult<MeanTest> welchTTest(const Sample& control, const Sample& treatment, Alternative alternative,
                                 double confidence)
{
    if (Wrong e = firstOf({checkSample(control, "control"), checkSample(treatment, "treatment"),
                           checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    const WelchError error = welchError(control, treatment);
    if (!(error.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.variance", kNothingVaries);
    return studentTest(treatment.mean - control.mean, error.standardError, error.degreesOfFreedom, alternative,
                       confidence);
}

} // namespace xp::stats
