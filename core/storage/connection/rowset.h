// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace xp {

/// Rows given to one set-wise statement. Where the statement's text says `{rows}`, SQLite gets `VALUES (?, ?), (?, ?)`
/// and PostgreSQL gets `SELECT * FROM unnest($1, $2)` of one array a column: the same text serves both, as the source
/// of an INSERT and as the body of a common table expression. Text is referred to, not copied.
class RowSet
{
public:
    enum Column : std::uint8_t { Integer, Real, Text };
    using Null = std::monostate;
    using Cell = std::variant<std::int64_t, double, std::string_view, Null>;

    explicit RowSet(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    void reserve(std::size_t rows) { m_cells.reserve(rows * m_columns.size()); }
    /// A whole row, or the next cells of one.
    void add(std::initializer_list<Cell> row) { m_cells.insert(m_cells.end(), row); }
    /// One cell after the other, a whole row each time.
    void push(Cell cell) { m_cells.push_back(cell); }

    std::size_t size() const { return m_cells.size() / m_columns.size(); }
    bool empty() const { return m_cells.empty(); }
    std::size_t width() const { return m_columns.size(); }
    Column column(std::size_t column) const { return m_columns[column]; }
    const Cell& cell(std::size_t row, std::size_t column) const { return m_cells[row * width() + column]; }

    /// The statement with `{rows}` replaced.
    static std::string withRows(std::string sql, std::string_view clause);
    /// What stands for `{rows}` on PostgreSQL.
    std::string unnestClause() const;

private:
    std::vector<Column> m_columns;
    std::vector<Cell> m_cells; ///< row after row
};

} // namespace xp
