// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/planning.h"

namespace xp {

/// Reads the body of POST /plans/evaluate: `{"metrics": [{"name", "kind"?: "conversion" | "count" | "sum" | "mean",
/// "role"?, "direction"?, "baseline", "standard_deviation"?}], "plan": {...}, "treatments"?: 1, "units_per_day"}`.
/// `plan` is as an experiment with these metrics carries it. Invalid names every wrong field.
Result<PlanningInput> planningInputFromJson(const nlohmann::json& body);

/// The answer. `power` and `effects` are the curves of the primary metric that needs most units.
nlohmann::json toJson(const PlanningResult& result);

} // namespace xp
