// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/keytable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/changetoken.h"

namespace xp {

Result<void> KeyTable::insert(const StoredKey& key)
{
    return m_connection.atomically([&]() -> Result<void> {
        auto done = m_connection.run("INSERT INTO keys (id, name, role, project, environment, hash, prefix, created_at,"
                                     " expires_at, revoked_at, client_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                     {param(key.id), param(key.name), param(key.role), param(key.project),
                                      param(key.environment), param(key.hash), param(key.prefix), param(key.createdAt),
                                      param(key.expiresAt), param(key.revokedAt), param(key.clientKey)});
        if (!done)
            return Failure(std::move(done.error()));
        return advanceChangeToken(m_connection);
    });
}

Result<std::vector<StoredKey>> KeyTable::all()
{
    std::vector<StoredKey> keys;
    auto done = m_connection.run("SELECT id, name, role, project, environment, hash, prefix, created_at, expires_at,"
                                 " revoked_at, client_key FROM keys ORDER BY created_at DESC, id DESC",
                                 {}, [&](const Row& row) {
                                     keys.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                                     row.text(5), row.text(6), row.time(7), row.optionalTime(8),
                                                     row.optionalTime(9), row.text(10)});
                                 });
    return done.map([&](std::int64_t) { return std::move(keys); });
}

Result<void> KeyTable::revoke(const std::string& id, Timestamp at)
{
    return m_connection.atomically([&]() -> Result<void> {
        auto done = m_connection.run("UPDATE keys SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?",
                                     {param(at), param(id)});
        if (!done)
            return Failure(std::move(done.error()));
        if (*done == 0)
            return fail(ErrorCode::NotFound, "key_not_found", "There is no key '" + id + "'", {{"id", id}});
        return advanceChangeToken(m_connection);
    });
}

} // namespace xp
