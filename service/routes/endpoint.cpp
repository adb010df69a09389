// SPDX-License-Identifier: Apache-2.0
#include "service/routes/endpoint.h"

namespace xp::service {

std::vector<Endpoint> allEndpoints()
{
    std::vector<Endpoint> all;
    for (auto* const list : {systemEndpoints, experimentEndpoints, applicationEndpoints, resultEndpoints, unitEndpoints,
                             auditEndpoints, keyEndpoints, planEndpoints, statisticsEndpoints}) {
        for (Endpoint& endpoint : list())
            all.push_back(std::move(endpoint));
    }
    return all;
}

Result<Router> makeRouter(Context& context)
{
    Router router;
    for (const Endpoint& endpoint : allEndpoints()) {
        Route route{.method = endpoint.method, .path = endpoint.path, .bodyLimit = endpoint.bodyLimit};
        route.handler = [&context, endpoint](const std::shared_ptr<Exchange>& exchange) {
            auto actor = authorise(context, exchange->request(), endpoint.permission);
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
