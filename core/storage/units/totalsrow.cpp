// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/totalsrow.h"

#include <algorithm>

namespace xp {

namespace {

/// The columns of the slots, in their order.
std::vector<std::string> slotColumns()
{
    std::vector<std::string> columns;
    for (int slot = 0; slot < kTotalsInRow; ++slot) {
        const std::string number = std::to_string(slot);
        columns.insert(columns.end(), {"count_" + number, "sum_" + number + "_0", "sum_" + number + "_1"});
    }
    return columns;
}

} // namespace

std::string totalsColumns(std::string_view before)
{
    std::string columns = std::string(before) + "part";
    for (const std::string& column : slotColumns())
        columns.append(", ").append(before).append(column);
    return columns;
}

UnitTotals totalsAt(const Row& row, int first, std::int16_t slot)
{
    const int at = first + 1 + 3 * slot;
    return {row.integer(at), {row.integer(at + 1), row.integer(at + 2)}};
}

void eachTotals(const Row& row, int first, const std::function<void(std::int16_t position, const UnitTotals&)>& visit)
{
    if (row.isNull(first))
        return;
    const auto part = row.as<std::int16_t>(first);
    for (std::int16_t slot = 0; slot < kTotalsInRow; ++slot) {
        if (!row.isNull(first + 1 + 3 * slot))
            visit(totalsPosition({part, slot}), totalsAt(row, first, slot));
    }
}

std::vector<RowSet::Column> TotalsRows::types()
{
    std::vector<RowSet::Column> types(2 + kTotalsColumns, RowSet::Integer);
    types[0] = types[1] = RowSet::Text; // experiment and unit
    return types;
}

void TotalsRows::add(std::string_view experimentId, std::string_view unit, std::int16_t part, const Slots& slots)
{
    m_rows.add({experimentId, unit, std::int64_t{part}});
    for (const std::optional<UnitTotals>& is : slots) {
        if (is)
            m_rows.add({is->count, is->sum[0], is->sum[1]});
        else
            m_rows.add({RowSet::Null(), RowSet::Null(), RowSet::Null()});
    }
}

void TotalsRows::addOutcomes(std::string_view experimentId, std::string_view unit,
                             std::span<const std::optional<UnitTotals>> totals)
{
    for (std::int16_t part = 0; !totals.empty(); ++part) {
        const auto inRow = totals.first(std::min(totals.size(), std::size_t{kTotalsInRow}));
        totals = totals.subspan(inRow.size());
        Slots slots;
        std::ranges::copy(inRow, slots.begin());
        if (slots != Slots())
            add(experimentId, unit, part, slots);
    }
}

std::string TotalsRows::insert()
{
    return "INSERT INTO unit_totals (experiment_id, unit_id, " + totalsColumns() + ") {rows}";
}

std::string TotalsRows::insertAdding()
{
    std::string sql = insert() + " ON CONFLICT (experiment_id, unit_id, part) DO UPDATE SET ";
    const char* separator = "";
    for (const std::string& column : slotColumns()) {
        const std::string is = "unit_totals." + column;
        const std::string more = "excluded." + column;
        sql += separator + column + " = COALESCE(" + is + " + " + more + ", " + is + ", " + more + ")";
        separator = ", ";
    }
    return sql;
}

} // namespace xp
