// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/holdout.h"
#include "core/domain/liveexperiment.h"
#include "core/engine/exclusion.h"
#include "core/engine/keys.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <unordered_map>

namespace xp {

/// Everything a request needs to be answered without the database. Immutable.
struct Snapshot
{
    std::unordered_map<std::string, LiveExperimentPtr> byId;
    std::unordered_map<std::string, LiveExperimentPtr> byKey;
    std::shared_ptr<const KeyRing> keys;

    /// By scope (see scopeOf()) and event: the started experiments with a metric that listens to it.
    std::unordered_map<std::string, std::unordered_map<std::string, std::vector<LiveExperimentPtr>>> listeners;

    std::shared_ptr<const Exclusion> exclusion; ///< whom no experiment analyses; nullptr: nobody

    /// By project: those that hold anybody out.
    std::unordered_map<std::string, std::vector<Holdout>> holdouts;

    /// By id, else by key; nullptr when there is none.
    LiveExperimentPtr find(const std::string& idOrKey) const;
    /// The listeners for which an event of this time may count: not those that had stopped by then.
    std::vector<LiveExperimentPtr> listenersTo(const std::string& scope, const std::string& event,
                                               Timestamp time) const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Holds the present snapshot and exchanges it as a whole when something changes. Thread-safe: current() is one atomic
/// read as long as nothing has changed, since each thread keeps the snapshot it read last.
class Catalog
{
public:
    explicit Catalog(std::vector<std::string> adminTokens, std::shared_ptr<const Exclusion> exclusion = nullptr);

    const SnapshotPtr& current() const;

    /// Reads what has changed: of experiments those whose version has moved, as every change of one moves it; the
    /// others are kept as they are. With `anew` it reads them all.
    Result<void> refresh(Store& store, bool anew = false);
    /// Publishes an experiment just stored (never an older version over a newer one, nor one that has been removed
    /// since), or one just removed.
    LiveExperimentPtr put(Experiment experiment);
    void drop(const std::string& id);

    /// Called after every exchange, on the thread that made it; set once, before the first refresh.
    std::function<void(const SnapshotPtr&)> changed;

private:
    using Clock = std::chrono::steady_clock;

    /// All that are stored now. Needs m_changing.
    Result<std::vector<LiveExperimentPtr>> readExperiments(Store& store, bool anew) const;
    void publish(std::shared_ptr<Snapshot> next);
    /// Notes which experiments are there no more, or again. Needs m_changing.
    void noteGone(const Snapshot& next);

    const std::vector<std::string> m_adminTokens;
    const std::shared_ptr<const Exclusion> m_exclusion;
    mutable std::mutex m_mutex; ///< of m_snapshot
    std::mutex m_changing;      ///< one change at a time
    SnapshotPtr m_snapshot;
    std::map<std::string, Clock::time_point> m_gone; ///< experiments removed lately; under m_changing
    std::atomic<std::uint64_t> m_generation;         ///< unique over all catalogs of the process
};

} // namespace xp
