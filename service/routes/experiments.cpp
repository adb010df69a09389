// SPDX-License-Identifier: Apache-2.0
#include "core/engine/experiments.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"
#include "core/engine/lifecycle.h"
#include "core/files/resulttables.h"
#include "service/peers/unleashgate.h"
#include "service/routes/answers.h"
#include "service/routes/etag.h"

#include <charconv>

namespace xp::service {

namespace {

/// Where a list looks: where the query says, within where the token sees. Nothing: nowhere in both.
std::optional<std::string> placeOf(const Call& call, std::string_view name, const std::string& seen)
{
    std::string asked = queryText(call.request(), name);
    if (seen.empty() || asked.empty() || asked == seen)
        return seen.empty() ? asked : seen;
    return std::nullopt;
}

void list(Context& context, const Call& call)
{
    const Request& request = call.request();
    std::vector<FieldError> errors;
    ExperimentQuery filter;
    filter.skip = queryNumber(request, "skip", 0, 0, 1'000'000'000, errors);
    filter.limit = queryNumber(request, "limit", 100, 1, 1000, errors);
    filter.text = queryText(request, "q");
    const auto project = placeOf(call, "project", call.actor.project);
    const auto environment = placeOf(call, "environment", call.actor.environment);
    filter.project = project.value_or("");
    filter.environment = environment.value_or("");
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
        [filter, isSomewhere = project && environment](Store& store) -> Result<ExperimentPage> {
            if (!isSomewhere)
                return ExperimentPage{.experiments = {}, .skip = filter.skip, .limit = filter.limit};
            return store.experiments().list(filter);
        },
        [call](const ExperimentPage& page) {
            const nlohmann::json document = xp::toJson(page);
            answerTable(call, document, "experiments", [&] { return experimentsTable(document["experiments"]); });
        });
}

/// A flag that nobody can be asked about would let nobody in.
Result<void> checkFlag(const Context& context, const nlohmann::json& body, const std::string& present)
{
    const auto flag = body.find("unleash_flag");
    if (context.unleash.isOn() || flag == body.end() || !flag->is_string() || *flag == "" || *flag == present)
        return {};
    return failInvalid({{"unleash_flag", "not_available",
                         "unleash_flag cannot be used: this service knows no Unleash (UNLEASH_URL is not set)"}});
}

void create(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    if (const auto checked = checkFlag(context, *body, ""); !checked)
        return call.fail(checked.error());
    inStore(
        context, call,
        [body = std::move(*body), actor = call.actor](Store& store) { return createExperiment(store, body, actor); },
        [&context, call](const AcceptedExperiment& accepted) {
            context.catalog.put(accepted.experiment);
            Response response = jsonResponse(dumped(toJson(accepted)), 201);
            response.headers.emplace_back("Location", kApi + "/experiments/" + accepted.experiment.id);
            response.headers.emplace_back("ETag", "\"" + std::to_string(accepted.experiment.version) + "\"");
            call.exchange->respond(std::move(response));
        });
}

/// An experiment with its version as ETag, so that a client can send it back as If-Match.
void answerVersioned(const Call& call, const nlohmann::json& json, std::int64_t version)
{
    const std::string tag = "\"" + std::to_string(version) + "\"";
    const bool isRead = call.request().method() == Method::Get || call.request().method() == Method::Head;
    const bool known = isRead && isKnown(call.request(), tag);
    Response response = known ? emptyResponse(304) : jsonResponse(dumped(json));
    response.headers.emplace_back("ETag", tag);
    call.exchange->respond(std::move(response));
}

void show(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const Experiment& experiment = (*live)->experiment();
    answerVersioned(call, toJson(AcceptedExperiment{experiment, warningsOf(experiment)}), experiment.version);
}

/// The version that If-Match names, which is what the client read; none without the header.
Result<std::optional<std::int64_t>> matchedVersion(const Request& request)
{
    const auto match = request.header("If-Match");
    if (!match || *match == "*")
        return std::nullopt;
    std::string_view text = *match;
    if (text.starts_with("W/")) // what a proxy that compresses makes of the tag
        text.remove_prefix(2);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    std::int64_t version = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (ec == std::errc() && end == text.data() + text.size())
        return version;
    return failInvalid({{"If-Match", "format", "If-Match must be the ETag of the experiment, a version in quotes"}});
}

/// The version the client read: If-Match, else `version` in the body, else none.
Result<std::optional<std::int64_t>> expectedVersion(const Request& request, const nlohmann::json& body)
{
    const auto matched = matchedVersion(request);
    const auto version = body.find("version");
    if (!matched || *matched || version == body.end() || version->is_null())
        return matched;
    if (!version->is_number_integer())
        return failInvalid({{"version", "type", "version must be a whole number"}});
    return version->get<std::int64_t>();
}

void change(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto expected = expectedVersion(call.request(), *body);
    if (!expected)
        return call.fail(expected.error());
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    if (const auto checked = checkFlag(context, *body, (*live)->experiment().unleashFlag); !checked)
        return call.fail(checked.error());
    inStore(
        context, call,
        [id = (*live)->experiment().id, body = std::move(*body), expected = *expected,
         actor = call.actor](Store& store) { return updateExperiment(store, id, body, expected, actor); },
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
    auto reason = bodyOf(call).and_then(reasonIn);
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
        {Method::Post, all, Permission::Write, create},
        {Method::Get, one, Permission::Read, show},
        {Method::Put, one, Permission::Write, change},
        {Method::Patch, one, Permission::Write, change},
        {Method::Delete, one, Permission::Write, remove},
        {Method::Post, one + "/start", Permission::Write, move<Transition::Start>},
        {Method::Post, one + "/pause", Permission::Write, move<Transition::Pause>},
        {Method::Post, one + "/resume", Permission::Write, move<Transition::Resume>},
        {Method::Post, one + "/stop", Permission::Write, move<Transition::Stop>},
        {Method::Post, one + "/archive", Permission::Write, move<Transition::Archive>},
    };
}

} // namespace xp::service
