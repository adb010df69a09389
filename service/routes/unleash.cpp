// SPDX-License-Identifier: Apache-2.0
#include "service/peers/unleashgate.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

/// What the message says does not matter: everything is fetched, from the server we know, at most once a second. So it
/// needs no token.
void webhook(Context& context, const Call& call)
{
    if (!context.unleash.isOn())
        return call.fail(
            fail(ErrorCode::NotFound, "unleash_not_configured", "UNLEASH_URL is not set: no flags are fetched")
                .value());
    context.unleash.refresh();
    answer(call, {{"message", "Flags are fetched"}}, 202);
}

} // namespace

std::vector<Endpoint> unleashEndpoints()
{
    return {{Method::Post, "/integrations/unleash/webhook", Permission::Open, webhook, 202}};
}

} // namespace xp::service
