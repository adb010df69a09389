// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/admission.h"
#include "core/storage/writing/groupcommit.h"

#include <atomic>

namespace xp {

struct AssignRequest
{
    LiveExperimentPtr experiment;
    std::string unit;
    std::string context; ///< JSON text or empty
    std::string agent{}; ///< `user_agent` where the context has none; empty: not known
};

/// What a unit is told.
struct AssignAnswer
{
    std::int16_t variant = -1; ///< position in Experiment::variants; -1: not in the experiment
    AssignmentReason reason = AssignmentReason::NotRunning;
    Timestamp assignedAt{}; ///< of the first assignment; without a variant: nothing
    bool created = false;   ///< this call enrolled the unit, other than by name
    LeftOut leftOut = LeftOut::No;

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
    LeftOut leftOut = LeftOut::No;
};

/// The application's side of the product: which variant a unit gets, and what it did. Thread-safe; shared by all.
/// What is known is answered at once; everything else goes through the group commit and is answered once durable.
class Assigner
{
public:
    using Gate = Admission::Gate;

    /// `catalog` tells the holdouts and the experiments that conditions ask about; without it there are none.
    explicit Assigner(GroupCommit& commits, Gate gate = {}, const Catalog* catalog = nullptr)
        : m_commits(commits), m_gate(std::move(gate)), m_catalog(catalog)
    {
    }

    /// The answer when no database is needed: the unit was seen lately, or its hash alone keeps it out.
    std::optional<AssignAnswer> known(const LiveExperiment& experiment, std::string_view unit) const;

    /// `done` is called once: at once for what is known, else on the commit thread; in the order of the requests.
    /// Returns Overloaded when the queue is full; then `done` is not called.
    Result<void> assign(std::vector<AssignRequest> requests,
                        std::function<void(Result<std::vector<AssignAnswer>>)> done);
    Result<void> track(std::vector<TrackRequest> requests, std::function<void(Result<std::vector<TrackAnswer>>)> done);

    /// The variant that a unit with an assignment is told; nothing: it is of an earlier phase, and out of the present
    /// one, or of a newer copy of the experiment.
    static std::optional<std::int16_t> told(const LiveExperiment& experiment, const GivenVariant& stored);
    /// What a unit would be told now, without enrolling it; `stored` is what it has in the database, if anything.
    static AssignAnswer peek(const LiveExperiment& experiment, const Admission& admission,
                             const std::optional<GivenVariant>& stored);

    /// Once the rows of a unit, named as it is stored, have been removed or moved.
    void forget(const Experiment& experiment, std::string_view unit);
    /// Once ids have been joined: from then on an id's hash does not tell whether its person is in an experiment.
    void mindAliases() { m_hasAliases = true; }

private:
    using Done = std::function<void(Result<std::vector<AssignAnswer>>)>;
    /// By experiment and unit.
    using StoredVariants = std::map<std::pair<std::string, std::string>, std::int16_t>;

    /// A request that the commit answers.
    struct Asked
    {
        LiveExperimentPtr experiment;
        std::string unit;        ///< as it is stored
        AssignmentReason reason; ///< of a unit that it finds without an assignment
    };

    std::vector<Command> lookupsFor(const std::vector<AssignRequest>& requests) const;
    Result<void> enrol(std::vector<AssignRequest> requests, const StoredVariants& stored, Done done);
    std::vector<AssignAnswer> answersOf(const std::vector<Asked>& asked, const std::vector<Outcome>& outcomes,
                                        std::uint64_t generation);

    GroupCommit& m_commits;
    Gate m_gate;
    const Catalog* m_catalog;
    std::atomic<bool> m_hasAliases = false;
};

} // namespace xp
