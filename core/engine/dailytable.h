// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/engine/querytable.h"

namespace xp {

struct RefreshedTable
{
    std::string since;         ///< the first day that was read, as a date; empty: all
    std::int64_t rowsRead = 0; ///< of the database
    std::int64_t rowsKept = 0; ///< of earlier days, as they were read before
};

/// Brings a table on disk (see writeTable) up to date, a part at a time by the day of the exposure. Where the SQL names
/// {{since}} and the table is there, rows from `lookback` before its latest exposure on are read anew; older ones stay
/// as they are. Else everything is read. The table is replaced at once, or not at all.
/// `timeColumn` holds the exposure's time. Errors: those of writeTable; Invalid `time_column` where {{since}} is used
/// without a time column, or a row's time cannot be read.
Result<RefreshedTable> refreshTable(ExternalReader& reader, const QuerySource& source, const QString& path,
                                    const std::string& timeColumn, Duration lookback);

} // namespace xp
