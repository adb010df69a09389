// SPDX-License-Identifier: Apache-2.0
#include "core/storage/pagecheck.h"

#include "core/storage/connection.h"
#include "core/storage/sqlerror.h"

namespace xp {

Result<void> checkPages(Connection& connection, PageCheck extent)
{
    if (connection.isPostgres())
        return {};
    std::string verdict;
    auto checked = connection.run(extent == PageCheck::Pages ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)",
                                  {}, [&](const Row& row) { verdict = row.text(0); });
    if (!checked)
        return Failure(std::move(checked.error()));
    constexpr int kCorrupt = 11; // SQLITE_CORRUPT, as SQLite would say at the first use of the page
    return verdict == "ok" ? Result<void>() : Failure(classifyResult(kCorrupt, std::move(verdict)));
}

} // namespace xp
