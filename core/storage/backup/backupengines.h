// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/backup/backup.h"

namespace xp {

Result<void> backupSqlite(const DatabaseUrl& url, const std::string& file);
/// Where what was there is kept; empty: nothing was.
Result<std::string> restoreSqlite(const DatabaseUrl& url, const std::string& file, RestoreInto into);
Result<void> backupPostgres(const DatabaseUrl& url, const std::string& file);
Result<void> restorePostgres(const DatabaseUrl& url, const std::string& file, RestoreInto into);

Failure backupFailed(const std::string& text);
/// What a backup is called until it is whole.
std::string partialOf(const std::string& file);
/// Flushes a file and then its name to disk.
Result<void> makeDurable(const std::string& file);
/// Gives a finished file its name, durably.
Result<void> publish(const std::string& from, const std::string& to);
/// Conflict or Internal unless the database holds this program's tables, of this release or an earlier one.
Result<void> checkRestored(const DatabaseUrl& url);

} // namespace xp
