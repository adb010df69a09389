// SPDX-License-Identifier: Apache-2.0
#include "core/engine/catalog.h"

#include "core/engine/audiences.h"
#include "core/storage/control/holdouttable.h"

namespace xp {

namespace {

/// Longer than any work that holds a copy of an experiment and may hand it back.
constexpr auto kGoneFor = std::chrono::minutes(10);

std::uint64_t nextGeneration()
{
    static std::atomic<std::uint64_t> generation{0};
    return ++generation;
}

/// Imported experiments count what their file said.
bool countsEvents(const Experiment& experiment)
{
    return experiment.status != Status::Draft && !experiment.imported;
}

void enter(Snapshot& snapshot, const LiveExperimentPtr& live)
{
    const Experiment& experiment = live->experiment();
    snapshot.byId[experiment.id] = live;
    snapshot.byKey[experiment.key] = live;
    if (!countsEvents(experiment))
        return;
    auto& heard = snapshot.listeners[scopeOf(experiment.project, experiment.environment)];
    for (const std::string& event : live->events())
        heard[event].push_back(live);
}

/// The opposite of enter(). A key that another one has by now stays with that one.
void leave(Snapshot& snapshot, const LiveExperimentPtr& live)
{
    const Experiment& experiment = live->experiment();
    snapshot.byId.erase(experiment.id);
    if (const auto named = snapshot.byKey.find(experiment.key); named != snapshot.byKey.end() && named->second == live)
        snapshot.byKey.erase(named);
    if (!countsEvents(experiment))
        return;
    auto& heard = snapshot.listeners[scopeOf(experiment.project, experiment.environment)];
    for (const std::string& event : live->events())
        std::erase(heard[event], live);
}

/// By project: those that hold anybody out.
std::unordered_map<std::string, std::vector<Holdout>> holdingOut(std::vector<Holdout> holdouts)
{
    std::unordered_map<std::string, std::vector<Holdout>> byProject;
    for (Holdout& holdout : holdouts) {
        if (holdout.share > 0)
            byProject[holdout.project].push_back(std::move(holdout));
    }
    return byProject;
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
    SnapshotPtr published = std::move(next);
    {
        const std::scoped_lock lock(m_mutex);
        m_snapshot = published;
        m_generation.store(nextGeneration(), std::memory_order_release);
    }
    if (changed)
        changed(published);
}

void Catalog::noteGone(const Snapshot& next)
{
    const auto at = Clock::now();
    std::erase_if(m_gone,
                  [&](const auto& gone) { return at - gone.second > kGoneFor || next.byId.contains(gone.first); });
    for (const auto& [id, live] : m_snapshot->byId) {
        if (!next.byId.contains(id))
            m_gone.emplace(id, at);
    }
}

Result<std::vector<LiveExperimentPtr>> Catalog::readExperiments(Store& store, bool anew) const
{
    auto versions = store.experiments().versions();
    if (!versions)
        return Failure(std::move(versions.error()));
    std::vector<LiveExperimentPtr> experiments;
    std::vector<std::string> moved;
    for (auto& [id, version] : *versions) {
        const auto known = m_snapshot->byId.find(id);
        if (!anew && known != m_snapshot->byId.end() && known->second->experiment().version == version)
            experiments.push_back(known->second);
        else
            moved.push_back(std::move(id));
    }
    // One that is removed between the two statements is not there any more, and one that is changed has a version by
    // which the next refresh sees it.
    auto read = store.experiments().withIds(moved);
    if (!read)
        return Failure(std::move(read.error()));
    for (Experiment& experiment : *read)
        experiments.push_back(served(std::move(experiment)));
    return experiments;
}

Result<void> Catalog::refresh(Store& store, bool anew)
{
    const std::scoped_lock changing(m_changing);
    auto experiments = readExperiments(store, anew);
    if (!experiments)
        return Failure(std::move(experiments.error()));
    auto keys = store.keys().all();
    if (!keys)
        return Failure(std::move(keys.error()));
    auto holdouts = HoldoutTable(store.connection()).all("");
    if (!holdouts)
        return Failure(std::move(holdouts.error()));
    auto next = std::make_shared<Snapshot>();
    next->exclusion = m_exclusion;
    next->keys = std::make_shared<const KeyRing>(m_adminTokens, *keys);
    next->holdouts = holdingOut(std::move(*holdouts));
    for (const LiveExperimentPtr& live : *experiments)
        enter(*next, live);
    noteGone(*next);
    publish(std::move(next));
    return {};
}

LiveExperimentPtr Catalog::put(Experiment experiment)
{
    const std::scoped_lock changing(m_changing);
    const auto known = m_snapshot->byId.find(experiment.id);
    const bool isKnown = known != m_snapshot->byId.end();
    if (isKnown && known->second->experiment().version >= experiment.version)
        return known->second;
    // Whoever has changed it before it was removed tells so late: it must not be served again.
    if (m_gone.contains(experiment.id))
        return served(std::move(experiment));
    auto next = std::make_shared<Snapshot>(*m_snapshot);
    if (isKnown)
        leave(*next, known->second);
    auto live = served(std::move(experiment));
    enter(*next, live);
    publish(std::move(next));
    return live;
}

void Catalog::drop(const std::string& id)
{
    const std::scoped_lock changing(m_changing);
    m_gone.insert_or_assign(id, Clock::now());
    const auto known = m_snapshot->byId.find(id);
    if (known == m_snapshot->byId.end())
        return;
    auto next = std::make_shared<Snapshot>(*m_snapshot);
    leave(*next, known->second);
    publish(std::move(next));
}

} // namespace xp
