// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsfunction.h"

#include "core/stats/meanplanning.h"
#include "core/stats/proportionplanning.h"

namespace xp {

namespace {

using nlohmann::json;
using namespace stats;

/// An answer of one number.
template <typename Compute>
Result<json> single(StatisticsInput& in, const char* name, Compute compute)
{
    return answer(in, compute, [name](double value) { return json{{name, value}}; });
}

Result<json> callSampleSizeProportions(StatisticsInput& in)
{
    const double control = in.rate("control_rate");
    const double treatment = in.rate("treatment_rate");
    const PlanTarget target = readPlanTarget(in, true);
    return single(in, "n_per_arm", [&] { return sampleSizeProportions(control, treatment, target); });
}

Result<json> callPowerProportions(StatisticsInput& in)
{
    const double control = in.rate("control_rate");
    const double treatment = in.rate("treatment_rate");
    const double units = in.atLeast("n_per_arm", 1);
    const PlanTarget target = readPlanTarget(in, false);
    return single(in, "power", [&] { return powerProportions(control, treatment, units, target); });
}

Result<json> callDetectableProportions(StatisticsInput& in)
{
    const double control = in.rate("control_rate");
    const double units = in.atLeast("n_per_arm", 1);
    const PlanTarget target = readPlanTarget(in, true);
    return single(in, "treatment_rate", [&] { return minimumDetectableEffectProportions(control, units, target); });
}

Result<json> callSampleSizeMeans(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double deviation = in.positive("standard_deviation");
    const PlanTarget target = readPlanTarget(in, true);
    return single(in, "n_per_arm", [&] { return sampleSizeMeans(difference, deviation, target); });
}

Result<json> callPowerMeans(StatisticsInput& in)
{
    const double difference = in.number("difference");
    const double deviation = in.positive("standard_deviation");
    const double units = in.positive("n_per_arm");
    const PlanTarget target = readPlanTarget(in, false);
    return single(in, "power", [&] { return powerMeans(difference, deviation, units, target); });
}

constexpr std::array kFunctions{
    StatisticsFunction{"sample_size_proportions", callSampleSizeProportions},
    StatisticsFunction{"power_proportions", callPowerProportions},
    StatisticsFunction{"minimum_detectable_effect_proportions", callDetectableProportions},
    StatisticsFunction{"sample_size_means", callSampleSizeMeans},
    StatisticsFunction{"power_means", callPowerMeans},
};

} // namespace

std::span<const StatisticsFunction> planningFunctions()
{
    return kFunctions;
}

} // namespace xp
