// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/arraystatements.h"
#include "core/storage/connection/databaseurl.h"
#include "core/storage/connection/parameter.h"
#include "core/storage/connection/row.h"
#include "core/storage/connection/rowset.h"
#include "core/storage/connection/sqlitestatements.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace xp {

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
    bool isConnected() const { return m_connected; }
    /// Outside of a transaction: the next call makes it anew, perhaps to another one of several servers.
    void leave() { m_connected = false; }
    /// How often it was made; each may lead to another server, after a fail-over.
    int timesConnected() const { return m_timesConnected; }
    /// Of a writer (tuneForWriter()): which database it leads to, on which run of which server. Another one, after a
    /// fail-over or when something was restored, may lack the latest rows. Of a SQLite file always the same.
    const std::string& serverRun() const { return m_serverRun; }

    /// Runs a statement and hands its rows to `onRow`, which may not run the same statement again. Returns the number
    /// of rows changed, or of rows read.
    Result<std::int64_t> run(std::string_view sql, const QVariantList& values = {}, const OnRow& onRow = {});
    /// Runs a set-wise statement (see RowSet); with no rows it does nothing. Returns what run() does.
    Result<std::int64_t> runFor(const RowSet& rows, std::string_view sql, const OnRow& onRow = {});
    /// Runs statements that end with `;` at the end of a line. Not prepared.
    Result<void> runScript(std::string_view script);
    /// Runs one statement that cannot be prepared, such as FETCH, and hands its rows to `onRow`.
    Result<std::int64_t> runUnprepared(std::string_view sql, const OnRow& onRow);

    /// For a service's connection that does nothing but write small sets of rows into large tables. Others see that it
    /// is there (servicesShown()).
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
    Result<void> turnOnLog();
    Result<void> prepareWriterSession();
    void readServerRun();
    Result<std::int64_t> runOnce(std::string_view sql, const QVariantList& values, const OnRow& onRow);
    Result<void> ensureConnected();
    void disconnect();
    Result<QSqlQuery*> prepared(const std::string& sql);
    Result<std::int64_t> execute(QSqlQuery& query, const QVariantList& values, const OnRow& onRow);
    Result<std::int64_t> collect(QSqlQuery& query, const OnRow& onRow);
    Failure failure(const QSqlError& error);
    Failure failure(const ArrayStatements::Fault& fault);
    Failure failure(const SqliteStatements::Fault& fault);

    DatabaseUrl m_url;
    QString m_name; ///< of the QSqlDatabase, unique in the process
    bool m_forWriter = false;
    bool m_connected = false;
    int m_timesConnected = 0;
    std::string m_serverRun;
    bool m_inTransaction = false;
    std::unordered_map<std::string, QSqlQuery> m_statements;
    ArrayStatements m_arrayStatements; ///< of PostgreSQL
    SqliteStatements m_sqliteStatements;
};

} // namespace xp
