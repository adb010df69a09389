// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/documentation.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

void health(Context& context, const Call& call)
{
    answer(call, {{"status", "healthy"},
                  {"service", "experimentation"},
                  {"version", XP_VERSION},
                  {"database", context.commits.available() ? "connected" : "unavailable"}});
}

void live(Context&, const Call& call)
{
    answer(call, {{"status", "alive"}});
}

/// Ready when the database answers and holds our schema.
void ready(Context& context, const Call& call)
{
    context.pool.run(
        [](Store& store) -> Result<SchemaState> {
            if (auto alive = store.ping(); !alive)
                return Failure(std::move(alive.error()));
            return store.schemaState();
        },
        [call](Result<SchemaState> state) {
            if (state && *state == SchemaState::Current)
                return answer(call, {{"status", "ready"}});
            const std::string why =
                state ? "The database does not hold the present schema" : state.error().sentence.text;
            call.exchange->respond(problemResponse(503, "not_ready", why, {{"Retry-After", "1"}}));
        });
}

void metrics(Context& context, const Call& call)
{
    call.exchange->respond(Response{200, context.metrics.text(), "text/plain; version=0.0.4; charset=utf-8"});
}

void openApi(Context&, const Call& call)
{
    call.exchange->respond(Response{200, openApiDocument(), "application/json"});
}

void docs(Context&, const Call& call)
{
    Response response{200, documentationPage(), "text/html; charset=utf-8"};
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
    call.exchange->respond(std::move(response));
}

} // namespace

std::vector<Endpoint> systemEndpoints()
{
    return {
        {Method::Get, "/health", Permission::Public, health},
        {Method::Get, "/health/live", Permission::Public, live},
        {Method::Get, "/health/ready", Permission::Public, ready},
        {Method::Get, "/metrics", Permission::Public, metrics},
        {Method::Get, "/openapi.json", Permission::Public, openApi},
        {Method::Get, "/docs", Permission::Public, docs},
    };
}

} // namespace xp::service
