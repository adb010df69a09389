// SPDX-License-Identifier: Apache-2.0
#include "core/stats/proportions.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
#include "core/stats/logitbeta.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

/// p_t - p_c without cancellation: (x_t n_c - x_c n_t) / (n_t n_c), the products exact as sums of two doubles.
double rateDifference(const Proportion& c, const Proportion& t)
{
    const double a = t.x * c.n;
    const double b = c.x * t.n;
    const double rest = std::fma(t.x, c.n, -a) - std::fma(c.x, t.n, -b);
    return ((a - b) + rest) / t.n / c.n;
}

/// p(1-p)/n
double rateVariance(const Proportion& arm)
{
    return arm.x / arm.n * ((arm.n - arm.x) / arm.n) / arm.n;
}

/// Lower end of Wilson's interval as product of both ends over the upper one: no cancellation for small x.
double wilsonLower(double x, double n, double z)
{
    const double z2 = z * z;
    const double upper = (2 * x + z2 + z * std::sqrt(z2 + 4 * x * ((n - x) / n))) / (2 * (n + z2));
    return x / n * (x / (n + z2)) / upper;
}

Interval wilson(const Proportion& arm, double z)
{
    // The upper end is 1 minus the lower end of the failures; the form keeps precision for rates near 0 and near 1.
    const double z2 = z * z;
    const double upper =
        (2 * arm.x + z2 + z * std::sqrt(z2 + 4 * arm.x * ((arm.n - arm.x) / arm.n))) / (2 * (arm.n + z2));
    return {wilsonLower(arm.x, arm.n, z), std::min(1.0, upper)};
}

/// How far the rate is from the ends of Wilson's interval, without the difference: one distance is a sum of two parts,
/// and the product of both is z^2 x (n - x) / (n^2 (n + z^2)).
Interval wilsonReach(const Proportion& arm, double z)
{
    const double z2 = z * z;
    const double n = arm.n;
    const double spread = arm.x * ((n - arm.x) / n);
    const double half = z * std::sqrt(z2 + 4 * spread) / (2 * (n + z2));
    const double shift = z2 * ((2 * arm.x - n) / n) / (2 * (n + z2)); // of the rate from the middle
    const double larger = half + std::abs(shift);
    const double smaller = z2 / (n + z2) * (spread / n) / larger;
    return shift > 0 ? Interval{larger, smaller} : Interval{smaller, larger};
}

/// Quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x) on the logit scale, from Wilson's ends; of rates 0 and 1 the
/// end that is not 0 or 1 has a closed form.
Interval clopperPearson(const Proportion& arm, double confidence)
{
    const double z = normalTwoSidedQuantile(confidence);
    const double tail = (1 - confidence) / 2;
    const double failures = arm.n - arm.x;
    const Interval start = wilson(arm, z);
    Interval interval{0, 1};
    if (failures == 0)
        interval.lower = std::exp(std::log(tail) / arm.n);
    else if (arm.x > 0) {
        const double y = LogitBeta(arm.x, failures + 1).quantile(tail, -1, std::log(start.lower / (1 - start.lower)));
        interval.lower = 1 / (1 + std::exp(-y));
    }
    if (arm.x == 0)
        interval.upper = -expm1(std::log(tail) / arm.n);
    else if (failures > 0) {
        const double rest = wilsonLower(failures, arm.n, z); // 1 - upper end, without cancellation
        const double y = LogitBeta(arm.x + 1, failures).quantile(tail, 1, std::log(start.upper / rest));
        interval.upper = 1 / (1 + std::exp(-y));
    }
    return interval;
}

} // namespace

StatsResult<ZTest> twoProportionZTest(const Proportion& control, const Proportion& treatment, Alternative alternative,
                                      bool pooled)
{
    if (Wrong e = firstOf({checkProportion(control, "control."), checkProportion(treatment, "treatment.")}))
        return tl::unexpected(*e);
    double variance = rateVariance(control) + rateVariance(treatment);
    if (pooled) {
        const double n = control.n + treatment.n;
        const double rate = (control.x + treatment.x) / n;
        const double rest = ((control.n - control.x) + (treatment.n - treatment.x)) / n;
        variance = rate * rest * (1 / control.n + 1 / treatment.n);
    }
    if (!(variance > 0))
        return refuse(
            StatsErrorCode::ZeroVariance, "control.x",
            "each arm has only successes or only failures: the standard error is 0 (fisher_exact_test has an answer)");
    ZTest test;
    test.statistic = rateDifference(control, treatment) / std::sqrt(variance);
    test.pValue = normalPValue(test.statistic, alternative);
    return test;
}

StatsResult<Interval> proportionInterval(const Proportion& arm, double confidence, ProportionMethod method)
{
    if (Wrong e = firstOf({checkProportion(arm, ""), checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    if (method == ProportionMethod::Wilson)
        return wilson(arm, normalTwoSidedQuantile(confidence));
    return clopperPearson(arm, confidence);
}

StatsResult<DifferenceInterval> proportionDifferenceInterval(const Proportion& control, const Proportion& treatment,
                                                             double confidence, DifferenceMethod method)
{
    if (Wrong e = firstOf({checkProportion(control, "control."), checkProportion(treatment, "treatment."),
                           checkBetween(confidence, 0, 1, "confidence")}))
        return tl::unexpected(*e);
    const double z = normalTwoSidedQuantile(confidence);
    const double difference = rateDifference(control, treatment);
    if (method == DifferenceMethod::Wald) {
        const double half = z * std::sqrt(rateVariance(control) + rateVariance(treatment));
        if (!(half > 0))
            return refuse(
                StatsErrorCode::ZeroVariance, "method",
                "each arm has only successes or only failures: Wald's standard error is 0 (newcombe has an answer)");
        return DifferenceInterval{difference, difference - half, difference + half};
    }
    const Interval c = wilsonReach(control, z);
    const Interval t = wilsonReach(treatment, z);
    return DifferenceInterval{difference, difference - hypot(t.lower, c.upper), difference + hypot(t.upper, c.lower)};
}

} // namespace xp::stats
