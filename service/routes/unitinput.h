// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/document.h"
#include "core/engine/assigner.h"
#include "core/engine/catalog.h"
#include "core/engine/exposer.h"
#include "core/engine/recorder.h"
#include "service/http/request.h"

#include <nlohmann/json.hpp>

namespace xp::service {

/// The most items of one batch.
inline constexpr std::size_t kMostItems = 10000;

/// `{user_id, context?}` of an item; `path` is where it stands (`users[3]`), empty for a body of its own.
Result<AssignRequest> readAssign(const LiveExperimentPtr& experiment, const nlohmann::json& item,
                                 const std::string& path);

/// The header User-Agent: of the unit's own browser, where nothing else asks for it. Not for batches.
std::string agentOf(const Request& request);

/// `{user_id, event_name, value?, properties?, event_id?, timestamp?}`. The value must fit the metrics that listen to
/// the event; a time more than 24 h ahead is refused. `wrong` is what was found before.
Result<TrackRequest> readTrack(const LiveExperimentPtr& experiment, const nlohmann::json& item, const std::string& path,
                               Timestamp now, std::vector<FieldError> wrong = {});

/// `{user_id, variant?, timestamp?}`; the variant is one of the experiment's, by name.
Result<ExposeRequest> readExposure(const LiveExperimentPtr& experiment, const nlohmann::json& item,
                                   const std::string& path, Timestamp now);

/// `{from, to, project?}`: two ids of one person, in the project that the key is bound to, else the one named.
struct MergeRequest
{
    std::string project;
    std::string from;
    std::string to;
};
Result<MergeRequest> readMerge(const Actor& actor, const nlohmann::json& item);

/// What is said of a user who did something in an experiment without being assigned.
Error unassigned(const LiveExperiment& live, std::string_view unit);

/// The body of a single request as one object. The service replaced took `user_id`, `event_name` and `value` in the
/// query; then the body of /assign is the context itself.
Result<Document> assignBody(const Request& request);
/// A `value` in the query that is no number is noted.
Result<Document> trackBody(const Request& request, std::vector<FieldError>& errors);

/// `{user_id, event_name, value?, properties?, event_id?, timestamp?, project?, environment?}`: where no key says where
/// it belongs, the item may, else it is the default project's production. The value must fit every metric that listens.
Result<RecordRequest> readRecord(const Snapshot& snapshot, const Actor& actor, const nlohmann::json& item,
                                 const std::string& path, Timestamp now);

/// The items of a batch, named by `list`, or one a line with NDJSON (empty lines are passed over). A line that cannot
/// be read is the failure of its item alone, and so is a number that is none (NaN, 1e999), with what else is wrong
/// there. The body itself is dropped: the database may keep the answer waiting.
Result<std::vector<Result<Document>>> batchItems(Request& request, const char* list);

/// How an item is read: `item.and_then(reading(reader))`.
template <typename Reader>
auto reading(Reader reader)
{
    return [reader = std::move(reader)](const Document& document) { return document.read(reader); };
}

} // namespace xp::service
