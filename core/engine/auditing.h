// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/audittable.h"

namespace xp {

AuditEntry auditOf(const Actor& actor, std::string action, std::string experimentId, nlohmann::json changes,
                   std::string reason = {});

/// What differs between two JSON objects: {"field": {"from": ..., "to": ...}}.
nlohmann::json differences(const nlohmann::json& was, const nlohmann::json& is);

/// Of as many as change one thing at once one is done a round; beyond that something else is wrong.
inline constexpr int kMostAttempts = 40;

/// Runs a transaction again that PostgreSQL has undone, as it and another waited for each other.
template <typename F>
auto retryUndone(F&& work) -> decltype(work())
{
    for (int attempt = 1;; ++attempt) {
        auto result = work();
        if (result || !isTransactionConflict(result.error()) || attempt == kMostAttempts)
            return result;
    }
}

/// Runs a read-change-write again when somebody else was quicker (Conflict `stale_version`), or it was undone.
template <typename F>
auto retryStale(F&& work) -> decltype(work())
{
    for (int attempt = 1;; ++attempt) {
        auto result = retryUndone(work);
        if (result || result.error().sentence.code != "stale_version" || attempt == kMostAttempts)
            return result;
    }
}

} // namespace xp
