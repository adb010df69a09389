// SPDX-License-Identifier: Apache-2.0
#include "core/domain/identifiers.h"
#include "core/files/resulttables.h"
#include "core/storage/units/pagecursor.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

nlohmann::json toJson(const AuditEntry& entry)
{
    return {{"id", entry.id},
            {"at", toIso8601(entry.at)},
            {"actor", entry.actor},
            {"actor_key", entry.actorKey.empty() ? nlohmann::json() : nlohmann::json(entry.actorKey)},
            {"action", entry.action},
            {"experiment_id", entry.experimentId.empty() ? nlohmann::json() : nlohmann::json(entry.experimentId)},
            {"changes", entry.changes},
            {"reason", entry.reason}};
}

/// Whether an entry names the place that a key is bound to. What belongs to a whole project names no environment, as
/// webhooks do not: it is not for a key of one.
bool isOf(const AuditEntry& entry, const char* place, const std::string& bound)
{
    const auto named = entry.changes.find(place);
    return bound.empty() || (named != entry.changes.end() && *named == bound);
}

/// What a key is not to know of stays hidden here too: keys and people are the administrators' business, of one that is
/// bound where the entry names its project and environment; and a bound key reads of the experiments it sees. Of one
/// that is gone nobody knows where it was.
bool mayRead(const Actor& actor, const AuditEntry& entry, const Snapshot& snapshot)
{
    if (entry.experimentId.empty()) {
        return actor.role == Role::Admin && isOf(entry, "project", actor.project) &&
               isOf(entry, "environment", actor.environment);
    }
    if (actor.project.empty() && actor.environment.empty())
        return true;
    const auto live = snapshot.byId.find(entry.experimentId);
    return live != snapshot.byId.end() && sees(actor, live->second->experiment());
}

/// A page may hold fewer entries than its limit, as hidden ones are left out; `next` tells whether there are more.
/// An experiment that neither is there nor has left a trace that the caller may read: not found.
void page(Context& context, const Call& call, const std::string& experimentId, bool isThere = true)
{
    std::vector<FieldError> errors;
    AuditFilter filter{.experimentId = experimentId, .before = queryText(call.request(), "cursor")};
    filter.limit = queryNumber(call.request(), "limit", 100, 1, 1000, errors);
    wantsCsv(call.request(), errors);
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    if (!filter.before.empty() && !isUuid(filter.before))
        return call.fail(badCursor());
    inReplica(
        context, call, [filter](Store& store) { return store.audit().page(filter); },
        [call, filter, isThere, snapshot = context.catalog.current()](const std::vector<AuditEntry>& entries) {
            nlohmann::json list = nlohmann::json::array();
            for (const AuditEntry& entry : entries) {
                if (mayRead(call.actor, entry, *snapshot))
                    list.push_back(toJson(entry));
            }
            if (!isThere && list.empty() && filter.before.empty())
                return call.fail(notFound(filter.experimentId));
            const bool more = static_cast<std::int64_t>(entries.size()) == filter.limit;
            const nlohmann::json document{{"entries", std::move(list)},
                                          {"next", more ? nlohmann::json(entries.back().id) : nlohmann::json()}};
            answerTable(call, document, "audit", [&] { return auditTable(document["entries"]); });
        });
}

void all(Context& context, const Call& call)
{
    page(context, call, {});
}

/// Also of an experiment that is gone: its log stays, under its id.
void ofExperiment(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    page(context, call, live ? (*live)->experiment().id : std::string(call.request().parameter("id")), bool(live));
}

} // namespace

std::vector<Endpoint> auditEndpoints()
{
    return {
        {Method::Get, kApi + "/audit", Permission::Read, all},
        {Method::Get, kApi + "/experiments/{id}/audit", Permission::Read, ofExperiment},
    };
}

} // namespace xp::service
