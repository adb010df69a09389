// SPDX-License-Identifier: Apache-2.0
#include "service/studio/studioroutes.h"

namespace xp::service {

namespace {

/// Names in the page count from /app/.
void addSlash(const std::shared_ptr<Exchange>& exchange)
{
    exchange->respond(Response{308, std::string(), {}, {{"Location", "/app/"}}});
}

} // namespace

Result<void> addStudioRoutes(Router& router, const StudioFiles& files)
{
    const Handler answer = [&files](const std::shared_ptr<Exchange>& exchange) {
        const Request& request = exchange->request();
        exchange->respond(files.answer({.path = request.parameter("file"),
                                        .acceptEncoding = request.header("accept-encoding").value_or(""),
                                        .ifNoneMatch = request.header("if-none-match").value_or(""),
                                        .isTls = request.isTls()}));
    };
    // One label for all files in metrics and logs.
    for (Route route :
         {Route{.path = "/app", .endpoint = "/app/", .handler = addSlash}, Route{.path = "/app/", .handler = answer},
          Route{.path = "/app/{file...}", .endpoint = "/app/", .handler = answer}}) {
        if (auto added = router.add(std::move(route)); !added)
            return added;
    }
    return {};
}

} // namespace xp::service
