// SPDX-License-Identifier: Apache-2.0
#include "core/storage/keptcovariates.h"

#include "core/storage/connection.h"
#include "core/storage/retention.h"

namespace xp {

namespace {

/// For a WHERE over either table.
std::string isCovariate()
{
    return "metric < " + std::to_string(kUnitsOnly);
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
    auto read = connection.runFor(
        wanted,
        "WITH wanted (position, experiment_id, unit_id) AS ({rows})"
        " SELECT w.position, t.metric, t.count, t.sum_0, t.sum_1 FROM wanted w"
        " JOIN unit_totals t ON t.experiment_id = w.experiment_id AND t.unit_id = w.unit_id"
        " WHERE t." +
            isCovariate(),
        [&](const Row& row) {
            found[row.as<std::size_t>(0)][row.as<std::int16_t>(1)] = {row.integer(2), {row.integer(3), row.integer(4)}};
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
        if (unit.exposedAt - unit.experiment->covariateWindow() < *since) {
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

Result<void> removeCovariates(Connection& connection, const std::string& experimentId, const std::string& unit)
{
    for (const std::string table : {"unit_totals", "unit_marks"}) {
        const auto removed =
            connection.run("DELETE FROM " + table + " WHERE experiment_id = ? AND unit_id = ? AND " + isCovariate(),
                           {param(experimentId), param(unit)});
        if (!removed)
            return Failure(removed.error());
    }
    return {};
}

Result<void> moveCovariates(Connection& connection, const std::string& experimentId, const std::string& from,
                            const std::string& to)
{
    const std::pair<std::string, std::string> tables[] = {{"unit_totals", "metric, count, sum_0, sum_1"},
                                                          {"unit_marks", "metric, step, at, count"}};
    for (const auto& [table, columns] : tables) {
        const auto moved = connection.run("INSERT INTO " + table + " (experiment_id, unit_id, " + columns +
                                              ") SELECT experiment_id, ?, " + columns + " FROM " + table +
                                              " WHERE experiment_id = ? AND unit_id = ? AND " + isCovariate(),
                                          {param(to), param(experimentId), param(from)});
        if (!moved)
            return Failure(moved.error());
    }
    return removeCovariates(connection, experimentId, from);
}

} // namespace xp
