// SPDX-License-Identifier: Apache-2.0
#include "core/storage/pagecheck.h"

#include "core/storage/connection.h"
#include "core/storage/sqlerror.h"

namespace xp {

Result<void> checkPages(Connection& connection, PageCheck extent, const std::string& database)
{
    if (connection.isPostgres())
        return {};
    std::string verdict;
    const char* check = extent == PageCheck::Pages ? ".quick_check(1)" : ".integrity_check(1)";
    auto checked = connection.run("PRAGMA " + database + check, {}, [&](const Row& row) { verdict = row.text(0); });
    if (!checked)
        return Failure(std::move(checked.error()));
    constexpr int kCorrupt = 11; // SQLITE_CORRUPT, as SQLite would say at the first use of the page
    return verdict == "ok" ? Result<void>() : Failure(classifyResult(kCorrupt, std::move(verdict)));
}

} // namespace xp
