// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/sqlerror.h"

#include <QSqlError>
#include <algorithm>
#include <array>

namespace xp {

namespace {

Error failureOf(ErrorCode code, std::string reason, std::string text, std::string detail, std::string native)
{
    return {
        code, {std::move(reason), {{"detail", std::move(detail)}, {"code", std::move(native)}}, std::move(text)}, {}};
}

} // namespace

/// SQLite's result codes, https://sqlite.org/rescode.html; the primary code is in the low byte.
Error classifyResult(int code, std::string detail)
{
    enum Primary {
        Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        CantOpen = 14,
        NotADb = 26
    };
    constexpr int kPrimaryKeyTaken = 1555;
    constexpr int kUniqueTaken = 2067;
    std::string native = std::to_string(code);
    if (code == kPrimaryKeyTaken || code == kUniqueTaken || detail.find("UNIQUE constraint") != std::string::npos)
        return failureOf(ErrorCode::Conflict, "duplicate", "The row is there already", std::move(detail),
                         std::move(native));
    switch (code & 0xFF) {
    case Busy:
    case Locked:
    case IoError:
    case CantOpen:
        return unavailable(std::move(detail));
    case ReadOnly:
        return failureOf(ErrorCode::Unavailable, "database_read_only",
                         "The database is read-only; the service must be able to write the file and its folder",
                         std::move(detail), std::move(native));
    case Full:
        return failureOf(ErrorCode::Unavailable, "database_full", "The disk of the database is full", std::move(detail),
                         std::move(native));
    case Corrupt:
    case NotADb:
        return failureOf(ErrorCode::Internal, "database_corrupt",
                         "The file is no database or is damaged; restore it from a backup", std::move(detail),
                         std::move(native));
    default:
        return failureOf(ErrorCode::Internal, "database_error", "The database refused a statement", std::move(detail),
                         std::move(native));
    }
}

/// PostgreSQL, SQLSTATE. Every error of a server has one: none means that the connection broke under the call.
bool isConnectionLost(std::string_view state)
{
    constexpr std::array kStates{"57P01", "57P02", "57P03", "57P05", "25006", "53300", "3D000"};
    return state.empty() || state.starts_with("08") ||
           std::ranges::any_of(kStates, [&](std::string_view s) { return s == state; });
}

Error classifyState(std::string state, std::string detail)
{
    if (state == "40001" || state == "40P01")
        return failureOf(ErrorCode::Unavailable, "transaction_conflict",
                         "The transaction collided with another one; try again", std::move(detail), std::move(state));
    if (state == "23505")
        return failureOf(ErrorCode::Conflict, "duplicate", "The row is there already", std::move(detail),
                         std::move(state));
    // 53: out of resources; 57014: cut by the time limit; 55P03: a lock was not to be had.
    if (isConnectionLost(state) || state.starts_with("53") || state == "57014" || state == "55P03")
        return unavailable(std::move(detail));
    if (state == "42P01" || state == "42703" || state == "42P10") // no such table, column, or key
        return failureOf(ErrorCode::Unavailable, "schema_changed",
                         "The tables of the database are not those that this release knows; where a later one has "
                         "changed them, an instance of that one answers",
                         std::move(detail), std::move(state));
    if (state == "XX001" || state == "XX002")
        return failureOf(ErrorCode::Internal, "database_corrupt", "The database is damaged; restore it from a backup",
                         std::move(detail), std::move(state));
    return failureOf(ErrorCode::Internal, "database_error", "The database refused a statement", std::move(detail),
                     std::move(state));
}

Error classify(const QSqlError& error, DatabaseUrl::Engine engine)
{
    std::string native = error.nativeErrorCode().toStdString();
    std::string detail = error.databaseText().toStdString();
    if (detail.empty())
        detail = error.text().toStdString();
    return engine == DatabaseUrl::Engine::Postgres ? classifyState(std::move(native), std::move(detail))
                                                   : classifyResult(std::atoi(native.c_str()), std::move(detail));
}

Error unavailable(std::string detail)
{
    return failureOf(ErrorCode::Unavailable, "database_unavailable",
                     "The database cannot be reached; try again shortly", std::move(detail), {});
}

Error commitUnknown(Error error)
{
    error.sentence.code = "commit_unknown";
    error.sentence.text = "The database was lost during the commit, which may or may not have happened; try again";
    return error;
}

bool isTransactionConflict(const Error& error)
{
    return error.sentence.code == "transaction_conflict";
}
bool isCommitUnknown(const Error& error)
{
    return error.sentence.code == "commit_unknown";
}
bool isSchemaChanged(const Error& error)
{
    return error.sentence.code == "schema_changed";
}
bool isDuplicate(const Error& error)
{
    return error.sentence.code == "duplicate";
}

bool isConnectionLost(const QSqlError& error, DatabaseUrl::Engine engine)
{
    return engine == DatabaseUrl::Engine::Postgres &&
           isConnectionLost(std::string_view(error.nativeErrorCode().toStdString()));
}

} // namespace xp
