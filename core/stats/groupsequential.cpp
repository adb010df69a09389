// SPDX-License-Identifier: Apache-2.0
#include "core/stats/groupsequential.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/sequentialprocess.h"
#include "core/stats/solve.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

using Side = SequentialProcess::Side;

std::vector<double> efficacyBounds(std::span<const double> rates, const std::vector<double>& logIncrements)
{
    SequentialProcess process;
    std::vector<double> bounds;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        bounds.push_back(process.boundFor(rates[k], logIncrements[k], Side::Above, 0));
        if (k + 1 < rates.size())
            process.advance(rates[k], bounds.back());
    }
    return bounds;
}

/// A design with futility bounds under one drift: the bounds that spend beta, and how far the last look misses its
/// share.
struct FutilityPass
{
    std::vector<double> bounds;
    double excess = 0; ///< log of (type II error left at the last look / what it may spend); falls with the drift
};

/// `near`: the bounds under a drift near by, or none.
FutilityPass futilityPass(std::span<const double> rates, const std::vector<double>& critical,
                          const std::vector<double>& logIncrements, double drift, const std::vector<double>& near,
                          const SequentialProcess::Precision& precision)
{
    // No lower bound is below the one that a first look would have.
    double deepest = 0;
    for (std::size_t k = 0; k < rates.size(); ++k)
        deepest = std::min(deepest, drift * std::sqrt(rates[k]) - normalUpperQuantileOfLog(logIncrements[k]));
    SequentialProcess process(deepest, precision);
    FutilityPass pass;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        const double running = process.exit(rates[k], critical[k], Side::Below, drift).logProbability;
        pass.excess = running - logIncrements[k];
        if (k + 1 == rates.size())
            break;
        // So strong a drift that everybody has stopped before the end.
        if (!(pass.excess > 1e-9)) {
            pass.excess = std::min(pass.excess, -1.0) - static_cast<double>(rates.size() - k);
            break;
        }
        const auto guess = k < near.size() ? std::optional(near[k]) : std::nullopt;
        pass.bounds.push_back(process.boundFor(rates[k], logIncrements[k], Side::Below, drift, guess));
        process.advance(rates[k], pass.bounds.back(), critical[k]);
    }
    return pass;
}

/// The root of the excess, which falls with the drift: found coarsely, then corrected by full passes along the coarse
/// slope, each of which gains three digits or more.
template <typename Excess>
double driftFor(const Excess& excess, double fixed)
{
    // The design needs at least the information of the fixed test; nearly always less than twice as much.
    const double least = fixed * (1 - 1e-6);
    const auto solve = [&](double start, double precision, const SequentialProcess::Precision& of) {
        return solveFalling([&](double drift) { return excess(drift, of); }, start, least, precision);
    };
    const Root coarse = solve(fixed * 1.1, 1e-7, SequentialProcess::kCoarse);
    double drift = coarse.x;
    for (int i = 0; i < 8 && coarse.slope < 0; ++i) {
        const double change = excess(drift, SequentialProcess::kFull) / coarse.slope;
        drift = std::max(least, drift - change);
        if (std::abs(change) <= 1e-9 * drift)
            return drift;
    }
    return solve(drift, 1e-9, SequentialProcess::kFull).x;
}

Wrong checkBounds(std::span<const double> bounds, std::size_t count, std::string_view field)
{
    if (bounds.size() != count)
        return wrong(StatsErrorCode::OutOfRange, field,
                     std::string(field) + " must have " + std::to_string(count) + " numbers");
    for (std::size_t k = 0; k < count; ++k) {
        if (Wrong e = checkFinite(bounds[k], std::string(field) + "[" + std::to_string(k) + "]"))
            return e;
    }
    return std::nullopt;
}

} // namespace

StatsResult<GroupSequentialBounds> groupSequentialBounds(std::span<const double> rates, double alpha,
                                                         const SpendingFunction& spending)
{
    StatsResult<SpendingSchedule> schedule = spendingSchedule(spending, alpha, rates, "alpha");
    if (!schedule)
        return tl::unexpected(schedule.error());
    return GroupSequentialBounds{efficacyBounds(rates, schedule->logIncrements), std::move(schedule->cumulative)};
}

StatsResult<GroupSequentialBounds> groupSequentialBounds(std::span<const double> rates,
                                                         const SpendingSchedule& schedule)
{
    if (Wrong e =
            firstOf({checkInformationRates(rates), checkBounds(schedule.logIncrements, rates.size(), "increments")}))
        return tl::unexpected(*e);
    for (const double increment : schedule.logIncrements) {
        if (!(increment < 0))
            return refuse(StatsErrorCode::OutOfRange, "increments", "a look cannot spend all of the probability");
    }
    return GroupSequentialBounds{efficacyBounds(rates, schedule.logIncrements), schedule.cumulative};
}

double LooksTaken::nextBound(double rate, double logIncrement) const
{
    return (m_process ? *m_process : SequentialProcess()).boundFor(rate, logIncrement, Side::Above, 0);
}

LooksTaken LooksTaken::with(double rate, double bound) const
{
    const auto process =
        m_process ? std::make_shared<SequentialProcess>(*m_process) : std::make_shared<SequentialProcess>();
    process->advance(rate, bound);
    LooksTaken taken;
    taken.m_process = process;
    return taken;
}

StatsResult<GroupSequentialFutility> groupSequentialFutility(std::span<const double> rates, double alpha, double beta,
                                                             const SpendingFunction& spending,
                                                             const SpendingFunction& futilitySpending)
{
    const StatsResult<SpendingSchedule> efficacy = spendingSchedule(spending, alpha, rates, "alpha");
    if (!efficacy)
        return tl::unexpected(efficacy.error());
    const StatsResult<SpendingSchedule> futility = spendingSchedule(futilitySpending, beta, rates, "beta");
    if (!futility)
        return tl::unexpected(futility.error());
    if (!(beta < 1 - alpha))
        return refuse(StatsErrorCode::OutOfRange, "beta",
                      "beta is " + numberText(beta) +
                          " and must be below 1 - alpha: a test without effect has that power");
    if (rates.back() != 1)
        return refuse(StatsErrorCode::OutOfRange, "information_rates",
                      "the last information rate is " + numberText(rates.back()) +
                          " and must be 1: all of beta is spent there");
    GroupSequentialFutility design;
    design.criticalValues = efficacyBounds(rates, efficacy->logIncrements);
    const double fixed = normalUpperQuantile(alpha) + normalUpperQuantile(beta);
    const auto excess = [&](double drift, const SequentialProcess::Precision& precision) {
        FutilityPass pass = futilityPass(rates, design.criticalValues, futility->logIncrements, drift,
                                         design.futilityBounds, precision);
        design.futilityBounds = std::move(pass.bounds);
        return pass.excess;
    };
    design.drift = rates.size() == 1 ? fixed : driftFor(excess, fixed);
    excess(design.drift, SequentialProcess::kFull);
    design.inflationFactor = (design.drift / fixed) * (design.drift / fixed);
    return design;
}

StatsResult<StoppingProbabilities> stoppingProbabilities(std::span<const double> rates,
                                                         std::span<const double> criticalValues,
                                                         std::span<const double> futilityBounds, double drift)
{
    if (Wrong e = firstOf({checkInformationRates(rates), checkBounds(criticalValues, rates.size(), "critical_values"),
                           checkFinite(drift, "drift")}))
        return tl::unexpected(*e);
    const bool futile = !futilityBounds.empty();
    if (futile) {
        if (Wrong e = checkBounds(futilityBounds, rates.size() - 1, "futility_bounds"))
            return tl::unexpected(*e);
    }
    SequentialProcess process(futile ? std::min(0.0, *std::min_element(futilityBounds.begin(), futilityBounds.end()))
                                     : 0);
    StoppingProbabilities result;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        result.efficacy.push_back(
            std::exp(process.exit(rates[k], criticalValues[k], Side::Above, drift).logProbability));
        if (k + 1 == rates.size())
            break;
        if (!futile) {
            process.advance(rates[k], criticalValues[k]);
            continue;
        }
        if (!(futilityBounds[k] < criticalValues[k]))
            return refuse(StatsErrorCode::OutOfRange, "futility_bounds[" + std::to_string(k) + "]",
                          "a futility bound must be below the critical value of its look");
        result.futility.push_back(
            std::exp(process.exit(rates[k], futilityBounds[k], Side::Below, drift).logProbability));
        process.advance(rates[k], futilityBounds[k], criticalValues[k]);
    }
    return result;
}

} // namespace xp::stats
