// SPDX-License-Identifier: Apache-2.0
#include "core/storage/store.h"

#include "core/storage/connection/connection.h"
#include "core/storage/schema/migrations.h"

namespace xp {

Result<std::unique_ptr<Store>> Store::open(const DatabaseUrl& url)
{
    return Connection::open(url).map([](std::unique_ptr<Connection> connection) {
        return std::unique_ptr<Store>(new Store(std::move(connection)));
    });
}

Store::Store(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_experiments(*m_connection)
    , m_audit(*m_connection)
    , m_keys(*m_connection)
    , m_units(*m_connection)
    , m_moments(*m_connection)
    , m_reports(*m_connection)
    , m_webhooks(*m_connection)
    , m_notes(*m_connection)
{
}

Store::~Store() = default;

Result<SchemaState> Store::schemaState()
{
    return xp::schemaState(*m_connection);
}
Result<std::vector<std::string>> Store::unreadableTables()
{
    return xp::unreadableTables(*m_connection);
}
Result<void> Store::migrate()
{
    return xp::migrate(*m_connection);
}
Result<void> Store::ping()
{
    return m_connection->run("SELECT 1").map([](std::int64_t) {});
}
bool Store::isConnected() const
{
    return m_connection->isConnected();
}
Result<void> Store::analyze()
{
    return m_connection->isPostgres()
               ? m_connection->runScript("ANALYZE assignments, unit_totals, moments, events, event_ids, user_events")
               : Result<void>();
}
bool Store::inTransaction() const
{
    return m_connection->inTransaction();
}
Result<void> Store::begin()
{
    return m_connection->begin();
}
Result<void> Store::commit()
{
    return m_connection->commit();
}
void Store::rollback()
{
    m_connection->rollback();
}

} // namespace xp
