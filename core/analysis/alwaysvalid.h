// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp {

/// The tuning sample size of a plan that names no size (docs/semantics.md).
inline constexpr double kDefaultTuningUnits = 5000;

/// The asymptotic confidence sequence: an interval that holds at all times together, so that one may look and stop at
/// any moment. Half-width in standard errors at N units, with x = N rho^2 and rho such that the sequence is tightest at
/// the tuning size:
///     sqrt((x + 1) / x * log((x + 1) / alpha^2))
/// Source: Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, Annals of Statistics 52 (2024), two-sided.
struct ConfidenceSequence
{
    double tuningUnits = kDefaultTuningUnits;
    double alpha = 0.05; ///< the level that rho is tuned for

    /// Half-width in standard errors at `units` > 0.
    double critical(double units) const;
    /// The smallest level at which the sequence excludes 0, for |estimate| / standard error; at most 1.
    double pValue(double units, double statistic) const;
};

/// A one-sided always-valid test at level a is the two-sided one at 2 a, looked at on one side.
inline constexpr double kHarmLevel = 0.01;

} // namespace xp
