// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

namespace xp::stats {

/// treatment / control - 1; 0.05 is a lift of 5 %.
struct RelativeLift
{
    double estimate = 0;
    double standardError = 0;
    double statistic = 0; ///< estimate / standardError
    double degreesOfFreedom = 0;
    double pValue = 1; ///< two-sided, lift = 0
    double lower = 0;
    double upper = 0;
};

/// Lift by the delta method: se^2 = (v_t/n_t + (m_t/m_c)^2 v_c/n_c) / m_c^2, Student's t with the Welch-Satterthwaite
/// degrees of freedom of the plain difference. Source: Deng, Knoblich, Lu, KDD 2018, section 3.
/// Assumes that the control mean is many standard errors away from 0; where it may not be, use fiellerInterval.
/// Errors: those of welchTTest; Undefined when the control mean is 0.
StatsResult<RelativeLift> relativeLift(const Sample& control, const Sample& treatment, double confidence);

/// An interval of a lift by Fieller's theorem. Not bounded: at this confidence the control mean may be 0, and the set
/// of lifts that the data do not contradict has no two finite ends; `lower` and `upper` are then meaningless.
struct FiellerInterval
{
    bool bounded = false;
    double lower = 0;
    double upper = 0;
};

/// Fieller's interval with the normal quantile: all lifts L with |m_t - (1 + L) m_c| <= z sqrt(v_t/n_t + (1+L)^2
/// v_c/n_c). Source: Fieller, JRSS B 16 (1954) 175-185. Errors: those of welchTTest.
StatsResult<FiellerInterval> fiellerInterval(const Sample& control, const Sample& treatment, double confidence);

/// Two estimates and their sampling (co)variances: variances of the estimates themselves, not of a unit's value. Each
/// estimate is a part of its own plus a part that both share (CUPED: the covariate's mean over all units). Kept apart,
/// since the shared part may be larger than the others by more digits than a number has.
struct EstimatePair
{
    double control = 0;
    double treatment = 0;
    double difference = 0;        ///< treatment - control, from before either was rounded
    double controlVariance = 0;   ///< of the control's own part
    double treatmentVariance = 0; ///< of the treatment's own part
    double sharedVariance = 0;
    double controlShared = 0;   ///< covariance of the control's own part with the shared one
    double treatmentShared = 0; ///< covariance of the treatment's own part with the shared one

    double wholeControlVariance() const { return controlVariance + sharedVariance + 2 * controlShared; }
    double wholeTreatmentVariance() const { return treatmentVariance + sharedVariance + 2 * treatmentShared; }
    double covariance() const { return sharedVariance + controlShared + treatmentShared; }
    double differenceVariance() const { return controlVariance + treatmentVariance; }
    /// Of treatment - (1 + lift) * control.
    double varianceAtLift(double lift) const;
    /// Adds weight * the estimates of another, independent pair.
    void add(double weight, const EstimatePair& part);
};

/// Two estimates that do not depend on each other.
EstimatePair independentPair(double control, double treatment, double controlVariance, double treatmentVariance);

/// Fieller's set for treatment/control - 1 at any critical value: `critical` is a normal or t quantile, a
/// group-sequential bound, or the half-width of a confidence sequence in standard errors; the interval is then that
/// same test inverted, and excludes 0 exactly when |difference| > critical * standard error of the difference. Errors:
/// critical not positive, negative variance; ZeroVariance when neither estimate varies.
StatsResult<FiellerInterval> fiellerAt(const EstimatePair& estimates, double critical);

} // namespace xp::stats
