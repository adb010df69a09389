// SPDX-License-Identifier: Apache-2.0
#include "service/access.h"

#include "service/http/urltext.h"
#include "service/loopback.h"
#include "service/peers/signin.h"

#include <algorithm>

namespace xp::service {

namespace {

std::optional<Grant> grantFor(Permission permission)
{
    switch (permission) {
    case Permission::Assign:
        return Grant::Assign;
    case Permission::Track:
        return Grant::Track;
    case Permission::Stats:
        return Grant::Stats;
    case Permission::Evaluate:
        return Grant::Evaluate;
    case Permission::Read:
        return Grant::Read;
    case Permission::Public:
    case Permission::Open:
    case Permission::Scrape:
    case Permission::Listen:
    case Permission::Merge:
    case Permission::Write:
    case Permission::Administer:
        return std::nullopt;
    }
    return std::nullopt;
}

bool everybodyMay(const Options& options, Permission permission)
{
    if (permission == Permission::Scrape || permission == Permission::Listen)
        return !options.anonymous.empty();
    const auto grant = grantFor(permission);
    if (asksForNoToken(permission) || (grant && options.anonymous.contains(*grant)))
        return true;
    // Who may read everything may read the results.
    return permission == Permission::Stats && options.anonymous.contains(Grant::Read);
}

bool isTokenIgnored(const Context& context, Permission permission)
{
    return asksForNoToken(permission) || (everybodyMay(context.options, permission) &&
                                          (permission == Permission::Scrape || permission == Permission::Listen));
}

/// A page of `evil.example` that lets its name mean 127.0.0.1 reaches us, but its browser says whom it asked for.
bool isAskedAsLoopback(const Request& request)
{
    return namesLoopback(request.header("Host").value_or(std::string_view()));
}

/// Where CORS lets any page read our answers, its browser still says whose page asks; `null` is a page's, too. A
/// program says nothing. A page that CORS names is trusted.
bool isAskedByForeignPage(const Options& options, const Request& request)
{
    const auto origin = request.header("Origin");
    const auto isIt = [&](const std::string& allowed) { return equalsIgnoringCase(allowed, *origin); };
    if (!origin || std::ranges::any_of(options.corsOrigins, isIt))
        return false;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (origin->starts_with(scheme))
            return !namesLoopback(origin->substr(scheme.size()));
    }
    return true;
}

/// Of one of our keys, else of a person whom the issuer of OpenID Connect vouches for.
Result<Actor> actorOf(const Context& context, const Request& request, std::string_view token)
{
    if (auto actor = context.catalog.current()->keys->actorOf(token, now())) {
        // Everybody knows this token: a web page of anybody's must not be administrator by it.
        if (token == kDevelopmentToken && !isAskedAsLoopback(request))
            return fail(ErrorCode::Unauthorized, "development_token",
                        "The token dev-admin-token works only where the service is asked as localhost, 127.0.0.1 or "
                        "[::1]; set ADMIN_TOKEN to ask it by another name");
        if (token == kDevelopmentToken && isAskedByForeignPage(context.options, request))
            return fail(
                ErrorCode::Unauthorized, "development_token",
                "The token dev-admin-token works only for pages of localhost, 127.0.0.1 or [::1], and of origins "
                "that CORS_ALLOWED_ORIGINS names; set ADMIN_TOKEN for others");
        return std::move(*actor);
    }
    if (context.signIn && looksLikeToken(token))
        return context.signIn->actorOf(token, now());
    return fail(ErrorCode::Unauthorized, "token_unknown", "The token is unknown, expired or revoked");
}

} // namespace

bool asksForNoToken(Permission permission)
{
    return permission == Permission::Public || permission == Permission::Open;
}

std::optional<std::string_view> tokenOf(const Request& request)
{
    if (const auto field = request.header("Authorization")) {
        constexpr std::string_view kScheme = "bearer ";
        const bool bearer = field->size() > kScheme.size() &&
                            std::equal(kScheme.begin(), kScheme.end(), field->begin(),
                                       [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
        return bearer ? field->substr(kScheme.size()) : std::string_view();
    }
    return request.header("X-API-Key");
}

bool allows(Role role, Permission permission)
{
    switch (permission) {
    case Permission::Public:
    case Permission::Open:
        return true;
    case Permission::Assign:
    case Permission::Track:
    case Permission::Listen:
    case Permission::Evaluate:
    case Permission::Merge:
        return role == Role::Client || role >= Role::Editor;
    case Permission::Scrape:
    case Permission::Stats:
    case Permission::Read:
        return role >= Role::Viewer;
    case Permission::Write:
        return role >= Role::Editor;
    case Permission::Administer:
        return role >= Role::Admin;
    }
    return false;
}

bool has(const Context& context, const Actor& actor, Permission permission)
{
    return everybodyMay(context.options, permission) || allows(actor.role, permission);
}

Result<Actor> authorise(const Context& context, const Request& request, Permission permission)
{
    if (isTokenIgnored(context, permission))
        return Actor{};
    const bool open = everybodyMay(context.options, permission);
    const auto token = tokenOf(request);
    if (!token) {
        if (open)
            return Actor{};
        return fail(ErrorCode::Unauthorized, "token_missing",
                    "This needs a token: send the header Authorization: Bearer TOKEN");
    }
    auto actor = actorOf(context, request, *token);
    if (!actor)
        return actor;
    if (!open && !allows(actor->role, permission))
        return fail(ErrorCode::Forbidden, "role_forbids",
                    "A token of role " + std::string(kRoles.text(actor->role)) + " may not do this");
    return actor;
}

StreamHub::Caller callerOf(const Context& context, const Request& request)
{
    const auto token = tokenOf(request);
    const bool isKnown = token && actorOf(context, request, *token);
    return isKnown ? StreamHub::Caller::Known : StreamHub::Caller::Stranger;
}

std::function<bool()> stillLetIn(const Context& context, const Request& request, Permission permission)
{
    const auto sent = tokenOf(request);
    if (!sent || isTokenIgnored(context, permission))
        return [] { return true; };
    return [&context, token = std::string(*sent)] {
        return context.catalog.current()->keys->actorOf(token, now()).has_value() ||
               (context.signIn && looksLikeToken(token) && context.signIn->actorOf(token, now()).has_value());
    };
}

bool sees(const Actor& actor, const Experiment& experiment)
{
    return (actor.environment.empty() || actor.environment == experiment.environment) &&
           (actor.project.empty() || actor.project == experiment.project);
}

} // namespace xp::service
