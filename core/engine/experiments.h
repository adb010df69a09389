// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experimentinput.h"
#include "core/engine/actor.h"
#include "core/engine/versions.h"
#include "core/storage/store.h"

namespace xp {

/// Makes a draft from a client's body and writes the audit log. Without a key in the body one is made from the name
/// (`name`, `name-2`, ...). Conflict `key_taken` for a given key that is in use; Forbidden `outside_scope` where the
/// actor's key does not work. `wrong` is what the caller found: Invalid names it before all that is wrong in the body.
Result<AcceptedExperiment> createExperiment(Store& store, const nlohmann::json& body, const Actor& actor,
                                            const std::vector<FieldError>& wrong = {});

/// Applies a whole or partial change. `expectedVersion` is the one the client read (If-Match, or `version` in the
/// body); Conflict `stale_version` when it has moved on. A change of shares or targeting while running or
/// paused opens an epoch. Conflict `already_assigned` for a forced variant of a unit that has one. `wrong` as above.
Result<AcceptedExperiment> updateExperiment(Store& store, const std::string& idOrKey, const nlohmann::json& body,
                                            const ExpectedVersion& expectedVersion, const Actor& actor,
                                            const std::vector<FieldError>& wrong = {});

/// Stores a change that was judged already, with all that follows: epochs, the audit log, who is told. Within the
/// caller's transaction. Conflict `stale_version` when `was` is not what is stored.
Result<Experiment> storeChange(Store& store, const Experiment& was, Experiment is, const std::string& reason,
                               const Actor& actor, bool beginsPhase = false);

/// Takes over what the saved segments that an experiment refers to have become, and writes the audit log; within the
/// transaction that changes them. A running experiment begins an epoch.
Result<Experiment> takeSegments(Store& store, const Experiment& was, const std::string& reason, const Actor& actor);

/// Gives a unit, named by its id, a variant by name: a change of the experiment's `forced`.
Result<Experiment> forceVariant(Store& store, const std::string& idOrKey, const std::string& unit,
                                const std::string& variant, const Actor& actor);

/// Removes an experiment with all its data; the audit log keeps what it was. Conflict while it is running or paused,
/// and `stale_version` where it is not at the version that the client read. Returns its id.
Result<std::string> removeExperiment(Store& store, const std::string& idOrKey, const Actor& actor,
                                     const ExpectedVersion& expectedVersion = {});

} // namespace xp
