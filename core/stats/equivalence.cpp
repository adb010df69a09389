// SPDX-License-Identifier: Apache-2.0
#include "core/stats/equivalence.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

StatsResult<EquivalenceTest> equivalenceTest(const Sample& control, const Sample& treatment, double lowerMargin,
                                             double upperMargin)
{
    if (Wrong e = firstOf({checkSample(control, "control"), checkSample(treatment, "treatment"),
                           checkFinite(lowerMargin, "lower_margin"), checkFinite(upperMargin, "upper_margin")}))
        return tl::unexpected(*e);
    if (!(lowerMargin < upperMargin))
        return refuse(StatsErrorCode::OutOfRange, "upper_margin", "upper_margin must be above lower_margin");
    const WelchError error = welchError(control, treatment);
    if (!(error.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.variance", kNothingVaries);
    const double difference = treatment.mean - control.mean;
    EquivalenceTest test;
    test.degreesOfFreedom = error.degreesOfFreedom;
    test.pValueLower = studentTail((difference - lowerMargin) / error.standardError, error.degreesOfFreedom);
    test.pValueUpper = studentTail((upperMargin - difference) / error.standardError, error.degreesOfFreedom);
    test.pValue = std::max(test.pValueLower, test.pValueUpper);
    return test;
}

StatsResult<std::vector<SimultaneousInterval>> simultaneousIntervals(std::span<const double> estimates,
                                                                     std::span<const double> standardErrors,
                                                                     std::span<const double> degreesOfFreedom,
                                                                     double confidence, Simultaneous method)
{
    const std::size_t m = estimates.size();
    if (m == 0)
        return refuse(StatsErrorCode::OutOfRange, "estimates", "estimates must have at least one number");
    if (standardErrors.size() != m)
        return refuse(StatsErrorCode::OutOfRange, "standard_errors",
                      "standard_errors must have one number for each estimate");
    if (!degreesOfFreedom.empty() && degreesOfFreedom.size() != m)
        return refuse(StatsErrorCode::OutOfRange, "degrees_of_freedom",
                      "degrees_of_freedom must have one number for each estimate");
    if (Wrong e = checkBetween(confidence, 0, 1, "confidence"))
        return tl::unexpected(*e);
    // The chance that one interval misses; of Sidak 1 - c^(1/m), without cancellation.
    const double miss = method == Simultaneous::Bonferroni ? (1 - confidence) / static_cast<double>(m)
                                                           : -expm1(std::log(confidence) / static_cast<double>(m));
    std::vector<SimultaneousInterval> intervals;
    for (std::size_t i = 0; i < m; ++i) {
        const std::string index = "[" + std::to_string(i) + "]";
        if (Wrong e =
                firstOf({checkFinite(estimates[i], "estimates" + index),
                         checkPositive(standardErrors[i], "standard_errors" + index),
                         degreesOfFreedom.empty() ? Wrong()
                                                  : checkPositive(degreesOfFreedom[i], "degrees_of_freedom" + index)}))
            return tl::unexpected(*e);
        const double half =
            standardErrors[i] * (degreesOfFreedom.empty() ? normalUpperQuantile(miss / 2)
                                                          : studentUpperQuantile(miss / 2, degreesOfFreedom[i]));
        intervals.push_back({estimates[i] - half, estimates[i] + half});
    }
    return intervals;
}

} // namespace xp::stats
