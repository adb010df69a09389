// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/unitplacement.h"

#include "core/storage/connection/connection.h"
#include "core/storage/events/keptcovariates.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/events/retention.h"
#include "core/storage/events/sealedsums.h"
#include "core/storage/units/totalsrow.h"

#include <deque>
#include <map>

namespace xp {

namespace {

bool isByUnit(const PlacedUnit& unit)
{
    return unit.experiment->experiment().enrolment.exposure == Exposure::Explicit;
}

RowSet positionsOf(std::span<const PlacedUnit> units)
{
    RowSet rows({RowSet::Integer, RowSet::Text, RowSet::Text});
    for (std::size_t i = 0; i < units.size(); ++i)
        rows.add({static_cast<std::int64_t>(i), std::string_view(units[i].experiment->experiment().id), units[i].unit});
    return rows;
}

MomentKey keyOf(const PlacedUnit& unit, std::int16_t metric)
{
    return {unit.experiment->experiment().id, unit.cell.variant, metric, unit.cell.day, unit.cell.epoch};
}

/// A unit of which nothing is known yet but the covariates that it keeps.
void countUnit(const PlacedUnit& unit, TotalsByMetric kept, MomentSums& sums)
{
    const LiveExperiment& live = *unit.experiment;
    ++sums[keyOf(unit, kUnitsOnly)].units;
    for (std::size_t i = 0; live.keepsCovariates() && i < live.experiment().metrics.size(); ++i) {
        const auto metric = static_cast<std::int16_t>(i);
        const UnitTotals before = kept[covariatePosition(metric)];
        sums.of({keyOf(unit, metric), isHistory(before)}) += live.contribution(metric, before, {});
    }
}

enum class History : std::uint8_t { Counts, IsKnown };

void countRow(const PlacedUnit& unit, const Row& row, int first, History history, TotalsUpdate& totals)
{
    const LiveExperiment& live = *unit.experiment;
    const std::string name = row.text(first);
    const std::string properties = row.text(first + 3);
    const UnitEvent event{name, row.real(first + 1), row.time(first + 2), properties};
    for (const MetricChange& change : live.changes(event, unit.exposedAt))
        totals.add(live, unit.unit, unit.cell, change);
    if (history == History::IsKnown)
        return;
    for (const MetricChange& change : live.covariateChanges(event, unit.exposedAt))
        totals.add(live, unit.unit, unit.cell, change);
}

void subtract(const PlacedUnit& unit, TotalsByMetric& totals, MomentSums& sums)
{
    const LiveExperiment& live = *unit.experiment;
    --sums[keyOf(unit, kUnitsOnly)].units;
    for (const auto& [metric, is] : totals) {
        if (metric > kUnitsOnly)
            sums[keyOf(unit, metric)] -= live.contribution(metric, is);
    }
    for (std::size_t i = 0; live.keepsCovariates() && i < live.experiment().metrics.size(); ++i) {
        const auto metric = static_cast<std::int16_t>(i);
        const UnitTotals before = totals[covariatePosition(metric)];
        sums.of({keyOf(unit, metric), isHistory(before)}) -= live.contribution(metric, before, totals[metric]);
    }
}

/// Position, name, value, time and properties of the units' events in their experiments.
Result<void> readEvents(Connection& connection, std::span<const PlacedUnit> units, const Connection::OnRow& onRow)
{
    RowSet indexed({RowSet::Integer, RowSet::Text, RowSet::Text});
    RowSet since({RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Integer});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto position = static_cast<std::int64_t>(i);
        const Experiment& experiment = units[i].experiment->experiment();
        if (isByUnit(units[i])) {
            indexed.add({position, std::string_view(experiment.id), units[i].unit});
            continue;
        }
        const auto first = firstReceived(connection, units[i]);
        if (!first)
            return Failure(first.error());
        since.add({position, std::string_view(experiment.id), units[i].unit, toMicros(*first)});
    }
    const std::string read = " SELECT w.position, e.event_name, e.value, e.occurred_at, e.properties FROM wanted w"
                             " JOIN events e ON e.unit_id = w.unit_id";
    // An expression keeps SQLite, which knows no sizes, from the primary key: that would find all of the experiment.
    return connection
        .runFor(indexed,
                "WITH wanted (position, experiment_id, unit_id) AS ({rows})" + read +
                    " AND e.experiment_id || '' = w.experiment_id WHERE e.by_unit IS NOT NULL",
                onRow)
        .and_then([&](std::int64_t) {
            return connection.runFor(since,
                                     "WITH wanted (position, experiment_id, unit_id, first) AS ({rows})" + read +
                                         " AND e.experiment_id = w.experiment_id AND e.received_at >= w.first",
                                     onRow);
        })
        .map([](std::int64_t) {});
}

} // namespace

void countEvent(const PlacedUnit& unit, const Row& row, int first, TotalsUpdate& totals)
{
    countRow(unit, row, first, History::Counts, totals);
}

Result<Timestamp> firstReceived(Connection& connection, const PlacedUnit& unit)
{
    Timestamp first = unit.assignedAt;
    // What arrived before the assignment, by a client's clock that was ahead or by ours, which was set back since, but
    // counts as what came after it: by the index of these, of whom those that are later arrived after it. Neither the
    // least of them nor by when they arrived: that would be looked for by arrival.
    auto read = connection.run("SELECT received_at FROM events WHERE experiment_id = ? AND occurred_at >= ?"
                               " AND occurred_at < ? AND occurred_at > received_at AND unit_id = ?",
                               {param(unit.experiment->experiment().id), param(unit.assignedAt),
                                param(unit.assignedAt + kTimesDiffer), param(unit.unit)},
                               [&](const Row& row) { first = std::min(first, row.time(0)); });
    return read.map([&](std::int64_t) { return first - kClocksDiffer; });
}

Result<void> takeOut(Connection& connection, std::span<const PlacedUnit> units, MomentSums& sums)
{
    const auto covariates = readCovariates(connection, units);
    if (!covariates)
        return Failure(covariates.error());
    std::map<std::pair<std::string_view, std::string_view>, TotalsByMetric> totals;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto before = covariates->find(i);
        totals[{units[i].experiment->experiment().id, units[i].unit}] =
            before == covariates->end() ? TotalsByMetric() : before->second;
    }
    auto removed = connection.runFor(
        positionsOf(units),
        "WITH wanted (position, experiment_id, unit_id) AS ({rows}) DELETE FROM unit_totals"
        " WHERE (experiment_id, unit_id) IN (SELECT experiment_id, unit_id FROM wanted)"
        " AND part >= 0 RETURNING experiment_id, unit_id, " +
            totalsColumns(),
        [&](const Row& row) {
            const std::string experiment = row.text(0);
            const std::string unit = row.text(1);
            if (const auto it = totals.find({experiment, unit}); it != totals.end())
                eachTotals(row, 2, [&](std::int16_t position, const UnitTotals& is) { it->second[position] = is; });
        });
    if (!removed)
        return Failure(std::move(removed.error()));
    auto unmarked = connection.runFor(
        positionsOf(units), "WITH wanted (position, experiment_id, unit_id) AS ({rows}) DELETE FROM unit_marks"
                            " WHERE (experiment_id, unit_id) IN (SELECT experiment_id, unit_id FROM wanted)"
                            " AND metric >= " +
                                std::to_string(kUnitsOnly));
    if (!unmarked)
        return Failure(std::move(unmarked.error()));
    for (const PlacedUnit& unit : units)
        subtract(unit, totals[{unit.experiment->experiment().id, unit.unit}], sums);
    return {};
}

Result<void> putIn(Connection& connection, std::span<const PlacedUnit> units, MomentSums& sums)
{
    const auto kept = keepCovariates(connection, units);
    if (!kept)
        return Failure(kept.error());
    for (std::size_t i = 0; i < units.size(); ++i)
        countUnit(units[i], kept->contains(i) ? kept->at(i) : TotalsByMetric(), sums);
    if (auto copied = copyRecorded(connection, units); !copied)
        return copied;
    TotalsUpdate totals;
    const auto counted = [&](const Row& row) {
        const auto i = row.as<std::size_t>(0);
        countRow(units[i], row, 1, kept->contains(i) ? History::IsKnown : History::Counts, totals);
    };
    if (auto read = readEvents(connection, units, counted); !read)
        return read;
    const auto sealed = [&](std::size_t i, const MetricChange& change) {
        if (change.metric > kUnitsOnly || !kept->contains(i))
            totals.add(*units[i].experiment, units[i].unit, units[i].cell, change);
    };
    if (auto read = readSealed(connection, units, sealed); !read)
        return read;
    std::deque<std::string> scopes; // referred to by the rows
    RowSet before({RowSet::Integer, RowSet::Text, RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const LiveExperiment& live = *units[i].experiment;
        if (!live.keepsCovariates() || kept->contains(i))
            continue;
        scopes.push_back(scopeOf(live.experiment().project, live.experiment().environment));
        before.add({static_cast<std::int64_t>(i), std::string_view(live.experiment().id),
                    std::string_view(scopes.back()), units[i].unit,
                    toMicros(units[i].exposedAt - live.covariateWindow()), toMicros(units[i].exposedAt)});
    }
    auto read = connection.runFor(before,
                                  "WITH a (position, experiment_id, scope, unit_id, first, last) AS ({rows})"
                                  " SELECT a.position, u.event_name, u.value, u.occurred_at, u.properties FROM a"
                                  " JOIN user_events u ON u.scope = a.scope AND u.unit_id = a.unit_id"
                                  " WHERE u.occurred_at >= a.first AND u.occurred_at < a.last" +
                                      isNotInEvents(),
                                  counted);
    if (!read)
        return Failure(std::move(read.error()));
    return totals.write(connection, sums);
}

} // namespace xp
