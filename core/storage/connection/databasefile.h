// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"

namespace xp {

/// Makes an empty file that nobody but its owner may read, where there is none; SQLite and pg_dump fill such a one, and
/// SQLite makes its write-ahead log alike. What stands in the way of that is said by whoever opens the file next.
void makePrivate(const std::string& path);

/// NotFound `database_missing` where the URL names a SQLite file that is not there: opening it would make it, and a
/// misspelt name would pass for a database without content.
Result<void> requireDatabaseFile(const DatabaseUrl& url);

/// Internal `database_corrupt` where the URL names a SQLite file that is shorter than it says of itself: SQLite looks
/// at whole pages only, and would write to what is left. Conflict `foreign_log` where the write-ahead log beside it is
/// another file's, or another copy's: SQLite takes any, and writes it into the file. To be called before this process
/// has opened the database, as SQLite's locks end with any descriptor of the file.
Result<void> requireWholeFile(const DatabaseUrl& url);

/// Unavailable `database_read_only` where the URL names a SQLite file that this process may not write: SQLite would
/// open it all the same, to read.
Result<void> requireWritable(const DatabaseUrl& url);

} // namespace xp
