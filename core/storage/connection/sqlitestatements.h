// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/storage/connection/row.h"
#include "core/storage/connection/rowset.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

struct sqlite3;

namespace xp {

/// Set-wise statements of SQLite, prepared once for each connection, over its own interface: Qt's driver would make a
/// QVariant of every value and UTF-16 of every text, which costs more than what the database does with them. They run
/// on the very connection of Qt's driver, and so in its transactions.
class SqliteStatements
{
public:
    struct Fault
    {
        int code; ///< SQLite's extended result code
        std::string detail;
    };

    /// `sql` says `{rows}` where the rows belong. Returns the number of rows changed, or of rows read.
    tl::expected<std::int64_t, Fault> run(sqlite3* connection, const std::string& sql, const RowSet& rows,
                                          const std::function<void(const Row&)>& onRow);
    /// To be called before the connection is closed.
    void forget() { m_statements.clear(); }

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    static tl::expected<Statement, Fault> prepare(sqlite3* connection, const std::string& sql);
    static tl::expected<std::int64_t, Fault> execute(sqlite3* connection, sqlite3_stmt* statement,
                                                     const std::function<void(const Row&)>& onRow);

    /// One for many rows and one for a single one, by text.
    std::unordered_map<std::string, std::array<Statement, 2>> m_statements;
};

} // namespace xp
