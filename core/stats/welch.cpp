// SPDX-License-Identifier: Apache-2.0
#include "core/stats/welch.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

/// P-value from the two tails of a symmetric distribution.
template <typename Tail>
double symmetricPValue(double statistic, Alternative alternative, Tail tail)
{
    switch (alternative) {
    case Alternative::Less:
        return tail(-statistic);
    case Alternative::Greater:
        return tail(statistic);
    case Alternative::TwoSided:
        break;
    }
    return std::min(1.0, 2 * tail(std::abs(statistic)));
}

} // namespace

WelchError welchError(const Sample& control, const Sample& treatment)
{
    const double c = control.variance / control.n;
    const double t = treatment.variance / treatment.n;
    const double sum = c + t;
    if (!(sum > 0))
        return {};
    const double share = c / sum;
    const double rest = t / sum;
    return {std::sqrt(sum), 1 / (share * share / (control.n - 1) + rest * rest / (treatment.n - 1))};
}

double normalPValue(double statistic, Alternative alternative)
{
    return symmetricPValue(statistic, alternative, normalTail);
}

double studentPValue(double statistic, double degreesOfFreedom, Alternative alternative)
{
    return symmetricPValue(statistic, alternative, [&](double t) { return studentTail(t, degreesOfFreedom); });
}

StatsResult<MeanTest> studentTest(double estimate, double standardError, double degreesOfFreedom,
                                  Alternative alternative, double confidence)
{
    MeanTest test;
    test.estimate = estimate;
    test.standardError = standardError;
    test.statistic = estimate / standardError;
    test.degreesOfFreedom = degreesOfFreedom;
    test.pValue = studentPValue(test.statistic, degreesOfFreedom, alternative);
    const double half = studentTwoSidedQuantile(confidence, degreesOfFreedom) * standardError;
    test.lower = estimate - half;
    test.upper = estimate + half;
    if (Wrong e = checkRepresentable(
            {test.estimate, test.standardError, test.statistic, test.lower, test.upper, test.pValue}))
        return tl::unexpected(*e);
    return test;
}

} // namespace xp::stats
