// SPDX-License-Identifier: Apache-2.0
#include "core/stats/designs.h"

#include "core/stats/alwaysvalid.h"
#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/solve.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xp::stats {

namespace {

double levelOfOneSide(const PlanTarget& target)
{
    return target.alternative == Alternative::TwoSided ? target.significanceLevel / 2 : target.significanceLevel;
}

/// The difference in the direction that the test looks for.
double directed(double difference, Alternative alternative)
{
    if (alternative == Alternative::TwoSided)
        return std::abs(difference);
    return alternative == Alternative::Greater ? difference : -difference;
}

Wrong checkDesign(double difference, double variance, double level)
{
    return firstOf({checkFinite(difference, "difference"), checkPositive(variance, "variance"),
                    checkBetween(level, 0, 1, "significance_level")});
}

Wrong checkReachable(double effect, double level, double power)
{
    if (Wrong e = checkBetween(power, 0, 1, "power"))
        return e;
    if (!(effect > 0))
        return wrong(StatsErrorCode::Unreachable, "difference",
                     "difference shows no effect on the side of the alternative: no number of units finds it");
    if (!(power > level))
        return wrong(StatsErrorCode::OutOfRange, "power", "power must be above the significance level");
    return std::nullopt;
}

/// difference / sqrt(2 variance / n), where neither a tiny variance nor a huge n leaves the range of a number.
double noncentralityOf(double difference, double variance, double unitsPerArm)
{
    return difference == 0 ? 0 : difference / (std::sqrt(2 * variance) / std::sqrt(unitsPerArm));
}

double sequenceCritical(double unitsPerArm, double level, double tuningSampleSize)
{
    return sequenceCriticalValue(2 * unitsPerArm, sequenceRho(level, tuningSampleSize), level);
}

} // namespace

StatsResult<double> ratioUnitVariance(const RatioSample& past)
{
    return ratioOfSums(past, "past").map([&](const MeanVariance& ratio) { return ratio.variance * past.n; });
}

StatsResult<double> sampleSizeNormal(double difference, double variance, const PlanTarget& target)
{
    const double effect = directed(difference, target.alternative);
    if (Wrong e = firstOf({checkDesign(difference, variance, target.significanceLevel),
                           checkReachable(effect, levelOfOneSide(target), target.power)}))
        return tl::unexpected(*e);
    const double z = (normalUpperQuantile(levelOfOneSide(target)) - normalUpperQuantile(target.power)) / effect;
    const double units = 2 * variance * z * z;
    if (Wrong e = checkRepresentable({units}))
        return tl::unexpected(*e);
    return units;
}

StatsResult<double> powerNormal(double difference, double variance, double unitsPerArm, const PlanTarget& target)
{
    if (Wrong e = firstOf(
            {checkDesign(difference, variance, target.significanceLevel), checkPositive(unitsPerArm, "n_per_arm")}))
        return tl::unexpected(*e);
    const double noncentrality = noncentralityOf(directed(difference, target.alternative), variance, unitsPerArm);
    return normalTail(normalUpperQuantile(levelOfOneSide(target)) - noncentrality);
}

StatsResult<SequentialSize> sampleSizeGroupSequential(double difference, double variance, std::span<const double> rates,
                                                      const SpendingFunction& spending, const PlanTarget& target)
{
    const StatsResult<double> fixed = sampleSizeNormal(difference, variance, target);
    if (!fixed)
        return tl::unexpected(fixed.error());
    const double level = levelOfOneSide(target);
    const StatsResult<GroupSequentialBounds> bounds = groupSequentialBounds(rates, level, spending);
    if (!bounds)
        return tl::unexpected(bounds.error());
    if (rates.back() != 1)
        return refuse(StatsErrorCode::OutOfRange, "information_rates", "the last information rate must be 1");
    const auto stops = [&](double drift) {
        return stoppingProbabilities(rates, bounds->criticalValues, {}, drift)->efficacy;
    };
    const auto excess = [&](double drift) {
        const std::vector<double> efficacy = stops(drift);
        return std::accumulate(efficacy.begin(), efficacy.end(), 0.0) - target.power;
    };
    const double fixedDrift = normalUpperQuantile(level) - normalUpperQuantile(target.power);
    double high = fixedDrift * 1.1;
    while (excess(high) < 0)
        high *= 1.2;
    const double drift = rates.size() == 1 ? fixedDrift : solveBetween(excess, fixedDrift * (1 - 1e-6), high, 1e-9);
    SequentialSize size;
    size.inflationFactor = drift / fixedDrift * (drift / fixedDrift);
    size.unitsPerArm = *fixed * size.inflationFactor;
    const std::vector<double> efficacy = stops(drift);
    double expected = 1;
    for (std::size_t k = 0; k + 1 < rates.size(); ++k)
        expected -= efficacy[k] * (1 - rates[k]);
    size.expectedUnitsPerArm = size.unitsPerArm * expected;
    return size;
}

StatsResult<SequentialPower> powerGroupSequential(double difference, double variance, double unitsPerArm,
                                                  std::span<const double> rates, const SpendingFunction& spending,
                                                  const PlanTarget& target)
{
    if (Wrong e = firstOf(
            {checkDesign(difference, variance, target.significanceLevel), checkPositive(unitsPerArm, "n_per_arm")}))
        return tl::unexpected(*e);
    const StatsResult<GroupSequentialBounds> bounds = groupSequentialBounds(rates, levelOfOneSide(target), spending);
    if (!bounds)
        return tl::unexpected(bounds.error());
    if (rates.back() != 1)
        return refuse(StatsErrorCode::OutOfRange, "information_rates", "the last information rate must be 1");
    const double drift = noncentralityOf(directed(difference, target.alternative), variance, unitsPerArm);
    // Beyond this the first look that counts stops all, and what the others add is no number any more.
    constexpr double kCertain = 1e4;
    const auto stops = stoppingProbabilities(rates, bounds->criticalValues, {}, std::clamp(drift, -kCertain, kCertain));
    if (!stops)
        return tl::unexpected(stops.error());
    SequentialPower result{.power = 0, .expectedUnitsPerArm = 0, .stops = stops->efficacy};
    double expected = 1;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        result.power += result.stops[k];
        expected -= result.stops[k] * (1 - rates[k]);
    }
    result.power = std::min(1.0, result.power);
    result.expectedUnitsPerArm = unitsPerArm * expected;
    return result;
}

StatsResult<double> powerAlwaysValid(double difference, double variance, double unitsPerArm, double level,
                                     double tuningSampleSize)
{
    if (Wrong e = firstOf({checkDesign(difference, variance, level), checkPositive(unitsPerArm, "n_per_arm"),
                           checkPositive(tuningSampleSize, "tuning_sample_size")}))
        return tl::unexpected(*e);
    const double noncentrality = noncentralityOf(std::abs(difference), variance, unitsPerArm);
    return normalTail(sequenceCritical(unitsPerArm, level, tuningSampleSize) - noncentrality);
}

StatsResult<double> sampleSizeAlwaysValid(double difference, double variance, double level, double power,
                                          double tuningSampleSize)
{
    const double effect = std::abs(difference);
    if (Wrong e = firstOf({checkDesign(difference, variance, level), checkReachable(effect, level, power),
                           checkPositive(tuningSampleSize, "tuning_sample_size")}))
        return tl::unexpected(*e);
    const double zPower = -normalUpperQuantile(power);
    // In log(n); noncentrality grows like sqrt(n), the critical value at most like sqrt(log n).
    const auto excess = [&](double logUnits) {
        const double units = std::exp(logUnits);
        return effect / std::sqrt(2 * variance / units) - sequenceCritical(units, level, tuningSampleSize) - zPower;
    };
    double low = std::log(2 * variance) - 2 * std::log(effect);
    if (Wrong e = checkRepresentable({std::exp(low + 20)}))
        return tl::unexpected(*e);
    double high = low + 1;
    while (excess(low) > 0)
        low -= 1;
    while (excess(high) < 0)
        high += 1;
    return std::exp(solveBetween(excess, low, high));
}

StatsResult<DetectableOverTime> detectableOverTime(std::span<const double> unitsPerArm, double variance, double level,
                                                   double power, double tuningSampleSize)
{
    if (unitsPerArm.empty())
        return refuse(StatsErrorCode::OutOfRange, "n_per_arm", "n_per_arm must have at least one number");
    if (Wrong e = firstOf({checkDesign(0, variance, level), checkBetween(power, 0, 1, "power"),
                           checkPositive(tuningSampleSize, "tuning_sample_size")}))
        return tl::unexpected(*e);
    if (!(power > level))
        return refuse(StatsErrorCode::OutOfRange, "power", "power must be above the significance level");
    DetectableOverTime result;
    const double zPower = -normalUpperQuantile(power);
    const double z = normalUpperQuantile(level / 2);
    for (std::size_t i = 0; i < unitsPerArm.size(); ++i) {
        if (Wrong e = checkPositive(unitsPerArm[i], "n_per_arm[" + std::to_string(i) + "]"))
            return tl::unexpected(*e);
        const double standardError = std::sqrt(2 * variance / unitsPerArm[i]);
        result.fixed.push_back((z + zPower) * standardError);
        result.alwaysValid.push_back((sequenceCritical(unitsPerArm[i], level, tuningSampleSize) + zPower) *
                                     standardError);
    }
    return result;
}

StatsResult<std::vector<double>> optimalAllocation(std::span<const double> standardDeviations)
{
    if (standardDeviations.size() < 2)
        return refuse(StatsErrorCode::OutOfRange, "standard_deviations",
                      "standard_deviations must have a control and a treatment");
    for (std::size_t i = 0; i < standardDeviations.size(); ++i) {
        if (Wrong e = checkPositive(standardDeviations[i], "standard_deviations[" + std::to_string(i) + "]"))
            return tl::unexpected(*e);
    }
    std::vector<double> shares(standardDeviations.begin(), standardDeviations.end());
    const double largest = *std::max_element(shares.begin(), shares.end());
    for (double& share : shares)
        share /= largest;
    shares.front() *= std::sqrt(static_cast<double>(shares.size() - 1));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares)
        share /= sum;
    return shares;
}

StatsResult<DecisionPower> decisionPower(double primaryDifference, double primaryStandardError, double primaryLevel,
                                         std::span<const PlannedGuardrail> guardrails, double guardrailLevel)
{
    if (Wrong e = firstOf({checkFinite(primaryDifference, "primary.difference"),
                           checkPositive(primaryStandardError, "primary.standard_error"),
                           checkBetween(primaryLevel, 0, 1, "significance_level"),
                           checkBetween(guardrailLevel, 0, 1, "guardrail_level")}))
        return tl::unexpected(*e);
    DecisionPower result;
    result.primary =
        normalTail(normalUpperQuantile(primaryLevel / 2) - std::abs(primaryDifference) / primaryStandardError);
    result.independent = result.primary;
    double misses =
        normalTail(std::abs(primaryDifference) / primaryStandardError - normalUpperQuantile(primaryLevel / 2));
    for (std::size_t i = 0; i < guardrails.size(); ++i) {
        const PlannedGuardrail& g = guardrails[i];
        const std::string path = "guardrails[" + std::to_string(i) + "].";
        if (Wrong e = firstOf({checkFinite(g.difference, path + "difference"),
                               checkPositive(g.standardError, path + "standard_error"),
                               checkNotNegative(g.margin, path + "margin")}))
            return tl::unexpected(*e);
        const double z = normalUpperQuantile(guardrailLevel) - (g.difference + g.margin) / g.standardError;
        result.guardrails.push_back(normalTail(z));
        result.independent *= result.guardrails.back();
        misses += normalTail(-z);
    }
    result.atLeast = std::max(0.0, 1 - misses);
    return result;
}

} // namespace xp::stats
