// SPDX-License-Identifier: Apache-2.0
#include "service/routes/endpoint.h"

#include <chrono>

namespace xp::service {

std::vector<Endpoint> allEndpoints()
{
    std::vector<Endpoint> all;
    for (auto* const list :
         {systemEndpoints,   experimentEndpoints, applicationEndpoints, enrolmentEndpoints,  eventEndpoints,
          exposureEndpoints, featureEndpoints,    identityEndpoints,    catalogueEndpoints,  resultEndpoints,
          unitEndpoints,     userEndpoints,       auditEndpoints,       noteEndpoints,       keyEndpoints,
          liveEndpoints,     ofrepEndpoints,      planEndpoints,        statisticsEndpoints, unleashEndpoints,
          webhookEndpoints}) {
        for (Endpoint& endpoint : list())
            all.push_back(std::move(endpoint));
    }
    return all;
}

namespace {

/// Counts a request for whom it is of: the person; else the key; else the address. A token that is not known is
/// nobody's, and that of a person has several spellings that are all valid (base64url's unused bits, ES256's two
/// signatures).
std::optional<RateLimiter::Clock::duration> counted(RateLimiter& limiter, const Request& request,
                                                    const Result<Actor>& actor)
{
    const auto now = RateLimiter::Clock::now();
    const bool isKnown = actor && actor->role != Role::Anonymous; // else nobody has looked at the token
    const std::string_view key = isKnown ? tokenOf(request).value_or(std::string_view()) : std::string_view();
    if (key.empty())
        return limiter.refuse(RateLimiter::clientAt(request.peer()), now);
    return limiter.refuse(actor->subject.empty() ? key : actor->subject, now, RateLimiter::Kind::Known);
}

/// 429 for who has had enough.
std::optional<Response> overLimit(Context& context, const Request& request, Permission permission,
                                  const Result<Actor>& actor)
{
    // Health and metrics are asked by those who watch over the service; who is not let in there may be guessing.
    if (!context.limiter.isOn() || permission == Permission::Public || (permission == Permission::Scrape && actor))
        return std::nullopt;
    const auto wait = counted(context.limiter, request, actor);
    if (!wait)
        return std::nullopt;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*wait).count();
    return problemResponse(429, "rate_limited",
                           "Too many requests of one client; try again in " + std::to_string(seconds) + " s",
                           {{"Retry-After", std::to_string(seconds)}});
}

/// Why a request is not let in; nothing: it is.
std::optional<Response> refusal(Context& context, const Request& request, Permission permission,
                                const Result<Actor>& actor)
{
    auto response = overLimit(context, request, permission, actor);
    return response || actor ? std::move(response) : errorResponse(actor.error());
}

} // namespace

Result<Router> makeRouter(Context& context)
{
    Router router;
    for (const Endpoint& endpoint : allEndpoints()) {
        Route route{.method = endpoint.method,
                    .path = endpoint.path,
                    .bodyLimit = endpoint.bodyLimit,
                    .bodyType = endpoint.bodyType,
                    .success = endpoint.success,
                    .isPersonal = !asksForNoToken(endpoint.permission)};
        route.gate = [&context, permission = endpoint.permission](const Request& request) {
            return refusal(context, request, permission, authorise(context, request, permission));
        };
        route.handler = [&context, endpoint](const std::shared_ptr<Exchange>& exchange) {
            // Again where the gate has been passed: a body may take its time, and a key be revoked meanwhile.
            auto actor = authorise(context, exchange->request(), endpoint.permission);
            if (!exchange->request().hasPassedGate()) {
                if (auto refused = refusal(context, exchange->request(), endpoint.permission, actor))
                    return exchange->respond(std::move(*refused));
            }
            if (!actor)
                return exchange->fail(actor.error());
            endpoint.handle(context, Call{exchange, std::move(*actor)});
        };
        if (auto added = router.add(std::move(route)); !added)
            return Failure(std::move(added.error()));
    }
    return router;
}

} // namespace xp::service
