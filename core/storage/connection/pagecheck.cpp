// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/pagecheck.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"

#include <vector>

namespace xp {

namespace {

/// Indexes of some of the rows are read by statements that name these only.
Result<void> checkBeginnings(Connection& connection)
{
    std::vector<std::string> reads;
    auto listed =
        connection.run("SELECT tbl_name, CASE type WHEN 'table' THEN 'NOT INDEXED' ELSE 'INDEXED BY \"' ||"
                       " name || '\"' END FROM sqlite_master WHERE type = 'table' OR"
                       " (type = 'index' AND COALESCE(sql, '') NOT LIKE '%) WHERE %')",
                       {}, [&](const Row& row) {
                           reads.push_back("SELECT * FROM \"" + row.text(0) + "\" " + row.text(1) + " LIMIT 1");
                       });
    for (const std::string& read : reads) {
        if (listed)
            listed = connection.runUnprepared(read, {});
    }
    return listed.map([](std::int64_t) {});
}

} // namespace

Result<void> checkPages(Connection& connection, PageCheck extent, const std::string& database)
{
    if (connection.isPostgres())
        return {};
    if (extent == PageCheck::Beginnings)
        return checkBeginnings(connection);
    std::string verdict;
    const char* check = extent == PageCheck::Pages ? ".quick_check(1)" : ".integrity_check(1)";
    auto checked = connection.run("PRAGMA " + database + check, {}, [&](const Row& row) { verdict = row.text(0); });
    if (!checked)
        return Failure(std::move(checked.error()));
    constexpr int kCorrupt = 11; // SQLITE_CORRUPT, as SQLite would say at the first use of the page
    return verdict == "ok" ? Result<void>() : Failure(classifyResult(kCorrupt, std::move(verdict)));
}

} // namespace xp
