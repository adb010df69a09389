// SPDX-License-Identifier: Apache-2.0
#include "core/engine/auditing.h"

namespace xp {

AuditEntry auditOf(const Actor& actor, std::string action, std::string experimentId, nlohmann::json changes,
                   std::string reason)
{
    return {.id = {},
            .at = actor.time(),
            .actor = actor.name,
            .actorKey = actor.keyId,
            .action = std::move(action),
            .experimentId = std::move(experimentId),
            .changes = std::move(changes),
            .reason = std::move(reason)};
}

nlohmann::json differences(const nlohmann::json& was, const nlohmann::json& is)
{
    nlohmann::json changes = nlohmann::json::object();
    for (const auto& item : is.items()) {
        const auto before = was.find(item.key());
        if (before == was.end())
            changes[item.key()] = {{"from", nullptr}, {"to", item.value()}};
        else if (*before != item.value())
            changes[item.key()] = {{"from", *before}, {"to", item.value()}};
    }
    return changes;
}

} // namespace xp
