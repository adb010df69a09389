// SPDX-License-Identifier: Apache-2.0
#include "core/stats/cuped.h"

#include "core/stats/checks.h"
#include "core/stats/rounding.h"
#include "core/stats/welch.h"

#include <cmath>

namespace xp::stats {

StatsResult<void> checkCupedSample(const CupedSample& s, const char* arm)
{
    const std::string prefix = std::string(arm) + ".";
    if (Wrong e = firstOf({checkSample({s.n, s.mean, s.variance}, arm),
                           checkFinite(s.covariateMean, prefix + "covariate.mean"),
                           checkNotNegative(s.covariateVariance, prefix + "covariate.variance"),
                           checkCovariance(s.covariance, s.variance, s.covariateVariance, prefix + "covariance")}))
        return tl::unexpected(*e);
    return {};
}

StatsResult<CupedTest> cuped(const CupedSample& control, const CupedSample& treatment, double confidence)
{
    if (const auto checked = checkCupedSample(control, "control"); !checked)
        return tl::unexpected(checked.error());
    if (const auto checked = checkCupedSample(treatment, "treatment"); !checked)
        return tl::unexpected(checked.error());
    if (Wrong e = checkBetween(confidence, 0, 1, "confidence"))
        return tl::unexpected(*e);
    // Weights as shares, so that no sum overflows.
    const double shareC = (control.n - 1) / (control.n + treatment.n - 2);
    const double shareT = (treatment.n - 1) / (control.n + treatment.n - 2);
    const double spread = shareC * control.covariateVariance + shareT * treatment.covariateVariance;
    if (!(spread > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.covariate.variance",
                      "the covariate does not vary in either arm: there is nothing to adjust by");
    CupedTest result;
    result.theta = (shareC * control.covariance + shareT * treatment.covariance) / spread;
    const double shift = treatment.covariateMean - control.covariateMean;
    const double total = control.n + treatment.n;
    result.controlMean = control.mean + result.theta * shift * (treatment.n / total);
    result.treatmentMean = treatment.mean - result.theta * shift * (control.n / total);
    const auto adjusted = [&](const CupedSample& s) {
        return Sample{s.n, 0, residualVariance(s.variance, s.covariance, s.covariateVariance, result.theta)};
    };
    const WelchError error = welchError(adjusted(control), adjusted(treatment));
    if (!(error.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.covariance",
                      "the covariate explains every value: no variance is left");
    const double estimate = (treatment.mean - control.mean) - result.theta * shift;
    const StatsResult<MeanTest> test =
        studentTest(estimate, error.standardError, error.degreesOfFreedom, Alternative::TwoSided, confidence);
    if (!test)
        return tl::unexpected(test.error());
    result.test = *test;
    if (Wrong e = checkRepresentable({result.theta, result.controlMean, result.treatmentMean}))
        return tl::unexpected(*e);
    return result;
}

} // namespace xp::stats
