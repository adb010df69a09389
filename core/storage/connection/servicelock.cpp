// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/servicelock.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace xp {

namespace {

/// Any number that no other program uses with the same database.
constexpr std::int64_t kServiceSessions = 0x7870'7365'7276'6963;

Error notOpened(const std::string& path, int error)
{
    const std::string detail = path + ": " + std::strerror(error);
    constexpr int kReadOnly = 8; // SQLITE_READONLY, as SQLite would say at the first write
    return error == EACCES || error == EROFS ? classifyResult(kReadOnly, detail) : unavailable(detail);
}

} // namespace

ServiceLock::~ServiceLock()
{
    for (const int descriptor : m_descriptors)
        ::close(descriptor);
}

std::string lockFileOf(const DatabaseUrl& url)
{
    return url.path + "-service.lock";
}

Result<ServiceLock> lockForService(const DatabaseUrl& url)
{
    ServiceLock lock;
    if (url.engine != DatabaseUrl::Engine::Sqlite)
        return lock;
    // The file beside the database is what stays when a restore puts another file in the database's place; it is not
    // removed when the service ends, as two others could then each lock a file of that name. The lock on the database
    // itself is seen under whatever name it is opened; it is of another kind than SQLite's own, which it leaves alone.
    for (const std::string& path : {lockFileOf(url), url.path}) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return Failure(notOpened(path, errno));
        lock.hold(descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return fail(ErrorCode::Conflict, "database_in_use",
                        "Another service is using " + url.display + "; a SQLite file takes one, PostgreSQL takes many",
                        {{"database", url.display}});
    }
    return lock;
}

Result<void> showService(Connection& connection)
{
    if (!connection.isPostgres())
        return {};
    // Nobody takes it alone, so nobody waits.
    return connection.run("SELECT pg_try_advisory_lock_shared(?)", {param(kServiceSessions)}).map([](std::int64_t) {});
}

Result<std::int64_t> servicesShown(Connection& connection)
{
    std::int64_t sessions = 0;
    if (!connection.isPostgres())
        return sessions;
    auto read = connection.run("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND"
                               " (CAST(classid AS BIGINT) << 32) + CAST(objid AS BIGINT) = ? AND database ="
                               " (SELECT oid FROM pg_database WHERE datname = current_database())",
                               {param(kServiceSessions)}, [&](const Row& row) { sessions = row.integer(0); });
    return read.map([&](std::int64_t) { return sessions; });
}

} // namespace xp
