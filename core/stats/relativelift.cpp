// SPDX-License-Identifier: Apache-2.0
#include "core/stats/relativelift.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
#include "core/stats/rounding.h"
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
    return fiellerAt(
        independentPair(control.mean, treatment.mean, control.variance / control.n, treatment.variance / treatment.n),
        normalTwoSidedQuantile(confidence));
}

double EstimatePair::varianceAtLift(double lift) const
{
    const double ratio = 1 + lift;
    const double own = treatmentVariance + ratio * ratio * controlVariance;
    return std::max(0.0, own + lift * (lift * sharedVariance - 2 * (treatmentShared - ratio * controlShared)));
}

void EstimatePair::add(double weight, const EstimatePair& part)
{
    const double square = weight * weight;
    control += weight * part.control;
    treatment += weight * part.treatment;
    difference += weight * part.difference;
    controlVariance += square * part.controlVariance;
    treatmentVariance += square * part.treatmentVariance;
    sharedVariance += square * part.sharedVariance;
    controlShared += square * part.controlShared;
    treatmentShared += square * part.treatmentShared;
}

EstimatePair independentPair(double control, double treatment, double controlVariance, double treatmentVariance)
{
    return {.control = control,
            .treatment = treatment,
            .difference = treatment - control,
            .controlVariance = controlVariance,
            .treatmentVariance = treatmentVariance};
}

namespace {

/// A variance that is a sum of such parts: what rounding leaves below 0 is 0.
double wholeVariance(double own, double shared, double ownWithShared)
{
    const double whole = own + shared + 2 * ownWithShared;
    const double size = std::abs(own) + std::abs(shared) + 2 * std::abs(ownWithShared);
    return whole < 0 ? beyondRounding(whole, size) : whole;
}

} // namespace

StatsResult<FiellerInterval> fiellerAt(const EstimatePair& e, double critical)
{
    const double control = wholeVariance(e.controlVariance, e.sharedVariance, e.controlShared);
    const double treatment = wholeVariance(e.treatmentVariance, e.sharedVariance, e.treatmentShared);
    if (Wrong w = firstOf({checkFinite(e.control, "control"), checkFinite(e.treatment, "treatment"),
                           checkFinite(e.difference, "difference"), checkNotNegative(control, "control_variance"),
                           checkNotNegative(treatment, "treatment_variance"), checkFinite(e.covariance(), "covariance"),
                           checkPositive(critical, "critical_value")}))
        return tl::unexpected(*w);
    if (control == 0 && treatment == 0)
        return refuse(StatsErrorCode::ZeroVariance, "control_variance", kNothingVaries);
    if (e.control == 0)
        return FiellerInterval{};
    // In units of the control mean, with the variance of the difference vd, of the control vc, and their covariance
    // -less: (d - L)^2 = k^2 (vd + 2 L less + L^2 vc) is a L^2 - 2 b L + c0 = 0.
    const auto scaled = [&](double variance) { return variance / e.control / e.control; };
    const double k2 = critical * critical;
    const double d = e.difference / e.control;
    const double vc = scaled(control);
    const double a = 1 - k2 * vc;
    if (!(a > 0))
        return FiellerInterval{};
    const double ownC = scaled(e.controlVariance);
    const double ownT = scaled(e.treatmentVariance);
    const double shared = scaled(e.sharedVariance);
    const double withC = scaled(e.controlShared);
    const double withT = scaled(e.treatmentShared);
    const double less = ownC + withC - withT;
    const double b = d + k2 * less;
    const double c0 = d * d - k2 * std::max(0.0, ownC + ownT);
    // b^2 - a c0, rewritten as a sum of terms that are not negative; `across` is the variance of the treatment where
    // the control is given, without the square of the shared part, which cancels in it.
    const double along = vc > 0 ? (less + d * vc) * (less + d * vc) / vc : 0;
    const double given =
        ownC * (ownT + shared + 2 * withT) + ownT * (shared + 2 * withC) - (withC - withT) * (withC - withT);
    const double across = vc > 0 ? std::max(0.0, given / vc) : scaled(treatment);
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
