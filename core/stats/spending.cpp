// SPDX-License-Identifier: Apache-2.0
#include "core/stats/spending.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/elementary.h"
#include "core/stats/gausslegendre.h"

#include <cmath>
#include <numbers>

namespace xp::stats {

namespace {
constexpr std::size_t kMostLooks = 500;
constexpr double kSmallestTotal = 1e-300; // half of it is still a number of full precision
constexpr double kSmallestStep = 1e-12;   // looks nearer than this, relative to their rate, are the same look
} // namespace

Wrong checkInformationRates(std::span<const double> rates)
{
    if (rates.empty() || rates.size() > kMostLooks)
        return wrong(StatsErrorCode::OutOfRange, "information_rates",
                     "information_rates must be 1 to " + std::to_string(kMostLooks) + " numbers");
    double previous = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const std::string field = "information_rates[" + std::to_string(i) + "]";
        if (!(rates[i] >= kSmallestStep && rates[i] - previous >= kSmallestStep * rates[i] * (1 - 1e-3) &&
              rates[i] <= 1))
            return wrong(StatsErrorCode::OutOfRange, field,
                         field + " is " + numberText(rates[i]) +
                             ": information rates must increase, by at least 1e-12 of themselves, from at least 1e-12 "
                             "to at most 1");
        previous = rates[i];
    }
    return std::nullopt;
}

namespace {

/// log(P(Z > low) - P(Z > high)), low < high, `width` = high - low without rounding.
double logNormalBetween(double low, double high, double width)
{
    const double atLow = normalLogTail(low);
    const double ratio = normalLogTail(high) - atLow;
    if (ratio < -0.7)
        return atLow + log1p(-std::exp(ratio));
    // Nearly equal tails: integrate the density instead of subtracting.
    const double integral =
        GaussLegendre<15>::integrate([&](double x) { return std::exp(-x * (low + 0.5 * x)); }, 0, width);
    return -0.5 * low * low - 0.5 * std::log(2 * std::numbers::pi) + std::log(integral);
}

/// log(1 - e^-x), x > 0.
double log1mExp(double x)
{
    return x < std::numbers::ln2 ? std::log(-expm1(-x)) : log1p(-std::exp(-x));
}
/// log(e^x - 1), x > 0.
double logExpm1(double x)
{
    return x + log1mExp(x);
}

double logIncrement(const SpendingFunction& spending, double total, double from, double to)
{
    const double g = spending.gamma;
    switch (spending.family) {
    case Spending::OBrienFleming: {
        const double z = normalUpperQuantile(total / 2);
        const double low = z / std::sqrt(to);
        if (from == 0)
            return std::numbers::ln2 + normalLogTail(low);
        const double width = z * (to - from) / (std::sqrt(from * to) * (std::sqrt(from) + std::sqrt(to)));
        return std::numbers::ln2 + logNormalBetween(low, z / std::sqrt(from), width);
    }
    case Spending::Pocock: {
        const double slope = std::numbers::e - 1;
        return std::log(total) + std::log(log1p(slope * (to - from) / (1 + slope * from)));
    }
    case Spending::KimDeMets:
        if (from == 0)
            return std::log(total) + g * std::log(to);
        return std::log(total) + g * std::log(from) + logExpm1(g * log1p((to - from) / from));
    case Spending::HwangShihDeCani:
        break;
    }
    if (g == 0)
        return std::log(total) + std::log(to - from);
    // e^(-g from) - e^(-g to) over 1 - e^-g; for g < 0 both differences change sign, and the larger terms are e^(-g
    // to), e^-g.
    if (g > 0)
        return std::log(total) - g * from + log1mExp(g * (to - from)) - log1mExp(g);
    return std::log(total) + g * (1 - to) + log1mExp(-g * (to - from)) - log1mExp(-g);
}

} // namespace

StatsResult<SpendingSchedule> spendingSchedule(const SpendingFunction& spending, double total,
                                               std::span<const double> rates, const char* field)
{
    if (Wrong e = firstOf({checkInformationRates(rates), checkAtLeast(total, kSmallestTotal, field),
                           checkBetween(total, 0, 1, field)}))
        return tl::unexpected(*e);
    const std::string gammaField = std::string(field) == "beta" ? "futility_gamma" : "gamma";
    if (spending.family == Spending::HwangShihDeCani) {
        if (Wrong e = checkFinite(spending.gamma, gammaField))
            return tl::unexpected(*e);
    } else if (spending.family == Spending::KimDeMets) {
        if (Wrong e = checkPositive(spending.gamma, gammaField))
            return tl::unexpected(*e);
    }
    SpendingSchedule schedule;
    double previous = 0;
    for (const double rate : rates) {
        schedule.logIncrements.push_back(logIncrement(spending, total, previous, rate));
        schedule.cumulative.push_back(std::exp(logIncrement(spending, total, 0, rate)));
        previous = rate;
    }
    return schedule;
}

} // namespace xp::stats
