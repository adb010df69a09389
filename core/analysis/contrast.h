// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/adjustment.h"
#include "core/analysis/arm.h"
#include "core/analysis/interval.h"
#include "core/analysis/scoretest.h"
#include "core/analysis/strata.h"
#include "core/stats/relativelift.h"

#include <optional>
#include <vector>

namespace xp {

/// One treatment against the control under one metric, added up over epochs: the one place where an estimate, its
/// test and its intervals come from, so that they cannot disagree. With weights w_k
///     estimate = sum w_k (t_k - c_k),  lift = sum w_k t_k / sum w_k c_k - 1,  variance = sum w_k^2 (V_tk + V_ck).
/// What does not exist (an empty arm, nothing that varies, a control of 0 or less for the lift) is std::nullopt.
class Contrast
{
public:
    Contrast(const Strata& strata, const Metric& metric);

    /// Whether there is an estimate at all.
    bool exists() const { return m_exists; }
    std::optional<double> estimate() const; ///< treatment - control, in the metric's unit
    std::optional<double> lift() const;     ///< treatment / control - 1
    std::optional<double> control() const;  ///< the control's value, in the metric's unit
    std::optional<double> treatment() const;
    double units() const { return m_units; } ///< of the two arms, in the strata that are used

    /// Of the estimate, by each arm's own variance; for sequences, posteriors and sizes.
    std::optional<double> standardError() const;
    std::optional<double> controlError() const; ///< standard error of the control's value alone
    std::optional<double> treatmentError() const;
    /// Sampling covariance of the two values, in the metric's unit squared; 0 unless adjusted by history.
    double covariance() const { return m_pair.covariance() * m_scale * m_scale; }
    bool isAdjusted() const { return m_isAdjusted; }
    /// Of the lift, by the delta method.
    std::optional<double> liftStandardError() const;

    /// two_proportion_z (pooled), welch_t (Satterthwaite over strata), ratio_delta or quantile_z (Woodruff's standard
    /// errors, normal reference); adjusted by history cuped_t or
    /// cuped_ratio.
    const char* testName() const;
    std::optional<double> statistic() const;
    std::optional<double> pValue() const; ///< two-sided

    /// The fixed test inverted at level alpha (two-sided).
    std::optional<Interval> interval(double alpha) const;
    std::optional<Interval> liftInterval(double alpha) const; ///< by Fieller's theorem; rates: by their score test

    /// The same test at any critical value of its statistic, for bounds of group-sequential plans.
    std::optional<Interval> intervalAt(double critical) const;
    std::optional<Interval> liftIntervalAt(double critical) const;

    /// The fixed test's statistic against another hypothesis: "treatment - control = difference", or "treatment =
    /// (1 + lift) * control".
    std::optional<double> statisticAtDifference(double difference) const;
    std::optional<double> statisticAtLift(double lift) const;
    /// P(a statistic at least this large) under the hypothesis.
    double upperTail(double statistic) const;

    /// Estimate and lift +- critical standard errors (each arm's own variance, Fieller for the lift).
    /// Both exclude 0 exactly when |estimate| > critical * standardError.
    std::optional<Interval> waldInterval(double critical) const;
    std::optional<Interval> waldLiftInterval(double critical) const;

private:
    double degreesOfFreedom() const;
    double criticalOf(double alpha) const;
    void add(double weight, double controlUnits, double treatmentUnits, const stats::EstimatePair& pair);
    void addStratum(const Stratum& stratum, const Metric& metric);
    std::optional<Interval> scaled(double lower, double upper) const;

    ValueKind m_kind;
    double m_scale;
    bool m_exists = false;
    double m_units = 0;
    stats::EstimatePair m_pair; ///< weighted, in multiples; a control of which only rounding is left is 0: no lift then
    double m_controlSize = 0;   ///< of the terms of m_pair.control
    bool m_isAdjusted = false;
    double m_satterthwaite = 0; ///< sum of (variance term)^2 / (n - 1)
    std::vector<RateStratum> m_rates;
};

} // namespace xp
