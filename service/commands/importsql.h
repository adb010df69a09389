// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/files/importoptions.h"
#include "core/files/querysource.h"
#include "service/commands/arguments.h"

#include <functional>
#include <optional>

namespace xp::service {

/// An import out of a database of one's own, once or on a schedule.
struct SqlImport
{
    QuerySource source;
    std::optional<Duration> every;
    Duration lookback = std::chrono::hours(24 * 14); ///< so long may facts follow an exposure
    std::string table;                               ///< the file that keeps what was read; empty: a temporary one
};

/// What the options --sql, --source, --from, --facts, ... say; nothing where they are not about a database.
/// Invalid `bad_option`; what readQuerySource says.
Result<std::optional<SqlImport>> sqlImportOf(const Arguments& arguments);

/// Reads the database and hands the table's path to `import`, again and again where there is a schedule; what goes
/// wrong is said, and tried again at the next time. Returns the process's exit code.
int runSqlImport(const SqlImport& plan, const std::string& timeColumn,
                 const std::function<int(const std::string& path)>& import);

} // namespace xp::service
