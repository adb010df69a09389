// SPDX-License-Identifier: Apache-2.0
#include "core/stats/ratios.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/rounding.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

StatsResult<MeanVariance> ratioOfSums(const RatioSample& arm, const char* name)
{
    const std::string prefix = std::string(name) + ".";
    if (Wrong e = firstOf(
            {checkWhole(arm.n, 2, prefix + "n"), checkFinite(arm.numerator.mean, prefix + "numerator.mean"),
             checkNotNegative(arm.numerator.variance, prefix + "numerator.variance"),
             checkFinite(arm.denominator.mean, prefix + "denominator.mean"),
             checkNotNegative(arm.denominator.variance, prefix + "denominator.variance"),
             checkCovariance(arm.covariance, arm.numerator.variance, arm.denominator.variance, prefix + "covariance")}))
        return tl::unexpected(*e);
    if (arm.denominator.mean == 0)
        return refuse(StatsErrorCode::Undefined, prefix + "denominator.mean",
                      "the denominator's mean is 0: a ratio to it does not exist");
    const double ratio = arm.numerator.mean / arm.denominator.mean;
    const double residual = residualVariance(arm.numerator.variance, arm.covariance, arm.denominator.variance, ratio);
    return MeanVariance{ratio, residual / arm.n / arm.denominator.mean / arm.denominator.mean};
}

namespace {

/// Treatment less control over one denominator: two ratios that hardly differ would have lost it to their own rounding.
double ratioDifference(const RatioSample& c, const RatioSample& t)
{
    const double a = t.numerator.mean * c.denominator.mean;
    const double b = c.numerator.mean * t.denominator.mean;
    const double rest =
        std::fma(t.numerator.mean, c.denominator.mean, -a) - std::fma(c.numerator.mean, t.denominator.mean, -b);
    const double difference = ((a - b) + rest) / t.denominator.mean / c.denominator.mean;
    const bool isExact = std::isfinite(difference) && std::min(std::abs(a), std::abs(b)) > 1e-280;
    return isExact ? difference : t.numerator.mean / t.denominator.mean - c.numerator.mean / c.denominator.mean;
}

} // namespace

StatsResult<RatioTest> ratioMetric(const RatioSample& control, const RatioSample& treatment, double confidence)
{
    const StatsResult<MeanVariance> c = ratioOfSums(control, "control");
    if (!c)
        return tl::unexpected(c.error());
    const StatsResult<MeanVariance> t = ratioOfSums(treatment, "treatment");
    if (!t)
        return tl::unexpected(t.error());
    if (Wrong e = checkBetween(confidence, 0, 1, "confidence"))
        return tl::unexpected(*e);
    RatioTest test;
    test.controlRatio = c->mean;
    test.treatmentRatio = t->mean;
    test.estimate = ratioDifference(control, treatment);
    test.standardError = std::sqrt(c->variance + t->variance);
    if (!(test.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.numerator.variance",
                      "numerator and denominator are proportional in every unit: the ratio does not vary");
    test.statistic = test.estimate / test.standardError;
    test.pValue = normalPValue(test.statistic, Alternative::TwoSided);
    const double half = normalTwoSidedQuantile(confidence) * test.standardError;
    test.lower = test.estimate - half;
    test.upper = test.estimate + half;
    if (Wrong e = checkRepresentable({test.estimate, test.standardError, test.statistic, test.lower, test.upper}))
        return tl::unexpected(*e);
    return test;
}

} // namespace xp::stats
