// SPDX-License-Identifier: Apache-2.0
#include "core/storage/people/identitymerge.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/control/experimenttable.h"
#include "core/storage/events/assignmentrow.h"
#include "core/storage/events/keptcovariates.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/events/retention.h"
#include "core/storage/events/sealedsums.h"

#include <memory>
#include <set>
#include <tuple>

namespace xp {

namespace {

/// What the two ids have in one experiment.
struct Pair
{
    std::unique_ptr<LiveExperiment> live;
    std::optional<AssignmentRow> from;
    std::optional<AssignmentRow> to;

    bool isFromFirst() const;
    std::optional<AssignmentRow> joined() const;
    /// Only what `from` did is added to what `to` counts for, whose exposure stays.
    bool isAddition() const;
};

/// Small ones come first.
auto rankOf(const LiveExperiment& live, const AssignmentRow& row)
{
    const bool isExplicit = live.experiment().enrolment.exposure == Exposure::Explicit;
    const Timestamp exposed = isExplicit ? row.exposedAt.value_or(Timestamp::max()) : row.assignedAt;
    return std::tuple(row.leftOut == LeftOut::No, exposed, row.assignedAt);
}

bool Pair::isFromFirst() const
{
    return from && (!to || rankOf(*live, *from) < rankOf(*live, *to));
}

bool Pair::isAddition() const
{
    return !isFromFirst() && live->experiment().enrolment.exposure == Exposure::Assignment;
}

std::optional<AssignmentRow> Pair::joined() const
{
    if (!from || !to)
        return from ? from : to;
    AssignmentRow first = isFromFirst() ? *from : *to;
    const bool isSeveral = from->variant != to->variant || from->merged > 1 || to->merged > 1;
    first.merged = isSeveral ? 2 : 1;
    return first;
}

/// Events that are told apart by when they arrived and their number.
using Seen = std::set<std::pair<std::int64_t, std::int64_t>>;

/// The ids of one unit's events, in an experiment and a scope. Read before what they are compared with, the rows of
/// another unit: Citus looks up for each row what lies in its own place only.
std::string knownIds()
{
    return "WITH known (event_id) AS (SELECT event_id FROM event_ids WHERE unit_id = ?"
           " AND experiment_id IN (?, ?))";
}
std::string isUnknown(const std::string& event)
{
    return " AND NOT EXISTS (SELECT 1 FROM known WHERE known.event_id = " + event + ".event_id)";
}

class Merge
{
public:
    Merge(Connection& connection, const std::string& project, const std::string& from, const std::string& to)
        : m_connection(connection), m_project(project), m_from(from), m_to(to)
    {
    }

    /// Returns in how many experiments both had an assignment.
    Result<std::int64_t> run();

private:
    Result<void> findScopes();
    Result<std::vector<std::string>> affected();
    Result<void> readPair(const std::string& experimentId);
    Result<void> takeOutBoth(const Pair& pair);
    Result<void> joinCovariates(const Pair& pair);
    Result<void> addHistory(const Pair& pair, const PlacedUnit& unit);
    Result<void> readRecorded(const Pair& pair, const std::string& of, const std::string& first,
                              const Connection::OnRow& onRow);
    Result<void> addEvents(const Pair& pair);
    Result<void> addOwnEvents(const Pair& pair, const PlacedUnit& unit, TotalsUpdate& totals, Seen& seen);
    struct Own
    {
        std::string are; ///< for a WHERE over `events`
        QVariantList values;
    };
    Result<Own> ownEvents(const Pair& pair);
    /// For knownIds(): the ids that `to` has in the experiment.
    QVariantList knownIn(const Pair& pair) const
    {
        const QVariant id = param(pair.live->experiment().id);
        return {param(m_to), id, id};
    }
    Result<void> moveRows(const Pair& pair);
    Result<void> storeJoined(const Pair& pair);
    Result<void> copyUncounted(const Pair& pair);
    Result<void> moveIds(const std::string& experimentOrScope);
    Result<void> moveUserEvents();
    Result<void> putInJoined();
    Result<void> change(std::string_view sql, const QVariantList& values)
    {
        return m_connection.run(sql, values).map([](std::int64_t) {});
    }

    Connection& m_connection;
    const std::string& m_project;
    const std::string& m_from;
    const std::string& m_to;
    std::vector<std::string> m_scopes; ///< where `from` has events without an experiment
    std::vector<Pair> m_pairs;
    MomentSums m_sums;
};

Result<std::int64_t> Merge::run()
{
    if (auto found = findScopes(); !found)
        return Failure(std::move(found.error()));
    const auto ids = affected();
    if (!ids)
        return Failure(ids.error());
    for (const std::string& id : *ids) {
        if (auto read = lockExclusive(m_connection, id).and_then([&] { return readPair(id); }); !read)
            return Failure(std::move(read.error()));
    }
    std::int64_t joined = 0;
    for (const Pair& pair : m_pairs) {
        joined += pair.from && pair.to ? 1 : 0;
        auto moved = takeOutBoth(pair)
                         .and_then([&] { return joinCovariates(pair); })
                         .and_then([&] { return addEvents(pair); })
                         .and_then([&] { return moveRows(pair); })
                         .and_then([&] { return copyUncounted(pair); });
        if (!moved)
            return Failure(std::move(moved.error()));
    }
    auto done = moveUserEvents().and_then([&] { return putInJoined(); }).and_then([&] {
        return m_sums.write(m_connection, kSharedWriter);
    });
    return done.map([&] { return joined; });
}

Result<void> Merge::findScopes()
{
    const std::string end = m_project + "0"; // what follows the slash
    std::vector<std::string> scopes;
    for (std::optional<std::string> next = m_project + "/"; next;) {
        // From one to the next along the primary key: there are few scopes and many rows.
        const std::string last = *std::exchange(next, std::nullopt);
        auto found = m_connection.run("SELECT MIN(scope) FROM user_events WHERE scope > ? AND scope < ?",
                                      {param(last), param(end)}, [&](const Row& row) {
                                          if (!row.isNull(0))
                                              next = row.text(0);
                                      });
        if (!found)
            return Failure(std::move(found.error()));
        if (next)
            scopes.push_back(*next);
    }
    for (const std::string& scope : scopes) {
        const auto found = m_connection.run("SELECT 1 FROM user_events WHERE scope = ? AND unit_id = ? LIMIT 1",
                                            {param(scope), param(m_from)});
        if (!found)
            return Failure(found.error());
        if (*found > 0)
            m_scopes.push_back(scope);
    }
    return {};
}

/// The experiments where something changes, in the order of their ids: `from` has an assignment, or events that may
/// count for the one of `to`.
Result<std::vector<std::string>> Merge::affected()
{
    std::vector<std::string> ids;
    auto read = m_connection.run("SELECT DISTINCT e.id FROM experiments e JOIN assignments a ON a.experiment_id = e.id"
                                 " WHERE e.project = ? AND e.imported = 0 AND a.unit_id IN (?, ?) ORDER BY e.id",
                                 {param(m_project), param(m_from), param(m_scopes.empty() ? m_from : m_to)},
                                 [&](const Row& row) { ids.push_back(row.text(0)); });
    return read.map([&](std::int64_t) { return std::move(ids); });
}

Result<void> Merge::readPair(const std::string& experimentId)
{
    auto experiment = ExperimentTable(m_connection).find(experimentId);
    if (!experiment)
        return Failure(std::move(experiment.error()));
    Pair& pair = m_pairs.emplace_back();
    pair.live = std::make_unique<LiveExperiment>(std::move(*experiment));
    return m_connection
        .run(std::string("SELECT unit_id, ") + AssignmentRow::columns() +
                 " FROM assignments WHERE experiment_id = ? AND unit_id IN (?, ?)",
             {param(experimentId), param(m_from), param(m_to)},
             [&](const Row& row) { (row.text(0) == m_from ? pair.from : pair.to) = AssignmentRow::of(row, 1); })
        .map([](std::int64_t) {});
}

Result<void> Merge::takeOutBoth(const Pair& pair)
{
    std::vector<PlacedUnit> units;
    for (const auto& [row, name] : {std::pair(&pair.from, &m_from), std::pair(&pair.to, &m_to)}) {
        if (!*row)
            continue;
        (*row)->count(*pair.live, -1, m_sums);
        const bool stays = row == &pair.to && pair.isAddition();
        if (const auto placed = (*row)->placed(*pair.live, *name); placed && !stays)
            units.push_back(*placed);
    }
    return takeOut(m_connection, units, m_sums);
}

/// The covariates of the exposure that holds are the person's, and what the other id did before it, as far as that is
/// still there. Where all of it is, they are made anew in the end.
Result<void> Merge::joinCovariates(const Pair& pair)
{
    if (!pair.live->keepsCovariates())
        return {};
    const std::string& id = pair.live->experiment().id;
    const auto joined = pair.joined();
    const auto unit = joined ? joined->placed(*pair.live, m_to) : std::nullopt;
    auto done = unit && !pair.isFromFirst() ? Result<void>() : removeCovariates(m_connection, id, m_to);
    if (done && unit && pair.isFromFirst())
        done = moveCovariates(m_connection, id, m_from, m_to);
    if (done && pair.from)
        done = removeCovariates(m_connection, id, m_from);
    return done && unit && !pair.isAddition() ? addHistory(pair, *unit) : done;
}

Result<void> Merge::addHistory(const Pair& pair, const PlacedUnit& unit)
{
    const bool isFromFirst = pair.isFromFirst();
    TotalsUpdate totals;
    auto read = readRecorded(pair, isFromFirst ? m_to : m_from, isFromFirst ? m_from : m_to, [&](const Row& row) {
        if (row.time(4) < unit.exposedAt)
            countEvent(unit, row, 2, totals);
    });
    MomentSums notYet; // the unit is counted with all it has once it is put in
    return read.and_then([&] { return totals.write(m_connection, notYet); });
}

/// What one of the ids did without an experiment, but for what came under the other one as well, and for events of the
/// experiment: time of arrival, number, name, value, time, properties and id.
Result<void> Merge::readRecorded(const Pair& pair, const std::string& of, const std::string& first,
                                 const Connection::OnRow& onRow)
{
    const Experiment& experiment = pair.live->experiment();
    const std::string scope = scopeOf(experiment.project, experiment.environment);
    return m_connection
        .run(knownIds() +
                 " SELECT u.received_at, u.id, u.event_name, u.value, u.occurred_at, u.properties, u.event_id"
                 " FROM user_events u WHERE u.scope = ? AND u.unit_id = ?" +
                 isUnknown("u") +
                 " AND NOT EXISTS (SELECT 1 FROM event_ids i WHERE i.unit_id = u.unit_id AND i.experiment_id = ?"
                 " AND i.event_id = u.event_id AND i.history IS NULL)",
             {param(first), param(scope), param(experiment.id), param(scope), param(of), param(experiment.id)}, onRow)
        .map([](std::int64_t) {});
}

/// Counts what `from` did for `to`, before the rows move: the events with the experiment, then those without.
Result<void> Merge::addEvents(const Pair& pair)
{
    const auto placed = pair.isAddition() && pair.to ? pair.to->placed(*pair.live, m_to) : std::nullopt;
    if (!placed)
        return {};
    TotalsUpdate totals;
    Seen seen;
    if (auto added = addOwnEvents(pair, *placed, totals, seen); !added)
        return added;
    const auto sealed = sealedUntil(m_connection);
    if (!sealed)
        return Failure(sealed.error());
    const auto from = pair.from ? pair.from->placed(*pair.live, m_from) : std::nullopt;
    // No id tells that the sums have it: from the exposure on each was copied when it came, or at the exposure.
    const auto isSealed = [&](const Row& row) {
        return from && row.text(6).empty() && row.time(0) < *sealed && row.time(4) >= from->exposedAt;
    };
    auto read = readRecorded(pair, m_from, m_to, [&](const Row& row) {
        if (!seen.contains({row.integer(0), row.integer(1)}) && !isSealed(row))
            countEvent(*placed, row, 2, totals);
    });
    return read.and_then([&] { return totals.write(m_connection, m_sums); });
}

Result<void> Merge::addOwnEvents(const Pair& pair, const PlacedUnit& unit, TotalsUpdate& totals, Seen& seen)
{
    if (!pair.from)
        return {};
    const auto own = ownEvents(pair);
    if (!own)
        return Failure(own.error());
    const PlacedUnit from = pair.from->wherever(*pair.live, m_from);
    const auto sealed = [&](std::size_t, const MetricChange& change) {
        totals.add(*pair.live, unit.unit, unit.cell, change);
    };
    if (auto read = readSealed(m_connection, std::span(&from, 1), sealed); !read)
        return read;
    return m_connection
        .run(knownIds() + " SELECT received_at, id, event_name, value, occurred_at, properties FROM events e WHERE " +
                 own->are + isUnknown("e"),
             knownIn(pair) + own->values,
             [&](const Row& row) {
                 seen.insert({row.integer(0), row.integer(1)});
                 countEvent(unit, row, 2, totals);
             })
        .map([](std::int64_t) {});
}

/// Which events stand under `from`. Of several ids joined before the assignment is the one whose exposure came first:
/// others may have had theirs, and events, before it where exposures are explicit or that one is left out.
Result<Merge::Own> Merge::ownEvents(const Pair& pair)
{
    const Experiment& experiment = pair.live->experiment();
    const bool isExplicit = experiment.enrolment.exposure == Exposure::Explicit;
    const bool isLeftOut = pair.from->leftOut != LeftOut::No;
    if (isLeftOut && (isExplicit || pair.from->merged > 0)) // a draft's testers may be from before it was explicit
        return Own{"experiment_id = ? AND unit_id = ?", {param(experiment.id), param(m_from)}};
    // By their index: an expression keeps SQLite, which knows no sizes, from the primary key.
    if (isExplicit)
        return Own{std::string("by_unit IS NOT NULL AND unit_id = ? AND experiment_id") +
                       (m_connection.isPostgres() ? " = ?" : " || '' = ?"),
                   {param(m_from), param(experiment.id)}};
    return firstReceived(m_connection, pair.from->wherever(*pair.live, m_from)).map([&](Timestamp first) {
        return Own{"experiment_id = ? AND received_at >= ? AND unit_id = ?",
                   {param(experiment.id), param(first), param(m_from)}};
    });
}

/// Copied and removed rather than renamed: the id says where a row lives in a distributed database.
Result<void> Merge::moveRows(const Pair& pair)
{
    if (!pair.from)
        return {};
    const std::string& id = pair.live->experiment().id;
    const auto own = ownEvents(pair);
    if (!own)
        return Failure(own.error());
    return change("INSERT INTO events (experiment_id, received_at, unit_id, id, event_id, event_name, value,"
                  " occurred_at, variant, properties, by_unit) " +
                      knownIds() +
                      " SELECT experiment_id, received_at, ?, id, event_id, event_name, value, occurred_at, variant,"
                      " properties, by_unit FROM events e WHERE " +
                      own->are + isUnknown("e") + " ON CONFLICT (experiment_id, received_at, unit_id, id) DO NOTHING",
                  knownIn(pair) + QVariantList{param(m_to)} + own->values)
        .and_then([&] { return change("DELETE FROM events WHERE " + own->are, own->values); })
        .and_then([&] { return moveIds(id); })
        .and_then([&] { return moveSealed(m_connection, id, m_from, m_to); })
        .and_then([&] { return storeJoined(pair); });
}

Result<void> Merge::moveIds(const std::string& experimentOrScope)
{
    return change("INSERT INTO event_ids (experiment_id, unit_id, event_id, history)"
                  " SELECT experiment_id, ?, event_id, history FROM event_ids WHERE experiment_id = ? AND unit_id = ?"
                  " ON CONFLICT (experiment_id, unit_id, event_id) DO NOTHING",
                  {param(m_to), param(experimentOrScope), param(m_from)})
        .and_then([&] {
            return change("DELETE FROM event_ids WHERE experiment_id = ? AND unit_id = ?",
                          {param(experimentOrScope), param(m_from)});
        });
}

/// The row that stays is the first one's, under the person's id.
Result<void> Merge::storeJoined(const Pair& pair)
{
    const std::string& id = pair.live->experiment().id;
    const AssignmentRow joined = *pair.joined();
    auto done = Result<void>();
    if (pair.isFromFirst()) {
        done = change("DELETE FROM assignments WHERE experiment_id = ? AND unit_id = ?", {param(id), param(m_to)})
                   .and_then([&] {
                       return change("INSERT INTO assignments (experiment_id, unit_id, variant, epoch, assigned_at,"
                                     " forced, context, exposed_at, exposed_epoch, shown, merged)"
                                     " SELECT experiment_id, ?, variant, epoch, assigned_at, forced, context,"
                                     " exposed_at, exposed_epoch, shown, merged FROM assignments"
                                     " WHERE experiment_id = ? AND unit_id = ?",
                                     {param(m_to), param(id), param(m_from)});
                   });
    }
    return done
        .and_then([&] {
            return change("DELETE FROM assignments WHERE experiment_id = ? AND unit_id = ?",
                          {param(id), param(m_from)});
        })
        .and_then([&] {
            return joined.merged == 0
                       ? Result<void>()
                       : change("UPDATE assignments SET merged = ? WHERE experiment_id = ? AND unit_id = ?",
                                {param(std::int32_t{joined.merged}), param(id), param(m_to)});
        });
}

/// What counts now that it is the joined exposure's, and was no event of the experiment before.
Result<void> Merge::copyUncounted(const Pair& pair)
{
    const auto joined = pair.joined();
    const auto unit = joined ? joined->placed(*pair.live, m_to) : std::nullopt;
    if (!unit)
        return {};
    std::vector<RecordedBy> sources;
    for (const auto& [row, name] : {std::pair(&pair.from, &m_from), std::pair(&pair.to, &m_to)}) {
        const auto placed = *row ? (*row)->placed(*pair.live, *name) : std::nullopt;
        sources.push_back({*name, placed ? placed->exposedAt : Timestamp::max()});
    }
    return copyUncopied(m_connection, *unit, sources);
}

Result<void> Merge::moveUserEvents()
{
    for (const std::string& scope : m_scopes) {
        auto moved =
            change("INSERT INTO user_events (scope, unit_id, received_at, id, event_id, event_name, value, occurred_at,"
                   " properties) " +
                       knownIds() +
                       " SELECT u.scope, ?, u.received_at, u.id, u.event_id, u.event_name, u.value, u.occurred_at,"
                       " u.properties FROM user_events u WHERE u.scope = ? AND u.unit_id = ?" +
                       isUnknown("u"),
                   {param(m_to), param(scope), param(scope), param(m_to), param(scope), param(m_from)})
                .and_then([&] {
                    return change("DELETE FROM user_events WHERE scope = ? AND unit_id = ?",
                                  {param(scope), param(m_from)});
                })
                .and_then([&] { return moveIds(scope); });
        if (!moved)
            return moved;
    }
    return {};
}

Result<void> Merge::putInJoined()
{
    std::vector<PlacedUnit> units;
    std::vector<PlacedUnit> counted;
    for (const Pair& pair : m_pairs) {
        const auto joined = pair.joined();
        if (!joined)
            continue;
        joined->count(*pair.live, +1, m_sums);
        if (const auto placed = joined->placed(*pair.live, m_to))
            (pair.isAddition() ? counted : units).push_back(*placed);
    }
    return copyRecorded(m_connection, counted).and_then([&] { return putIn(m_connection, units, m_sums); });
}

} // namespace

Result<MergedRows> mergeIdentities(Connection& connection, const std::string& project, const std::string& from,
                                   const std::string& to, Timestamp at)
{
    if (from == to)
        return failInvalid({{"to", "same_id", "to must be another id than from"}});
    IdentityTable identities(connection);
    if (auto locked = identities.lock(project); !locked)
        return Failure(std::move(locked.error()));
    const auto fromUnit = identities.unitOf(project, from);
    const auto toUnit = identities.unitOf(project, to);
    if (!fromUnit || !toUnit)
        return Failure(!fromUnit ? fromUnit.error() : toUnit.error());
    if (*fromUnit == *toUnit && *fromUnit != from)
        return MergedRows{.unit = *toUnit};
    if (*toUnit == from)
        return fail(ErrorCode::Conflict, "identity_circle",
                    "These ids are one person already, the other way round: 'to' was joined to 'from' before, and "
                    "'from' is the id that stays");
    if (*fromUnit != from)
        return fail(ErrorCode::Conflict, "already_merged",
                    "The id in 'from' was joined to another person before. A device that several people share makes "
                    "them no one person: give it a new anonymous id when somebody logs out");
    const auto joined = Merge(connection, project, from, *toUnit).run();
    if (!joined)
        return Failure(joined.error());
    // Other replicas look for what was linked since they looked last: what waited for locks was not there then.
    if (auto linked = identities.link(project, from, *toUnit, std::max(at, now())); !linked)
        return Failure(std::move(linked.error()));
    return MergedRows{.unit = *toUnit, .isNew = true, .experiments = *joined};
}

} // namespace xp
