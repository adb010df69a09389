// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/plansimulation.h"

namespace xp {

/// The experiment that the body of POST /plans/simulate takes metrics from, by id or key; empty: none.
Result<std::string> pastExperimentOf(const nlohmann::json& body);

/// Reads the body of POST /plans/simulate: that of POST /plans/evaluate, in which a metric may leave out its baseline
/// (and kind, direction, window_days) where `experiment` names one that has run and has it, and may carry `effect` (the
/// true lift; of primary metrics the plan's smallest effect in their direction, else 0), `correlation` (of a unit's
/// value with its covariate, for CUPED) and `window_days`; and `runs`, `seed`, `look_every_days`. `past` and `data` are
/// of the experiment named. Invalid names every wrong field.
Result<PlanSimulationSetup> simulationSetupFromJson(const nlohmann::json& body, const Experiment* past,
                                                    const SufficientStatistics* data);

/// What the runs so far came to. `error_rate` is the share of runs without an effect in which a primary metric was
/// called (better or worse; one-sided plans: better), `power` that of runs with one that ended in `ship`; with exact
/// binomial bounds of 99 %.
nlohmann::json toJson(const PlanSimulation& simulation);

} // namespace xp
