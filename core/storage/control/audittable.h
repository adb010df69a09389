// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <optional>

namespace xp {

class Connection;

/// One line of the audit log: who did what, when, and what it changed.
struct AuditEntry
{
    std::string id; ///< time-ordered, made by append()
    Timestamp at{};
    std::string actor;        ///< name of the key or `admin`; `system` for what the service did by itself
    std::string actorKey;     ///< id of the key, of which several may have one name; empty: it was none
    std::string action;       ///< `experiment.create`, `experiment.start`, `key.revoke`, ...
    std::string experimentId; ///< empty when it is about none
    nlohmann::json changes;   ///< {"field": {"from": ..., "to": ...}} or the action's own facts
    std::string reason;       ///< what the person gave as reason, may be empty
};

struct AuditFilter
{
    std::string experimentId; ///< empty: all
    std::string before;       ///< cursor: the id of the last entry seen; empty: from the newest
    std::int64_t limit = 100;
};

class AuditTable
{
public:
    explicit AuditTable(Connection& connection) : m_connection(connection) {}

    /// The key's id is stored with the changes, as `actor_key`: so the hash covers it, and that of an entry from before
    /// it was told is as it was.
    /// Internal `audit_head_missing` where the log has lost its end: what belongs to the entry must not happen, then.
    Result<void> append(AuditEntry entry);
    Result<std::vector<AuditEntry>> page(const AuditFilter& filter); ///< newest first

private:
    Connection& m_connection;
};

} // namespace xp
