// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/assigner.h"
#include "service/http/request.h"

#include <nlohmann/json.hpp>

namespace xp::service {

/// The most items of one batch.
inline constexpr std::size_t kMostItems = 10000;

/// `{user_id, context?}` of an item; `path` is where it stands (`users[3]`), empty for a body of its own.
Result<AssignRequest> readAssign(const LiveExperimentPtr& experiment, const nlohmann::json& item,
                                 const std::string& path);

/// `{user_id, event_name, value?, event_id?, timestamp?}`. The value must fit the metrics that listen to the event; a
/// time more than 24 h ahead is refused.
Result<TrackRequest> readTrack(const LiveExperimentPtr& experiment, const nlohmann::json& item, const std::string& path,
                               Timestamp now);

/// The body of a single request as one object. The service replaced took `user_id`, `event_name` and `value` in the
/// query; then the body of /assign is the context itself.
Result<nlohmann::json> assignBody(const Request& request);
Result<nlohmann::json> trackBody(const Request& request);

/// The items of a batch, named by `list` (or one JSON value a line with NDJSON).
Result<nlohmann::json> batchItems(const Request& request, const char* list);

} // namespace xp::service
