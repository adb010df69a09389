// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

namespace xp::stats {

struct ConfidenceSequence
{
    double estimate = 0; ///< treatment - control
    double lower = 0;
    double upper = 0;
    double pValue = 1;        ///< always-valid: the smallest level whose sequence excludes 0, rho held; at most 1
    double criticalValue = 0; ///< half-width in standard errors, for intervals of other contrasts on the same sequence
};

/// rho of the sequence that is near its tightest at `tuningSampleSize` units, by the paper's closed form (its equation
/// for rho(t*)): rho^2 = (-2 log(level) + log(1 - 2 log(level))) / tuningSampleSize. 0 < level < 1, tuningSampleSize >
/// 0.
double sequenceRho(double level, double tuningSampleSize);

/// Half-width at `units` in standard errors: sqrt((N rho^2 + 1) / (N rho^2) * log((N rho^2 + 1) / level^2)).
double sequenceCriticalValue(double units, double rho, double level);

/// Two-sided asymptotic confidence sequence for a difference of means: it holds at every moment at once, so it may be
/// looked at as often as one likes. N = n_c + n_t, se by Welch, half-width as above.
/// Source: Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, "Time-uniform central limit theory and asymptotic confidence
/// sequences", Annals of Statistics 52 (2024). Assumes an n at the first look that is large enough for normal means.
/// Errors: those of welchTTest; level outside (0, 1); a tuning sample size not above 0.
StatsResult<ConfidenceSequence> asymptoticConfidenceSequence(const Sample& control, const Sample& treatment,
                                                             double level, double tuningSampleSize);

/// Always-valid p-value of the mixture sequential probability ratio test with a normal mixture N(0, tau^2) over the
/// effect: min(1, 1/L), L = sqrt(V/(V + tau^2)) exp(estimate^2 tau^2 / (2 V (V + tau^2))), V = se^2. This is its value
/// at one look; the p-value of a sequence of looks is the smallest so far. Source: Johari, Koomen, Pekelis, Walsh,
/// Operations Research 70 (2022) 1806-1821. Errors: a standard error or mixing standard deviation not above 0.
StatsResult<double> mixtureSprt(double estimate, double standardError, double mixingStandardDeviation);

} // namespace xp::stats
