// SPDX-License-Identifier: Apache-2.0
// barehandler [threads]: the service's HTTP server with handlers that do nothing but answer as many bytes as the real
// ones. What it reaches is the limit that the service's figures are a share of. Prints its port; ends with its stdin.

#include "service/http/httpserver.h"

#include <cstdio>
#include <cstdlib>

using namespace xp::service;

int main(int argc, char** argv)
{
    constexpr const char* kAnswer =
        R"({"experiment_id":"0192f0c1-2345-7abc-8def-0123456789ab","user_id":"user-2654435761","variant":"control",)"
        R"("assigned_at":"2026-01-01T00:00:00.000000Z","config":{},"in_experiment":true,"reason":"split"})";
    Router router;
    for (const char* path : {"/api/v1/experiments/{id}/assign", "/api/v1/experiments/{id}/track"}) {
        Route route{.method = Method::Post, .path = path};
        route.handler = [](const std::shared_ptr<Exchange>& exchange) { exchange->respond(jsonResponse(kAnswer)); };
        if (auto added = router.add(std::move(route)); !added)
            return 1;
    }
    HttpOptions options{.port = 0, .threads = argc > 1 ? static_cast<std::size_t>(std::atoi(argv[1])) : 2};
    HttpServer server(std::move(options), std::move(router));
    if (auto started = server.start(); !started)
        return 1;
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    server.stop();
    return 0;
}
