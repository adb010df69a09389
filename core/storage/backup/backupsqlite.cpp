// SPDX-License-Identifier: Apache-2.0
#include "core/storage/backup/backupengines.h"
#include "core/storage/connection/connection.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/pagecheck.h"
#include "core/storage/connection/servicelock.h"

#include <algorithm>
#include <filesystem>

namespace xp {

namespace {

namespace fs = std::filesystem;

/// The write-ahead log and its index belong to the file.
constexpr std::array<const char*, 3> kParts{"", "-wal", "-shm"};

void removeLog(const std::string& path)
{
    std::error_code ignored;
    fs::remove(path + "-wal", ignored);
    fs::remove(path + "-shm", ignored);
}

void removeAll(const std::string& path)
{
    std::error_code ignored;
    fs::remove(path, ignored);
    removeLog(path);
}

DatabaseUrl urlOf(const DatabaseUrl& like, const std::string& path)
{
    DatabaseUrl url = like;
    url.path = path;
    url.display = "sqlite:///" + path;
    return url;
}

/// Of a backup that is being made. Over the connection at hand: one of its own would turn on a write-ahead log for it.
Result<void> checkMade(Connection& connection, const std::string& file)
{
    return connection.run("ATTACH DATABASE ? AS made", {param(file)}).and_then([&](std::int64_t) {
        return checkPages(connection, PageCheck::PagesAndIndexes, "made");
    });
}

/// Of a backup's copy.
Result<void> checkWhole(const DatabaseUrl& copy, const std::string& file)
{
    auto checked = requireWholeFile(copy)
                       .and_then([&] { return Connection::open(copy); })
                       .and_then([](const std::unique_ptr<Connection>& connection) {
                           return checkPages(*connection, PageCheck::PagesAndIndexes);
                       });
    if (!checked && checked.error().sentence.code == "database_corrupt")
        return fail(ErrorCode::Conflict, "not_a_backup",
                    file + " is no backup or is damaged: " + checked.error().sentence.arguments.value("detail", ""));
    return checked;
}

bool anyPartOf(const std::string& path)
{
    return std::ranges::any_of(kParts, [&](const char* part) {
        std::error_code ignored;
        return fs::exists(fs::symlink_status(path + part, ignored));
    });
}

/// Where what gives way is kept: nothing that an earlier restore has kept is overwritten.
std::string freeNameBeside(const std::string& path)
{
    const std::string first = path + ".before-restore";
    std::string name = first;
    for (int number = 2; anyPartOf(name); ++number)
        name = first + '-' + std::to_string(number);
    return name;
}

/// Takes what the write-ahead log holds into the file, which is whole without it then. Conflict: somebody is reading or
/// writing. A file that is too damaged for that, or that the log would damage, is left to its second names.
Result<void> settleLog(const DatabaseUrl& url)
{
    std::error_code none;
    if (const auto size = fs::file_size(url.path + "-wal", none); none || size == 0)
        return {};
    bool isBusy = false;
    auto settled = requireWholeFile(url)
                       .and_then([&] { return Connection::open(url); })
                       .and_then([&](const std::unique_ptr<Connection>& connection) {
                           return connection->run("PRAGMA wal_checkpoint(TRUNCATE)", {},
                                                  [&](const Row& row) { isBusy = row.integer(0) != 0; });
                       });
    if (!settled && settled.error().code == ErrorCode::Unavailable)
        return Failure(std::move(settled.error()));
    return isBusy ? fail(ErrorCode::Conflict, "database_in_use", url.display + " is being used; try again later")
                  : Result<void>();
}

/// Gives a second name. Where the file system has no links it is a copy's: the first name stays in any case.
Result<void> nameAlso(const std::string& from, const std::string& to)
{
    std::error_code problem;
    if (!fs::exists(fs::symlink_status(from, problem)))
        return {};
    fs::create_hard_link(from, to, problem);
    if (!problem)
        return {};
    problem.clear();
    fs::copy_file(from, to, problem);
    return problem ? Result<void>(backupFailed(to + ": " + problem.message())) : makeDurable(to);
}

/// After a failure: the names as they were, unless the new file has its own already, which is not at `arriving` then.
/// Returns the old file's.
std::string takeBack(const std::string& arriving, const std::string& path, const std::string& aside)
{
    std::error_code ignored;
    if (!fs::exists(arriving, ignored))
        return aside;
    for (const char* part : kParts) {
        if (fs::exists(fs::symlink_status(path + part, ignored)))
            fs::remove(aside + part, ignored);
        else
            fs::rename(aside + part, path + part, ignored);
    }
    return path;
}

/// The old file gets a second name, and the new one takes the first in one step, so that there is a database at every
/// moment. The old write-ahead log is gone before that: SQLite would apply it to the new file. What it held is in the
/// old file by then, unless that is too damaged or the log not its own; the second names keep both as they were.
Result<void> takePlace(const std::string& arriving, const std::string& path, const std::string& aside)
{
    Result<void> done;
    for (const char* part : kParts) {
        if (done)
            done = nameAlso(path + part, aside + part);
    }
    if (done)
        done = makeDurable(aside);
    if (done) {
        removeLog(path);
        done = publish(arriving, path);
    }
    if (!done)
        done.error().sentence.text += ". What the database was is " + takeBack(arriving, path, aside);
    return done;
}

} // namespace

Result<void> backupSqlite(const DatabaseUrl& url, const std::string& file)
{
    auto connection = Connection::open(url);
    if (!connection)
        return Failure(std::move(connection.error()));
    const std::string partial = partialOf(file);
    makePrivate(partial);
    // One read transaction: writers go on, and what they commit meanwhile is not in it.
    auto copied = (*connection)->run("VACUUM INTO ?", {param(partial)}).and_then([&](std::int64_t) {
        return checkMade(**connection, partial); // what is made of a damaged file may be no better
    });
    connection->reset();
    auto published = copied.and_then([&] { return publish(partial, file); });
    if (!published)
        removeAll(partial);
    return published;
}

Result<std::string> restoreSqlite(const DatabaseUrl& url, const std::string& file, RestoreInto into)
{
    std::error_code problem;
    const std::string lockFile = lockFileOf(url);
    const bool isNew = !fs::exists(url.path, problem);
    const bool isLockNew = !fs::exists(lockFile, problem);
    const auto lock = lockForService(url);
    if (!lock)
        return Failure(lock.error());
    const bool occupied = fs::file_size(url.path, problem) > 0;
    const std::string aside = occupied ? freeNameBeside(url.path) : std::string();
    if (occupied && into == RestoreInto::Nothing)
        return fail(ErrorCode::Conflict, "database_occupied",
                    url.display + " is there already; with --replace it is kept as " + aside +
                        " and the backup takes its place");
    const std::string arriving = url.path + ".restoring";
    removeAll(arriving);
    fs::copy_file(file, arriving, problem);
    const DatabaseUrl copy = urlOf(url, arriving);
    auto done = problem ? Result<void>(backupFailed(arriving + ": " + problem.message()))
                        : checkWhole(copy, file).and_then([&] { return checkRestored(copy); });
    if (done && occupied) {
        done = settleLog(url).and_then([&] { return takePlace(arriving, url.path, aside); });
    } else if (done) {
        removeLog(url.path); // of a file that is gone: SQLite would apply it to the new one
        done = publish(arriving, url.path);
    }
    removeAll(arriving);
    if (!done && isNew && !occupied) { // the lock has made both
        fs::remove(url.path, problem);
        if (isLockNew)
            fs::remove(lockFile, problem);
    }
    return done.map([&] { return aside; });
}

} // namespace xp
