// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/timestamp.h"

#include <optional>
#include <string>

namespace xp {

/// What a caller may do; each role may do all that the ones below it in this list may not need to be told again.
enum class Role {
    Anonymous, ///< no token: what XP_ANONYMOUS allows
    Client,    ///< an application: assign, track, evaluate
    Viewer,    ///< reads everything
    Editor,    ///< makes, changes and runs experiments
    Admin,     ///< keys and the audit log of keys, too
};

inline constexpr EnumText kRoles{std::array{EnumName{Role::Anonymous, "anonymous"}, EnumName{Role::Client, "client"},
                                            EnumName{Role::Viewer, "viewer"}, EnumName{Role::Editor, "editor"},
                                            EnumName{Role::Admin, "admin"}}};

/// Who asks.
struct Actor
{
    std::string name = "anonymous"; ///< for the audit log: the key's name, or `admin`
    Role role = Role::Anonymous;
    std::string keyId;           ///< of the access key, as names are not unique; empty: it has none
    std::string environment;     ///< the only one it sees; empty: all
    std::string project;         ///< likewise
    std::string subject;         ///< of a person with a token: issuer and subject, however the token is spelt
    std::optional<Timestamp> at; ///< when it acts; nothing: now. A story told of the past has its own time.

    Timestamp time() const { return at.value_or(now()); }
};

} // namespace xp
