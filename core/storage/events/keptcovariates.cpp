// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/keptcovariates.h"

#include "core/storage/connection/connection.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/events/retention.h"
#include "core/storage/events/sealedsums.h"
#include "core/storage/units/totalsrow.h"

#include <array>
#include <deque>

namespace xp {

namespace {

/// What a unit did before its exposure, in the tables that hold it: where, and what is there.
struct Kept
{
    std::string table;
    std::string where;
    std::string columns;
};

std::array<Kept, 2> keptTables()
{
    return {{{"unit_totals", "part < 0", totalsColumns()},
             {"unit_marks", "metric < " + std::to_string(kUnitsOnly), "metric, step, at, count"}}};
}

/// Whose exposure begins a window that may have lost some of its events already.
bool isKept(const PlacedUnit& unit, Timestamp since)
{
    return unit.exposedAt - unit.experiment->covariateWindow() < since;
}

/// Takes out what an event counted for, and adds what it counts for now: position, name, value, time and properties.
void moveEvent(const PlacedUnit& was, const PlacedUnit& is, const Row& row, TotalsUpdate& totals)
{
    const LiveExperiment& live = *is.experiment;
    const std::string name = row.text(1);
    const std::string properties = row.text(4);
    const UnitEvent event{name, row.real(2), row.time(3), properties};
    for (const MetricChange& change : live.covariateChanges(event, was.exposedAt))
        totals.add(live, is.unit, is.cell, {change.metric, UnitTotals{} - change.delta, change.mark});
    for (const MetricChange& change : live.covariateChanges(event, is.exposedAt))
        totals.add(live, is.unit, is.cell, change);
}

/// The events before the later exposure, but not longer before the earlier one than is looked at: those told without
/// the experiment, then those told with it. Of the units at `positions`.
Result<void> moveEvents(Connection& connection, std::span<const PlacedUnit> was, std::span<const PlacedUnit> is,
                        std::span<const std::size_t> positions, TotalsUpdate& totals)
{
    std::deque<std::string> scopes; // referred to by the rows
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer});
    for (const std::size_t i : positions) {
        const LiveExperiment& live = *is[i].experiment;
        scopes.push_back(scopeOf(live.experiment().project, live.experiment().environment));
        wanted.add({static_cast<std::int64_t>(i), std::string_view(live.experiment().id),
                    std::string_view(scopes.back()), is[i].unit, toMicros(is[i].exposedAt - live.covariateWindow()),
                    toMicros(was[i].exposedAt)});
    }
    const auto move = [&](const Row& row) {
        const auto i = row.as<std::size_t>(0);
        moveEvent(was[i], is[i], row, totals);
    };
    const std::string with = "WITH a (position, experiment_id, scope, unit_id, first, last) AS ({rows})";
    const auto recorded =
        connection.runFor(wanted,
                          with +
                              " SELECT a.position, u.event_name, u.value, u.occurred_at, u.properties FROM a"
                              " JOIN user_events u ON u.scope = a.scope AND u.unit_id = a.unit_id"
                              " WHERE u.occurred_at >= a.first AND u.occurred_at < a.last" +
                              isNotInEvents(),
                          move);
    if (!recorded)
        return Failure(recorded.error());
    // An expression keeps SQLite, which knows no sizes, from the primary key: that would find all of the experiment.
    return connection
        .runFor(wanted,
                with + " SELECT a.position, e.event_name, e.value, e.occurred_at, e.properties FROM a"
                       " JOIN events e ON e.unit_id = a.unit_id AND e.experiment_id || '' = a.experiment_id"
                       " WHERE e.by_unit IS NOT NULL AND e.occurred_at >= a.first AND e.occurred_at < a.last",
                move)
        .map([](std::int64_t) {});
}

} // namespace

Result<CovariateTotals> readCovariates(Connection& connection, std::span<const PlacedUnit> units)
{
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const LiveExperiment& live = *units[i].experiment;
        if (live.keepsCovariates())
            wanted.add({static_cast<std::int64_t>(i), std::string_view(live.experiment().id), units[i].unit});
    }
    CovariateTotals found;
    auto read =
        connection.runFor(wanted,
                          "WITH wanted (position, experiment_id, unit_id) AS ({rows})"
                          " SELECT w.position, " +
                              totalsColumns("t.") +
                              " FROM wanted w"
                              " JOIN unit_totals t ON t.experiment_id = w.experiment_id AND t.unit_id = w.unit_id"
                              " WHERE t.part < 0",
                          [&](const Row& row) {
                              eachTotals(row, 1, [&](std::int16_t position, const UnitTotals& is) {
                                  found[row.as<std::size_t>(0)][position] = is;
                              });
                          });
    return read.map([&](std::int64_t) { return std::move(found); });
}

Result<CovariateTotals> keepCovariates(Connection& connection, std::span<const PlacedUnit> units)
{
    auto kept = readCovariates(connection, units);
    if (!kept || kept->empty()) // most often: nobody waits for a sweep then
        return kept;
    const auto since = covariatesSince(connection);
    if (!since)
        return Failure(since.error());
    for (auto it = kept->begin(); it != kept->end();) {
        const PlacedUnit& unit = units[it->first];
        if (isKept(unit, *since)) {
            ++it;
            continue;
        }
        if (auto removed = removeCovariates(connection, unit.experiment->experiment().id, std::string(unit.unit));
            !removed)
            return Failure(std::move(removed.error()));
        it = kept->erase(it);
    }
    return kept;
}

Result<void> moveCovariateWindows(Connection& connection, std::span<const PlacedUnit> was,
                                  std::span<const PlacedUnit> is)
{
    const auto covariates = readCovariates(connection, was);
    if (!covariates || covariates->empty()) // most often: nobody waits for a sweep then
        return covariates.map([](const CovariateTotals&) {});
    const auto since = covariatesSince(connection);
    if (!since)
        return Failure(since.error());
    std::vector<std::size_t> moved;
    for (const auto& [i, totals] : *covariates) {
        if (!isKept(is[i], *since))
            continue; // made anew in any case
        if (is[i].exposedAt >= *since) {
            moved.push_back(i); // all that was done between the two exposures is there
            continue;
        }
        const std::string& id = is[i].experiment->experiment().id;
        const std::string unit(is[i].unit);
        auto removed = removeCovariates(connection, id, unit).and_then([&] {
            return removeSealedCovariates(connection, id, unit);
        });
        if (!removed)
            return removed;
    }
    TotalsUpdate totals;
    if (auto read = moveEvents(connection, was, is, moved, totals); !read)
        return read;
    MomentSums notYet; // the unit is counted with all it has once it is put in
    return totals.write(connection, notYet);
}

Result<void> removeCovariates(Connection& connection, const std::string& experimentId, const std::string& unit)
{
    for (const Kept& kept : keptTables()) {
        const auto removed =
            connection.run("DELETE FROM " + kept.table + " WHERE experiment_id = ? AND unit_id = ? AND " + kept.where,
                           {param(experimentId), param(unit)});
        if (!removed)
            return Failure(removed.error());
    }
    return {};
}

Result<void> moveCovariates(Connection& connection, const std::string& experimentId, const std::string& from,
                            const std::string& to)
{
    for (const auto& [table, where, columns] : keptTables()) {
        const auto moved = connection.run("INSERT INTO " + table + " (experiment_id, unit_id, " + columns +
                                              ") SELECT experiment_id, ?, " + columns + " FROM " + table +
                                              " WHERE experiment_id = ? AND unit_id = ? AND " + where,
                                          {param(to), param(experimentId), param(from)});
        if (!moved)
            return Failure(moved.error());
    }
    return removeCovariates(connection, experimentId, from);
}

} // namespace xp
