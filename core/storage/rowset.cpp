// SPDX-License-Identifier: Apache-2.0
#include "core/storage/rowset.h"

#include "core/storage/parameter.h"

#include <QString>
#include <array>
#include <charconv>

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

template <typename Number>
void appendNumber(std::string& out, Number number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    out.append(text.data(), end);
}

/// An element of an array literal: https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO
void appendElement(std::string& out, const RowSet::Cell& cell)
{
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
        return appendNumber(out, *integer);
    if (const auto* real = std::get_if<double>(&cell))
        return appendNumber(out, *real);
    out += '"';
    for (const char c : std::get<std::string_view>(cell)) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += '"';
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
    for (std::size_t i = 0; i < width(); ++i) {
        constexpr std::array kTypes{"BIGINT", "DOUBLE PRECISION", "TEXT"};
        clause += std::string(i == 0 ? "" : ", ") + "CAST(? AS " + kTypes[m_columns[i]] + "[])";
    }
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

QVariantList RowSet::arrays() const
{
    QVariantList arrays;
    std::string literal;
    for (std::size_t column = 0; column < width(); ++column) {
        literal = "{";
        for (std::size_t i = column; i < m_cells.size(); i += width()) {
            if (i != column)
                literal += ',';
            appendElement(literal, m_cells[i]);
        }
        literal += '}';
        arrays.append(param(literal));
    }
    return arrays;
}

} // namespace xp
