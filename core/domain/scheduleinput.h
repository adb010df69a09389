// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace xp {

struct Experiment;
struct Schedule;

/// Reads a schedule from outside: `{start_at, stop_at, ramp: [{at, traffic}], stop_when: {...}}`, null for none. Every
/// wrong field is noted; what is out of order in itself too: a ramp that goes back in time, falls, or outlasts the
/// stop.
Schedule readSchedule(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors);

/// What is wrong with the schedule of `is` at this moment; `was` is the experiment before the change, or one without a
/// schedule. What stands in both may have passed; everything new must lie ahead, and a ramp begins above the traffic
/// there is. Fields are named from `schedule` on.
std::vector<FieldError> scheduleErrors(const Experiment& was, const Experiment& is, Timestamp at);

/// Takes over from `was` which steps of the ramp have been taken.
void keepTaken(const Schedule& was, Schedule& is);

} // namespace xp
