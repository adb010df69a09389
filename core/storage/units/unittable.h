// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/leftout.h"
#include "core/domain/liveexperiment.h"

#include <map>

namespace xp {

class Connection;
class RowSet;

/// A unit's stored assignment.
struct Assignment
{
    std::string unit;
    std::int16_t variant = 0; ///< position in Experiment::variants
    std::int32_t epoch = 0;
    Timestamp assignedAt{};
    std::string context; ///< JSON text of the first request's context; may be empty
    LeftOut leftOut = LeftOut::No;
    std::optional<Timestamp> exposedAt; ///< where exposures are explicit: of the first
};

/// Of an assignment, what answers a question.
struct GivenVariant
{
    std::int16_t variant = 0; ///< position in Experiment::variants
    LeftOut leftOut = LeftOut::No;
    Timestamp assignedAt{};
    std::int32_t epoch = 0;
    std::string unit; ///< whom the id means
};

struct StoredEvent
{
    std::string unit;
    std::string id;      ///< made by the service, time-ordered
    std::string eventId; ///< the client's, may be empty
    std::string name;
    double value = 1.0;
    Timestamp time{};
    Timestamp receivedAt{};
    std::int16_t variant = 0;
    std::string properties{}; ///< JSON text of an object, or empty
};

template <typename T>
struct CursorPage
{
    std::vector<T> items;
    std::string next; ///< opaque; empty on the last page
};

/// One unit of a file whose assignment happened elsewhere, with its totals under each metric.
struct ImportedUnit
{
    std::string unit;
    std::int16_t variant = 0;
    Timestamp exposedAt{};
    std::vector<UnitTotals> totals; ///< by metric position; all zero is not stored
    std::string context;            ///< JSON text of what was known of the unit, or empty
};

/// The data plane's rows, for reading pages and for bulk loads; single writes go through UnitWriter.
class UnitTable
{
public:
    explicit UnitTable(Connection& connection) : m_connection(connection) {}

    Result<std::optional<Assignment>> find(const std::string& experimentId, const std::string& unit);
    /// The variants a unit, or the one that it was joined to, has in some experiments, by experiment; those where it
    /// has none are left out.
    Result<std::map<std::string, GivenVariant>> variantsOf(const std::string& unit,
                                                           const std::vector<std::string>& experimentIds);
    /// Ordered by unit. Invalid `bad_cursor` for a cursor not made here. limit 1..10,000.
    Result<CursorPage<Assignment>> assignments(const std::string& experimentId, const std::string& cursor, int limit);
    /// In the order of arrival.
    Result<CursorPage<StoredEvent>> events(const std::string& experimentId, const std::string& cursor, int limit);
    /// Those that arrived last, newest first.
    Result<std::vector<StoredEvent>> latestEvents(const std::string& experimentId, int limit);

    /// Removes all units and what they did; of a draft, whose units are testers.
    Result<void> clear(const std::string& experimentId);

    /// Inserts many units and adds their moments, within the caller's transaction; call it with chunks (10,000 or so),
    /// sorted by unit for speed. Units are named by their ids, and stored as the database's Pseudonyms have it.
    /// Conflict `duplicate_unit` (argument `unit`) when one is stored already.
    Result<void> load(const LiveExperiment& experiment, std::span<const ImportedUnit> units);
    /// Whether load() of these, who are not none, has happened: of all of them or of none.
    Result<bool> isLoaded(const std::string& experimentId, std::span<const ImportedUnit> units);

private:
    Result<void> insertNew(const std::string& experimentId, std::span<const ImportedUnit> units,
                           const RowSet& assignments);

    Connection& m_connection;
};

} // namespace xp
