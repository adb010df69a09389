// SPDX-License-Identifier: Apache-2.0
#include "service/routes/onlooker.h"

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
                      return given ? std::optional(given->variant) : std::nullopt;
                  },
                  {m_asking.unit, m_storedUnit, m_asking.context, m_asking.agent})
{
}

std::optional<GivenVariant> Onlooker::stored(const Experiment& experiment) const
{
    const auto it = m_stored.find(experiment.id);
    return it == m_stored.end() ? std::nullopt : std::optional(it->second);
}

AssignAnswer Onlooker::look(const LiveExperiment& live) const
{
    const auto given = stored(live.experiment());
    AssignAnswer answer = Assigner::peek(live, m_admission, given);
    if (given && given->variant == answer.variant)
        answer.assignedAt = given->assignedAt;
    return answer;
}

void onlook(Context& context, const std::vector<LiveExperimentPtr>& at, AssignRequest asking,
            std::function<void(Result<std::shared_ptr<const Onlooker>>)> then)
{
    const SnapshotPtr snapshot = context.catalog.current();
    std::set<std::string> ids;
    for (const LiveExperimentPtr& live : at) {
        ids.insert(live->experiment().id);
        for (const LiveExperimentPtr& other : Admission::prerequisitesOf(snapshot.get(), *live))
            ids.insert(other->experiment().id);
    }
    context.pool.run([unit = context.options.database.pseudonyms.of(asking.unit),
                      ids = std::vector<std::string>(ids.begin(), ids.end())](
                         Store& store) { return store.units().variantsOf(unit, ids); },
                     [&context, snapshot, asking = std::move(asking),
                      then = std::move(then)](Result<std::map<std::string, GivenVariant>> stored) {
                         if (!stored)
                             return then(Failure(std::move(stored.error())));
                         then(std::make_shared<const Onlooker>(context, snapshot, asking, std::move(*stored)));
                     });
}

} // namespace xp::service
