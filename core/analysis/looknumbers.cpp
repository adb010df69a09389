// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/looknumbers.h"

#include "core/stats/relativelift.h"

#include <cmath>

namespace xp {

double LookNumbers::statisticAtDifference(double difference) const
{
    return (treatment - control - difference) / std::sqrt(variance());
}

double LookNumbers::statisticAtLift(double lift) const
{
    const double ratio = 1 + lift;
    // At lift 0 the same expression as the plain difference, so that both exclude "no effect" together.
    if (lift == 0)
        return statisticAtDifference(0);
    return (treatment - ratio * control) /
           std::sqrt(treatmentVariance + ratio * ratio * controlVariance - 2 * ratio * covariance);
}

std::optional<Interval> LookNumbers::interval(double critical) const
{
    const double reach = critical * std::sqrt(variance());
    const Interval interval{treatment - control - reach, treatment - control + reach};
    return std::isfinite(interval[0]) && std::isfinite(interval[1]) ? std::optional(interval) : std::nullopt;
}

std::optional<Interval> LookNumbers::liftInterval(double critical) const
{
    if (!(control > 0))
        return std::nullopt;
    const auto set = stats::fiellerAt({.control = control,
                                       .treatment = treatment,
                                       .difference = treatment - control,
                                       .controlVariance = controlVariance - covariance,
                                       .treatmentVariance = treatmentVariance - covariance,
                                       .sharedVariance = covariance},
                                      critical);
    if (!set || !set->bounded)
        return std::nullopt;
    return Interval{set->lower, set->upper};
}

std::optional<LookNumbers> lookNumbersOf(const Contrast& contrast, Timestamp time)
{
    const auto control = contrast.control();
    const auto treatment = contrast.treatment();
    const auto controlError = contrast.controlError();
    const auto treatmentError = contrast.treatmentError();
    if (!control || !treatment || !controlError || !treatmentError || !contrast.standardError())
        return std::nullopt;
    const double controlVariance = *controlError * *controlError;
    const double treatmentVariance = *treatmentError * *treatmentError;
    const LookNumbers numbers{
        time, contrast.units(), *control, *treatment, controlVariance, treatmentVariance, contrast.covariance()};
    if (!(numbers.variance() > 0) || !std::isfinite(numbers.variance()))
        return std::nullopt;
    return numbers;
}

nlohmann::json toJson(const LookNumbers& numbers)
{
    return {{"time", toIso8601(numbers.time)},
            {"units", numbers.units},
            {"control", numbers.control},
            {"treatment", numbers.treatment},
            {"control_variance", numbers.controlVariance},
            {"treatment_variance", numbers.treatmentVariance},
            {"covariance", numbers.covariance}};
}

std::optional<LookNumbers> lookNumbersFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return std::nullopt;
    const auto time = json.find("time");
    const auto parsed = time != json.end() && time->is_string() ? parseIso8601(time->get<std::string>()) : std::nullopt;
    if (!parsed)
        return std::nullopt;
    LookNumbers numbers{.time = *parsed};
    const auto read = [&json](const char* name, double& to) {
        const auto it = json.find(name);
        if (it == json.end() || !it->is_number())
            return false;
        to = it->get<double>();
        return std::isfinite(to);
    };
    const bool all = read("units", numbers.units) && read("control", numbers.control) &&
                     read("treatment", numbers.treatment) && read("control_variance", numbers.controlVariance) &&
                     read("treatment_variance", numbers.treatmentVariance);
    if (json.contains("covariance") && !read("covariance", numbers.covariance))
        return std::nullopt;
    if (!all || !(numbers.units > 0) || numbers.controlVariance < 0 || numbers.treatmentVariance < 0 ||
        !(numbers.variance() > 0))
        return std::nullopt;
    return numbers;
}

} // namespace xp
