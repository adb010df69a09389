// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace xp {

/// An unsigned number as SQLite's files hold them: the first byte counts most.
inline std::uint32_t bigEndian(std::span<const unsigned char> bytes)
{
    std::uint32_t value = 0;
    for (const unsigned char byte : bytes)
        value = value << 8 | byte;
    return value;
}

/// What SQLite will write into a database's file of the write-ahead log beside it.
struct ReplayedLog
{
    std::uint32_t pageSize = 0; ///< bytes
    std::uint32_t pages = 0;    ///< of the database, after the last commit

    /// What the log's versions of the first page hold. Of the file change counters, least > most: it has none.
    std::uint32_t leastCounter = UINT32_MAX;
    std::uint32_t mostCounter = 0;
    std::uint32_t schema = 0; ///< the latest version's schema cookie
};

/// Nothing where SQLite will leave the file as it is: no log, none that it takes for one, no commit in it; or where the
/// log is begun anew while it is being read, so that a process at work has judged it when it opened the database.
std::optional<ReplayedLog> replayedLog(const std::string& path);

} // namespace xp
