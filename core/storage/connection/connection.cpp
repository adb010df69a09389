// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"

#include "core/domain/identifiers.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/logwrites.h"
#include "core/storage/connection/pagecheck.h"
#include "core/storage/connection/servicelock.h"
#include "core/storage/connection/sqlerror.h"

#include <QSqlDriver>
#include <QSqlError>
#include <atomic>

namespace xp {

namespace {

QString nextName()
{
    static std::atomic<std::int64_t> s_next{0};
    return QStringLiteral("xp-%1").arg(++s_next);
}

} // namespace

Connection::Connection(DatabaseUrl url) : m_url(std::move(url)), m_name(nextName()) {}

Connection::~Connection()
{
    if (m_inTransaction)
        rollback();
    disconnect();
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl& url)
{
    std::unique_ptr<Connection> connection(new Connection(url));
    if (auto connected = connection->connect(); !connected)
        return Failure(std::move(connected.error()));
    return connection;
}

Result<void> Connection::connect()
{
    disconnect();
    auto db = QSqlDatabase::addDatabase(isPostgres() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), m_name);
    if (isPostgres()) {
        db.setUserName(toQString(m_url.user));
        db.setPassword(toQString(m_url.password));
        db.setDatabaseName(toQString(m_url.database));
        db.setConnectOptions(toQString(m_url.connectInfo));
    } else {
        gatherLogWrites();
        makePrivate(m_url.path);
        db.setDatabaseName(toQString(m_url.path));
        db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    }
    if (!db.open())
        return Failure(unavailable(db.lastError().databaseText().toStdString()));
    m_connected = true;
    ++m_timesConnected;
    auto ready = prepareSession();
    if (ready && m_forWriter)
        ready = prepareWriterSession();
    if (!ready)
        m_connected = false;
    return ready;
}

Result<void> Connection::prepareSession()
{
    if (isPostgres()) {
        // A plan made while a table was empty must not be kept while it grows: the set-wise statements are planned
        // anew each time. Pages are read in the order of a key: where a table's size is not known yet a bitmap and a
        // sort of all that follows would look cheaper, once for each page. An acknowledged write is a durable one,
        // and a number is read back as it was written, whatever the server's default. standard_conforming_strings is
        // left as it is: Qt's driver asks for it while it connects, and goes by that.
        auto set = runScript("SET TIME ZONE 'UTC';\n"
                             "SET statement_timeout = '300s';\n"
                             "SET idle_in_transaction_session_timeout = '60s';\n"
                             "SET client_min_messages = error;\n" // libpq prints anything below to stderr
                             "SET plan_cache_mode = force_custom_plan;\n"
                             "SET enable_bitmapscan = off;\n"
                             "SET extra_float_digits = 3;\n"
                             "SELECT set_config('synchronous_commit', 'on', false)"
                             " WHERE current_setting('synchronous_commit') IN ('off', 'local');\n");
        if (!set)
            return set;
        // The statement of a process that was killed ends, and what it holds locked is free; likewise of one whose host
        // is gone. Servers before 14 do not know the first, and not every system can tell: it is done without, then.
        auto watched = runScript("SET tcp_keepalives_idle = 5;\n"
                                 "SET tcp_keepalives_interval = 5;\n"
                                 "SET tcp_keepalives_count = 2;\n"
                                 "SELECT set_config('client_connection_check_interval', '5s', false)"
                                 " WHERE current_setting('client_connection_check_interval', true) = '0'");
        return m_connected ? Result<void>() : watched;
    }
    return turnOnLog().and_then([&] {
        return runScript("PRAGMA synchronous = FULL;\n"
                         "PRAGMA foreign_keys = ON;\n"
                         "PRAGMA temp_store = MEMORY;\n"
                         "PRAGMA cache_size = -8000;\n"
                         "PRAGMA wal_autocheckpoint = 32000;\n"
                         "PRAGMA journal_size_limit = 134217728;\n");
    });
}

/// It is written in the file's header, once for all connections: of a backup that was put in place by hand, for
/// example. A damaged file is left to the last byte as it is for whoever saves it, so it is read to its end before.
Result<void> Connection::turnOnLog()
{
    bool isOn = false;
    const auto ask = [&](std::string_view pragma) {
        return run(pragma, {}, [&](const Row& row) { isOn = row.text(0) == "wal"; }).map([](std::int64_t) {});
    };
    auto done = ask("PRAGMA journal_mode");
    if (done && !isOn)
        done = checkPages(*this, PageCheck::Pages).and_then([&] { return ask("PRAGMA journal_mode = WAL"); });
    if (!done || isOn)
        return done;
    return Failure(unavailable("the file system does not support SQLite's write-ahead log"));
}

Result<void> Connection::tuneForWriter()
{
    m_forWriter = true;
    return prepareWriterSession();
}

Result<void> Connection::prepareWriterSession()
{
    if (!isPostgres())
        return runScript("PRAGMA cache_size = -32000");
    // Planning takes longer than running a small batch. Plans are kept, then; and as one that was made while a table
    // was empty must be right when it is full, rows are only ever looked up by their keys.
    return runScript("SET plan_cache_mode = force_generic_plan;\n"
                     "SET enable_seqscan = off;\n"
                     "SET enable_hashjoin = off;\n"
                     "SET enable_mergejoin = off;\n")
        .and_then([&] { return showService(*this); })
        .map([&] { readServerRun(); });
}

/// Where it cannot be read, each connection is taken for one of its own. The time as text: made a time of the client's
/// zone, it would be read by the C library, which other threads use at the same moment.
void Connection::readServerRun()
{
    const auto read = runUnprepared("SELECT pg_postmaster_start_time()::text, oid FROM pg_database"
                                    " WHERE datname = current_database()",
                                    [&](const Row& row) { m_serverRun = row.text(0) + '/' + row.text(1); });
    if (!read || *read != 1)
        m_serverRun = newUuid();
}

void Connection::disconnect()
{
    m_connected = false;
    m_sqliteStatements.forget();
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    // After the driver: it would say goodbye to the server for each of them, over a connection that may be gone.
    m_statements.clear();
    m_arrayStatements.forget();
}

Result<void> Connection::ensureConnected()
{
    if (m_connected)
        return {};
    if (m_inTransaction)
        return Failure(unavailable("the connection was lost within a transaction"));
    return connect();
}

Failure Connection::failure(const QSqlError& error)
{
    if (isConnectionLost(error, m_url.engine))
        m_connected = false;
    return Failure(classify(error, m_url.engine));
}

Failure Connection::failure(const ArrayStatements::Fault& fault)
{
    if (isConnectionLost(fault.state))
        m_connected = false;
    return Failure(classifyState(fault.state, fault.detail));
}

Failure Connection::failure(const SqliteStatements::Fault& fault)
{
    return Failure(classifyResult(fault.code, fault.detail));
}

Result<QSqlQuery*> Connection::prepared(const std::string& sql)
{
    if (auto connected = ensureConnected(); !connected)
        return Failure(std::move(connected.error()));
    if (const auto it = m_statements.find(sql); it != m_statements.end())
        return &it->second;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    // SQLite's rows are then read as they come rather than copied; PostgreSQL's arrive all at once in either case.
    query.setForwardOnly(!isPostgres());
    if (!query.prepare(toQString(sql)))
        return failure(query.lastError());
    return &m_statements.emplace(sql, std::move(query)).first->second;
}

Result<std::int64_t> Connection::execute(QSqlQuery& query, const QVariantList& values, const OnRow& onRow)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (!query.exec())
        return failure(query.lastError());
    return collect(query, onRow);
}

Result<std::int64_t> Connection::collect(QSqlQuery& query, const OnRow& onRow)
{
    std::int64_t rows = 0;
    if (query.isSelect()) {
        for (const Row row(query); query.next(); ++rows) {
            if (onRow)
                onRow(row);
        }
        if (query.lastError().isValid()) // an end that was none
            return failure(query.lastError());
    } else {
        rows = query.numRowsAffected();
    }
    query.finish();
    return rows;
}

Result<std::int64_t> Connection::run(std::string_view sql, const QVariantList& values, const OnRow& onRow)
{
    const bool stood = m_connected && !m_inTransaction;
    auto result = runOnce(sql, values, onRow);
    if (!result && stood && !m_connected && sql.starts_with("SELECT"))
        return runOnce(sql, values, onRow);
    return result;
}

Result<std::int64_t> Connection::runOnce(std::string_view sql, const QVariantList& values, const OnRow& onRow)
{
    auto query = prepared(std::string(sql));
    if (!query)
        return Failure(std::move(query.error()));
    return execute(**query, values, onRow);
}

Result<std::int64_t> Connection::runFor(const RowSet& rows, std::string_view sql, const OnRow& onRow)
{
    if (rows.empty())
        return 0;
    if (auto connected = ensureConnected(); !connected)
        return Failure(std::move(connected.error()));
    const QVariant handle = QSqlDatabase::database(m_name, false).driver()->handle();
    const auto checked = [&](auto result) -> Result<std::int64_t> {
        if (!result)
            return failure(result.error());
        return *result;
    };
    if (isPostgres())
        return checked(m_arrayStatements.run(*static_cast<pg_conn* const*>(handle.constData()),
                                             RowSet::withRows(std::string(sql), rows.unnestClause()), rows, onRow));
    return checked(
        m_sqliteStatements.run(*static_cast<sqlite3* const*>(handle.constData()), std::string(sql), rows, onRow));
}

Result<void> Connection::runScript(std::string_view script)
{
    if (auto connected = ensureConnected(); !connected)
        return connected;
    while (!script.empty()) {
        const std::size_t end = std::min(script.find(";\n"), script.size());
        const QString statement = toQString(script.substr(0, end)).trimmed();
        script.remove_prefix(std::min(end + 2, script.size()));
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        if (!statement.isEmpty() && !query.exec(statement))
            return failure(query.lastError());
    }
    return {};
}

Result<std::int64_t> Connection::runUnprepared(std::string_view sql, const OnRow& onRow)
{
    if (auto connected = ensureConnected(); !connected)
        return Failure(std::move(connected.error()));
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(!isPostgres());
    if (!query.exec(toQString(sql)))
        return failure(query.lastError());
    return collect(query, onRow);
}

Result<void> Connection::begin()
{
    const char* statement = isPostgres() ? "BEGIN" : "BEGIN IMMEDIATE";
    const bool stood = m_connected;
    auto begun = runScript(statement);
    if (!begun && stood && !m_connected)
        begun = runScript(statement);
    m_inTransaction = begun.has_value();
    return begun;
}

Result<void> Connection::commit()
{
    if (!m_connected) {
        m_inTransaction = false;
        return Failure(unavailable("the connection was lost within a transaction"));
    }
    auto done = runScript("COMMIT");
    if (!done && !m_connected)
        done = Failure(commitUnknown(std::move(done.error())));
    if (!done)
        rollback();
    m_inTransaction = false;
    return done;
}

void Connection::rollback()
{
    // A connection that is lost has rolled back already.
    if (m_connected)
        (void)runScript("ROLLBACK");
    m_inTransaction = false;
}

} // namespace xp
