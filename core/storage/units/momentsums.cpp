// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/momentsums.h"

#include "core/domain/limbs.h"
#include "core/storage/connection/connection.h"

namespace xp {

namespace {

#define XP_MOMENT_COLUMNS                                                                                              \
    "units, converted, count, count_sq_0, count_sq_1, sum_0, sum_1, sum_sq_0, sum_sq_1, sum_sq_2, sum_sq_3, cross_0,"  \
    " cross_1, cross_2"

/// Calls `visit` for every column of the moments, in the order of the columns' names.
template <typename M, typename Visit>
void forEachColumn(M& m, Visit visit)
{
    const auto limbs = [&](auto& array) {
        for (auto& limb : array)
            visit(limb);
    };
    visit(m.units);
    visit(m.converted);
    visit(m.count);
    limbs(m.countSquares);
    limbs(m.sum);
    limbs(m.sumSquares);
    limbs(m.cross);
}

constexpr std::size_t kColumns = 14;

} // namespace

bool isHistory(const UnitTotals& before)
{
    return before.count > 0 || clampedTotal(before.sum) != 0;
}

const char* momentColumns()
{
    return XP_MOMENT_COLUMNS;
}

Moments momentsOf(const Row& row, int firstColumn)
{
    Moments moments;
    forEachColumn(moments, [&](std::int64_t& column) { column = row.integer(firstColumn++); });
    return moments;
}

Result<void> MomentSums::write(Connection& connection, std::int64_t writer) const
{
    std::vector<RowSet::Column> columns{RowSet::Text};
    columns.resize(1 + 5 + kColumns, RowSet::Integer);
    RowSet rows(std::move(columns));
    for (const auto& [key, moments] : m_sums) {
        if (moments.isZero())
            continue;
        rows.add({key.experimentId, std::int64_t{key.variant}, std::int64_t{key.metric}, std::int64_t{key.day},
                  std::int64_t{key.epoch}, writer});
        forEachColumn(moments, [&](std::int64_t column) { rows.push(column); });
    }
    auto written = connection.runFor(
        rows, "INSERT INTO moments (experiment_id, variant, metric, day, epoch, writer, " XP_MOMENT_COLUMNS ")"
              " {rows} ON CONFLICT (experiment_id, variant, metric, day, epoch, writer) DO UPDATE SET"
              " units = moments.units + excluded.units, converted = moments.converted + excluded.converted,"
              " count = moments.count + excluded.count,"
              " count_sq_0 = moments.count_sq_0 + excluded.count_sq_0,"
              " count_sq_1 = moments.count_sq_1 + excluded.count_sq_1,"
              " sum_0 = moments.sum_0 + excluded.sum_0, sum_1 = moments.sum_1 + excluded.sum_1,"
              " sum_sq_0 = moments.sum_sq_0 + excluded.sum_sq_0, sum_sq_1 = moments.sum_sq_1 + excluded.sum_sq_1,"
              " sum_sq_2 = moments.sum_sq_2 + excluded.sum_sq_2, sum_sq_3 = moments.sum_sq_3 + excluded.sum_sq_3,"
              " cross_0 = moments.cross_0 + excluded.cross_0, cross_1 = moments.cross_1 + excluded.cross_1,"
              " cross_2 = moments.cross_2 + excluded.cross_2");
    if (!written)
        return Failure(std::move(written.error()));
    return addCovariates(connection, m_covariates, writer);
}

} // namespace xp
