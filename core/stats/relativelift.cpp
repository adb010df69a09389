// SPDX-License-Identifier: Apache-2.0
#include "core/stats/relativelift.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

StatsResult<RelativeLift> relativeLift(const Sample& control, const Sample& treatment, double confidence)
{
    if (Wrong e = firstOf({checkSample(control, "control"), checkSample(treatment, "treatment"),
                           checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    if (control.mean == 0)
        return refuse(StatsErrorCode::Undefined, "control.mean",
                      "the control mean is 0: a lift relative to it does not exist");
    const WelchError plain = welchError(control, treatment);
    if (!(plain.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.variance", kNothingVaries);
    const double ratio = treatment.mean / control.mean;
    const double standardError =
        hypot(std::sqrt(treatment.variance / treatment.n), ratio * std::sqrt(control.variance / control.n)) /
        std::abs(control.mean);
    if (!(standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "treatment.variance",
                      "the treatment mean and variance are 0: the delta method gives the lift no error");
    const StatsResult<MeanTest> test = studentTest((treatment.mean - control.mean) / control.mean, standardError,
                                                   plain.degreesOfFreedom, Alternative::TwoSided, confidence);
    return test.map([](const MeanTest& t) {
        return RelativeLift{t.estimate, t.standardError, t.statistic, t.degreesOfFreedom, t.pValue, t.lower, t.upper};
    });
}

StatsResult<FiellerInterval> fiellerInterval(const Sample& control, const Sample& treatment, double confidence)
{
    if (Wrong e = firstOf({checkSample(control, "control"), checkSample(treatment, "treatment"),
                           checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    return fiellerAt({control.mean, treatment.mean, control.variance / control.n, treatment.variance / treatment.n, 0},
                     normalTwoSidedQuantile(confidence));
}

StatsResult<FiellerInterval> fiellerAt(const EstimatePair& e, double critical)
{
    if (Wrong w = firstOf({checkFinite(e.control, "control"), checkFinite(e.treatment, "treatment"),
                           checkNotNegative(e.controlVariance, "control_variance"),
                           checkNotNegative(e.treatmentVariance, "treatment_variance"),
                           checkFinite(e.covariance, "covariance"), checkPositive(critical, "critical_value")}))
        return tl::unexpected(*w);
    if (e.controlVariance == 0 && e.treatmentVariance == 0)
        return refuse(StatsErrorCode::ZeroVariance, "control_variance", kNothingVaries);
    if (e.control == 0)
        return FiellerInterval{};
    // In units of the control mean: (d - L)^2 = k^2 (vt + vc - 2c + 2L (vc - c) + L^2 vc) is a L^2 - 2 b L + c0 = 0.
    const double k2 = critical * critical;
    const double d = (e.treatment - e.control) / e.control;
    const double vc = e.controlVariance / e.control / e.control;
    const double vt = e.treatmentVariance / e.control / e.control;
    const double cov = e.covariance / e.control / e.control;
    const double a = 1 - k2 * vc;
    if (!(a > 0))
        return FiellerInterval{};
    const double b = d + k2 * (vc - cov);
    const double c0 = d * d - k2 * std::max(0.0, vt + vc - 2 * cov);
    // b^2 - a c0, rewritten as a sum of terms that are not negative.
    const double along = vc > 0 ? ((1 + d) * vc - cov) * ((1 + d) * vc - cov) / vc : 0;
    const double across = vc > 0 ? std::max(0.0, vt - cov * cov / vc) : vt;
    const double root = std::sqrt(k2 * (along + a * across));
    const double q = b + std::copysign(root, b);
    const double one = q / a;
    const double other =
        q != 0 ? c0 / q : 0; // its sign is that of c0: the interval excludes 0 exactly when the test rejects
    FiellerInterval result{true, std::min(one, other), std::max(one, other)};
    if (Wrong w = checkRepresentable({result.lower, result.upper}))
        return tl::unexpected(*w);
    return result;
}

} // namespace xp::stats
