// SPDX-License-Identifier: Apache-2.0
#include "core/engine/identities.h"

#include "core/engine/auditing.h"
#include "core/storage/store.h"

namespace xp {

Result<MergedRows> mergeIdentities(Store& store, const std::string& project, const std::string& from,
                                   const std::string& to, const Actor& actor)
{
    return store.transaction([&]() -> Result<MergedRows> {
        auto merged = mergeIdentities(store.connection(), project, from, to, actor.time());
        if (!merged || !merged->isNew)
            return merged;
        auto logged = store.audit().append(
            auditOf(actor, "identity.merge", {}, {{"project", project}, {"experiments", merged->experiments}}));
        if (!logged)
            return Failure(std::move(logged.error()));
        return merged;
    });
}

} // namespace xp
