// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/store.h"

#include <string_view>
#include <vector>

namespace xp {

/// SHA-256, hexadecimal, lower case.
std::string sha256Hex(std::string_view text);

/// Makes an access key from `{name, role, project?, environment?, expires_at?}`. The key itself is returned here and
/// never again: only its hash is stored. Forbidden `outside_scope` for a key of where the actor's own does not work.
struct MadeKey
{
    StoredKey stored;
    std::string key;
};
Result<MadeKey> createKey(Store& store, const nlohmann::json& body, const Actor& actor);
/// Newest first, revoked ones too: those of a project and an environment; empty: of every one.
Result<std::vector<StoredKey>> keysIn(Store& store, const std::string& project, const std::string& environment);
/// NotFound `key_not_found` also of one of another project or environment than the actor's. One already revoked stays
/// as it is.
Result<void> revokeKey(Store& store, const std::string& id, const Actor& actor);

/// Never the hash.
nlohmann::json toJson(const StoredKey& key);

/// Tells who a token belongs to. Immutable, shared by all threads.
class KeyRing
{
public:
    /// `adminTokens` come from ADMIN_TOKEN (two may be valid at once, for rotation).
    KeyRing(const std::vector<std::string>& adminTokens, const std::vector<StoredKey>& keys);

    /// std::nullopt for a token that is unknown, revoked or expired. Takes the same time for every wrong token of one
    /// length: digests are compared, each to its end.
    std::optional<Actor> actorOf(std::string_view token, Timestamp at) const;
    /// Of the public name of a client key, which says only whose experiments are meant.
    std::optional<Actor> clientOf(std::string_view clientKey, Timestamp at) const;

private:
    struct Entry
    {
        std::string hash;
        Actor actor;
        std::optional<Timestamp> expiresAt;
        std::string clientKey;
    };
    std::vector<Entry> m_entries;
};

} // namespace xp
