// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/engine/versions.h"
#include "core/storage/store.h"

namespace xp {

/// What a person can do to an experiment's status: draft -> running <-> paused -> stopped -> archived.
enum class Transition { Start, Pause, Resume, Stop, Archive };

std::string_view toString(Transition transition);
std::optional<Transition> parseTransition(std::string_view text);

/// Where a transition leads from a status: the same status when it already holds, std::nullopt when it is impossible.
std::optional<Status> target(Transition transition, Status from);

/// Carries out a transition and writes the audit log. One that already holds changes nothing and succeeds; an
/// impossible one is Conflict `impossible_transition`, naming what is possible. `reason` is kept in the audit log.
/// Conflict `stale_version` for one that would change an experiment that is not at the version that the client read.
Result<Experiment> changeStatus(Store& store, const std::string& idOrKey, Transition transition,
                                const std::string& reason, const Actor& actor,
                                const ExpectedVersion& expectedVersion = {});

} // namespace xp
