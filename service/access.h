// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "service/context.h"
#include "service/http/request.h"

#include <functional>

namespace xp::service {

/// What a route needs.
enum class Permission {
    Public, ///< health, documentation
    Open,   ///< no token of ours either, but XP_RATE_LIMIT counts it: a key in the path, a peer's nudge
    Scrape, ///< metrics: open to everybody while anything is
    Listen, ///< that flags have changed, not how: likewise
    Assign,
    Track,
    Stats,
    Evaluate,
    Merge, ///< joins ids: an application may, nobody without a token
    Read,
    Write,
    Administer,
};

/// Whether nobody looks at a token there.
bool asksForNoToken(Permission permission);

/// Whether a role has a permission, apart from what XP_ANONYMOUS gives to everybody.
bool allows(Role role, Permission permission);

/// Whether somebody who was let in by authorise() has a permission, too: by their role, or as everybody has it.
bool has(const Context& context, const Actor& actor, Permission permission);

/// `Authorization: Bearer TOKEN` or `X-API-Key: TOKEN`; empty: an Authorization of another kind.
std::optional<std::string_view> tokenOf(const Request& request);

/// Who asks, if the permission is theirs, by their token. Unauthorized without a token or with an unknown one (also
/// where none would be needed: a caller with an old token should learn of it; but for metrics and the flags' pulse,
/// while they are open), Forbidden when the role has not this right.
Result<Actor> authorise(const Context& context, const Request& request, Permission permission);

/// StreamHub's word for whether a request has a token that is known, also where none is needed.
StreamHub::Caller callerOf(const Context& context, const Request& request);

/// Whether the request's token, where it has one, still is one: keys are revoked and tokens expire while a stream goes
/// on.
/// True where nobody needs one, and a token is not looked at (see authorise()).
std::function<bool()> stillLetIn(const Context& context, const Request& request, Permission permission);

/// A key that is bound to one environment or project does not see the others.
bool sees(const Actor& actor, const Experiment& experiment);

} // namespace xp::service
