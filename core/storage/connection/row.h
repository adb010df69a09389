// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

class QSqlQuery;
struct pg_result;
struct sqlite3_stmt;

namespace xp {

/// The row a statement stands on, of Qt's driver, of libpq or of SQLite's own interface; columns by position. NULL
/// reads as 0 and as "".
class Row
{
public:
    explicit Row(const QSqlQuery& query) : m_query(&query) {}
    /// `result` in text format.
    Row(const pg_result& result, int row) : m_result(&result), m_row(row) {}
    explicit Row(sqlite3_stmt& statement) : m_statement(&statement) {}

    std::int64_t integer(int column) const;
    template <typename T>
    T as(int column) const
    {
        return static_cast<T>(integer(column));
    }
    double real(int column) const;
    std::string text(int column) const;
    /// The same without a copy, until the statement goes on. Not of Qt's driver.
    std::string_view view(int column) const;
    bool isNull(int column) const;
    Timestamp time(int column) const { return fromMicros(integer(column)); }
    std::optional<Timestamp> optionalTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(time(column));
    }

private:
    const QSqlQuery* m_query = nullptr; ///< one of the three is there
    const pg_result* m_result = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    int m_row = 0;
};

} // namespace xp
