// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/engine/versions.h"
#include "core/storage/control/holdouttable.h"
#include "core/storage/store.h"

namespace xp {

// Global holdouts: shares of a project's units that no experiment newly takes. Each change is written to the audit log;
// Forbidden `outside_scope` for an actor of one environment.

/// `{key, share, description?, seed?}`; without a seed it gets one of its own. Conflict `holdout_taken`.
Result<Holdout> createHoldout(Store& store, const std::string& project, const nlohmann::json& body, const Actor& actor);
/// What is left out stays. NotFound `holdout_not_found`.
Result<Holdout> changeHoldout(Store& store, const std::string& project, const std::string& key,
                              const nlohmann::json& body, const Actor& actor, const ExpectedVersion& expected = {});
Result<void> removeHoldout(Store& store, const std::string& project, const std::string& key,
                           const ExpectedVersion& expected, const Actor& actor);

} // namespace xp
