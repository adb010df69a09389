// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/events/unitplacement.h"
#include "core/storage/units/momentsums.h"
#include "core/storage/units/totalsupdate.h"
#include "core/storage/writing/unitwriter.h"

#include <deque>
#include <map>
#include <set>

namespace xp {

/// The work of one UnitWriter::apply(), step by step. Within the caller's transaction; refers to the commands.
class WriteBatch
{
public:
    /// `reread` keeps experiments that had to be read because a command's copy was out of date, by id.
    using Reread = std::map<std::string, LiveExperimentPtr, std::less<>>;

    WriteBatch(Connection& connection, std::int64_t writer, AssignmentCache* known, std::span<const Command> commands,
               Reread& reread)
        : m_connection(connection), m_writer(writer), m_known(known), m_commands(commands), m_reread(reread)
    {
    }

    Result<std::vector<Outcome>> run();
    /// See UnitWriter::takeOverlooked().
    std::vector<Command> takeOverlooked() { return std::move(m_overlooked); }

private:
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

    struct StoredExperiment
    {
        std::string_view id;
        LiveExperimentPtr live; ///< as stored; none: it is gone
    };
    struct Unit
    {
        std::size_t experiment = 0; ///< position in m_experiments
        std::string_view id;
        bool assigned = false;
        LeftOut leftOut = LeftOut::No;
        std::int16_t variant = 0;
        std::int32_t epoch = 0;
        Timestamp assignedAt{};
        std::size_t createdBy = kNobody;    ///< the command that made the assignment
        std::optional<Timestamp> exposedAt; ///< none: not yet
        std::int32_t exposedEpoch = 0;

        bool isAnalysed() const { return isCounted() && exposedAt; }
        /// Once it is exposed.
        bool isCounted() const { return assigned && leftOut == LeftOut::No; }
        UnitCell cell() const { return {variant, dayOf(*exposedAt), exposedEpoch}; }
    };
    /// What the ExposeCommands of a batch say of one unit.
    struct Exposed
    {
        std::size_t command = 0; ///< the first
        std::optional<Timestamp> at;
        std::optional<std::int16_t> shown;
        std::size_t shownBy = kNobody; ///< the command that said so
    };
    /// What a command, or an event from before it, means for one unit of one experiment.
    struct Task
    {
        const LiveExperiment* given = nullptr; ///< as the command brings it
        std::size_t command = kNobody;         ///< nobody's: recorded before the unit was exposed
        std::size_t listener = 0;              ///< position in RecordCommand::listeners
        std::size_t unit = 0;                  ///< position in m_units

        enum class Event : std::uint8_t {
            None,
            Stored, ///< with the experiment
            Before, ///< the exposure: counts for the covariates only
        } event = Event::None;
        std::string_view name;
        std::string_view eventId;
        std::string_view properties;
        double value = 0;
        Timestamp time{};
        Timestamp receivedAt{};
        std::int64_t number = 0; ///< tells events of one moment apart
    };
    /// A recorded event as it is stored.
    struct UserEvent
    {
        std::string name;
        std::string eventId;
        std::string properties;
    };

    static std::string_view projectOf(const Command& command);
    void collectTasks();
    void collectExperiments();
    Result<void> resolveIds();
    Result<void> collectUnits();
    std::set<std::string_view> toldExposures() const;
    Result<void> checkHeldAlone(const std::set<std::string_view>& alone);
    Result<void> lockExperiments();
    bool isMemorable(const Unit& unit) const;
    void recallAssignments();
    void learn(const Unit& unit);
    Result<void> readAssignments();
    Result<void> makeAssignments();
    Result<void> insertAssignments();
    struct Decision
    {
        std::optional<std::int16_t> variant;
        LeftOut leftOut = LeftOut::No;
        std::optional<AssignmentReason> refused{}; ///< where the rules have changed
    };
    Decision decide(std::size_t command) const;
    Result<void> moveForced(std::size_t command);
    std::string_view drawnOf(std::size_t command) const;
    bool assignedBefore(const Unit& unit, std::size_t command) const;
    void answerAssignments();
    void answer(std::size_t command);
    bool isExplicit(const Unit& unit) const;
    bool isMovedByPhase(const Unit& unit) const;

    // In writebatchexposures.cpp.
    using ExposedUnits = std::map<std::size_t, Exposed>; ///< by position in m_units
    Result<void> recordExposures();
    ExposedUnits exposed() const;
    Timestamp exposureOf(const ExposeCommand& command, const Unit& unit) const;
    Result<void> recordShown(const ExposedUnits& all);
    Result<void> countShown(const ExposedUnits& all, bool isFirst);
    Result<void> beginToCount(const ExposedUnits& all);
    void answerExposures();

    // In writebatchevents.cpp.
    void placeTracked();
    Result<void> recordEvents();
    Result<void> recordScopeIds();
    Result<void> findEarlierEvents();
    bool isUncounted(const Row& row, bool isMarkGone, Timestamp sealed) const;
    Result<void> findRevisited();
    void placeEarlier(const Row& row);
    Result<void> insertUserEvents();
    void placeRecorded(Task& task) const;
    void keepIfOverlooked(const Task& task);
    struct EventId;
    std::string_view idOf(const Task& task);
    Result<void> insertEventIds(std::vector<EventId>& ids, bool isHistory);
    Result<void> recordEventIds();
    Result<void> insertEvents();
    Result<void> addStatistics();
    void count(const Task& task, TotalsUpdate& totals);

    const StoredExperiment& experimentOf(const Unit& unit) const { return m_experiments[unit.experiment]; }
    const Unit& unitOf(std::size_t command) const { return m_units[m_tasks[m_firstTask[command]].unit]; }
    /// The position in m_units; beyond it when there is none.
    std::size_t positionOf(std::string_view experiment, std::string_view unit) const;
    Unit& unitOf(std::size_t command) { return m_units[m_tasks[m_firstTask[command]].unit]; }

    Connection& m_connection;
    std::int64_t m_writer;
    AssignmentCache* m_known;               ///< nullptr: everything is read
    std::optional<std::uint64_t> m_knownAt; ///< its generation before assignments are read; none: not to be used
    std::span<const Command> m_commands;
    Reread& m_reread;
    std::vector<StoredExperiment> m_experiments; ///< sorted by id
    std::vector<Unit> m_units;                   ///< sorted by experiment and unit
    std::vector<Task> m_tasks;                   ///< in the order of the commands, then nobody's
    std::vector<std::size_t> m_firstTask;        ///< by command; an assignment or tracked event has exactly one
    std::vector<std::string_view> m_ids;         ///< by command: the unit's
    std::deque<std::string> m_resolved;          ///< what those of aliases refer to
    bool m_hasAliases = false;                   ///< somewhere
    std::int64_t m_removals = 0;                 ///< as counted in the database
    std::vector<std::int64_t> m_numbers;         ///< by command: of recorded events
    std::deque<UserEvent> m_earlier;             ///< what nobody's tasks refer to
    std::deque<std::string> m_marks;             ///< of histories without an id
    std::vector<Command> m_overlooked;           ///< perhaps
    std::vector<Outcome> m_outcomes;             ///< by command
    MomentSums m_sums;                           ///< what the batch adds
};

} // namespace xp
