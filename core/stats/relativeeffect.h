// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/alwaysvalid.h"
#include "core/stats/cuped.h"
#include "core/stats/noninferiority.h"
#include "core/stats/ratios.h"
#include "core/stats/relativelift.h"

namespace xp::stats {

/// treatment/control - 1 of any two estimates, with one test behind all of it: the p-value is of the plain difference,
/// and the interval is that test inverted (Fieller), so the interval excludes 0 exactly when p < 1 - confidence.
struct RelativeEffect
{
    double estimate = 0;
    double standardError = 0; ///< delta method
    double pValue = 1;        ///< two-sided, difference = 0
    FiellerInterval interval;
};

/// Student's t with these degrees of freedom, or the normal distribution where they are infinite.
/// Errors: Undefined when the control estimate is 0; those of fiellerAt.
StatsResult<RelativeEffect> relativeEffect(const EstimatePair& estimates, double degreesOfFreedom, double confidence);

/// The adjusted means of `cuped` with their sampling covariance, theta taken as known: both contain the covariate's
/// mean over all units, so they are correlated. Errors: those of cuped.
StatsResult<EstimatePair> cupedEstimates(const CupedSample& control, const CupedSample& treatment);

/// Relative effect of the adjusted means, Welch degrees of freedom of the adjusted difference.
StatsResult<RelativeEffect> relativeCuped(const CupedSample& control, const CupedSample& treatment, double confidence);

/// Relative effect of two ratios of sums, normal reference.
StatsResult<RelativeEffect> relativeRatio(const RatioSample& control, const RatioSample& treatment, double confidence);

/// One arm of a ratio metric with a covariate known before exposure.
struct RatioCupedSample
{
    RatioSample ratio;
    MeanVariance covariate;
    double numeratorCovariance = 0;   ///< of numerator and covariate
    double denominatorCovariance = 0; ///< of denominator and covariate
};

struct RatioCupedTest
{
    double theta = 0;
    RatioTest test; ///< ratios, difference and interval after the adjustment, normal reference
};

/// Ratio metric adjusted by a covariate: a unit's value is the linearised (numerator - R denominator) / mean
/// denominator, theta is pooled over the arms as in `cuped`, the adjusted difference is R_t - R_c - theta (x_t - x_c).
/// Source: Deng, Knoblich, Lu, KDD 2018, section 4. Errors: those of ratioMetric and cuped.
StatsResult<RatioCupedTest> ratioCuped(const RatioCupedSample& control, const RatioCupedSample& treatment,
                                       double confidence);

struct RelativeSequence
{
    double estimate = 0;
    double pValue = 1; ///< always-valid, difference = 0
    FiellerInterval interval;
};

/// The confidence sequence of asymptoticConfidenceSequence for the lift: at every moment all lifts L for which the
/// sequence of mean_t - (1 + L) mean_c includes 0. Errors: those of asymptoticConfidenceSequence; Undefined for a
/// control mean of 0.
StatsResult<RelativeSequence> relativeConfidenceSequence(const Sample& control, const Sample& treatment, double level,
                                                         double tuningSampleSize);

/// Non-inferiority with a relative margin m >= 0: Increase tests mean_t > mean_c - m |mean_c| as the contrast
/// mean_t - (1 -+ m) mean_c with its own variance v_t/n_t + (1 -+ m)^2 v_c/n_c and its own Satterthwaite degrees of
/// freedom. Errors: those of nonInferiorityTest; Undefined when the control mean is 0.
StatsResult<NonInferiorityTest> relativeNonInferiorityTest(const Sample& control, const Sample& treatment,
                                                           double margin, Direction direction);

} // namespace xp::stats
