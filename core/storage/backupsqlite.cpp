// SPDX-License-Identifier: Apache-2.0
#include "core/storage/backupengines.h"
#include "core/storage/connection.h"
#include "core/storage/databasefile.h"
#include "core/storage/servicelock.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace xp {

namespace {

namespace fs = std::filesystem;

/// The write-ahead log and its index belong to the file.
constexpr std::array<const char*, 3> kParts{"", "-wal", "-shm"};

void removeAll(const std::string& path)
{
    std::error_code ignored;
    for (const char* part : kParts)
        fs::remove(path + part, ignored);
}

DatabaseUrl urlOf(const DatabaseUrl& like, const std::string& path)
{
    DatabaseUrl url = like;
    url.path = path;
    url.display = "sqlite:///" + path;
    return url;
}

/// Every page and index is looked at.
Result<void> checkWhole(const DatabaseUrl& url)
{
    auto connection = Connection::open(url);
    if (!connection)
        return Failure(std::move(connection.error()));
    std::string verdict;
    auto checked = (*connection)->run("PRAGMA integrity_check(1)", {}, [&](const Row& row) { verdict = row.text(0); });
    if (!checked)
        return Failure(std::move(checked.error()));
    if (verdict != "ok")
        return fail(ErrorCode::Internal, "database_corrupt", url.path + " is damaged: " + verdict);
    return {};
}

Result<void> moveAside(const std::string& path)
{
    const std::string aside = path + ".before-restore";
    removeAll(aside);
    for (const char* part : kParts) {
        if (std::rename((path + part).c_str(), (aside + part).c_str()) != 0 && errno != ENOENT)
            return backupFailed(aside + part + ": " + std::strerror(errno));
    }
    return {};
}

} // namespace

Result<void> backupSqlite(const DatabaseUrl& url, const std::string& file)
{
    auto connection = Connection::open(url);
    if (!connection)
        return Failure(std::move(connection.error()));
    const std::string partial = file + ".partial";
    removeAll(partial);
    makePrivate(partial);
    // One read transaction: writers go on, and what they commit meanwhile is not in it.
    auto copied = (*connection)->run("VACUUM INTO ?", {param(partial)});
    auto published = copied ? publish(partial, file) : Result<void>(Failure(copied.error()));
    if (!published)
        removeAll(partial);
    return published;
}

Result<void> restoreSqlite(const DatabaseUrl& url, const std::string& file, RestoreInto into)
{
    std::error_code problem;
    const bool isNew = !fs::exists(url.path, problem);
    const auto lock = lockForService(url);
    if (!lock)
        return Failure(lock.error());
    const bool occupied = fs::file_size(url.path, problem) > 0;
    if (occupied && into == RestoreInto::Nothing)
        return fail(ErrorCode::Conflict, "database_occupied",
                    url.display + " is there already; with --replace it is kept as " + url.path +
                        ".before-restore and the backup takes its place");
    const std::string arriving = url.path + ".restoring";
    removeAll(arriving);
    fs::copy_file(file, arriving, problem);
    const DatabaseUrl copy = urlOf(url, arriving);
    auto checked = problem ? Result<void>(backupFailed(arriving + ": " + problem.message()))
                           : checkWhole(copy).and_then([&] { return checkRestored(copy); });
    if (checked && occupied)
        checked = moveAside(url.path);
    if (checked)
        checked = publish(arriving, url.path);
    removeAll(arriving);
    if (!checked && isNew && !occupied)
        fs::remove(url.path, problem); // the lock has made it
    return checked;
}

} // namespace xp
