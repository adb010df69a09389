// SPDX-License-Identifier: Apache-2.0
// OpenFeature Remote Evaluation Protocol 0.3.0 (github.com/open-feature/protocol): an experiment is a flag.
#include "core/domain/storedvariant.h"
#include "service/peers/telling.h"
#include "service/routes/answers.h"
#include "service/routes/onlooker.h"
#include "service/routes/unitinput.h"

#include <algorithm>
#include <vector>

namespace xp::service {

namespace {

constexpr const char* kStream = "/ofrep/v1/stream";
constexpr std::string_view kStreamTopic = "ofrep";
constexpr int kInactivitySeconds = 120;

/// What the protocol says instead of a problem; only 400, 404 and 500 with a code are understood by its clients.
Response failure(int status, std::string_view key, std::string_view code, std::string_view details)
{
    nlohmann::json body{{"errorCode", code}, {"errorDetails", details}};
    if (!key.empty())
        body["key"] = key;
    return jsonResponse(dumped(body), status);
}

Response failure(std::string_view key, const Error& error)
{
    if (error.code != ErrorCode::Overloaded)
        return failure(500, key, "GENERAL", error.sentence.text);
    Response response = failure(429, key, "GENERAL", error.sentence.text);
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

constexpr std::string_view kUnit = "user_id";
constexpr const char* kUnitsPath = "context.targetingKey";

/// The user, as OpenFeature calls it.
Error inItsWords(Error error)
{
    for (FieldError& wrong : error.errors) {
        if (wrong.field != kUnit)
            continue;
        wrong.field = kUnitsPath;
        if (wrong.message.starts_with(kUnit))
            wrong.message.replace(0, kUnit.size(), "targetingKey");
    }
    return error;
}

/// User and context, without an experiment.
Result<AssignRequest> readContext(const nlohmann::json& body)
{
    const auto context = body.find("context");
    if (context == body.end() || !context->is_object())
        return failInvalid({{"context", "type", "The body must hold an object named context"}});
    const auto unit = context->find("targetingKey");
    if (unit == context->end() || unit->is_null() || *unit == "")
        return failInvalid({{kUnitsPath, "required", "The context must hold targetingKey: the id of the user"}});
    return readAssign(nullptr, {{"user_id", *unit}, {"context", *context}}, "").map_error(inItsWords);
}

/// Without an experiment.
tl::expected<AssignRequest, Response> contextOf(const Request& request, std::string_view key)
{
    const auto refuse = [&](std::string_view code, std::string_view details) {
        return tl::unexpected(failure(400, key, code, details));
    };
    const auto body = parseDocument(request.body());
    if (!body)
        return refuse("PARSE_ERROR", body.error().sentence.text);
    auto read = body->read(readContext);
    if (!read) {
        std::string details;
        bool isMissing = false;
        for (const FieldError& wrong : read.error().errors) {
            details += (details.empty() ? "" : ", ") + wrong.message;
            isMissing = isMissing || (wrong.field == kUnitsPath && wrong.code == "required");
        }
        return refuse(isMissing ? "TARGETING_KEY_MISSING" : "INVALID_CONTEXT", details);
    }
    read->agent = agentOf(request);
    return std::move(*read);
}

bool isFlag(const Call& call, const LiveExperimentPtr& live)
{
    return live && live->experiment().status != Status::Draft && sees(call.actor, live->experiment());
}

/// Whoever is not in the experiment gets the control's value: it is what the feature is without it.
nlohmann::json flagOf(const LiveExperiment& live, const AssignAnswer& answer)
{
    const Experiment& experiment = live.experiment();
    const Variant* given = storedVariant(experiment, answer.variant);
    const Variant& variant = given ? *given : experiment.variants.front();
    const char* reason = answer.reason == AssignmentReason::Forced       ? "TARGETING_MATCH"
                         : answer.inExperiment()                         ? "SPLIT"
                         : answer.reason == AssignmentReason::NotRunning ? "DISABLED"
                                                                         : "STATIC";
    return {{"key", experiment.key},
            {"value", experiment.flagValue == FlagValue::Config ? variant.config : nlohmann::json(variant.name)},
            {"variant", variant.name},
            {"reason", reason},
            {"metadata", {{"experiment", experiment.key}, {"experimentId", experiment.id}}}};
}

/// Enrols, as /assign does: server-side providers ask when the feature is used.
void evaluateOne(Context& context, const Call& call)
{
    const std::string key(call.request().parameter("key"));
    auto asked = contextOf(call.request(), key);
    if (!asked)
        return call.exchange->respond(std::move(asked.error()));
    const auto& flags = context.catalog.current()->byKey;
    const auto found = flags.find(key);
    if (found == flags.end() || !isFlag(call, found->second))
        return call.exchange->respond(failure(404, key, "FLAG_NOT_FOUND", "Flag '" + key + "' was not found"));
    const LiveExperimentPtr live = found->second;
    if (const auto known = context.assigner.known(*live, asked->unit))
        return answer(call, flagOf(*live, *known));
    const auto queued =
        context.assigner.assign({AssignRequest{live, asked->unit, asked->context, asked->agent}},
                                [&context, call, live, key](Result<std::vector<AssignAnswer>> answers) {
                                    if (!answers)
                                        return call.exchange->respond(failure(key, answers.error()));
                                    if (answers->front().created)
                                        unitEnrolled(context, call.request(), live->experiment(), answers->front());
                                    answer(call, flagOf(*live, answers->front()));
                                });
    if (!queued)
        call.exchange->respond(failure(key, queued.error()));
}

/// Of all that flags follow from, whose values replicas have in common.
std::string revisionOf(const Snapshot& snapshot)
{
    std::vector<std::string> parts;
    parts.reserve(snapshot.byId.size());
    for (const auto& [id, live] : snapshot.byId)
        parts.push_back(id + std::to_string(live->experiment().version));
    for (const auto& [project, holdouts] : snapshot.holdouts) {
        for (const Holdout& holdout : holdouts)
            parts.push_back(holdout.seed + std::to_string(holdout.version));
    }
    std::ranges::sort(parts);
    std::string text;
    for (const std::string& part : parts)
        text.append(part);
    return digestOf(text);
}

/// One event tells that flags may have changed; it says nothing of them, so that no token is needed to listen.
std::string refetchEvent(const std::string& revision)
{
    const nlohmann::json data{
        {"type", "refetchEvaluation"}, {"etag", "\"" + revision + "\""}, {"lastModified", toMicros(now()) / 1'000'000}};
    return streamEvent("message", revision, dumped(data));
}

} // namespace

void tellFlagsChanged(StreamHub& streams, const Snapshot& snapshot)
{
    if (streams.subscribers() == 0)
        return; // who comes from now on finds the present revision
    streams.publish(std::string(kStreamTopic), refetchEvent(revisionOf(snapshot)));
}

namespace {

/// The tag is one of the evaluated result, not of the flags: another context may evaluate to something else. A browser
/// cannot send a token to a stream: where that needs one, none is offered, and clients ask again from time to time.
Response bulkAnswer(const Context& context, const Call& call, nlohmann::json flags)
{
    nlohmann::json streams = nlohmann::json::array();
    if (!context.options.anonymous.empty())
        streams.push_back(
            {{"type", "sse"}, {"endpoint", {{"requestUri", kStream}}}, {"inactivityDelaySec", kInactivitySeconds}});
    return cachedResponse(call.request(), {{"flags", std::move(flags)}, {"eventStreams", streams}});
}

/// Everything at once, for browsers and telephones. Enrols nobody: most of it is never shown.
void evaluateAll(Context& context, const Call& call)
{
    auto asked = contextOf(call.request(), "");
    if (!asked)
        return call.exchange->respond(std::move(asked.error()));
    std::vector<LiveExperimentPtr> flags;
    for (const auto& [key, live] : context.catalog.current()->byKey) {
        if (isFlag(call, live))
            flags.push_back(live);
    }
    std::ranges::sort(flags, {}, [](const LiveExperimentPtr& live) { return live->experiment().key; });
    onlook(context, flags, *asked, [&context, call, flags](const Result<OnlookerPtr>& seen) {
        if (!seen)
            return call.exchange->respond(failure("", seen.error()));
        nlohmann::json list = nlohmann::json::array();
        for (const LiveExperimentPtr& live : flags)
            list.push_back(flagOf(*live, (*seen)->look(*live)));
        call.exchange->respond(bulkAnswer(context, call, std::move(list)));
    });
}

/// The first lines open the stream at once. Clients come back two seconds after a break, and say in Last-Event-ID what
/// they know: what changed meanwhile they hear then.
void listen(Context& context, const Call& call)
{
    const std::string revision = revisionOf(*context.catalog.current());
    if (!wantsStream(call.request()))
        return answerCached(call, {{"revision", revision}});
    std::string first = "id: " + revision + "\nretry: 2000\n\n";
    if (const auto known = call.request().header("Last-Event-ID"); known && *known != revision)
        first += refetchEvent(revision);
    auto response =
        context.streams.subscribe(std::string(kStreamTopic), std::move(first), callerOf(context, call.request()),
                                  stillLetIn(context, call.request(), Permission::Listen));
    if (!response)
        return call.fail(response.error());
    call.exchange->respond(std::move(*response));
    const SnapshotPtr present = context.catalog.current();
    if (revisionOf(*present) != revision) // changed before it could be told
        tellFlagsChanged(context.streams, *present);
}

} // namespace

std::vector<Endpoint> ofrepEndpoints()
{
    return {
        {Method::Post, "/ofrep/v1/evaluate/flags", Permission::Evaluate, evaluateAll},
        {Method::Post, "/ofrep/v1/evaluate/flags/{key}", Permission::Evaluate, evaluateOne},
        {Method::Get, kStream, Permission::Listen, listen},
    };
}

} // namespace xp::service
