// SPDX-License-Identifier: Apache-2.0
#include "core/engine/metriccatalogue.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

void list(Context& context, const Call& call)
{
    inStore(
        context, call,
        [project = call.actor.project](Store& store) { return MetricTable(store.connection()).all(project); },
        [call](const std::vector<MetricDefinition>& definitions) {
            nlohmann::json items = nlohmann::json::array();
            for (const MetricDefinition& definition : definitions)
                items.push_back(xp::toJson(definition));
            answerCached(call, {{"metrics", std::move(items)}});
        });
}

void read(Context& context, const Call& call)
{
    std::vector<FieldError> errors;
    const auto version = queryNumber(call.request(), "version", 0, 1, 1'000'000'000, errors);
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    inStore(
        context, call,
        [project = call.actor.project.empty() ? "default" : call.actor.project,
         key = std::string(call.request().parameter("key")), version](Store& store) {
            return MetricTable(store.connection())
                .find(project, key, version > 0 ? std::optional(version) : std::nullopt);
        },
        [call](const MetricDefinition& definition) { answerCached(call, xp::toJson(definition)); });
}

void create(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    inStore(
        context, call,
        [body = std::move(*body), actor = call.actor](Store& store) {
            return createMetricDefinition(store, body, actor);
        },
        [call](const MetricDefinition& made) {
            Response response = jsonResponse(dumped(xp::toJson(made)), 201);
            response.headers.emplace_back("Location", kApi + "/metrics/" + made.key);
            call.exchange->respond(std::move(response));
        });
}

void change(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto version = body->find("version");
    const auto expected = version != body->end() && version->is_number_integer()
                              ? std::optional(version->get<std::int64_t>())
                              : std::nullopt;
    inStore(
        context, call,
        [body = *body, expected, key = std::string(call.request().parameter("key")), actor = call.actor](Store& store) {
            return changeMetricDefinition(store, key, body, expected, actor);
        },
        [call](const MetricDefinition& changed) { answer(call, xp::toJson(changed)); });
}

} // namespace

std::vector<Endpoint> catalogueEndpoints()
{
    const std::string all = kApi + "/metrics";
    return {
        {Method::Get, all, Permission::Read, list},
        {Method::Post, all, Permission::Write, create},
        {Method::Get, all + "/{key}", Permission::Read, read},
        {Method::Put, all + "/{key}", Permission::Write, change},
    };
}

} // namespace xp::service
