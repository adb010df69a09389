// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/sealedsums.h"

#include "core/storage/connection/connection.h"
#include "core/storage/events/assignmentrow.h"

#include <limits>
#include <map>
#include <tuple>

namespace xp {

namespace {

constexpr std::int64_t kPageRows = 10000;
constexpr std::int16_t kNoMark = -1;
constexpr const char* kAddUp = " ON CONFLICT (experiment_id, unit_id, metric, step, at) DO UPDATE SET"
                               " count = sealed_sums.count + excluded.count,"
                               " sum_0 = sealed_sums.sum_0 + excluded.sum_0,"
                               " sum_1 = sealed_sums.sum_1 + excluded.sum_1";

/// A row of sealed_sums from the column `first` on: metric, step, at, count, sum_0, sum_1.
MetricChange changeOf(const Row& row, int first)
{
    MetricChange change{.metric = row.as<std::int16_t>(first),
                        .delta = {row.integer(first + 3), {row.integer(first + 4), row.integer(first + 5)}}};
    if (const auto step = row.as<std::int16_t>(first + 1); step != kNoMark)
        change.mark = UnitMark{step, row.integer(first + 2)};
    return change;
}

} // namespace

Result<void> seal(Connection& connection, std::span<const SealedEvent> events)
{
    using Key = std::tuple<std::string_view, std::string_view, std::int16_t, std::int16_t, std::int64_t>;
    std::map<Key, UnitTotals> sums; // in key order, as all who write rows of units
    for (const SealedEvent& one : events) {
        const LiveExperiment& live = *one.unit.experiment;
        const auto add = [&](const MetricChange& change) {
            const UnitMark mark = change.mark.value_or(UnitMark{kNoMark, 0});
            sums[{live.experiment().id, one.unit.unit, change.metric, mark.step, mark.at}] += change.delta;
        };
        std::ranges::for_each(live.changes(one.event, one.unit.exposedAt), add);
        std::ranges::for_each(live.covariateChanges(one.event, one.unit.exposedAt), add);
    }
    RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer,
                 RowSet::Integer, RowSet::Integer});
    for (const auto& [key, totals] : sums) {
        const auto& [experiment, unit, metric, step, at] = key;
        rows.add({experiment, unit, std::int64_t{metric}, std::int64_t{step}, at, totals.count, totals.sum[0],
                  totals.sum[1]});
    }
    return connection
        .runFor(rows, std::string("INSERT INTO sealed_sums (experiment_id, unit_id, metric, step, at, count, sum_0,"
                                  " sum_1) {rows}") +
                          kAddUp)
        .map([](std::int64_t) {});
}

Result<void> readSealed(Connection& connection, std::span<const PlacedUnit> units, const OnSealed& onSealed)
{
    RowSet wanted({RowSet::Integer, RowSet::Text, RowSet::Text});
    for (std::size_t i = 0; i < units.size(); ++i)
        wanted.add(
            {static_cast<std::int64_t>(i), std::string_view(units[i].experiment->experiment().id), units[i].unit});
    return connection
        .runFor(wanted,
                "WITH wanted (position, experiment_id, unit_id) AS ({rows})"
                " SELECT w.position, s.metric, s.step, s.at, s.count, s.sum_0, s.sum_1 FROM wanted w"
                " JOIN sealed_sums s ON s.experiment_id = w.experiment_id AND s.unit_id = w.unit_id",
                [&](const Row& row) { onSealed(row.as<std::size_t>(0), changeOf(row, 1)); })
        .map([](std::int64_t) {});
}

Result<void> replaySealed(Connection& connection, const LiveExperiment& live, MomentSums& sums)
{
    struct Sealed
    {
        std::string unit;
        AssignmentRow assignment;
        MetricChange change;
    };
    const std::string sql = std::string("SELECT s.unit_id, s.metric, s.step, s.at, s.count, s.sum_0, s.sum_1, ") +
                            AssignmentRow::columns() +
                            " FROM sealed_sums s JOIN assignments a ON a.experiment_id = s.experiment_id"
                            " AND a.unit_id = s.unit_id WHERE s.experiment_id = ? AND s.metric > ?"
                            " AND (s.unit_id, s.metric, s.step, s.at) > (?, ?, ?, ?)"
                            " ORDER BY s.unit_id, s.metric, s.step, s.at LIMIT ?";
    std::string unit;
    std::int64_t metric = std::numeric_limits<std::int16_t>::min();
    UnitMark mark;
    for (;;) {
        std::vector<Sealed> page;
        auto read = connection.run(sql,
                                   {param(live.experiment().id), param(std::int64_t{kUnitsOnly}), param(unit),
                                    param(metric), param(std::int64_t{mark.step}), param(mark.at), param(kPageRows)},
                                   [&](const Row& row) {
                                       page.push_back({row.text(0), AssignmentRow::of(row, 7), changeOf(row, 1)});
                                       unit = page.back().unit;
                                       metric = row.integer(1);
                                       mark = {row.as<std::int16_t>(2), row.integer(3)};
                                   });
        if (!read)
            return Failure(std::move(read.error()));
        if (page.empty())
            return {};
        TotalsUpdate totals;
        for (const Sealed& one : page) {
            if (const auto placed = one.assignment.placed(live, one.unit))
                totals.add(live, placed->unit, placed->cell, one.change);
        }
        if (auto written = totals.write(connection, sums); !written)
            return written;
    }
}

Result<void> removeSealedCovariates(Connection& connection, const std::string& experimentId, const std::string& unit)
{
    return connection
        .run("DELETE FROM sealed_sums WHERE experiment_id = ? AND unit_id = ? AND metric < ?",
             {param(experimentId), param(unit), param(std::int64_t{kUnitsOnly})})
        .map([](std::int64_t) {});
}

Result<void> moveSealed(Connection& connection, const std::string& experimentId, const std::string& from,
                        const std::string& to)
{
    return connection
        .run(std::string("INSERT INTO sealed_sums (experiment_id, unit_id, metric, step, at, count, sum_0, sum_1)"
                         " SELECT experiment_id, ?, metric, step, at, count, sum_0, sum_1 FROM sealed_sums"
                         " WHERE experiment_id = ? AND unit_id = ?") +
                 kAddUp,
             {param(to), param(experimentId), param(from)})
        .and_then([&](std::int64_t) {
            return connection.run("DELETE FROM sealed_sums WHERE experiment_id = ? AND unit_id = ?",
                                  {param(experimentId), param(from)});
        })
        .map([](std::int64_t) {});
}

} // namespace xp
