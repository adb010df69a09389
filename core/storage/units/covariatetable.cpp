// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/covariatetable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/units/momentsums.h"

#include <array>

namespace xp {

namespace {

constexpr std::array<std::string_view, 29> kColumns{
    "units",     "x_0",      "x_1",        "x_sq_0",     "x_sq_1",    "x_sq_2",    "x_sq_3",   "x_sum_0",
    "x_sum_1",   "x_sum_2",  "x_sum_3",    "x_count_0",  "x_count_1", "x_count_2", "x_conv_0", "x_conv_1",
    "converted", "count",    "count_sq_0", "count_sq_1", "sum_0",     "sum_1",     "sum_sq_0", "sum_sq_1",
    "sum_sq_2",  "sum_sq_3", "cross_0",    "cross_1",    "cross_2"};

/// Calls `visit` for every column, in the order of kColumns.
template <typename M, typename Visit>
void forEachColumn(M& m, Visit visit)
{
    const auto limbs = [&](auto& array) {
        for (auto& limb : array)
            visit(limb);
    };
    visit(m.units);
    limbs(m.x);
    limbs(m.xSquares);
    limbs(m.xSum);
    limbs(m.xCount);
    limbs(m.xConverted);
    visit(m.outcome.converted);
    visit(m.outcome.count);
    limbs(m.outcome.countSquares);
    limbs(m.outcome.sum);
    limbs(m.outcome.sumSquares);
    limbs(m.outcome.cross);
}

/// Every column, written by `write` and parted by commas.
template <typename Write>
std::string listed(Write write)
{
    std::string text;
    for (const std::string_view column : kColumns)
        text += (text.empty() ? "" : ", ") + write(std::string(column));
    return text;
}

} // namespace

Result<void> addCovariates(Connection& connection, const std::map<CovariateKey, CovariateMoments>& sums,
                           std::int64_t writer)
{
    std::vector<RowSet::Column> columns{RowSet::Text};
    columns.resize(1 + 6 + kColumns.size(), RowSet::Integer);
    RowSet rows(std::move(columns));
    for (const auto& [key, moments] : sums) {
        if (moments.isZero())
            continue;
        const MomentKey& cell = key.cell;
        rows.add({cell.experimentId, std::int64_t{cell.variant}, std::int64_t{cell.metric}, std::int64_t{cell.day},
                  std::int64_t{cell.epoch}, writer, std::int64_t{key.hasHistory ? 1 : 0}});
        forEachColumn(moments, [&](std::int64_t column) { rows.push(column); });
    }
    static const std::string s_names = listed([](const std::string& column) { return column; });
    static const std::string s_sums = listed(
        [](const std::string& column) { return column + " = covariate_moments." + column + " + excluded." + column; });
    return connection
        .runFor(rows,
                "INSERT INTO covariate_moments (experiment_id, variant, metric, day, epoch, writer, has_history, " +
                    s_names +
                    ") {rows} ON CONFLICT (experiment_id, variant, metric, day, epoch, writer, has_history)"
                    " DO UPDATE SET " +
                    s_sums)
        .map([](std::int64_t) {});
}

Result<void> CovariateTable::add(const std::string& experimentId, std::span<const CovariateCell> cells)
{
    std::map<CovariateKey, CovariateMoments> sums;
    for (const CovariateCell& cell : cells)
        sums[{{experimentId, cell.variant, cell.metric, cell.day, cell.epoch}, cell.hasHistory}] += cell.moments;
    return addCovariates(m_connection, sums, kSharedWriter);
}

Result<void> CovariateTable::take(std::int64_t writer, MomentSums& sums)
{
    static const std::string s_names = listed([](const std::string& column) { return column; });
    return m_connection
        .run("DELETE FROM covariate_moments WHERE writer = ? RETURNING experiment_id, variant, metric, day, epoch,"
             " has_history, " +
                 s_names,
             {param(writer)},
             [&](const Row& row) {
                 CovariateMoments moments;
                 int column = 6;
                 forEachColumn(moments, [&](std::int64_t& sum) { sum = row.integer(column++); });
                 sums.of({{row.text(0), row.as<std::int16_t>(1), row.as<std::int16_t>(2), row.as<std::int32_t>(3),
                           row.as<std::int32_t>(4)},
                          row.integer(5) != 0}) += moments;
             })
        .map([](std::int64_t) {});
}

Result<std::vector<CovariateCell>> CovariateTable::read(const std::string& experimentId)
{
    std::vector<CovariateCell> cells;
    const std::string sums = listed([](const std::string& column) { return "CAST(SUM(" + column + ") AS BIGINT)"; });
    auto done = m_connection.run(
        "SELECT epoch, variant, metric, day, has_history, " + sums +
            " FROM covariate_moments WHERE experiment_id = ? GROUP BY epoch, variant, metric, day, has_history"
            " ORDER BY epoch, variant, metric, day, has_history",
        {param(experimentId)}, [&](const Row& row) {
            CovariateCell& cell = cells.emplace_back(CovariateCell{row.as<std::int32_t>(0),
                                                                   row.as<std::int16_t>(1),
                                                                   row.as<std::int16_t>(2),
                                                                   row.as<std::int32_t>(3),
                                                                   row.integer(4) != 0,
                                                                   {}});
            int column = 5;
            forEachColumn(cell.moments, [&](std::int64_t& sum) { sum = row.integer(column++); });
            // A unit whose history came late has left the cell of those without.
            if (cell.moments.isZero())
                cells.pop_back();
        });
    return done.map([&](std::int64_t) { return std::move(cells); });
}

} // namespace xp
