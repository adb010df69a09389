// SPDX-License-Identifier: Apache-2.0
#include "core/stats/noninferiority.h"

#include "core/stats/checks.h"
#include "core/stats/welch.h"

namespace xp::stats {

StatsResult<NonInferiorityTest> nonInferiorityTest(const Sample& control, const Sample& treatment, double margin,
                                                   Direction direction)
{
    if (Wrong e = firstOf(
            {checkSample(control, "control"), checkSample(treatment, "treatment"), checkNotNegative(margin, "margin")}))
        return tl::unexpected(*e);
    const WelchError error = welchError(control, treatment);
    if (!(error.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.variance", kNothingVaries);
    const bool increase = direction == Direction::Increase;
    const double difference = treatment.mean - control.mean;
    NonInferiorityTest test;
    test.statistic = (increase ? difference + margin : difference - margin) / error.standardError;
    test.degreesOfFreedom = error.degreesOfFreedom;
    if (Wrong e = checkRepresentable({test.statistic}))
        return tl::unexpected(*e);
    test.pValue =
        studentPValue(test.statistic, test.degreesOfFreedom, increase ? Alternative::Greater : Alternative::Less);
    return test;
}

} // namespace xp::stats
