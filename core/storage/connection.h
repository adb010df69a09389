// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/storage/databaseurl.h"
#include "core/storage/parameter.h"
#include "core/storage/rowset.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace xp {

/// The row a statement stands on; columns by position.
class Row
{
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}

    std::int64_t integer(int column) const { return m_query.value(column).toLongLong(); }
    template <typename T>
    T as(int column) const
    {
        return static_cast<T>(integer(column));
    }
    double real(int column) const { return m_query.value(column).toDouble(); }
    std::string text(int column) const { return m_query.value(column).toString().toStdString(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    Timestamp time(int column) const { return fromMicros(integer(column)); }
    std::optional<Timestamp> optionalTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(time(column));
    }

private:
    const QSqlQuery& m_query;
};

/// One connection, used only on the thread that opened it. Statements are prepared once and kept. When the connection
/// is lost the call at hand fails with ErrorCode::Unavailable, and the next call outside of a transaction opens it
/// anew.
class Connection
{
public:
    using OnRow = std::function<void(const Row&)>;

    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl& url);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool isPostgres() const { return m_url.engine == DatabaseUrl::Engine::Postgres; }
    const DatabaseUrl& url() const { return m_url; }

    /// Runs a statement and hands its rows to `onRow`, which may not run the same statement again. Returns the number
    /// of rows changed, or of rows read.
    Result<std::int64_t> run(std::string_view sql, const QVariantList& values = {}, const OnRow& onRow = {});
    /// Runs a set-wise statement (see RowSet); with no rows it does nothing. Returns what run() does.
    Result<std::int64_t> runFor(const RowSet& rows, std::string_view sql, const OnRow& onRow = {});
    /// Runs statements that end with `;` at the end of a line. Not prepared.
    Result<void> runScript(std::string_view script);
    /// Runs one statement that cannot be prepared, such as FETCH, and hands its rows to `onRow`.
    Result<std::int64_t> runUnprepared(std::string_view sql, const OnRow& onRow);

    /// For a connection that does nothing but write small sets of rows into large tables.
    Result<void> tuneForWriter();

    Result<void> begin(); ///< on SQLite takes the write lock at once
    Result<void> commit();
    void rollback();
    bool inTransaction() const { return m_inTransaction; }

    /// Runs `work` (returning a Result) in the transaction at hand or, with none, in one of its own.
    template <typename F>
    auto atomically(F&& work) -> decltype(work())
    {
        if (m_inTransaction)
            return work();
        if (auto begun = begin(); !begun)
            return Failure(std::move(begun.error()));
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        if (auto done = commit(); !done)
            return Failure(std::move(done.error()));
        return result;
    }

private:
    explicit Connection(DatabaseUrl url);
    Result<void> connect();
    Result<void> prepareSession();
    Result<void> prepareWriterSession();
    Result<std::int64_t> runOnce(std::string_view sql, const QVariantList& values, const OnRow& onRow);
    Result<void> ensureConnected();
    void disconnect();
    Result<QSqlQuery*> prepared(const std::string& sql);
    Result<std::int64_t> execute(QSqlQuery& query, const QVariantList& values, const OnRow& onRow);
    Result<std::int64_t> collect(QSqlQuery& query, const OnRow& onRow);
    Failure failure(const QSqlError& error);

    DatabaseUrl m_url;
    QString m_name; ///< of the QSqlDatabase, unique in the process
    bool m_forWriter = false;
    bool m_connected = false;
    bool m_inTransaction = false;
    std::unordered_map<std::string, QSqlQuery> m_statements;
};

} // namespace xp
