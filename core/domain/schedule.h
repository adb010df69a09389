// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

namespace xp {

/// From `at` on, this share of the units is admitted.
struct RampStep
{
    Timestamp at{};
    double traffic = 1;               ///< 0..1; never less than the step before
    std::optional<Timestamp> takenAt; ///< when it happened

    bool operator==(const RampStep&) const = default;
};

/// What ends an experiment without anybody there. Each is the plan's own judgement, at a look that the plan allows.
struct StopRules
{
    bool onGuardrail = false;               ///< a guardrail is breached
    bool onDecision = false;                ///< the plan has decided: a bound is crossed, or the last look is over
    std::optional<std::int64_t> sampleSize; ///< units in the smallest variant; at least 1
    std::optional<double> power;            ///< of the plan's effect, 0..1, reached by the data so far

    bool operator==(const StopRules&) const = default;
};

/// What happens to an experiment by the clock.
struct Schedule
{
    std::optional<Timestamp> startAt; ///< a draft starts
    std::optional<Timestamp> stopAt;  ///< a running or paused one stops
    std::vector<RampStep> ramp;       ///< by time
    StopRules stopWhen;

    bool operator==(const Schedule&) const = default;
};

/// The stored form and the wire's.
nlohmann::json toJson(const Schedule& schedule);
/// Reads what toJson wrote; fields that are not there have their defaults. std::nullopt for anything else.
std::optional<Schedule> scheduleFromJson(const nlohmann::json& json);

} // namespace xp
