// SPDX-License-Identifier: Apache-2.0
#include "core/engine/experiments.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"
#include "core/engine/lifecycle.h"
#include "core/files/resulttables.h"
#include "service/peers/unleashgate.h"
#include "service/routes/answers.h"
#include "service/routes/scope.h"
#include "service/routes/versions.h"

namespace xp::service {

namespace {

void list(Context& context, const Call& call)
{
    const Request& request = call.request();
    std::vector<FieldError> errors;
    ExperimentQuery filter;
    filter.skip = queryNumber(request, "skip", 0, 0, 1'000'000'000, errors);
    filter.limit = queryNumber(request, "limit", 100, 1, 1000, errors);
    wantsCsv(request, errors);
    filter.text = queryText(request, "q");
    const auto place = placeOf(call);
    filter.project = place ? place->project : "";
    filter.environment = place ? place->environment : "";
    if (const auto status = request.query("status"); status && !status->empty()) {
        filter.status = parseStatus(*status);
        if (!filter.status)
            errors.push_back(
                {"status", "not_allowed",
                 "status is " + shown(*status) + "; it must be one of draft, running, paused, stopped, archived"});
    }
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    inStore(
        context, call,
        [filter, isSomewhere = place.has_value()](Store& store) -> Result<ExperimentPage> {
            if (!isSomewhere)
                return ExperimentPage{.experiments = {}, .skip = filter.skip, .limit = filter.limit};
            return store.experiments().list(filter);
        },
        [call](const ExperimentPage& page) {
            nlohmann::json document = xp::toJson(page);
            for (std::size_t i = 0; i < page.experiments.size(); ++i)
                document["experiments"][i]["warnings"] = toJson(warningsOf(page.experiments[i]));
            answerTable(call, document, "experiments", [&] { return experimentsTable(document["experiments"]); });
        });
}

/// A flag that nobody can be asked about would let nobody in: it is noted.
void checkFlag(const Context& context, const nlohmann::json& body, const std::string& present,
               std::vector<FieldError>& errors)
{
    const auto flag = body.find("unleash_flag");
    if (context.unleash.isOn() || flag == body.end() || !flag->is_string() || *flag == "" || *flag == present)
        return;
    errors.push_back({"unleash_flag", "not_available",
                      "unleash_flag cannot be used: this service knows no Unleash (UNLEASH_URL is not set)"});
}

void create(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    inStore(context, call,
            withBody(std::move(*body),
                     [&context, actor = call.actor](Store& store, const nlohmann::json& experiment) {
                         std::vector<FieldError> wrong;
                         checkFlag(context, experiment, "", wrong);
                         return createExperiment(store, experiment, actor, wrong);
                     }),
            [&context, call](const AcceptedExperiment& accepted) {
                context.catalog.put(accepted.experiment);
                Response response = jsonResponse(dumped(toJson(accepted)), 201);
                response.headers.emplace_back("Location", kApi + "/experiments/" + accepted.experiment.id);
                response.headers.emplace_back("ETag", versionTag(accepted.experiment.version));
                call.exchange->respond(std::move(response));
            });
}

void show(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const Experiment& experiment = (*live)->experiment();
    answerVersioned(call, toJson(AcceptedExperiment{experiment, warningsOf(experiment)}), experiment.version);
}

void change(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    std::vector<FieldError> wrong;
    const auto expected = body->glance([&](const nlohmann::json& object) {
        auto version = expectedVersion(call.request(), object, wrong);
        checkFlag(context, object, (*live)->experiment().unleashFlag, wrong);
        return version;
    });
    if (!expected)
        return call.fail(expected.error());
    inStore(context, call,
            withBody(std::move(*body),
                     [id = (*live)->experiment().id, expected = *expected, actor = call.actor,
                      wrong = std::move(wrong)](Store& store, const nlohmann::json& changes) {
                         return updateExperiment(store, id, changes, expected, actor, wrong);
                     }),
            [&context, call](const AcceptedExperiment& accepted) {
                context.catalog.put(accepted.experiment);
                answerVersioned(call, toJson(accepted), accepted.experiment.version);
            });
}

void remove(Context& context, const Call& call)
{
    const auto expected = matchedVersion(call.request());
    if (!expected)
        return call.fail(expected.error());
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call,
        [id = (*live)->experiment().id, expected = *expected, actor = call.actor](Store& store) {
            return removeExperiment(store, id, actor, expected);
        },
        [&context, call](const std::string& id) {
            context.catalog.drop(id);
            call.exchange->respond(emptyResponse(204));
        });
}

template <Transition kTransition>
void move(Context& context, const Call& call)
{
    auto reason = bodyIfAny(call).and_then(reasonIn);
    if (!reason)
        return call.fail(reason.error());
    const auto expected = matchedVersion(call.request());
    if (!expected)
        return call.fail(expected.error());
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call,
        [id = (*live)->experiment().id, reason = std::move(*reason), expected = *expected,
         actor = call.actor](Store& store) { return changeStatus(store, id, kTransition, reason, actor, expected); },
        [&context, call](const Experiment& experiment) {
            context.catalog.put(experiment);
            answerVersioned(call, toJson(AcceptedExperiment{experiment, warningsOf(experiment)}), experiment.version);
        });
}

} // namespace

std::vector<Endpoint> experimentEndpoints()
{
    const std::string all = kApi + "/experiments";
    const std::string one = all + "/{id}";
    return {
        {Method::Get, all, Permission::Read, list},
        {Method::Post, all, Permission::Write, create, 201},
        {Method::Get, one, Permission::Read, show},
        {Method::Put, one, Permission::Write, change},
        {Method::Patch, one, Permission::Write, change},
        {Method::Delete, one, Permission::Write, remove, 204},
        {Method::Post, one + "/start", Permission::Write, move<Transition::Start>},
        {Method::Post, one + "/pause", Permission::Write, move<Transition::Pause>},
        {Method::Post, one + "/resume", Permission::Write, move<Transition::Resume>},
        {Method::Post, one + "/stop", Permission::Write, move<Transition::Stop>},
        {Method::Post, one + "/archive", Permission::Write, move<Transition::Archive>},
    };
}

} // namespace xp::service
