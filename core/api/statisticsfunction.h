// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/statisticsinput.h"
#include "core/domain/error.h"
#include "core/stats/alternative.h"
#include "core/stats/cuped.h"
#include "core/stats/error.h"
#include "core/stats/means.h"
#include "core/stats/proportionplanning.h"
#include "core/stats/proportions.h"
#include "core/stats/ratios.h"
#include "core/stats/spending.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// What the files statistics*.cpp share: the shape of a function's entry, and the inputs that many functions have.
namespace xp {

/// Reads the input; calls the kernel when nothing was wrong with it.
using StatisticsCall = Result<nlohmann::json> (*)(StatisticsInput& in);

/// How long a call takes. Closed: a formula, microseconds. Searching: roots, integrals and grids, up to seconds.
enum class StatisticsEffort { Searching, Closed };

struct StatisticsFunction
{
    std::string_view name;
    StatisticsCall call;
    StatisticsEffort effort = StatisticsEffort::Searching;
};

std::span<const StatisticsFunction> meanFunctions();
std::span<const StatisticsFunction> proportionFunctions();
std::span<const StatisticsFunction> planningFunctions();
std::span<const StatisticsFunction> sequentialFunctions();
std::span<const StatisticsFunction> bayesFunctions();
std::span<const StatisticsFunction> relativeFunctions();
std::span<const StatisticsFunction> unitFunctions();
std::span<const StatisticsFunction> designFunctions();

/// An error of several inputs together (an overflow), or of what was made of them, gets the name of the input that is
/// farthest from 1.
Failure failStatistics(const StatisticsInput& in, const stats::StatsError& error);

stats::Alternative readAlternative(StatisticsInput& in);
stats::Sample readSample(StatisticsInput& in, const char* name);
stats::Proportion readProportion(StatisticsInput in, double minimum = 1);
stats::RatioSample readRatioSample(StatisticsInput& in, const char* name);
stats::CupedSample readCupedSample(StatisticsInput& in, const char* name);
/// significance_level and alternative, and power where it is what is wished for.
stats::PlanTarget readPlanTarget(StatisticsInput& in, bool withPower);
/// information_rates, at most 200: each is an integral over the one before, for every step of a search.
std::vector<double> readLooks(StatisticsInput& in);
/// A spending function by its family's and its gamma's field; gamma is needed by the families that have one.
stats::SpendingFunction readSpending(StatisticsInput& in, const char* family, const char* gamma);

/// Calls the kernel when the input was right, and writes its value as JSON.
template <typename Compute, typename Write>
Result<nlohmann::json> answer(const StatisticsInput& in, Compute compute, Write write)
{
    if (std::vector<FieldError> errors = in.errors(); !errors.empty())
        return failInvalid(std::move(errors));
    const auto result = compute();
    if (!result)
        return failStatistics(in, result.error());
    return write(*result);
}

} // namespace xp
