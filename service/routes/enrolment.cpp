// SPDX-License-Identifier: Apache-2.0
#include "core/domain/fieldreader.h"
#include "core/domain/storedvariant.h"
#include "core/engine/holdouts.h"
#include "core/engine/layers.h"
#include "core/engine/savedsegments.h"
#include "service/routes/answers.h"
#include "service/routes/onlooker.h"
#include "service/routes/scope.h"
#include "service/routes/unitinput.h"
#include "service/routes/versions.h"

namespace xp::service {

namespace {

/// What a change of segments and holdouts means for the experiments that are served.
enum class Effect { None, Felt };

/// Experiments feel a change: the snapshot is read anew before the answer; where it cannot be, a moment later.
template <typename T>
Result<T> published(Context& context, Store& store, Result<T> changed)
{
    if (changed)
        (void)context.catalog.refresh(store);
    return changed;
}

/// Runs `work(Store&, project, body)` for a call that has both, and answers with `render(value)`.
template <typename Work, typename Render>
void inProject(Context& context, const Call& call, Document body, Work work, Render render, Effect effect)
{
    const auto project = body.glance([&](const nlohmann::json& object) { return projectOf(call, object); });
    if (!project)
        return call.fail(project.error());
    auto inside = withBody(std::move(body),
                           [project = *project, work = std::move(work)](Store& store, const nlohmann::json& object) {
                               return work(store, project, object);
                           });
    inStore(
        context, call,
        [&context, effect, inside = std::move(inside)](Store& store) {
            auto done = inside(store);
            return effect == Effect::Felt ? published(context, store, std::move(done)) : std::move(done);
        },
        std::move(render));
}

template <typename Work, typename Render>
void inProject(Context& context, const Call& call, Work work, Render render, Effect effect = Effect::None)
{
    auto body = call.request().method() == Method::Post ? bodyOf(call) : bodyIfAny(call);
    if (!body)
        return call.fail(body.error());
    inProject(context, call, std::move(*body), std::move(work), std::move(render), effect);
}

Response created(const nlohmann::json& json, const std::string& path)
{
    Response response = jsonResponse(dumped(json), 201);
    response.headers.emplace_back("Location", kApi + path);
    return response;
}

std::string nameIn(const Call& call, const char* parameter)
{
    return std::string(call.request().parameter(parameter));
}

/// What has no value to answer with.
Result<bool> gone(Result<void> removed)
{
    return removed.map([] { return true; });
}

template <typename T>
void answerList(const Call& call, const char* name, const std::vector<T>& list)
{
    nlohmann::json items = nlohmann::json::array();
    for (const T& item : list)
        items.push_back(xp::toJson(item));
    answerCached(call, {{name, std::move(items)}});
}

void listSegments(Context& context, const Call& call)
{
    inProject(
        context, call,
        [](Store& store, const std::string& project, const nlohmann::json&) {
            return SavedSegmentTable(store.connection()).all(project);
        },
        [call](const std::vector<SavedSegment>& segments) { answerList(call, "segments", segments); });
}

void readSegment(Context& context, const Call& call)
{
    inProject(
        context, call,
        [name = nameIn(call, "name")](Store& store, const std::string& project, const nlohmann::json&) {
            return SavedSegmentTable(store.connection()).find(project, name);
        },
        [call](const SavedSegment& segment) { answerVersioned(call, xp::toJson(segment), segment.version); });
}

void makeSegment(Context& context, const Call& call)
{
    inProject(
        context, call,
        [actor = call.actor](Store& store, const std::string& project, const nlohmann::json& body) {
            return createSegment(store, project, body, actor);
        },
        [call](const SavedSegment& made) {
            call.exchange->respond(created(xp::toJson(made), "/segments/" + made.name));
        });
}

void editSegment(Context& context, const Call& call)
{
    auto sent = versionedBody(call);
    if (!sent)
        return call.fail(sent.error());
    inProject(
        context, call, std::move(sent->body),
        [name = nameIn(call, "name"), expected = std::move(sent->expected),
         actor = call.actor](Store& store, const std::string& project, const nlohmann::json& body) {
            return changeSegment(store, project, name, body, actor, expected);
        },
        [call](const SavedSegment& changed) { answerVersioned(call, xp::toJson(changed), changed.version); },
        Effect::Felt);
}

void dropSegment(Context& context, const Call& call)
{
    const auto expected = matchedVersion(call.request());
    if (!expected)
        return call.fail(expected.error());
    inProject(
        context, call,
        [name = nameIn(call, "name"), expected = *expected,
         actor = call.actor](Store& store, const std::string& project, const nlohmann::json&) {
            return gone(removeSegment(store, project, name, expected, actor));
        },
        [call](bool) { call.exchange->respond(emptyResponse(204)); });
}

void listHoldouts(Context& context, const Call& call)
{
    inProject(
        context, call,
        [](Store& store, const std::string& project, const nlohmann::json&) {
            return HoldoutTable(store.connection()).all(project);
        },
        [call](const std::vector<Holdout>& holdouts) { answerList(call, "holdouts", holdouts); });
}

void makeHoldout(Context& context, const Call& call)
{
    inProject(
        context, call,
        [actor = call.actor](Store& store, const std::string& project, const nlohmann::json& body) {
            return createHoldout(store, project, body, actor);
        },
        [call](const Holdout& made) { call.exchange->respond(created(xp::toJson(made), "/holdouts/" + made.key)); },
        Effect::Felt);
}

void editHoldout(Context& context, const Call& call)
{
    auto sent = versionedBody(call);
    if (!sent)
        return call.fail(sent.error());
    inProject(
        context, call, std::move(sent->body),
        [key = nameIn(call, "key"), expected = std::move(sent->expected),
         actor = call.actor](Store& store, const std::string& project, const nlohmann::json& body) {
            return changeHoldout(store, project, key, body, actor, expected);
        },
        [call](const Holdout& changed) { answerVersioned(call, xp::toJson(changed), changed.version); }, Effect::Felt);
}

void dropHoldout(Context& context, const Call& call)
{
    const auto expected = matchedVersion(call.request());
    if (!expected)
        return call.fail(expected.error());
    inProject(
        context, call,
        [key = nameIn(call, "key"), expected = *expected, actor = call.actor](Store& store, const std::string& project,
                                                                              const nlohmann::json&) {
            return gone(removeHoldout(store, project, key, expected, actor));
        },
        [call](bool) { call.exchange->respond(emptyResponse(204)); }, Effect::Felt);
}

void listLayers(Context& context, const Call& call)
{
    const auto project = projectOf(call);
    if (!project)
        return call.fail(project.error());
    std::vector<Experiment> experiments;
    for (const auto& [id, live] : context.catalog.current()->byId) {
        if (live->experiment().enrolment.layer)
            experiments.push_back(live->experiment());
    }
    nlohmann::json layers = nlohmann::json::array();
    for (const Layer& layer : layersOf(experiments, *project))
        layers.push_back(toJson(layer, [&](const Experiment& experiment) { return sees(call.actor, experiment); }));
    answerCached(call, {{"layers", std::move(layers)}});
}

nlohmann::json explanation(const LiveExperiment& live, const std::string& unit, const Onlooker& seen)
{
    const Experiment& experiment = live.experiment();
    const auto nameOf = [&](std::int16_t variant) { return nlohmann::json(variantName(experiment, variant)); };
    const AssignAnswer told = seen.look(live);
    nlohmann::json stored = nullptr;
    if (const auto given = seen.stored(experiment))
        stored = {{"variant", nameOf(given->variant)},
                  {"assigned_at", toIso8601(given->assignedAt)},
                  {"forced", given->leftOut == LeftOut::ByName},
                  {"excluded", ruleOrNull(given->leftOut)}};
    return {{"experiment_id", experiment.id},
            {"user_id", unit},
            {"variant", told.inExperiment() ? nameOf(told.variant) : nlohmann::json()},
            {"in_experiment", told.inExperiment()},
            {"reason", toString(told.reason)},
            {"stored", std::move(stored)},
            {"steps", seen.admission().explain(live)}};
}

/// Step by step why a unit gets what it would be told now; enrols nobody.
void explain(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    auto request = body->read([&](const nlohmann::json& object) { return readAssign(*live, object, ""); });
    if (!request)
        return call.fail(request.error());
    request->agent = agentOf(call.request());
    onlook(context, {*live}, *request, [call, live = *live, unit = request->unit](const Result<OnlookerPtr>& seen) {
        seen ? answer(call, explanation(*live, unit, **seen)) : call.fail(seen.error());
    });
}

} // namespace

std::vector<Endpoint> enrolmentEndpoints()
{
    const std::string segments = kApi + "/segments";
    const std::string holdouts = kApi + "/holdouts";
    return {
        {Method::Get, segments, Permission::Read, listSegments},
        {Method::Post, segments, Permission::Write, makeSegment, 201},
        {Method::Get, segments + "/{name}", Permission::Read, readSegment},
        {Method::Put, segments + "/{name}", Permission::Write, editSegment},
        {Method::Delete, segments + "/{name}", Permission::Write, dropSegment, 204},
        {Method::Get, holdouts, Permission::Read, listHoldouts},
        {Method::Post, holdouts, Permission::Write, makeHoldout, 201},
        {Method::Put, holdouts + "/{key}", Permission::Write, editHoldout},
        {Method::Delete, holdouts + "/{key}", Permission::Write, dropHoldout, 204},
        {Method::Get, kApi + "/layers", Permission::Read, listLayers},
        {Method::Post, kApi + "/experiments/{id}/explain", Permission::Read, explain},
    };
}

} // namespace xp::service
