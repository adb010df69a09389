// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/sqlitestatements.h"

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
    if (std::holds_alternative<RowSet::Null>(cell))
        return sqlite3_bind_null(statement, position);
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

tl::expected<SqliteStatements::Statement, SqliteStatements::Fault> SqliteStatements::prepare(sqlite3* connection,
                                                                                             const std::string& sql)
{
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(faultOf(connection, code));
    return Statement(made);
}

tl::expected<std::int64_t, SqliteStatements::Fault>
SqliteStatements::execute(sqlite3* connection, sqlite3_stmt* statement, const std::function<void(const Row&)>& onRow)
{
    std::int64_t read = 0;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        ++read;
        if (onRow)
            onRow(Row(*statement));
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(faultOf(connection, code));
    return sqlite3_column_count(statement) > 0 ? read : sqlite3_changes64(connection);
}

tl::expected<std::int64_t, SqliteStatements::Fault> SqliteStatements::run(sqlite3* connection, const std::string& sql,
                                                                          const RowSet& rows,
                                                                          const std::function<void(const Row&)>& onRow)
{
    auto& statements = m_statements[sql];
    std::size_t done = 0;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        for (const std::size_t step = kSteps[i]; rows.size() - done >= step; done += step) {
            if (!statements[i]) {
                auto made = prepare(connection, RowSet::withRows(sql, valuesClause(rows.width(), step)));
                if (!made)
                    return tl::unexpected(made.error());
                statements[i] = std::move(*made);
            }
            sqlite3_stmt* const statement = statements[i].get();
            if (const int code = bindRows(statement, rows, done, step); code != SQLITE_OK)
                return tl::unexpected(faultOf(connection, code));
            const auto result = execute(connection, statement, onRow);
            sqlite3_reset(statement); // and ends what it holds locked
            if (!result)
                return result;
            total += *result;
        }
    }
    return total;
}

} // namespace xp
