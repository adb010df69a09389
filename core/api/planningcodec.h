// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/planning.h"

namespace xp {

/// Reads the body of POST /plans/evaluate: `{"metrics": [{"name", "kind"?: "conversion" | "count" | "sum" | "mean",
/// "role"?, "direction"?, "baseline"?, "standard_deviation"?, "correlation"?}], "plan": {...}, "treatments"?: 1,
/// "units_per_day", "experiment"?}`. `plan` is as an experiment with these metrics carries it. A metric may leave out
/// its baseline (and kind, direction) where `experiment` names one that has it: `past` and `data` are of that one.
/// Invalid names every wrong field.
Result<PlanningInput> planningInputFromJson(const nlohmann::json& body, const Experiment* past = nullptr,
                                            const SufficientStatistics* data = nullptr);

/// The answer. `power` and `effects` are the curves of the primary metric that needs most units.
nlohmann::json toJson(const PlanningResult& result);

} // namespace xp
