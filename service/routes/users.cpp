// SPDX-License-Identifier: Apache-2.0
#include "core/domain/storedvariant.h"
#include "core/engine/auditing.h"
#include "core/storage/control/changetoken.h"
#include "core/storage/people/identitytable.h"
#include "core/storage/people/persontable.h"
#include "service/routes/answers.h"

#include <algorithm>
#include <set>

namespace xp::service {

namespace {

/// Where a caller may look for a person.
struct Reach
{
    std::vector<LiveExperimentPtr> experiments;
    std::vector<std::string> ids;
    EventScopes scopes;
    std::set<std::string> projects; ///< whose identities it knows
    bool isWhole = true;            ///< nothing of these projects is beyond it
};

Reach reachOf(const Snapshot& snapshot, const Actor& actor)
{
    Reach reach;
    for (const auto& [id, live] : snapshot.byId) {
        if (!sees(actor, live->experiment()))
            continue;
        reach.experiments.push_back(live);
        reach.ids.push_back(id);
        reach.projects.insert(live->experiment().project);
    }
    reach.projects.insert(actor.project.empty() ? "default" : actor.project);
    reach.scopes = {.project = actor.project, .environment = actor.environment};
    reach.isWhole = actor.environment.empty();
    return reach;
}

/// The user of the path, as the id is stored.
std::string storedUser(const Context& context, const Call& call)
{
    return context.options.database.pseudonyms.of(call.request().parameter("id"));
}

Error unknownUser()
{
    return {ErrorCode::NotFound, {"user_not_found", nlohmann::json::object(), "Nothing is stored about this user"}, {}};
}

nlohmann::json toJson(const StoredEvent& event)
{
    const auto properties = nlohmann::json::parse(event.properties, nullptr, false);
    return {{"event_name", event.name},
            {"value", event.value},
            {"event_id", event.eventId.empty() ? nlohmann::json() : nlohmann::json(event.eventId)},
            {"properties", properties.is_object() ? properties : nlohmann::json::object()},
            {"timestamp", toIso8601(event.time)},
            {"received_at", toIso8601(event.receivedAt)}};
}

nlohmann::json toJson(const std::vector<StoredEvent>& events)
{
    nlohmann::json items = nlohmann::json::array();
    for (const StoredEvent& event : events)
        items.push_back(toJson(event));
    return items;
}

nlohmann::json toJson(const Snapshot& snapshot, const std::string& user, const PersonRows& rows)
{
    nlohmann::json experiments = nlohmann::json::array();
    for (const PersonRows::InExperiment& in : rows.experiments) {
        const auto live = snapshot.byId.find(in.experimentId);
        if (live == snapshot.byId.end())
            continue;
        const Experiment& experiment = live->second->experiment();
        const auto context = nlohmann::json::parse(in.assignment.context, nullptr, false);
        experiments.push_back({{"experiment_id", experiment.id},
                               {"key", experiment.key},
                               {"variant", variantName(experiment, in.assignment.variant)},
                               {"assigned_at", toIso8601(in.assignment.assignedAt)},
                               {"context", context.is_object() ? context : nlohmann::json::object()},
                               {"events", toJson(in.events)}});
    }
    nlohmann::json events = nlohmann::json::array();
    for (const UserEvent& told : rows.events) {
        events.push_back(toJson(told.event));
        events.back()["scope"] = told.scope;
    }
    return {{"user_id", user},
            {"aliases", rows.aliases},
            {"experiments", std::move(experiments)},
            {"events", std::move(events)}};
}

/// The other ids that mean the same person, in any of the projects; each once.
Result<std::vector<std::string>> aliasesOf(Store& store, const std::string& user, const Reach& reach)
{
    std::vector<std::string> aliases;
    for (const std::string& project : reach.projects) {
        const auto others = IdentityTable(store.connection()).othersOf(project, user);
        if (!others)
            return Failure(others.error());
        std::ranges::copy_if(*others, std::back_inserter(aliases), [&](const std::string& other) {
            return std::ranges::find(aliases, other) == aliases.end();
        });
    }
    return aliases;
}

Result<PersonRows> readPerson(Store& store, const std::string& user, const Reach& reach)
{
    auto aliases = aliasesOf(store, user, reach);
    if (!aliases)
        return Failure(std::move(aliases.error()));
    auto rows = PersonTable(store.connection()).read(user, reach.ids, reach.scopes);
    for (const std::string& alias : *aliases) {
        auto more = rows ? PersonTable(store.connection()).read(alias, reach.ids, reach.scopes) : std::move(rows);
        if (!more)
            return more;
        std::ranges::move(more->experiments, std::back_inserter(rows->experiments));
        std::ranges::move(more->events, std::back_inserter(rows->events));
    }
    if (rows)
        rows->aliases = std::move(*aliases);
    return rows;
}

void read(Context& context, const Call& call)
{
    const SnapshotPtr snapshot = context.catalog.current();
    const std::string user(call.request().parameter("id"));
    inStore(
        context, call,
        [user = storedUser(context, call), reach = reachOf(*snapshot, call.actor)](Store& store) {
            return readPerson(store, user, reach);
        },
        [call, snapshot, user](const PersonRows& rows) {
            if (rows.experiments.empty() && rows.events.empty() && rows.aliases.empty())
                return call.fail(unknownUser());
            answer(call, toJson(*snapshot, user, rows));
        });
}

/// Of somebody with several ids: no event stays under any of them, whichever has the assignment now.
Result<void> eraseWhatIsLeft(Store& store, ErasedRows& all)
{
    if (all.ids.size() == 1)
        return {};
    return PersonTable(store.connection()).eraseEvents(all.ids, all.experiments).map([&](std::int64_t events) {
        all.events += events;
    });
}

/// Who an id means holds in all environments of a project: who administers one of them leaves it.
Result<void> forgetIdentities(Store& store, const std::vector<std::string>& ids, const Reach& reach)
{
    for (std::size_t i = 0; reach.isWhole && i < ids.size(); ++i) {
        for (const std::string& project : reach.projects) {
            if (auto forgotten = IdentityTable(store.connection()).forget(project, ids[i]); !forgotten)
                return forgotten;
        }
    }
    return {};
}

/// The audit log tells that somebody was removed, and by whom, but not who it was.
Result<ErasedRows> erase(Store& store, const std::string& user, const Reach& reach, const Actor& actor)
{
    return store.transaction([&]() -> Result<ErasedRows> {
        ErasedRows all{.ids = {user}};
        for (std::size_t i = 0; i < all.ids.size(); ++i) {
            const auto erased = PersonTable(store.connection()).erase(all.ids[i], reach.ids, reach.scopes);
            if (!erased)
                return erased;
            all.assignments += erased->assignments;
            all.events += erased->events;
            all.experiments.insert(all.experiments.end(), erased->experiments.begin(), erased->experiments.end());
            // Only now: a merge that was under way may have held what was to be erased, and have given it to another.
            const auto aliases = aliasesOf(store, user, reach);
            if (!aliases)
                return Failure(aliases.error());
            std::ranges::copy_if(*aliases, std::back_inserter(all.ids), [&](const std::string& alias) {
                return std::ranges::find(all.ids, alias) == all.ids.end();
            });
        }
        if (all.assignments == 0 && all.events == 0 && (all.ids.size() == 1 || !reach.isWhole))
            return Failure(unknownUser());
        if (auto left = eraseWhatIsLeft(store, all); !left)
            return Failure(std::move(left.error()));
        // The token before the log, as every change.
        auto told = forgetIdentities(store, all.ids, reach)
                        .and_then([&] { return countRemoval(store.connection()); })
                        .and_then([&] {
                            return store.audit().append(auditOf(
                                actor, "user.erase", {}, {{"assignments", all.assignments}, {"events", all.events}}));
                        });
        if (!told)
            return Failure(std::move(told.error()));
        return all;
    });
}

void remove(Context& context, const Call& call)
{
    auto reach = std::make_shared<Reach>(reachOf(*context.catalog.current(), call.actor));
    inStore(
        context, call,
        [&context, user = storedUser(context, call), reach, actor = call.actor](Store& store) {
            auto erased = retryUndone([&] { return erase(store, user, *reach, actor); });
            for (std::size_t i = 0; erased && i < reach->experiments.size(); ++i) {
                for (const std::string& id : erased->ids)
                    context.assigner.forget(reach->experiments[i]->experiment(), id);
            }
            return erased;
        },
        [call](const ErasedRows& erased) {
            answer(call, {{"assignments", erased.assignments}, {"events", erased.events}});
        });
}

} // namespace

std::vector<Endpoint> userEndpoints()
{
    const std::string one = kApi + "/users/{id}";
    return {
        {Method::Get, one, Permission::Administer, read},
        {Method::Delete, one, Permission::Administer, remove},
    };
}

} // namespace xp::service
