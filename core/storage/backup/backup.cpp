// SPDX-License-Identifier: Apache-2.0
#include "core/storage/backup/backup.h"

#include "core/storage/backup/backupengines.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/store.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace xp {

Failure backupFailed(const std::string& text)
{
    return fail(ErrorCode::Internal, "backup_failed", text);
}

std::string partialOf(const std::string& file)
{
    return file + ".partial";
}

namespace {

Result<void> flush(const std::string& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    const std::string why = flushed ? "" : std::strerror(errno);
    if (descriptor >= 0)
        ::close(descriptor);
    return flushed ? Result<void>() : backupFailed(path + ": " + why);
}

/// Of this release or an earlier one: what a restore takes.
Result<bool> holdsOurTables(const DatabaseUrl& url)
{
    return Store::open(url)
        .and_then([](const std::unique_ptr<Store>& store) { return store->schemaState(); })
        .map([](SchemaState state) { return state == SchemaState::Current || state == SchemaState::Older; });
}

/// A backup that could not be restored is none.
Result<void> checkWorth(const DatabaseUrl& url)
{
    if (auto there = requireDatabaseFile(url).and_then([&] { return requireWholeFile(url); }); !there)
        return there;
    return holdsOurTables(url).and_then([&](bool ours) {
        return ours ? Result<void>()
                    : fail(ErrorCode::Conflict, "nothing_to_back_up",
                           url.display + " holds no tables of this release of xp-service or an earlier one, so its "
                                         "backup could not be restored");
    });
}

} // namespace

Result<void> makeDurable(const std::string& file)
{
    if (auto flushed = flush(file, O_RDWR); !flushed)
        return flushed;
    const std::string folder = std::filesystem::path(file).parent_path().string();
    return flush(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
}

Result<void> publish(const std::string& from, const std::string& to)
{
    if (::chmod(from.c_str(), 0600) != 0) // it holds everything
        return backupFailed(from + ": " + std::strerror(errno));
    if (auto durable = makeDurable(from); !durable)
        return durable;
    if (std::rename(from.c_str(), to.c_str()) != 0)
        return backupFailed(to + ": " + std::strerror(errno));
    return makeDurable(to);
}

Result<void> checkRestored(const DatabaseUrl& url)
{
    return holdsOurTables(url).and_then([](bool ours) {
        return ours ? Result<void>()
                    : fail(ErrorCode::Conflict, "not_a_backup",
                           "It holds no tables of this release of xp-service or an earlier one");
    });
}

Result<void> backupDatabase(const DatabaseUrl& url, const std::string& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return fail(ErrorCode::Conflict, "backup_exists", file + " is there already; a backup overwrites nothing");
    if (const std::string partial = partialOf(file); std::filesystem::exists(partial, ignored))
        return fail(ErrorCode::Conflict, "backup_exists",
                    partial + " is there already, of a backup that is being made or that was cut off; in the latter "
                              "case remove it");
    if (auto worth = checkWorth(url); !worth)
        return worth;
    return url.engine == DatabaseUrl::Engine::Sqlite ? backupSqlite(url, file) : backupPostgres(url, file);
}

Result<std::string> restoreDatabase(const DatabaseUrl& url, const std::string& file, RestoreInto into)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        return fail(ErrorCode::NotFound, "backup_missing", "There is no backup " + file);
    return url.engine == DatabaseUrl::Engine::Sqlite
               ? restoreSqlite(url, file, into)
               : restorePostgres(url, file, into).map([] { return std::string(); });
}

} // namespace xp
