// SPDX-License-Identifier: Apache-2.0
#include "core/api/statistics.h"

#include "core/api/statisticsfunction.h"
#include "core/stats/upperhalves.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

using nlohmann::json;

const std::vector<StatisticsFunction>& table()
{
    static const std::vector<StatisticsFunction> sorted = [] {
        std::vector<StatisticsFunction> all;
        for (const auto part : {meanFunctions(), proportionFunctions(), planningFunctions(), sequentialFunctions(),
                                bayesFunctions(), relativeFunctions(), unitFunctions(), designFunctions()})
            all.insert(all.end(), part.begin(), part.end());
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return all;
    }();
    return sorted;
}

/// nullptr: there is none of this name.
const StatisticsFunction* entryOf(std::string_view function)
{
    const auto entry = std::ranges::find(table(), function, &StatisticsFunction::name);
    return entry == table().end() ? nullptr : &*entry;
}

/// JSON has no word for infinity or NaN; a result that needs one does not leave the kernel as null.
bool isFinite(const json& value)
{
    if (value.is_number_float())
        return std::isfinite(value.get<double>());
    if (value.is_structured())
        return std::all_of(value.begin(), value.end(), isFinite);
    return true;
}

const char* codeOf(stats::StatsErrorCode code)
{
    switch (code) {
    case stats::StatsErrorCode::NotFinite:
    case stats::StatsErrorCode::OutOfRange:
        return "range";
    case stats::StatsErrorCode::TooFewUnits:
        return "too_few_units";
    case stats::StatsErrorCode::ZeroVariance:
        return "zero_variance";
    case stats::StatsErrorCode::Undefined:
        return "undefined";
    case stats::StatsErrorCode::Unreachable:
        return "unreachable";
    case stats::StatsErrorCode::Overflow:
        break;
    }
    return "overflow";
}

constexpr EnumText kAlternatives{std::array{EnumName{stats::Alternative::TwoSided, "two-sided"},
                                            EnumName{stats::Alternative::Less, "less"},
                                            EnumName{stats::Alternative::Greater, "greater"}}};

constexpr EnumText kSpendings{std::array{EnumName{stats::Spending::OBrienFleming, "obrien_fleming"},
                                         EnumName{stats::Spending::Pocock, "pocock"},
                                         EnumName{stats::Spending::KimDeMets, "kim_demets"},
                                         EnumName{stats::Spending::HwangShihDeCani, "hwang_shih_decani"}}};

} // namespace

std::span<const std::string_view> statisticsFunctions()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const StatisticsFunction& function : table())
            all.push_back(function.name);
        return all;
    }();
    return names;
}

bool isQuickStatistics(std::string_view function)
{
    const StatisticsFunction* entry = entryOf(function);
    return !entry || entry->effort == StatisticsEffort::Closed;
}

Result<json> callStatistics(std::string_view function, const json& input)
{
    const StatisticsFunction* entry = entryOf(function);
    if (!entry)
        return fail(ErrorCode::NotFound, "unknown_function",
                    "there is no statistics function '" + std::string(function) + "'", {{"function", function}});
    StatisticsInput in(input);
    stats::clearUpperHalves();
    Result<json> output = entry->call(in);
    if (output && !isFinite(*output))
        return failStatistics(
            in, {stats::StatsErrorCode::Overflow, "", "the result is too large for a number of double precision"});
    return output;
}

Failure failStatistics(const StatisticsInput& in, const stats::StatsError& error)
{
    if (in.hasPath(error.field))
        return failInvalid({FieldError{error.field, codeOf(error.code), error.text}});
    const StatisticsInput::Extreme extreme = in.extreme();
    return failInvalid({FieldError{extreme.path, codeOf(error.code),
                                   extreme.path + " is " + json(extreme.value).dump() + ": " + error.text}});
}

stats::Alternative readAlternative(StatisticsInput& in)
{
    return in.oneOf("alternative", kAlternatives);
}

stats::Sample readSample(StatisticsInput& in, const char* name)
{
    StatisticsInput arm = in.object(name);
    return {arm.whole("n", 2), arm.number("mean"), arm.notNegative("variance")};
}

stats::Proportion readProportion(StatisticsInput in, double minimum)
{
    return {in.whole("n", minimum), in.whole("x", 0)};
}

stats::RatioSample readRatioSample(StatisticsInput& in, const char* name)
{
    StatisticsInput arm = in.object(name);
    StatisticsInput numerator = arm.object("numerator");
    StatisticsInput denominator = arm.object("denominator");
    return {arm.whole("n", 2),
            {numerator.number("mean"), numerator.notNegative("variance")},
            {denominator.number("mean"), denominator.notNegative("variance")},
            arm.number("covariance")};
}

stats::CupedSample readCupedSample(StatisticsInput& in, const char* name)
{
    StatisticsInput arm = in.object(name);
    StatisticsInput covariate = arm.object("covariate");
    return {arm.whole("n", 2),
            arm.number("mean"),
            arm.notNegative("variance"),
            covariate.number("mean"),
            covariate.notNegative("variance"),
            arm.number("covariance")};
}

stats::PlanTarget readPlanTarget(StatisticsInput& in, bool withPower)
{
    stats::PlanTarget target;
    target.significanceLevel = in.probability("significance_level");
    if (withPower)
        target.power = in.probability("power");
    target.alternative = readAlternative(in);
    return target;
}

std::vector<double> readLooks(StatisticsInput& in)
{
    return in.numbers("information_rates", 200);
}

stats::SpendingFunction readSpending(StatisticsInput& in, const char* family, const char* gamma)
{
    stats::SpendingFunction spending;
    spending.family = in.oneOf(family, kSpendings);
    if (spending.family == stats::Spending::KimDeMets)
        spending.gamma = in.positive(gamma);
    else if (spending.family == stats::Spending::HwangShihDeCani || in.has(gamma))
        spending.gamma = in.number(gamma);
    return spending;
}

} // namespace xp
