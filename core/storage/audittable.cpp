// SPDX-License-Identifier: Apache-2.0
#include "core/storage/audittable.h"

#include "core/storage/connection.h"
#include "core/storage/timeorderedid.h"

namespace xp {

Result<void> AuditTable::append(AuditEntry entry)
{
    return m_connection
        .run("INSERT INTO audit_log (id, at, actor, action, experiment_id, changes, reason)"
             " VALUES (?, ?, ?, ?, ?, ?, ?)",
             {param(timeOrderedId()), param(entry.at), param(entry.actor), param(entry.action),
              param(entry.experimentId),
              param(entry.changes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)), param(entry.reason)})
        .map([](std::int64_t) {});
}

Result<std::vector<AuditEntry>> AuditTable::page(const AuditFilter& filter)
{
    std::string sql = "SELECT id, at, actor, action, experiment_id, changes, reason FROM audit_log WHERE 1 = 1";
    QVariantList values;
    if (!filter.experimentId.empty()) {
        sql += " AND experiment_id = ?";
        values.append(param(filter.experimentId));
    }
    if (!filter.before.empty()) {
        sql += " AND id < ?";
        values.append(param(filter.before));
    }
    values.append(param(filter.limit));
    std::vector<AuditEntry> entries;
    auto done = m_connection.run(sql + " ORDER BY id DESC LIMIT ?", values, [&](const Row& row) {
        entries.push_back({row.text(0), row.time(1), row.text(2), row.text(3), row.text(4),
                           nlohmann::json::parse(row.text(5), nullptr, false), row.text(6)});
    });
    return done.map([&](std::int64_t) { return std::move(entries); });
}

} // namespace xp
