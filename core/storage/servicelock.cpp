// SPDX-License-Identifier: Apache-2.0
#include "core/storage/servicelock.h"

#include "core/storage/sqlerror.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace xp {

ServiceLock::~ServiceLock()
{
    for (const int descriptor : m_descriptors)
        ::close(descriptor);
}

Result<ServiceLock> lockForService(const DatabaseUrl& url)
{
    ServiceLock lock;
    if (url.engine != DatabaseUrl::Engine::Sqlite)
        return lock;
    // The file beside the database is what stays when a restore puts another file in the database's place; it is not
    // removed when the service ends, as two others could then each lock a file of that name. The lock on the database
    // itself is seen under whatever name it is opened; it is of another kind than SQLite's own, which it leaves alone.
    for (const std::string& path : {url.path + "-service.lock", url.path}) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return Failure(unavailable(path + ": " + std::strerror(errno)));
        lock.hold(descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return fail(ErrorCode::Conflict, "database_in_use",
                        "Another service is using " + url.display + "; a SQLite file takes one, PostgreSQL takes many",
                        {{"database", url.display}});
    }
    return lock;
}

} // namespace xp
