// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/audittable.h"

#include "core/domain/identifiers.h"
#include "core/storage/connection/connection.h"
#include "core/storage/control/auditchain.h"
#include "core/storage/timeorderedid.h"

namespace xp {

namespace {

/// A text as it will be read back, which is what the hash must be over: Qt's drivers drop a first U+FEFF, and what is
/// no UTF-8 they replace.
std::string asReadBack(std::string_view text)
{
    while (beginsWithMark(text))
        text.remove_prefix(3);
    return toQString(text).toStdString();
}

constexpr const char* kActorKey = "actor_key";

/// The changes as they are stored, and back.
nlohmann::json withKey(nlohmann::json changes, const std::string& key)
{
    if (!key.empty())
        changes[kActorKey] = key;
    return changes;
}

AuditEntry withoutKey(AuditEntry entry)
{
    const auto key = entry.changes.is_object() ? entry.changes.find(kActorKey) : entry.changes.end();
    if (key == entry.changes.end() || !key->is_string())
        return entry;
    entry.actorKey = key->get<std::string>();
    entry.changes.erase(key);
    return entry;
}

Failure headMissing()
{
    return fail(ErrorCode::Internal, "audit_head_missing",
                "The row of audit_head is gone, so no change can be entered in the audit log, and none is made; see "
                "xp-service audit verify");
}

} // namespace

Result<void> AuditTable::append(AuditEntry entry)
{
    ChainedEntry row{.number = 0,
                     .id = timeOrderedId(),
                     .at = toMicros(entry.at),
                     .actor = asReadBack(entry.actor),
                     .action = asReadBack(entry.action),
                     .experimentId = asReadBack(entry.experimentId),
                     .changes = withKey(std::move(entry.changes), entry.actorKey)
                                    .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                     .reason = asReadBack(entry.reason)};
    return m_connection.atomically([&]() -> Result<void> {
        std::string before;
        auto taken = m_connection.run("UPDATE audit_head SET number = number + 1 WHERE id = 1 RETURNING number, hash",
                                      {}, [&](const Row& head) {
                                          row.number = head.integer(0);
                                          before = head.text(1);
                                      });
        if (!taken)
            return Failure(std::move(taken.error()));
        if (row.number == 0)
            return headMissing();
        const std::string hash = chainedHash(before, row);
        auto inserted =
            m_connection.run("INSERT INTO audit_log (id, number, at, actor, action, experiment_id, changes, reason,"
                             " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             {param(row.id), param(row.number), param(row.at), param(row.actor), param(row.action),
                              param(row.experimentId), param(row.changes), param(row.reason), param(hash)});
        if (!inserted)
            return Failure(std::move(inserted.error()));
        return m_connection.run("UPDATE audit_head SET hash = ? WHERE id = 1", {param(hash)}).map([](std::int64_t) {});
    });
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
        entries.push_back(withoutKey({.id = row.text(0),
                                      .at = row.time(1),
                                      .actor = row.text(2),
                                      .actorKey = {},
                                      .action = row.text(3),
                                      .experimentId = row.text(4),
                                      .changes = nlohmann::json::parse(row.text(5), nullptr, false),
                                      .reason = row.text(6)}));
    });
    return done.map([&](std::int64_t) { return std::move(entries); });
}

} // namespace xp
