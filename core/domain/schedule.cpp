// SPDX-License-Identifier: Apache-2.0
#include "core/domain/schedule.h"

#include "core/domain/jsonreader.h"

namespace xp {

namespace {

nlohmann::json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? nlohmann::json(toIso8601(*time)) : nlohmann::json(nullptr);
}

template <typename T>
nlohmann::json numberOrNull(const std::optional<T>& number)
{
    return number ? nlohmann::json(*number) : nlohmann::json(nullptr);
}

StopRules readStopRules(const nlohmann::json& json, std::vector<FieldError>& errors)
{
    JsonReader reader(json, errors, "stop_when");
    return {.onGuardrail = reader.optional<bool>("guardrail").value_or(false),
            .onDecision = reader.optional<bool>("decision").value_or(false),
            .sampleSize = reader.optional<std::int64_t>("sample_size"),
            .power = reader.optional<double>("power")};
}

} // namespace

nlohmann::json toJson(const Schedule& schedule)
{
    nlohmann::json ramp = nlohmann::json::array();
    for (const RampStep& step : schedule.ramp) {
        ramp.push_back({{"at", toIso8601(step.at)}, {"traffic", step.traffic}});
        if (step.takenAt)
            ramp.back()["taken_at"] = toIso8601(*step.takenAt);
    }
    return {{"start_at", timeOrNull(schedule.startAt)},
            {"stop_at", timeOrNull(schedule.stopAt)},
            {"ramp", std::move(ramp)},
            {"stop_when",
             {{"guardrail", schedule.stopWhen.onGuardrail},
              {"decision", schedule.stopWhen.onDecision},
              {"sample_size", numberOrNull(schedule.stopWhen.sampleSize)},
              {"power", numberOrNull(schedule.stopWhen.power)}}}};
}

std::optional<Schedule> scheduleFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    Schedule schedule{.startAt = reader.optionalTime("start_at"), .stopAt = reader.optionalTime("stop_at")};
    if (reader.find("ramp"))
        reader.array("ramp", [&](const nlohmann::json& step, const std::string& path) {
            JsonReader fields(step, errors, path);
            schedule.ramp.push_back({.at = fields.requiredTime("at"),
                                     .traffic = fields.required<double>("traffic"),
                                     .takenAt = fields.optionalTime("taken_at")});
        });
    if (const nlohmann::json* rules = reader.find("stop_when"))
        schedule.stopWhen = readStopRules(*rules, errors);
    if (!errors.empty())
        return std::nullopt;
    return schedule;
}

} // namespace xp
