// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp {

/// The tuning sample size of a plan that names no size (docs/semantics.md).
inline constexpr double kDefaultTuningUnits = 5000;

/// One level of harm, whatever the plan: always-valid and one-sided.
inline constexpr double kHarmLevel = 0.01;

/// An always-valid two-sided test, tuned once and then the same at every look (kernel: asymptotic confidence sequence).
/// Looked at on one side only, its level is half.
class Sequence
{
public:
    /// Near its tightest at `tuningUnits`, for an interval at `level`.
    Sequence(double level, double tuningUnits);

    /// Half-width in standard errors at `units` of the two arms, for an interval at `level`.
    double critical(double units, double level) const;
    /// The smallest level at which the sequence excludes the hypothesis; at most 1.
    double pValue(double units, double statistic) const;

private:
    double m_rho;
};

} // namespace xp
