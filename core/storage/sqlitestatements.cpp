// SPDX-License-Identifier: Apache-2.0
#include "core/storage/sqlitestatements.h"

#include <QByteArrayView>
#include <sqlite3.h>

namespace xp {

namespace {

/// Rows of one execution: enough to make the cost of a call small beside that of its rows; then what is left over.
constexpr std::array<std::size_t, 2> kSteps{32, 1};

std::string valuesClause(std::size_t width, std::size_t rows)
{
    std::string row = "(";
    for (std::size_t i = 0; i < width; ++i)
        row += i == 0 ? "?" : ", ?";
    row += ')';
    std::string clause = "VALUES ";
    for (std::size_t i = 0; i < rows; ++i)
        clause += (i == 0 ? "" : ", ") + row;
    return clause;
}

SqliteStatements::Fault faultOf(sqlite3* connection, int code)
{
    if (code == SQLITE_MISMATCH)
        return {code, "a text that is no UTF-8"};
    return {sqlite3_extended_errcode(connection), sqlite3_errmsg(connection)};
}

/// The value must stay until the statement has run. SQLite counts parameters from 1, and would store any bytes as text:
/// what is no UTF-8 is refused, as PostgreSQL does.
int bind(sqlite3_stmt* statement, int position, const RowSet::Cell& cell)
{
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
        return sqlite3_bind_int64(statement, position, *integer);
    if (const auto* real = std::get_if<double>(&cell))
        return sqlite3_bind_double(statement, position, *real);
    const auto text = std::get<std::string_view>(cell);
    if (!QByteArrayView(text).isValidUtf8())
        return SQLITE_MISMATCH;
    // No address would mean NULL rather than an empty text.
    return sqlite3_bind_text(statement, position, text.empty() ? "" : text.data(), static_cast<int>(text.size()),
                             SQLITE_STATIC);
}

int bindRows(sqlite3_stmt* statement, const RowSet& rows, std::size_t first, std::size_t count)
{
    int position = 0;
    for (std::size_t row = first; row < first + count; ++row) {
        for (std::size_t column = 0; column < rows.width(); ++column) {
            if (const int code = bind(statement, ++position, rows.cell(row, column)); code != SQLITE_OK)
                return code;
        }
    }
    return SQLITE_OK;
}

} // namespace

void SqliteStatements::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

tl::expected<std::int64_t, SqliteStatements::Fault> SqliteStatements::run(sqlite3* connection, const std::string& sql,
                                                                          const RowSet& rows,
                                                                          const std::function<void(const Row&)>& onRow)
{
    auto& statements = m_statements[sql];
    std::size_t done = 0;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        const std::size_t step = kSteps[i];
        if (rows.size() - done < step)
            continue;
        if (!statements[i]) {
            const std::string text = RowSet::withRows(sql, valuesClause(rows.width(), step));
            sqlite3_stmt* made = nullptr;
            if (const int code = sqlite3_prepare_v3(connection, text.c_str(), static_cast<int>(text.size()) + 1,
                                                    SQLITE_PREPARE_PERSISTENT, &made, nullptr);
                code != SQLITE_OK)
                return tl::unexpected(faultOf(connection, code));
            statements[i].reset(made);
        }
        sqlite3_stmt* const statement = statements[i].get();
        const bool reads = sqlite3_column_count(statement) > 0;
        for (; rows.size() - done >= step; done += step) {
            int code = bindRows(statement, rows, done, step);
            while (code == SQLITE_OK || code == SQLITE_ROW) {
                code = sqlite3_step(statement);
                if (code != SQLITE_ROW)
                    break;
                ++total;
                if (onRow)
                    onRow(Row(*statement));
            }
            if (code != SQLITE_DONE) {
                const Fault fault = faultOf(connection, code);
                sqlite3_reset(statement);
                return tl::unexpected(fault);
            }
            if (!reads)
                total += sqlite3_changes64(connection);
            sqlite3_reset(statement);
        }
    }
    return total;
}

} // namespace xp
