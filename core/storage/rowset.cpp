// SPDX-License-Identifier: Apache-2.0
#include "core/storage/rowset.h"

#include "core/storage/parameter.h"

namespace xp {

namespace {

QVariant toVariant(const RowSet::Cell& cell)
{
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
        return param(*integer);
    if (const auto* real = std::get_if<double>(&cell))
        return param(*real);
    return param(std::get<std::string_view>(cell));
}

} // namespace

std::string RowSet::valuesClause(std::size_t rows) const
{
    std::string row = "(";
    for (std::size_t i = 0; i < width(); ++i)
        row += i == 0 ? "?" : ", ?";
    row += ')';
    std::string clause = "VALUES ";
    for (std::size_t i = 0; i < rows; ++i)
        clause += (i == 0 ? "" : ", ") + row;
    return clause;
}

std::string RowSet::unnestClause() const
{
    std::string clause = "SELECT * FROM unnest(";
    for (std::size_t i = 1; i <= width(); ++i)
        clause += (i == 1 ? "$" : ", $") + std::to_string(i);
    return clause + ")";
}

QVariantList RowSet::values(std::size_t first, std::size_t rows) const
{
    QVariantList values;
    values.reserve(static_cast<qsizetype>(rows * width()));
    for (std::size_t i = first * width(); i < (first + rows) * width(); ++i)
        values.append(toVariant(m_cells[i]));
    return values;
}

} // namespace xp
