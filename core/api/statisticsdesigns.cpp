// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/designs.h"
#include "core/stats/meanplanning.h"

#include <cmath>

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

template <typename Compute>
Result<json> single(StatisticsInput& in, const char* name, Compute compute)
{
    return answer(in, compute, [name](double value) { return json{{name, value}}; });
}

Result<json> callSizeRatio(StatisticsInput& in)
{
    const RatioSample past = readRatioSample(in, "past");
    const double difference = in.number("difference");
    const PlanTarget target = readPlanTarget(in, true);
    return single(in, "n_per_arm", [&] {
        return ratioUnitVariance(past).and_then(
            [&](double variance) { return sampleSizeNormal(difference, variance, target); });
    });
}

Result<json> callPowerRatio(StatisticsInput& in)
{
    const RatioSample past = readRatioSample(in, "past");
    const double difference = in.number("difference");
    const double units = in.positive("n_per_arm");
    const PlanTarget target = readPlanTarget(in, false);
    return single(in, "power", [&] {
        return ratioUnitVariance(past).and_then(
            [&](double variance) { return powerNormal(difference, variance, units, target); });
    });
}

/// What a covariate of this correlation leaves of a standard deviation.
double adjustedDeviation(StatisticsInput& in)
{
    const double deviation = in.positive("standard_deviation");
    const double correlation = in.between("correlation", -1, 1);
    return deviation * std::sqrt((1 - correlation) * (1 + correlation));
}

Result<json> callSizeCuped(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double deviation = adjustedDeviation(in);
    const PlanTarget target = readPlanTarget(in, true);
    return single(in, "n_per_arm", [&] { return sampleSizeMeans(difference, deviation, target); });
}

Result<json> callPowerCuped(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double deviation = adjustedDeviation(in);
    const double units = in.positive("n_per_arm");
    const PlanTarget target = readPlanTarget(in, false);
    return single(in, "power", [&] { return powerMeans(difference, deviation, units, target); });
}

Result<json> callSizeGroupSequential(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double variance = in.positive("variance");
    const std::vector<double> rates = readLooks(in);
    const SpendingFunction spending = readSpending(in, "spending", "gamma");
    const PlanTarget target = readPlanTarget(in, true);
    return answer(
        in, [&] { return sampleSizeGroupSequential(difference, variance, rates, spending, target); },
        [](const SequentialSize& s) {
            return json{{"n_per_arm", s.unitsPerArm},
                        {"expected_n_per_arm", s.expectedUnitsPerArm},
                        {"inflation_factor", s.inflationFactor}};
        });
}

Result<json> callPowerGroupSequential(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double variance = in.positive("variance");
    const double units = in.positive("n_per_arm");
    const std::vector<double> rates = readLooks(in);
    const SpendingFunction spending = readSpending(in, "spending", "gamma");
    const PlanTarget target = readPlanTarget(in, false);
    return answer(
        in, [&] { return powerGroupSequential(difference, variance, units, rates, spending, target); },
        [](const SequentialPower& p) {
            return json{
                {"power", p.power}, {"expected_n_per_arm", p.expectedUnitsPerArm}, {"stopping_probabilities", p.stops}};
        });
}

Result<json> callSizeAlwaysValid(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double variance = in.positive("variance");
    const double level = in.probability("significance_level");
    const double power = in.probability("power");
    const double tuning = in.positive("tuning_sample_size");
    return single(in, "n_per_arm", [&] { return sampleSizeAlwaysValid(difference, variance, level, power, tuning); });
}

Result<json> callPowerAlwaysValid(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double variance = in.positive("variance");
    const double units = in.positive("n_per_arm");
    const double level = in.probability("significance_level");
    const double tuning = in.positive("tuning_sample_size");
    return single(in, "power", [&] { return powerAlwaysValid(difference, variance, units, level, tuning); });
}

Result<json> callDetectable(StatisticsInput& in)
{
    const std::vector<double> units = in.numbers("n_per_arm");
    const double variance = in.positive("variance");
    const double level = in.probability("significance_level");
    const double power = in.probability("power");
    const double tuning = in.positive("tuning_sample_size");
    return answer(
        in, [&] { return detectableOverTime(units, variance, level, power, tuning); },
        [](const DetectableOverTime& d) {
            return json{{"fixed", d.fixed}, {"always_valid", d.alwaysValid}};
        });
}

Result<json> callAllocation(StatisticsInput& in)
{
    const std::vector<double> deviations = in.numbers("standard_deviations");
    return answer(
        in, [&] { return optimalAllocation(deviations); },
        [](const std::vector<double>& shares) {
            return json{{"shares", shares}};
        });
}

Result<json> callDecisionPower(StatisticsInput& in)
{
    StatisticsInput primary = in.object("primary");
    const double difference = primary.number("difference");
    const double standardError = primary.positive("standard_error");
    const double level = in.probability("significance_level");
    std::vector<PlannedGuardrail> guardrails;
    for (StatisticsInput& g : in.objects("guardrails"))
        guardrails.push_back({g.number("difference"), g.positive("standard_error"), g.notNegative("margin")});
    const double guardrailLevel = in.probability("guardrail_level");
    return answer(
        in, [&] { return decisionPower(difference, standardError, level, guardrails, guardrailLevel); },
        [](const DecisionPower& p) {
            return json{{"primary", p.primary},
                        {"guardrails", p.guardrails},
                        {"independent", p.independent},
                        {"at_least", p.atLeast}};
        });
}

constexpr std::array kFunctions{
    StatisticsFunction{"sample_size_ratio", callSizeRatio},
    StatisticsFunction{"power_ratio", callPowerRatio},
    StatisticsFunction{"sample_size_cuped", callSizeCuped},
    StatisticsFunction{"power_cuped", callPowerCuped},
    StatisticsFunction{"sample_size_group_sequential", callSizeGroupSequential},
    StatisticsFunction{"power_group_sequential", callPowerGroupSequential},
    StatisticsFunction{"sample_size_always_valid", callSizeAlwaysValid},
    StatisticsFunction{"power_always_valid", callPowerAlwaysValid},
    StatisticsFunction{"minimum_detectable_effect_over_time", callDetectable},
    StatisticsFunction{"optimal_allocation", callAllocation, StatisticsEffort::Closed},
    StatisticsFunction{"decision_power", callDecisionPower},
};

} // namespace

std::span<const StatisticsFunction> designFunctions()
{
    return kFunctions;
}

} // namespace xp
