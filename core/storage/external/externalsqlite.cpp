// SPDX-License-Identifier: Apache-2.0
// Over SQLite itself rather than Qt's driver, which can neither end a statement that takes too long nor tell one that
// writes.
#include "core/storage/external/externalreaders.h"

#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <sqlite3.h>

namespace xp {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStepsBetweenLooks = 10'000; ///< of SQLite's machine, at the clock
constexpr int kLockMilliseconds = 10'000;

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct Finalize
{
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

std::string numberText(double value)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

class SqliteReader : public ExternalReader
{
public:
    SqliteReader(std::unique_ptr<sqlite3, CloseDatabase> database, const ReadLimits& limits)
        : m_database(std::move(database)), m_limits(limits)
    {
        sqlite3_busy_timeout(m_database.get(), kLockMilliseconds);
        sqlite3_progress_handler(m_database.get(), kStepsBetweenLooks, &SqliteReader::mayNotGoOn, this);
    }

    Result<void> begin()
    {
        m_deadline = Clock::now() + m_limits.time;
        // Reading the schema shows whether it is a database at all.
        for (const char* sql : {"BEGIN", "SELECT count(*) FROM sqlite_schema"}) {
            if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
                return wrongQuery(ErrorCode::Unavailable, "database", sqlite3_errmsg(m_database.get()));
        }
        return {};
    }

    Result<std::int64_t> read(const std::string& field, const std::string& sql, const Sink& sink) override
    {
        m_deadline = Clock::now() + m_limits.time;
        sqlite3_stmt* prepared = nullptr;
        const char* rest = nullptr;
        const int status = sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &prepared, &rest);
        const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
        if (status != SQLITE_OK)
            return failure(field);
        if (!statement || sqlite3_column_count(prepared) == 0 || !sqlite3_stmt_readonly(prepared))
            return wrongQuery(ErrorCode::Invalid, field, "The statement must be one that reads rows, such as SELECT");
        if (!isBlank(rest))
            return wrongQuery(ErrorCode::Invalid, field, "There must be one statement and no more");
        std::vector<std::string> columns;
        for (int i = 0; i < sqlite3_column_count(prepared); ++i)
            columns.emplace_back(sqlite3_column_name(prepared, i));
        if (auto taken = sink.columns(columns); !taken)
            return Failure(std::move(taken.error()));
        return readRows(*prepared, field, sink);
    }

    void cancel() override { m_cancelled = true; }

private:
    Result<std::int64_t> readRows(sqlite3_stmt& statement, const std::string& field, const Sink& sink)
    {
        Cells cells(static_cast<std::size_t>(sqlite3_column_count(&statement)));
        std::int64_t rows = 0;
        for (;;) {
            const int status = sqlite3_step(&statement);
            if (status == SQLITE_DONE)
                return rows;
            if (status != SQLITE_ROW || mayNotGoOn(this))
                return failure(field);
            if (++rows > m_limits.rows)
                return tooManyRows(field, m_limits);
            for (int i = 0; i < sqlite3_column_count(&statement); ++i)
                cells[static_cast<std::size_t>(i)] = cellOf(statement, i);
            if (auto taken = sink.row(cells); !taken)
                return Failure(std::move(taken.error()));
        }
    }

    static std::optional<std::string> cellOf(sqlite3_stmt& statement, int column)
    {
        switch (sqlite3_column_type(&statement, column)) {
        case SQLITE_NULL:
            return std::nullopt;
        case SQLITE_FLOAT:
            return numberText(sqlite3_column_double(&statement, column));
        default: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(&statement, column));
            return std::string(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(&statement, column)));
        }
        }
    }

    Failure failure(const std::string& field) const
    {
        if (m_cancelled)
            return readingCancelled();
        if (Clock::now() >= m_deadline)
            return tookTooLong(field, m_limits);
        return wrongQuery(ErrorCode::Invalid, field, sqlite3_errmsg(m_database.get()));
    }

    static int mayNotGoOn(void* reader)
    {
        const auto* self = static_cast<SqliteReader*>(reader);
        return self->m_cancelled || Clock::now() >= self->m_deadline ? 1 : 0;
    }

    std::unique_ptr<sqlite3, CloseDatabase> m_database;
    ReadLimits m_limits;
    Clock::time_point m_deadline;
    std::atomic<bool> m_cancelled = false;
};

} // namespace

Result<std::unique_ptr<ExternalReader>> openExternalSqlite(const DatabaseUrl& url, const ReadLimits& limits)
{
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(url.path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    std::unique_ptr<sqlite3, CloseDatabase> database(opened);
    if (status != SQLITE_OK)
        return wrongQuery(ErrorCode::Unavailable, "database",
                          url.path + ": " + (opened ? sqlite3_errmsg(opened) : "out of memory"));
    auto reader = std::make_unique<SqliteReader>(std::move(database), limits);
    if (auto begun = reader->begin(); !begun)
        return Failure(std::move(begun.error()));
    return reader;
}

} // namespace xp
