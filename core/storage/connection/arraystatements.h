// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/storage/connection/row.h"
#include "core/storage/connection/rowset.h"

#include <functional>
#include <string>
#include <unordered_map>

struct pg_conn;

namespace xp {

/// Set-wise statements of PostgreSQL, prepared once for each connection, over libpq and with arrays in binary: Qt's
/// driver would write every value into the text of an EXECUTE, which costs the client the writing and the server the
/// reading. They run on the very connection of Qt's driver, and so in its transactions.
class ArrayStatements
{
public:
    struct Fault
    {
        std::string state; ///< SQLSTATE; empty when the connection broke
        std::string detail;
    };

    /// `sql` has the parameters $1 ... of RowSet::unnestClause(). Returns the number of rows changed, or of rows read.
    tl::expected<std::int64_t, Fault> run(pg_conn* connection, const std::string& sql, const RowSet& rows,
                                          const std::function<void(const Row&)>& onRow);
    /// The connection has ended, and what was prepared on it.
    void forget() { m_names.clear(); }

private:
    std::unordered_map<std::string, std::string> m_names; ///< of what is prepared, by text
};

} // namespace xp
