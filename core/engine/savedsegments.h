// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/engine/versions.h"
#include "core/storage/control/savedsegmenttable.h"
#include "core/storage/store.h"

namespace xp {

// Conditions that experiments of a project share by name. Each change is written to the audit log.

/// `{name, condition, description?}`. Conflict `segment_taken`.
Result<SavedSegment> createSegment(Store& store, const std::string& project, const nlohmann::json& body,
                                   const Actor& actor);
/// What is left out stays. Every experiment that refers to the segment and has not ended is changed with it, in the
/// same transaction; a running one begins an epoch. Invalid for a condition that leads back to the segment itself.
/// NotFound `segment_not_found`; Conflict `stale_version` when `version` in the body is not the stored one.
Result<SavedSegment> changeSegment(Store& store, const std::string& project, const std::string& name,
                                   const nlohmann::json& body, const Actor& actor,
                                   const ExpectedVersion& expected = {});
/// Conflict `segment_in_use` while an experiment that has not ended, or another segment, refers to it.
Result<void> removeSegment(Store& store, const std::string& project, const std::string& name,
                           const ExpectedVersion& expected, const Actor& actor);

nlohmann::json toJson(const SavedSegment& segment);

} // namespace xp
