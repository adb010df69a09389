// SPDX-License-Identifier: Apache-2.0
#include "core/engine/metriccatalogue.h"
#include "service/routes/answers.h"
#include "service/routes/scope.h"
#include "service/routes/versions.h"

namespace xp::service {

namespace {

/// The caller as one who works in the project that the call is about.
Result<Actor> actorWithin(const Call& call, const nlohmann::json& body = nlohmann::json::object())
{
    return projectOf(call, body).map([&](std::string project) {
        Actor actor = call.actor;
        actor.project = std::move(project);
        return actor;
    });
}

/// Of one project, or of all where neither the token nor the query names one.
void list(Context& context, const Call& call)
{
    const auto project = projectOf(call);
    if (!project)
        return call.fail(project.error());
    const bool isOne = !call.actor.project.empty() || !queryText(call.request(), "project").empty();
    inStore(
        context, call,
        [project = isOne ? *project : std::string()](Store& store) {
            return MetricTable(store.connection()).all(project);
        },
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
    const auto project = projectOf(call);
    if (!project)
        return call.fail(project.error());
    inStore(
        context, call,
        [project = *project, key = std::string(call.request().parameter("key")), version](Store& store) {
            return MetricTable(store.connection())
                .find(project, key, version > 0 ? std::optional(version) : std::nullopt);
        },
        [call](const MetricDefinition& definition) {
            answerVersioned(call, xp::toJson(definition), definition.version);
        });
}

void create(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto actor = body->glance([&](const nlohmann::json& object) { return actorWithin(call, object); });
    if (!actor)
        return call.fail(actor.error());
    inStore(context, call,
            withBody(std::move(*body),
                     [actor = *actor](Store& store, const nlohmann::json& definition) {
                         return createMetricDefinition(store, definition, actor);
                     }),
            [call](const MetricDefinition& made) {
                Response response = jsonResponse(dumped(xp::toJson(made)), 201);
                response.headers.emplace_back("Location", kApi + "/metrics/" + made.key);
                response.headers.emplace_back("ETag", versionTag(made.version));
                call.exchange->respond(std::move(response));
            });
}

void change(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    std::vector<FieldError> wrong;
    const auto expected =
        body->glance([&](const nlohmann::json& object) { return expectedVersion(call.request(), object, wrong); });
    if (!expected)
        return call.fail(expected.error());
    const auto actor = body->glance([&](const nlohmann::json& object) { return actorWithin(call, object); });
    if (!actor)
        return call.fail(actor.error());
    inStore(context, call,
            withBody(std::move(*body),
                     [expected = *expected, key = std::string(call.request().parameter("key")), actor = *actor,
                      wrong = std::move(wrong)](Store& store, const nlohmann::json& definition) {
                         return changeMetricDefinition(store, key, definition, expected, actor, wrong);
                     }),
            [call](const MetricDefinition& changed) { answerVersioned(call, xp::toJson(changed), changed.version); });
}

} // namespace

std::vector<Endpoint> catalogueEndpoints()
{
    const std::string all = kApi + "/metrics";
    return {
        {Method::Get, all, Permission::Read, list},
        {Method::Post, all, Permission::Write, create, 201},
        {Method::Get, all + "/{key}", Permission::Read, read},
        {Method::Put, all + "/{key}", Permission::Write, change},
    };
}

} // namespace xp::service
