// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/logwrites.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <sqlite3.h>
#include <utility>
#include <vector>

namespace xp {

namespace {

constexpr std::size_t kMost = 120 * 1024; ///< SQLite's file system takes less than 128 KiB at a time
constexpr int kFrameHeader = 24;          ///< bytes before each page, https://www.sqlite.org/fileformat2.html#walformat
constexpr int kWriteLock = 0;             ///< WAL_WRITE_LOCK, https://www.sqlite.org/walformat.html

/// Writes to a log that follow one another, kept until they must be seen.
class Pending
{
public:
    bool continues(sqlite3_int64 offset) const
    {
        return m_bytes.empty() || offset == m_begin + static_cast<sqlite3_int64>(m_bytes.size());
    }
    bool hasRoom(std::size_t amount) const { return m_bytes.size() + amount <= kMost; }

    /// The header of a transaction's last page says how large the database is then; that of any other says 0.
    void add(const std::byte* bytes, std::size_t amount, sqlite3_int64 offset)
    {
        if (m_bytes.empty())
            m_begin = offset;
        m_bytes.insert(m_bytes.end(), bytes, bytes + amount);
        if (amount == kFrameHeader)
            m_isLastPage = std::any_of(bytes + 4, bytes + 8, [](std::byte b) { return b != std::byte{0}; });
        else
            m_isComplete = std::exchange(m_isLastPage, false);
    }
    /// A whole transaction: others may read it as soon as SQLite has told them.
    bool isComplete() const { return m_isComplete; }

    /// What cannot be written is forgotten: SQLite has been told, and somebody else may write there next. A last page
    /// whose header has been written without it stays one.
    int write(const sqlite3_io_methods& system, sqlite3_file* file)
    {
        if (m_bytes.empty())
            return SQLITE_OK;
        const int code = system.xWrite(file, m_bytes.data(), static_cast<int>(m_bytes.size()), m_begin);
        m_bytes.clear();
        m_isComplete = false;
        m_isLastPage = m_isLastPage && code == SQLITE_OK;
        return code;
    }
    void forget()
    {
        m_bytes.clear();
        m_isLastPage = m_isComplete = false;
    }

private:
    std::vector<std::byte> m_bytes;
    sqlite3_int64 m_begin = 0;
    bool m_isLastPage = false;
    bool m_isComplete = false;
};

/// What we keep of an open file, behind what SQLite's file system keeps of it.
struct Ours
{
    sqlite3_io_methods methods; ///< those that are called: the system's, but for a few
    const sqlite3_io_methods* system;
    sqlite3_file* partner; ///< a log's database, a database's log
    Pending pending;       ///< a log's
};

sqlite3_vfs* s_system = nullptr;
std::size_t s_oursAt = 0; ///< from the beginning of a file

Ours& ours(sqlite3_file* file)
{
    return *std::launder(reinterpret_cast<Ours*>(reinterpret_cast<std::byte*>(file) + s_oursAt));
}

int writePending(sqlite3_file* file)
{
    return ours(file).pending.write(*ours(file).system, file);
}

int logWrite(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset)
{
    Pending& pending = ours(file).pending;
    const auto size = static_cast<std::size_t>(amount);
    if (!pending.continues(offset) || !pending.hasRoom(size)) {
        if (const int code = writePending(file); code != SQLITE_OK)
            return code;
    }
    if (size > kMost)
        return ours(file).system->xWrite(file, bytes, amount, offset);
    pending.add(static_cast<const std::byte*>(bytes), size, offset);
    return pending.isComplete() ? writePending(file) : SQLITE_OK;
}

int logRead(sqlite3_file* file, void* bytes, int amount, sqlite3_int64 offset)
{
    const int code = writePending(file);
    return code == SQLITE_OK ? ours(file).system->xRead(file, bytes, amount, offset) : code;
}

int logTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    const int code = writePending(file);
    return code == SQLITE_OK ? ours(file).system->xTruncate(file, size) : code;
}

int logSync(sqlite3_file* file, int flags)
{
    const int code = writePending(file);
    return code == SQLITE_OK ? ours(file).system->xSync(file, flags) : code;
}

int logSize(sqlite3_file* file, sqlite3_int64* size)
{
    const int code = writePending(file);
    return code == SQLITE_OK ? ours(file).system->xFileSize(file, size) : code;
}

/// What is pending belongs to no transaction that anybody has been told of.
int logClose(sqlite3_file* file)
{
    const sqlite3_io_methods* const system = ours(file).system;
    ours(ours(file).partner).partner = nullptr;
    std::destroy_at(&ours(file));
    return system->xClose(file);
}

/// Pages of a transaction that was rolled back go no further: whoever takes the lock next writes in their place.
int databaseLock(sqlite3_file* file, int offset, int count, int flags)
{
    if ((flags & SQLITE_SHM_UNLOCK) != 0 && offset == kWriteLock && ours(file).partner)
        ours(ours(file).partner).pending.forget();
    return ours(file).system->xShmLock(file, offset, count, flags);
}

int databaseClose(sqlite3_file* file)
{
    const sqlite3_io_methods* const system = ours(file).system;
    std::destroy_at(&ours(file));
    return system->xClose(file);
}

Ours& takeOver(sqlite3_file* file, sqlite3_file* partner)
{
    auto* made = new (reinterpret_cast<std::byte*>(file) + s_oursAt)
        Ours{*file->pMethods, file->pMethods, partner, {}}; // ended when the file is closed
    file->pMethods = &made->methods;
    return *made;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened)
{
    const int code = s_system->xOpen(s_system, name, file, flags, opened);
    if (code != SQLITE_OK)
        return code;
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0 && file->pMethods->iVersion >= 2) {
        sqlite3_io_methods& methods = takeOver(file, nullptr).methods;
        methods.xShmLock = databaseLock;
        methods.xClose = databaseClose;
    } else if ((flags & SQLITE_OPEN_WAL) != 0) {
        sqlite3_file* const database = sqlite3_database_file_object(name);
        if (database->pMethods->xShmLock != databaseLock)
            return code;
        sqlite3_io_methods& methods = takeOver(file, database).methods;
        methods.xWrite = logWrite;
        methods.xRead = logRead;
        methods.xTruncate = logTruncate;
        methods.xSync = logSync;
        methods.xFileSize = logSize;
        methods.xClose = logClose;
        ours(database).partner = file;
    }
    return code;
}

} // namespace

void gatherLogWrites()
{
    static std::once_flag s_once;
    std::call_once(s_once, [] {
        static sqlite3_vfs s_gathering;
        s_system = sqlite3_vfs_find(nullptr);
        constexpr std::size_t kAlignment = alignof(Ours);
        s_oursAt = (static_cast<std::size_t>(s_system->szOsFile) + kAlignment - 1) / kAlignment * kAlignment;
        s_gathering = *s_system;
        s_gathering.pNext = nullptr;
        s_gathering.zName = "xp-gathering";
        s_gathering.szOsFile = static_cast<int>(s_oursAt + sizeof(Ours));
        s_gathering.xOpen = open;
        sqlite3_vfs_register(&s_gathering, /*makeDefault=*/1);
    });
}

} // namespace xp
