// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <utility>

namespace xp {

/// Two arms of a rate, and their weight among the strata.
struct RateStratum
{
    double weight = 1;
    double controlUnits = 0;
    double controlSuccesses = 0;
    double treatmentUnits = 0;
    double treatmentSuccesses = 0;
};

/// The pooled two-proportion z test and its inversion. At a hypothesis (a difference d, or a ratio r of the rates)
/// every stratum's variance is the one under the most likely rates that obey the hypothesis; at "no effect" these are
/// the pooled rates, so that test and intervals are one and cannot disagree.
///     z(d) = sum w (p_t - p_c - d) / sqrt(sum w^2 (q_t (1 - q_t) / n_t + q_c (1 - q_c) / n_c)),  q_t = q_c + d
///     z(r) = sum w (p_t - r p_c)   / sqrt(sum w^2 (q_t (1 - q_t) / n_t + r^2 q_c (1 - q_c) / n_c)),  q_t = r q_c
/// Sources: Mee, Biometrics 40 (1984) 1175; Koopman, Biometrics 40 (1984) 513; Miettinen and Nurminen, Statistics in
/// Medicine 4 (1985) 213-226 (there with the factor n / (n - 1), which the pooled test does not have).
/// Every arm of every stratum has at least one unit.

/// z at a difference; nothing where no rate can vary under it.
std::optional<double> scoreOfDifference(std::span<const RateStratum> strata, double difference);
/// z at a ratio of rates >= 0; nothing where no rate can vary under it.
std::optional<double> scoreOfRatio(std::span<const RateStratum> strata, double ratio);

/// All differences with |z| <= critical, within [-1, 1].
std::pair<double, double> scoreInterval(std::span<const RateStratum> strata, double critical);
/// All ratios with |z| <= critical; nothing where the control's rate may be 0, so that there is no upper end.
std::optional<std::pair<double, double>> scoreRatioInterval(std::span<const RateStratum> strata, double critical);

} // namespace xp
