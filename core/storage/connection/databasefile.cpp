// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/databasefile.h"

#include "core/storage/connection/replayedlog.h"
#include "core/storage/connection/sqlerror.h"

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

namespace {

/// https://sqlite.org/fileformat2.html#the_database_header
class FileHeader
{
public:
    /// False: the file is new, or SQLite will say.
    bool read(const std::string& path)
    {
        std::ifstream file(path, std::ios::binary);
        return bool(file.read(reinterpret_cast<char*>(m_bytes.data()), m_bytes.size()));
    }
    std::uint32_t counter() const { return at(24); }
    /// 0: it was written by a SQLite before 3.7.0, which knows no logs either, and does not tell.
    std::uint32_t pages() const { return at(24) == at(92) ? at(28) : 0; }
    std::uint32_t schema() const { return at(40); }
    std::uint32_t pageSize() const
    {
        const std::uint32_t size = at(16) >> 16;
        return size == 1 ? 65536 : size;
    }
    bool operator==(const FileHeader&) const = default;

private:
    std::uint32_t at(std::size_t position) const { return bigEndian(std::span(m_bytes).subspan(position, 4)); }

    std::array<unsigned char, 100> m_bytes{};
};

/// Whether the log can have been written over this very file. Ours never become smaller, and what a checkpoint brings
/// into the file is the log's own. A transaction that makes the file larger writes the first page. One that writes it
/// makes the counter there one larger than it was or leaves it, so the file has one of the log's or the one before its
/// first; a change of the schema makes the cookie larger, and so does a backup of itself (VACUUM INTO).
bool continues(const ReplayedLog& log, const FileHeader& file)
{
    if (log.pageSize != file.pageSize())
        return false;
    if (log.leastCounter > log.mostCounter) // without the first page
        return log.pages == file.pages();
    return log.pages >= file.pages() && std::uint64_t(file.counter()) + 1 >= log.leastCounter &&
           file.counter() <= log.mostCounter && file.schema() <= log.schema;
}

Failure foreignLog(const std::string& log)
{
    return fail(
        ErrorCode::Conflict, "foreign_log",
        log + " belongs to another database than the file beside it, or to an older or a newer copy of it; SQLite "
              "would write it into the file and damage it. Nothing was changed. Move the log away and keep it, or "
              "put a backup in place of both: xp-service restore FILE --replace");
}

} // namespace

Result<void> requireWholeFile(const DatabaseUrl& url)
{
    if (url.engine != DatabaseUrl::Engine::Sqlite)
        return {};
    std::error_code problem;
    // SQLite follows links: the logs are beside what the name leads to.
    auto path = std::filesystem::canonical(url.path, problem).string();
    if (problem)
        path = url.path;
    FileHeader file;
    if (!file.read(path))
        return {};
    const std::string log = path + "-wal";
    if (const auto replayed = replayedLog(log)) {
        FileHeader now; // another process that meanwhile took one log in and began the next has judged them
        const bool isAtWork = !now.read(path) || now != file;
        return isAtWork || continues(*replayed, file) ? Result<void>() // it tells what the file is to become
                                                      : foreignLog(log);
    }
    if (const auto size = std::filesystem::file_size(path + "-journal", problem); !problem && size > 0)
        return {}; // likewise
    const std::uint64_t told = std::uint64_t(file.pages()) * file.pageSize();
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
