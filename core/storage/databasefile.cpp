// SPDX-License-Identifier: Apache-2.0
#include "core/storage/databasefile.h"

#include "core/storage/sqlerror.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace xp {

void makePrivate(const std::string& path)
{
    // O_EXCL: of a file that is there no descriptor must be closed, which would end SQLite's locks on it.
    if (const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); descriptor >= 0)
        ::close(descriptor);
}

Result<void> requireDatabaseFile(const DatabaseUrl& url)
{
    std::error_code ignored;
    if (url.engine == DatabaseUrl::Engine::Sqlite && !std::filesystem::exists(url.path, ignored))
        return fail(ErrorCode::NotFound, "database_missing", "There is no database " + url.display);
    return {};
}

Result<void> requireWritable(const DatabaseUrl& url)
{
    if (url.engine != DatabaseUrl::Engine::Sqlite || ::access(url.path.c_str(), W_OK) == 0)
        return {};
    constexpr int kReadOnly = 8; // SQLITE_READONLY, as SQLite would say at the first write
    return Failure(classifyResult(kReadOnly, url.path + ": " + std::strerror(errno)));
}

} // namespace xp
