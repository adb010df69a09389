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
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<ServiceLock> lockForService(const DatabaseUrl& url)
{
    if (url.engine != DatabaseUrl::Engine::Sqlite)
        return ServiceLock();
    // A file beside the database: a lock on the database itself would be one of SQLite's own. It stays there when the
    // service ends, as removing it would let two others each lock a file of that name.
    const std::string path = url.path + "-service.lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Failure(unavailable(path + ": " + std::strerror(errno)));
    ServiceLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::Conflict, "database_in_use",
                    "Another service is using " + url.display + "; a SQLite file takes one, PostgreSQL takes many",
                    {{"database", url.display}});
    return lock;
}

} // namespace xp
