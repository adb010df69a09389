// SPDX-License-Identifier: Apache-2.0
// Over libpq rather than Qt's driver: its protocol takes one statement and no more, so none can end the transaction
// that only reads and begin another; and rows come one by one.
#include "core/storage/external/externalreaders.h"

#include <atomic>
#include <libpq-fe.h>
#include <string_view>

namespace xp {

namespace {

constexpr Oid kBoolean = 16;
constexpr Oid kTimestamp = 1114;
constexpr Oid kTimestampWithZone = 1184;
constexpr std::string_view kStatementCancelled = "57014";

struct CloseConnection
{
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult
{
    void operator()(PGresult* result) const { PQclear(result); }
};
struct FreeCancel
{
    void operator()(PGcancel* cancel) const { PQfreeCancel(cancel); }
};
using ConnectionPtr = std::unique_ptr<PGconn, CloseConnection>;
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

std::string inQuotes(std::string_view value)
{
    std::string out = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "'";
}

std::string connectInfoOf(const DatabaseUrl& url)
{
    std::string info = url.connectInfo;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty())
            info += std::string(" ") + key + "=" + inQuotes(value);
    };
    add("user", url.user);
    add("password", url.password);
    add("dbname", url.database);
    if (info.find("connect_timeout") == std::string::npos)
        info += " connect_timeout=10";
    return info + " client_encoding=UTF8";
}

/// As files have it: PostgreSQL writes 2024-05-01 10:00:00+00.
std::string isoTime(std::string_view text, bool withZone)
{
    std::string out(text);
    if (const std::size_t blank = out.find(' '); blank != std::string::npos)
        out[blank] = 'T';
    if (withZone && out.ends_with("+00"))
        out.resize(out.size() - 3);
    return out + 'Z';
}

std::string cellOf(std::string_view text, Oid type)
{
    switch (type) {
    case kBoolean:
        return text == "t" ? "true" : "false";
    case kTimestamp:
    case kTimestampWithZone:
        return isoTime(text, type == kTimestampWithZone);
    default:
        return std::string(text);
    }
}

class PostgresReader : public ExternalReader
{
public:
    PostgresReader(ConnectionPtr connection, const ReadLimits& limits)
        : m_connection(std::move(connection)), m_cancel(PQgetCancel(m_connection.get())), m_limits(limits)
    {
    }

    Result<void> begin()
    {
        const std::string milliseconds = std::to_string(m_limits.time.count());
        for (const std::string& sql :
             {std::string("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"), std::string("SET TIME ZONE 'UTC'"),
              std::string("SET DateStyle = 'ISO'"), "SET statement_timeout = " + milliseconds,
              std::string("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")}) {
            const ResultPtr result(PQexec(m_connection.get(), sql.c_str()));
            if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
                return wrongQuery(ErrorCode::Unavailable, "database", PQerrorMessage(m_connection.get()));
        }
        return {};
    }

    Result<std::int64_t> read(const std::string& field, const std::string& sql, const Sink& sink) override
    {
        if (!PQsendQueryParams(m_connection.get(), sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) ||
            !PQsetSingleRowMode(m_connection.get()))
            return wrongQuery(ErrorCode::Unavailable, "database", PQerrorMessage(m_connection.get()));
        std::int64_t rows = 0;
        bool named = false;
        Result<void> going;
        while (const ResultPtr result{PQgetResult(m_connection.get())}) {
            if (!going) // what is left is taken off the line
                continue;
            going = take(*result, field, sink, rows, named);
            if (!going)
                askToStop();
        }
        if (!going)
            return Failure(std::move(going.error()));
        return rows;
    }

    void cancel() override
    {
        m_cancelled = true;
        askToStop();
    }

private:
    Result<void> take(const PGresult& result, const std::string& field, const Sink& sink, std::int64_t& rows,
                      bool& named)
    {
        switch (PQresultStatus(&result)) {
        case PGRES_SINGLE_TUPLE:
        case PGRES_TUPLES_OK:
            break;
        case PGRES_COMMAND_OK:
        case PGRES_EMPTY_QUERY:
            return wrongQuery(ErrorCode::Invalid, field, "The statement must be one that reads rows, such as SELECT");
        default:
            return failure(result, field);
        }
        if (!std::exchange(named, true)) {
            std::vector<std::string> columns;
            for (int i = 0; i < PQnfields(&result); ++i)
                columns.emplace_back(PQfname(&result, i));
            if (auto taken = sink.columns(columns); !taken)
                return taken;
        }
        Cells cells(static_cast<std::size_t>(PQnfields(&result)));
        for (int row = 0; row < PQntuples(&result); ++row) {
            if (m_cancelled)
                return readingCancelled();
            if (++rows > m_limits.rows)
                return tooManyRows(field, m_limits);
            for (int i = 0; i < PQnfields(&result); ++i) {
                auto& cell = cells[static_cast<std::size_t>(i)];
                cell.reset();
                if (!PQgetisnull(&result, row, i))
                    cell = cellOf({PQgetvalue(&result, row, i), static_cast<std::size_t>(PQgetlength(&result, row, i))},
                                  PQftype(&result, i));
            }
            if (auto taken = sink.row(cells); !taken)
                return taken;
        }
        return {};
    }

    Failure failure(const PGresult& result, const std::string& field) const
    {
        if (m_cancelled)
            return readingCancelled();
        const char* state = PQresultErrorField(&result, PG_DIAG_SQLSTATE);
        if (state && state == kStatementCancelled)
            return tookTooLong(field, m_limits);
        return wrongQuery(state ? ErrorCode::Invalid : ErrorCode::Unavailable, state ? field : "database",
                          PQresultErrorMessage(&result));
    }

    void askToStop()
    {
        char ignored[256];
        (void)PQcancel(m_cancel.get(), ignored, sizeof ignored);
    }

    ConnectionPtr m_connection;
    std::unique_ptr<PGcancel, FreeCancel> m_cancel;
    ReadLimits m_limits;
    std::atomic<bool> m_cancelled = false;
};

} // namespace

Result<std::unique_ptr<ExternalReader>> openExternalPostgres(const DatabaseUrl& url, const ReadLimits& limits)
{
    ConnectionPtr connection(PQconnectdb(connectInfoOf(url).c_str()));
    if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
        return wrongQuery(ErrorCode::Unavailable, "database",
                          connection ? PQerrorMessage(connection.get()) : "out of memory");
    PQsetNoticeReceiver(
        connection.get(), [](void*, const PGresult*) {}, nullptr); // libpq would print them
    auto reader = std::make_unique<PostgresReader>(std::move(connection), limits);
    if (auto begun = reader->begin(); !begun)
        return Failure(std::move(begun.error()));
    return reader;
}

} // namespace xp
