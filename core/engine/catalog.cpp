// SPDX-License-Identifier: Apache-2.0
#include "core/engine/catalog.h"

#include "core/engine/audiences.h"
#include "core/storage/holdouttable.h"

namespace xp {

namespace {

std::uint64_t nextGeneration()
{
    static std::atomic<std::uint64_t> generation{0};
    return ++generation;
}

void enter(Snapshot& snapshot, const LiveExperimentPtr& live)
{
    snapshot.byId[live->experiment().id] = live;
    snapshot.byKey[live->experiment().key] = live;
}

/// Imported experiments count what their file said.
bool countsEvents(const Experiment& experiment)
{
    return experiment.status != Status::Draft && !experiment.imported;
}

void indexListeners(Snapshot& snapshot)
{
    snapshot.listeners.clear();
    for (const auto& [id, live] : snapshot.byId) {
        const Experiment& experiment = live->experiment();
        if (!countsEvents(experiment))
            continue;
        auto& heard = snapshot.listeners[scopeOf(experiment.project, experiment.environment)];
        for (const std::string& event : live->events())
            heard[event].push_back(live);
    }
}

} // namespace

LiveExperimentPtr Snapshot::find(const std::string& idOrKey) const
{
    if (const auto it = byId.find(idOrKey); it != byId.end())
        return it->second;
    const auto it = byKey.find(idOrKey);
    return it != byKey.end() ? it->second : nullptr;
}

std::vector<LiveExperimentPtr> Snapshot::listenersTo(const std::string& scope, const std::string& event,
                                                     Timestamp time) const
{
    const auto heard = listeners.find(scope);
    if (heard == listeners.end())
        return {};
    const auto it = heard->second.find(event);
    if (it == heard->second.end())
        return {};
    std::vector<LiveExperimentPtr> found;
    for (const LiveExperimentPtr& live : it->second) {
        const auto& stoppedAt = live->experiment().stoppedAt;
        if (!stoppedAt || time <= *stoppedAt)
            found.push_back(live);
    }
    return found;
}

Catalog::Catalog(std::vector<std::string> adminTokens, std::shared_ptr<const Exclusion> exclusion)
    : m_adminTokens(std::move(adminTokens)), m_exclusion(std::move(exclusion))
{
    auto empty = std::make_shared<Snapshot>();
    empty->exclusion = m_exclusion;
    empty->keys = std::make_shared<const KeyRing>(m_adminTokens, std::vector<StoredKey>());
    m_snapshot = std::move(empty);
    m_generation = nextGeneration();
}

const SnapshotPtr& Catalog::current() const
{
    struct Seen
    {
        std::uint64_t generation = 0;
        SnapshotPtr snapshot;
    };
    thread_local Seen seen;
    if (seen.generation != m_generation.load(std::memory_order_acquire)) {
        const std::scoped_lock lock(m_mutex);
        seen = {m_generation.load(std::memory_order_relaxed), m_snapshot};
    }
    return seen.snapshot;
}

void Catalog::publish(std::shared_ptr<Snapshot> next)
{
    indexListeners(*next);
    SnapshotPtr published = std::move(next);
    {
        const std::scoped_lock lock(m_mutex);
        m_snapshot = published;
        m_generation.store(nextGeneration(), std::memory_order_release);
    }
    if (changed)
        changed(published);
}

Result<void> Catalog::refresh(Store& store)
{
    const std::scoped_lock changing(m_changing);
    auto stored = store.experiments().all();
    if (!stored)
        return Failure(std::move(stored.error()));
    auto keys = store.keys().all();
    if (!keys)
        return Failure(std::move(keys.error()));
    auto holdouts = HoldoutTable(store.connection()).all("");
    if (!holdouts)
        return Failure(std::move(holdouts.error()));
    auto next = std::make_shared<Snapshot>();
    next->exclusion = m_exclusion;
    for (Holdout& holdout : *holdouts) {
        if (holdout.share > 0)
            next->holdouts[holdout.project].push_back(std::move(holdout));
    }
    next->keys = std::make_shared<const KeyRing>(m_adminTokens, *keys);
    for (Experiment& experiment : *stored) {
        const auto known = m_snapshot->byId.find(experiment.id);
        const bool same = known != m_snapshot->byId.end() && known->second->experiment().version == experiment.version;
        enter(*next, same ? known->second : served(std::move(experiment)));
    }
    publish(std::move(next));
    return {};
}

LiveExperimentPtr Catalog::put(Experiment experiment)
{
    const std::scoped_lock changing(m_changing);
    const auto known = m_snapshot->byId.find(experiment.id);
    if (known != m_snapshot->byId.end() && known->second->experiment().version >= experiment.version)
        return known->second;
    auto next = std::make_shared<Snapshot>(*m_snapshot);
    if (known != m_snapshot->byId.end())
        next->byKey.erase(known->second->experiment().key);
    auto live = served(std::move(experiment));
    enter(*next, live);
    publish(std::move(next));
    return live;
}

void Catalog::drop(const std::string& id)
{
    const std::scoped_lock changing(m_changing);
    const auto known = m_snapshot->byId.find(id);
    if (known == m_snapshot->byId.end())
        return;
    auto next = std::make_shared<Snapshot>(*m_snapshot);
    next->byKey.erase(known->second->experiment().key);
    next->byId.erase(id);
    publish(std::move(next));
}

} // namespace xp
