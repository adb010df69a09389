// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/error.h"

#include <optional>
#include <span>
#include <vector>

namespace xp::stats {

/// How much of an error rate may be spent by the information fraction t, of `total` (one-sided) at t = 1:
/// OBrienFleming  2 - 2 Phi(z(total/2) / sqrt t)                 Lan and DeMets, Biometrika 70 (1983) 659-663
/// Pocock         total log(1 + (e - 1) t)                       the same
/// KimDeMets      total t^gamma, gamma > 0                       Biometrika 74 (1987) 149-154
/// HwangShihDeCani total (1 - e^(-gamma t)) / (1 - e^-gamma)     Statistics in Medicine 9 (1990) 1439-1445; gamma = 0:
/// total t
enum class Spending { OBrienFleming, Pocock, KimDeMets, HwangShihDeCani };

struct SpendingFunction
{
    Spending family = Spending::OBrienFleming;
    double gamma = 1; ///< KimDeMets and HwangShihDeCani only
};

/// Spent by each look, cumulated, and the logarithm of what each look adds (finite where the number itself underflows).
struct SpendingSchedule
{
    std::vector<double> cumulative;
    std::vector<double> logIncrements;
};

/// 1 to 500 numbers that increase from at least 1e-12 to at most 1, each by at least 1e-12 of itself.
std::optional<StatsError> checkInformationRates(std::span<const double> rates);

/// `rates` are information fractions, strictly increasing in (0, 1], at most 500 of them; `field` names `total` in
/// errors. Errors: rates out of order or range; total outside [1e-300, 1); gamma not finite, or not above 0 for
/// KimDeMets.
StatsResult<SpendingSchedule> spendingSchedule(const SpendingFunction& spending, double total,
                                               std::span<const double> rates, const char* field);

} // namespace xp::stats
