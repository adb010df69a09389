// SPDX-License-Identifier: Apache-2.0
#include "service/routes/onlooker.h"

#include "core/storage/units/givenvariants.h"
#include "service/peers/unleashgate.h"

#include <set>

namespace xp::service {

Onlooker::Onlooker(const Context& context, SnapshotPtr snapshot, AssignRequest asking,
                   std::map<std::string, GivenVariant> stored)
    : m_snapshot(std::move(snapshot))
    , m_asking(std::move(asking))
    , m_storedUnit(context.options.database.pseudonyms.of(m_asking.unit))
    , m_stored(std::move(stored))
    , m_gate([&gate = context.unleash](const Experiment& experiment, std::string_view who, std::string_view about) {
        return gate.wouldAdmit(experiment, who, about);
    })
    , m_admission(m_snapshot.get(), m_gate,
                  [this](const Experiment& experiment) {
                      const auto given = this->stored(experiment);
                      const auto live = given ? m_snapshot->find(experiment.id) : nullptr;
                      return live ? Assigner::told(*live, *given) : std::nullopt;
                  },
                  {m_asking.unit, m_storedUnit, m_asking.context, m_asking.agent})
{
}

std::optional<GivenVariant> Onlooker::stored(const Experiment& experiment) const
{
    const auto it = m_stored.find(experiment.id);
    if (it == m_stored.end())
        return std::nullopt;
    GivenVariant given = it->second;
    if (given.unit == m_storedUnit)
        given.unit = m_asking.unit; // who is drawn by the id as it is, not as it is stored
    return given;
}

AssignAnswer Onlooker::look(const LiveExperiment& live) const
{
    return Assigner::peek(live, m_admission, stored(live.experiment()));
}

void onlookAll(Context& context, const std::vector<LiveExperimentPtr>& at, std::vector<AssignRequest> asking,
               std::function<void(Result<std::vector<OnlookerPtr>>)> then)
{
    const SnapshotPtr snapshot = context.catalog.current();
    std::set<std::string> ids;
    for (const LiveExperimentPtr& live : at) {
        ids.insert(live->experiment().id);
        for (const LiveExperimentPtr& other : Admission::prerequisitesOf(snapshot.get(), *live))
            ids.insert(other->experiment().id);
    }
    auto see = [&context, snapshot, ids = std::vector<std::string>(ids.begin(), ids.end()),
                asking = std::move(asking)](Store& store) -> Result<std::vector<OnlookerPtr>> {
        std::vector<std::string> units;
        for (const AssignRequest& one : asking)
            units.push_back(context.options.database.pseudonyms.of(one.unit));
        const auto stored = givenVariants(store.connection(), units, ids);
        if (!stored)
            return Failure(stored.error());
        std::vector<OnlookerPtr> seen;
        for (std::size_t i = 0; i < asking.size(); ++i) {
            const auto found = stored->find(units[i]);
            seen.push_back(std::make_shared<const Onlooker>(
                context, snapshot, asking[i],
                found == stored->end() ? std::map<std::string, GivenVariant>() : found->second));
        }
        return seen;
    };
    context.pool.run(std::move(see), std::move(then));
}

void onlook(Context& context, const std::vector<LiveExperimentPtr>& at, AssignRequest asking,
            std::function<void(Result<OnlookerPtr>)> then)
{
    onlookAll(context, at, {std::move(asking)}, [then = std::move(then)](Result<std::vector<OnlookerPtr>> seen) {
        seen ? then(std::move(seen->front())) : then(Failure(std::move(seen.error())));
    });
}

} // namespace xp::service
