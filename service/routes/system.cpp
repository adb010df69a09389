// SPDX-License-Identifier: Apache-2.0
#include "core/domain/version.h"
#include "service/documentation/documentation.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

void health(Context& context, const Call& call)
{
    answer(call, {{"status", "healthy"},
                  {"service", "experimentation"},
                  {"version", version()},
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

void respondMetrics(const Context& context, const Call& call)
{
    const Format format = formatFor(call.request().header("Accept").value_or(""));
    Response response{200, context.metrics.text(format), std::string(contentTypeOf(format))};
    response.headers.emplace_back("Vary", "Accept");
    call.exchange->respond(std::move(response));
}

struct StatusCounts
{
    std::map<Status, std::int64_t> entries;
    std::map<Status, std::int64_t> present;
};

Result<StatusCounts> readCounts(Store& store)
{
    auto entries = store.experiments().entriesByStatus();
    if (!entries)
        return Failure(std::move(entries.error()));
    auto present = store.experiments().countByStatus();
    if (!present)
        return Failure(std::move(present.error()));
    return StatusCounts{std::move(*entries), std::move(*present)};
}

/// The database is asked only when an experiment has changed; while it is away the last numbers stand.
void metrics(Context& context, const Call& call)
{
    if (!context.countsOutdated.exchange(false))
        return respondMetrics(context, call);
    context.pool.run(readCounts, [&context, call](const Result<StatusCounts>& counts) {
        if (counts)
            context.metrics.statusCounts(counts->entries, counts->present);
        else
            context.countsOutdated = true;
        respondMetrics(context, call);
    });
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
        {Method::Get, "/metrics", Permission::Scrape, metrics},
        {Method::Get, "/openapi.json", Permission::Public, openApi},
        {Method::Get, "/docs", Permission::Public, docs},
    };
}

} // namespace xp::service
