// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/experiment.h"

namespace xp {

/// An experiment made or changed from what a client sent, and what the client should know about it.
struct AcceptedExperiment
{
    Experiment experiment;
    std::vector<Sentence> warnings; ///< `no_primary_metric`, `flag_decides_traffic`, `allocations_normalised`
    bool beginsPhase = false;       ///< `new_phase`: with another seed, earlier units are analysed no more
};

/// Reads the body of a creation. Required: name, variants (2 to 100), metrics (1 to 100). Allocations that sum to 1
/// within 1e-3 are normalised. The key is empty unless given; id, times and version are the caller's to set.
/// Invalid names every wrong field.
Result<AcceptedExperiment> readNewExperiment(const nlohmann::json& body);

/// Applies a whole or partial change to an experiment as stored; fields left out stay. Fields a client cannot set
/// (id, status, times) may be sent back unchanged. A field that its status freezes is refused (Conflict) with the
/// reason: from the start on variants' names, metrics, level, key, project and environment; from the stop on also
/// shares, configurations and sizes. The split of an experiment that clients evaluate by themselves changes with
/// `new_phase` only. `version` in the body is not looked at. Times, epochs and version are the caller's
/// to set.
Result<AcceptedExperiment> readChanges(const Experiment& current, const nlohmann::json& body);

/// The warnings that hold for an experiment as it stands.
std::vector<Sentence> warningsOf(const Experiment& experiment);

/// Wrong fields are the client's mistake (Invalid); fields that are only frozen are a conflict with the experiment's
/// state (Conflict `frozen`).
Failure refusalOf(std::vector<FieldError> errors);

} // namespace xp
