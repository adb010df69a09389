// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"

namespace xp {

/// Writes all of a database as it is at one moment to a new file, while services go on using it: SQLite as a database
/// file, PostgreSQL in the custom format of pg_dump, whose programs must be installed. The file has its name only once
/// it is whole and on disk. Conflict: the file, or `FILE.partial`, is there already; NotFound: there is no such
/// database.
Result<void> backupDatabase(const DatabaseUrl& url, const std::string& file);

enum class RestoreInto {
    Nothing, ///< Conflict when the database holds anything
    Anything ///< what it holds is replaced; a SQLite file is kept beside, under a new name
};

/// Puts a backup in place of a database that no service is using. What is no whole backup of this program's is refused
/// before anything is changed. Returns the file that keeps what was there: `NAME.before-restore`,
/// `NAME.before-restore-2` and so on; empty: there was none, or it is PostgreSQL.
Result<std::string> restoreDatabase(const DatabaseUrl& url, const std::string& file, RestoreInto into);

} // namespace xp
