// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/audittable.h"

namespace xp {

AuditEntry auditOf(const Actor& actor, std::string action, std::string experimentId, nlohmann::json changes,
                   std::string reason = {});

/// What differs between two JSON objects: {"field": {"from": ..., "to": ...}}.
nlohmann::json differences(const nlohmann::json& was, const nlohmann::json& is);

/// Runs a read-change-write again when somebody else was quicker (Conflict `stale_version`), a few times.
template <typename F>
auto retryStale(F&& work) -> decltype(work())
{
    for (int attempt = 0;; ++attempt) {
        auto result = work();
        if (result || result.error().sentence.code != "stale_version" || attempt == 4)
            return result;
    }
}

} // namespace xp
