// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/units/unittable.h"

#include <chrono>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace xp {

class AssignmentCache;
class Connection;

/// Store a unit's first assignment, or tell the one it has.
struct AssignCommand
{
    LiveExperimentPtr experiment;
    std::string unit;
    /// What the split gives now; std::nullopt only looks up (not running, or outside the traffic share).
    std::optional<std::int16_t> variant;
    Timestamp at{};
    std::string context;           ///< JSON text or empty
    LeftOut leftOut = LeftOut::No; ///< ByName: `variant` is not the split's
    std::string drawn{};           ///< what draws are made of; empty: `unit`. Where ids are pseudonyms: the id itself
};

/// Store an event of an assigned unit and add what it changes.
struct TrackCommand
{
    LiveExperimentPtr experiment;
    std::string unit;
    std::string event;
    double value = 1.0;
    std::string eventId;           ///< empty: none; else it counts once per unit
    std::optional<Timestamp> time; ///< the client's; without one: when it was received, never before the exposure
    Timestamp receivedAt{};
    std::string properties{}; ///< JSON text of an object, or empty
    std::string drawn{};      ///< as in AssignCommand
};

/// Store an event of a user that was told without an experiment, and add what it changes wherever the user is exposed.
struct RecordCommand
{
    std::string scope;                        ///< see scopeOf()
    std::vector<LiveExperimentPtr> listeners; ///< experiments of the scope with a metric that listens to the event
    std::string unit;
    std::string event;
    double value = 1.0;
    std::string eventId;           ///< empty: none; else it counts once per user
    std::optional<Timestamp> time; ///< the client's; without one: when it was received
    Timestamp receivedAt{};
    std::string properties{}; ///< JSON text of an object, or empty
};

/// Store that an assigned unit has seen its variant. Where exposures are explicit the unit is analysed from the
/// earliest one told on: not before its assignment, nor after it was told; elsewhere only `shown` is looked at.
struct ExposeCommand
{
    LiveExperimentPtr experiment;
    std::string unit;
    std::optional<std::int16_t> shown; ///< the variant that the client says it showed
    std::optional<Timestamp> time;     ///< the client's; without one: when it was received
    Timestamp receivedAt{};
    std::string drawn{}; ///< as in AssignCommand
};

/// Look again at a recorded event whose unit had no assignment: another writer may have been making one at that
/// moment, and neither saw the other's work. See UnitWriter::takeOverlooked().
struct RevisitCommand
{
    LiveExperimentPtr experiment;
    std::string unit;
    Timestamp receivedAt{};  ///< with
    std::int64_t number = 0; ///< this the event's key in `user_events`
    std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now(); ///< it has been overlooked
};

using Command = std::variant<AssignCommand, TrackCommand, RecordCommand, ExposeCommand, RevisitCommand>;

/// The experiment that a command is about; of a RecordCommand, which is about many, nothing.
const LiveExperiment* experimentOf(const Command& command);

/// What became of a command.
struct Outcome
{
    enum class Kind {
        Found,     ///< assign: the unit had this assignment; expose: it had been exposed, or does not count any more
        Created,   ///< assign: it has it now; expose: it counts from now on
        None,      ///< assign: it has none (lookup)
        Stored,    ///< track and record
        Duplicate, ///< track and record: this event_id is stored already; nothing changed
        Unassigned ///< track and expose: the unit has no assignment; nothing stored
    } kind = Kind::None;
    std::int16_t variant = 0;
    std::int32_t epoch = 0;
    Timestamp assignedAt{};        ///< assign, track and expose: of the unit
    LeftOut leftOut = LeftOut::No; ///< assign and track: of the unit
    /// Assign: why a command that would enrol does not, the rules having changed since it was made.
    std::optional<AssignmentReason> refused{};
    std::optional<Timestamp> exposedAt{}; ///< expose: since when it counts
    bool isShownOther = false;            ///< expose: it is the first to tell that another variant was shown

    /// Record: the experiments where the event counts now.
    struct Counted
    {
        std::size_t listener = 0; ///< position in RecordCommand::listeners
        std::int16_t variant = 0; ///< of the user
    };
    std::vector<Counted> counted{};
};

/// Applies many commands in one transaction: set-wise statements, rows locked in key order so that replicas cannot
/// deadlock, moments of the batch added up first and written once, under this process's writer number.
/// Commands of one batch see the ones before them. What counts is decided by the experiment as it is stored now: a
/// command whose copy of it has another version is applied under the stored one, and one whose experiment is gone finds
/// no assignment. Recorded events count by their time alone, whatever their order among the commands: what came before
/// an exposure is found when the exposure is made.
/// Units are named by their ids as applications tell them; they are stored as the database's Pseudonyms have it, in
/// contexts and properties too.
class UnitWriter
{
public:
    /// `known` spares the reading of assignments that this process has seen, and learns those that are read.
    UnitWriter(Connection& connection, std::int64_t writer, AssignmentCache* known = nullptr)
        : m_connection(connection), m_writer(writer), m_known(known)
    {
    }

    /// Outcomes in the order of the commands; nothing is stored when it fails.
    Result<std::vector<Outcome>> apply(std::span<const Command> commands);

    /// What has been applied since the last time and may have been overlooked: to be applied once every transaction
    /// under way at the commit has ended (see awaitWriters() in core/storage/control/experimentlock.h). Until then an
    /// event that came in the same moment as its unit's exposure by another writer does not count. Nothing where there
    /// is one writer at a time (SQLite).
    std::vector<Command> takeOverlooked() { return std::exchange(m_overlooked, {}); }

private:
    Connection& m_connection;
    std::int64_t m_writer;
    AssignmentCache* m_known;
    std::map<std::string, LiveExperimentPtr, std::less<>> m_reread; ///< newer than what commands bring
    std::vector<Command> m_overlooked;
};

inline constexpr Duration kWriterSilence = std::chrono::minutes(2); ///< a writer not seen for so long is gone

/// A fresh writer number, with a row that says when this process was last seen (see MomentsTable::compact).
Result<std::int64_t> registerWriter(Connection& connection);
Result<void> touchWriter(Connection& connection, std::int64_t writer);
/// Where PostgreSQL has to keep what is written over (somebody looks at an earlier moment for long: a backup, say),
/// each write of a row passes by all of its former versions, and commits would take longer and longer: a fresh number,
/// whose rows have none yet; the former one's are folded like those of one that is gone. Else the same number.
Result<std::int64_t> renewedWriter(Connection& connection, std::int64_t writer);
/// Whether a writer was seen so lately that it may still be there.
Result<bool> hasLiveWriters(Connection& connection);

} // namespace xp
