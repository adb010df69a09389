// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/results.h"

namespace xp {

/// Whose doing it is in the audit log.
inline constexpr const char* kScheduleActor = "schedule";

/// Whether the clock asks for something by `at` that has not been done: a start, a step of the ramp, the stop.
bool isDue(const Experiment& experiment, Timestamp at);
/// Whether the experiment runs and stops by a rule.
bool hasStopRules(const Experiment& experiment);

/// Does all that is due by `at`, in the order of its times, each as a person would do it: checked, audited (actor
/// `schedule`, with the reason), told. Of several replicas one does each step. A step that would not raise the traffic
/// is marked as taken and changes nothing else. The experiment as it then stands.
Result<Experiment> followSchedule(Store& store, const std::string& id, Timestamp at);

/// Why the experiment is to stop, by its rules and the report as planned; nothing while it is to go on. A report whose
/// data are invalid stops nothing: a person must look.
std::optional<std::string> reasonToStop(const StopRules& rules, const Report& report);

struct Judged
{
    std::optional<Experiment> stopped; ///< as stored
    std::vector<Crossing> crossings;   ///< recorded by the report
};
/// Makes the plan's own report, which allows for looks only what the plan does, and stops the experiment where a rule
/// says so. One that has changed since it was read is not stopped.
Result<Judged> followStopRules(Store& store, const Experiment& experiment, Timestamp at);

} // namespace xp
