// SPDX-License-Identifier: Apache-2.0
#include "core/domain/fieldreader.h"
#include "core/domain/storedvariant.h"
#include "core/engine/experiments.h"
#include "service/peers/telling.h"
#include "service/routes/answers.h"
#include "service/routes/onlooker.h"
#include "service/routes/unitinput.h"

namespace xp::service {

namespace {

std::string textOf(const LiveExperiment& live, std::string_view unit, const AssignAnswer& answer)
{
    const Experiment& experiment = live.experiment();
    std::string text = R"({"experiment_id":")" + experiment.id + R"(","user_id":)" + jsonText(unit);
    if (const Variant* variant = storedVariant(experiment, answer.variant)) {
        text += R"(,"variant":)" + jsonText(variant->name) + R"(,"assigned_at":)";
        if (answer.assignedAt == Timestamp{}) {
            text += "null"; // a look at what a unit would get
        } else {
            text += '"';
            appendIso8601(text, answer.assignedAt);
            text += '"';
        }
        text += R"(,"config":)" + dumped(variant->config) + R"(,"in_experiment":true)";
    } else {
        text += R"(,"variant":null,"assigned_at":null,"config":{},"in_experiment":false)";
    }
    text += R"(,"reason":")";
    return text.append(toString(answer.reason)).append("\"}");
}

/// `peek=true` in the query: what would be answered, without enrolling anybody.
Result<bool> wantsToPeek(const Request& request)
{
    const std::string text = queryText(request, "peek");
    if (!text.empty() && text != "true" && text != "false")
        return failInvalid({{"peek", "range", "peek is " + shown(text) + "; it must be true or false"}});
    return text == "true";
}

void peek(Context& context, const Call& call, const AssignRequest& request)
{
    onlook(context, {request.experiment}, request,
           [call, live = request.experiment, unit = request.unit](const Result<OnlookerPtr>& seen) {
               if (!seen)
                   return call.fail(seen.error());
               call.exchange->respond(jsonResponse(textOf(*live, unit, (*seen)->look(*live))));
           });
}

/// The variant that a tester asks for: `qa=VARIANT` in the query, or the header; empty: none.
std::string wantedVariant(const Request& request)
{
    const std::string asked = queryText(request, "qa");
    return asked.empty() ? std::string(request.header("X-QA-Variant").value_or("")) : asked;
}

void answerAssigned(Context& context, const Call& call, const AssignRequest& request)
{
    const auto queued =
        context.assigner.assign({request}, [&context, call, live = request.experiment,
                                            unit = request.unit](Result<std::vector<AssignAnswer>> answers) {
            if (!answers)
                return call.fail(answers.error());
            const AssignAnswer& answer = answers->front();
            if (answer.created)
                unitEnrolled(context, call.request(), live->experiment(), answer);
            call.exchange->respond(jsonResponse(textOf(*live, unit, answer)));
        });
    if (!queued)
        call.fail(queued.error());
}

/// QA mode: the variant becomes the user's by a change of the experiment, then it is answered like any other.
void assignForced(Context& context, const Call& call, const AssignRequest& request, const std::string& variant)
{
    const Experiment& experiment = request.experiment->experiment();
    if (!allows(call.actor.role, Permission::Write))
        return call.fail({call.actor.role == Role::Anonymous ? ErrorCode::Unauthorized : ErrorCode::Forbidden,
                          {"role_forbids", nlohmann::json::object(), "QA mode needs a token of role editor or admin"},
                          {}});
    if (!variantIndex(experiment, variant))
        return call.fail(
            failInvalid({{"qa", "not_allowed", "qa is " + shown(variant) + "; it must be the name of a variant"}})
                .value());
    inStore(
        context, call,
        [id = experiment.id, unit = request.unit, variant, actor = call.actor](Store& store) {
            return forceVariant(store, id, unit, variant, actor);
        },
        [&context, call, request](const Experiment& changed) {
            answerAssigned(context, call, {context.catalog.put(changed), request.unit, request.context, request.agent});
        });
}

void assign(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto peeks = wantsToPeek(call.request());
    if (!peeks)
        return call.fail(peeks.error());
    const auto body = assignBody(call.request());
    if (!body)
        return call.fail(body.error());
    auto request = body->read([&](const nlohmann::json& object) { return readAssign(*live, object, ""); });
    if (!request)
        return call.fail(request.error());
    request->agent = agentOf(call.request());
    if (const std::string variant = wantedVariant(call.request()); !variant.empty()) {
        if (*peeks)
            return call.fail(failInvalid({{"qa", "not_allowed",
                                           "qa gives a variant, which peek=true does not: ask for one of them"}})
                                 .value());
        return assignForced(context, call, *request, variant);
    }
    if (const auto known = context.assigner.known(**live, request->unit))
        return call.exchange->respond(jsonResponse(textOf(**live, request->unit, *known)));
    if (*peeks)
        return peek(context, call, *request);
    answerAssigned(context, call, *request);
}

/// What became of each item: its text once it is known.
struct Batch
{
    LiveExperimentPtr live;
    std::vector<std::string> texts;
    std::vector<std::size_t> open; ///< positions whose answer comes from the commit
    std::vector<std::string> units;
};

void peekBatch(Context& context, const Call& call, const std::shared_ptr<Batch>& batch,
               std::vector<AssignRequest> requests)
{
    onlookAll(context, {batch->live}, std::move(requests), [call, batch](const Result<std::vector<OnlookerPtr>>& seen) {
        if (!seen)
            return call.fail(seen.error());
        for (std::size_t i = 0; i < seen->size(); ++i)
            batch->texts[batch->open[i]] = textOf(*batch->live, batch->units[i], (*seen)[i]->look(*batch->live));
        call.exchange->respond(jsonResponse(batchText("assignments", batch->texts)));
    });
}

void assignBatch(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto peeks = wantsToPeek(call.request());
    if (!peeks)
        return call.fail(peeks.error());
    const auto items = batchItems(call.exchange->request(), "users");
    if (!items)
        return call.fail(items.error());
    auto batch = std::make_shared<Batch>(Batch{.live = *live});
    std::vector<AssignRequest> requests;
    ItemFailures failures;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const auto& item = (*items)[i];
        auto request = item.and_then(reading([&](const nlohmann::json& object) {
            return readAssign(*live, object, "users[" + std::to_string(i) + "]");
        }));
        batch->texts.push_back(request ? std::string() : failures.text(request.error()));
        if (!request)
            continue;
        batch->open.push_back(i);
        batch->units.push_back(request->unit);
        requests.push_back(std::move(*request));
    }
    if (*peeks)
        return peekBatch(context, call, batch, std::move(requests));
    const auto done = [&context, call, batch](Result<std::vector<AssignAnswer>> answers) {
        if (!answers)
            return call.fail(answers.error());
        for (std::size_t i = 0; i < answers->size(); ++i) {
            const AssignAnswer& answer = (*answers)[i];
            if (answer.created)
                unitEnrolled(context, call.request(), batch->live->experiment(), answer);
            batch->texts[batch->open[i]] = textOf(*batch->live, batch->units[i], answer);
        }
        call.exchange->respond(jsonResponse(batchText("assignments", batch->texts)));
    };
    if (const auto queued = context.assigner.assign(std::move(requests), done); !queued)
        call.fail(queued.error());
}

void track(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    std::vector<FieldError> wrong;
    const auto body = trackBody(call.request(), wrong);
    if (!body)
        return call.fail(body.error());
    auto request = body->read([&](const nlohmann::json& object) { return readTrack(*live, object, "", now(), wrong); });
    if (!request)
        return call.fail(request.error());
    std::vector<TrackRequest> requests{*request};
    const auto queued = context.assigner.track(
        std::move(requests), [&context, call, request = std::move(*request)](Result<std::vector<TrackAnswer>> answers) {
            if (!answers)
                return call.fail(answers.error());
            const TrackAnswer& answer = answers->front();
            const LiveExperiment& experiment = *request.experiment;
            if (answer.kind == TrackAnswer::Kind::Unassigned)
                return call.fail(unassigned(experiment, request.unit));
            const bool stored = answer.kind == TrackAnswer::Kind::Stored;
            if (stored && answer.leftOut == LeftOut::No)
                eventStored(context, call.request(), experiment, answer.variant, request.event, request.value);
            call.exchange->respond(
                jsonResponse(std::string(R"({"message":")") + (stored ? "Event tracked" : "Event was tracked before") +
                             R"(","variant":)" + jsonText(variantName(experiment.experiment(), answer.variant)) + "}"));
        });
    if (!queued)
        call.fail(queued.error());
}

void trackBatch(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto items = batchItems(call.exchange->request(), "events");
    if (!items)
        return call.fail(items.error());
    auto batch = std::make_shared<Batch>(Batch{.live = *live});
    auto sent = std::make_shared<std::vector<TrackRequest>>();
    const Timestamp at = now();
    ItemFailures failures;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const auto& item = (*items)[i];
        auto request = item.and_then(reading([&](const nlohmann::json& object) {
            return readTrack(*live, object, "events[" + std::to_string(i) + "]", at);
        }));
        batch->texts.push_back(request ? std::string(R"({"ok":true})") : failures.text(request.error()));
        if (!request)
            continue;
        batch->open.push_back(i);
        sent->push_back(std::move(*request));
    }
    const auto done = [&context, call, batch, sent](Result<std::vector<TrackAnswer>> answers) {
        if (!answers)
            return call.fail(answers.error());
        for (std::size_t i = 0; i < answers->size(); ++i) {
            const TrackAnswer& answer = (*answers)[i];
            const TrackRequest& event = (*sent)[i];
            if (answer.kind == TrackAnswer::Kind::Unassigned)
                batch->texts[batch->open[i]] = ItemFailures().text(unassigned(*batch->live, event.unit));
            else if (answer.kind == TrackAnswer::Kind::Stored && answer.leftOut == LeftOut::No)
                eventStored(context, call.request(), *batch->live, answer.variant, event.event, event.value);
        }
        call.exchange->respond(jsonResponse(batchText("results", batch->texts)));
    };
    if (sent->empty())
        return done(std::vector<TrackAnswer>());
    if (const auto queued = context.assigner.track(*sent, done); !queued)
        call.fail(queued.error());
}

} // namespace

std::vector<Endpoint> applicationEndpoints()
{
    const std::string one = kApi + "/experiments/{id}";
    return {
        {Method::Post, one + "/assign", Permission::Assign, assign},
        {Method::Post, one + "/assign:batch", Permission::Assign, assignBatch, 200, BodyLimit::Batch},
        {Method::Post, one + "/track", Permission::Track, track},
        {Method::Post, one + "/track:batch", Permission::Track, trackBatch, 200, BodyLimit::Batch,
         BodyType::JsonOrNdjson},
    };
}

} // namespace xp::service
