// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/assignmentcache.h"
#include "core/storage/groupcommit.h"

namespace xp {

struct AssignRequest
{
    LiveExperimentPtr experiment;
    std::string unit;
    std::string context; ///< JSON text or empty
};

/// What a unit is told.
struct AssignAnswer
{
    std::int16_t variant = -1; ///< position in Experiment::variants; -1: not in the experiment
    AssignmentReason reason = AssignmentReason::NotRunning;
    Timestamp assignedAt{}; ///< of the first assignment; without a variant: nothing
    bool created = false;   ///< this call enrolled the unit

    bool inExperiment() const { return variant >= 0; }
};

struct TrackRequest
{
    LiveExperimentPtr experiment;
    std::string unit;
    std::string event;
    double value = 1.0;
    std::string eventId;
    std::optional<Timestamp> time;
    std::string properties{}; ///< JSON text of an object, or empty
};

/// What became of an event.
struct TrackAnswer
{
    enum class Kind { Stored, Duplicate, Unassigned } kind = Kind::Unassigned;
    std::int16_t variant = -1;
};

/// The application's side of the product: which variant a unit gets, and what it did. Thread-safe; shared by all.
/// What is known is answered at once; everything else goes through the group commit and is answered once durable.
class Assigner
{
public:
    /// Whether a unit without a variant may take part where somebody else decides about that; `context` is its
    /// attributes, JSON text or empty. Called on any thread.
    using Gate = std::function<bool(const Experiment&, std::string_view unit, std::string_view context)>;

    explicit Assigner(GroupCommit& commits, Gate gate = {}) : m_commits(commits), m_gate(std::move(gate)) {}

    /// The answer when no database is needed: the unit was seen lately, or its hash alone keeps it out.
    std::optional<AssignAnswer> known(const LiveExperiment& experiment, std::string_view unit) const;

    /// `done` is called once: at once for what is known, else on the commit thread; in the order of the requests.
    /// Returns Overloaded when the queue is full; then `done` is not called.
    Result<void> assign(std::vector<AssignRequest> requests,
                        std::function<void(Result<std::vector<AssignAnswer>>)> done);
    Result<void> track(std::vector<TrackRequest> requests, std::function<void(Result<std::vector<TrackAnswer>>)> done);

    /// What a unit would be told now, without enrolling it; `stored` is the variant it has in the database, if any, and
    /// `isAdmitted` what the gate says.
    static AssignAnswer peek(const LiveExperiment& experiment, std::string_view unit,
                             std::optional<std::int16_t> stored, bool isAdmitted = true);

    const AssignmentCache& cache() const { return m_cache; }
    /// Once the rows of a person have been removed.
    void forget(std::string_view experimentId, std::string_view unit) { m_cache.erase(experimentId, unit); }
    /// Once another process has removed some.
    void forgetAll() { m_cache.clear(); }

private:
    std::vector<AssignAnswer> answersOf(const std::vector<AssignRequest>& requests,
                                        const std::vector<Outcome>& outcomes, std::uint64_t generation);

    AssignCommand commandOf(AssignRequest request, Timestamp at) const;

    GroupCommit& m_commits;
    Gate m_gate;
    AssignmentCache m_cache;
};

} // namespace xp
