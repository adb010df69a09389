// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <optional>

namespace xp {

class Connection;

/// An access key as stored: never the key itself.
struct StoredKey
{
    std::string id; ///< UUID
    std::string name;
    std::string role; ///< admin, editor, viewer, client
    std::string project = "default";
    std::string environment; ///< a client key sees this one only; empty: all
    std::string hash;        ///< SHA-256 of the key, hexadecimal
    std::string prefix;      ///< first characters of the key, to recognise it in a list
    Timestamp createdAt{};
    std::optional<Timestamp> expiresAt;
    std::optional<Timestamp> revokedAt;
    std::string clientKey; ///< public name of a client key, for clients that evaluate by themselves; else empty
};

class KeyTable
{
public:
    explicit KeyTable(Connection& connection) : m_connection(connection) {}

    Result<void> insert(const StoredKey& key);
    Result<std::vector<StoredKey>> all(); ///< newest first, revoked ones too
    /// NotFound `key_not_found`; a key already revoked keeps its time.
    Result<void> revoke(const std::string& id, Timestamp at);

private:
    Connection& m_connection;
};

} // namespace xp
