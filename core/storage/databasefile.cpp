// SPDX-License-Identifier: Apache-2.0
#include "core/storage/databasefile.h"

#include "core/storage/sqlerror.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
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

Result<void> requireFullLength(const DatabaseUrl& url)
{
    if (url.engine != DatabaseUrl::Engine::Sqlite)
        return {};
    std::error_code problem;
    // SQLite follows links: the logs are beside what the name leads to.
    auto path = std::filesystem::canonical(url.path, problem).string();
    if (problem)
        path = url.path;
    for (const char* log : {"-wal", "-journal"}) {
        if (const auto size = std::filesystem::file_size(path + log, problem); !problem && size > 0)
            return {}; // it tells what the file is to become
    }
    std::ifstream file(path, std::ios::binary);
    std::array<unsigned char, 100> header{};
    if (!file.read(reinterpret_cast<char*>(header.data()), header.size()))
        return {}; // new, or SQLite will say
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::uint64_t value = 0;
        for (std::size_t i = at; i < at + bytes; ++i)
            value = value << 8 | header[i];
        return value;
    };
    const std::uint64_t pageSize = number(16, 2) == 1 ? 65536 : number(16, 2);
    const std::uint64_t told = number(24, 4) == number(92, 4) ? number(28, 4) * pageSize : 0;
    const auto size = std::filesystem::file_size(path, problem);
    constexpr int kCorrupt = 11; // SQLITE_CORRUPT, as SQLite says of a file cut by whole pages
    if (problem || size >= told)
        return {};
    return Failure(classifyResult(kCorrupt, std::to_string(size) + " bytes of " + std::to_string(told)));
}

Result<void> requireWritable(const DatabaseUrl& url)
{
    if (url.engine != DatabaseUrl::Engine::Sqlite || ::access(url.path.c_str(), W_OK) == 0)
        return {};
    constexpr int kReadOnly = 8; // SQLITE_READONLY, as SQLite would say at the first write
    return Failure(classifyResult(kReadOnly, url.path + ": " + std::strerror(errno)));
}

} // namespace xp
