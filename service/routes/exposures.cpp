// SPDX-License-Identifier: Apache-2.0
#include "core/domain/storedvariant.h"
#include "core/engine/exposer.h"
#include "service/routes/answers.h"
#include "service/routes/unitinput.h"

namespace xp::service {

namespace {

std::string textOf(const LiveExperiment& live, const ExposeAnswer& answer, const char* before)
{
    const Experiment& experiment = live.experiment();
    std::string text =
        before + (R"("variant":)" + jsonText(variantName(experiment, answer.variant))) + R"(,"exposed_at":)";
    if (!answer.exposedAt)
        return text + "null}";
    text += '"';
    appendIso8601(text, *answer.exposedAt);
    return text + "\"}";
}

void tell(Context& context, const LiveExperiment& live, const ExposeAnswer& answer)
{
    if (answer.isShownOther)
        context.metrics.shownOther(live.experiment());
}

void expose(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    auto request = body->read([&](const nlohmann::json& object) { return readExposure(*live, object, "", now()); });
    if (!request)
        return call.fail(request.error());
    const auto done = [&context, call, live = *live,
                       unit = request->unit](const Result<std::vector<ExposeAnswer>>& answers) {
        if (!answers)
            return call.fail(answers.error());
        const ExposeAnswer& answer = answers->front();
        if (!answer.isAssigned)
            return call.fail(unassigned(*live, unit));
        tell(context, *live, answer);
        call.exchange->respond(jsonResponse(
            textOf(*live, answer, answer.isFirst ? R"({"message":"Exposure recorded",)" : R"({"message":"Known",)")));
    };
    std::vector<ExposeRequest> requests;
    requests.push_back(std::move(*request));
    if (const auto queued = exposeUnits(context.commits, std::move(requests), done); !queued)
        call.fail(queued.error());
}

/// What became of each item: its text once it is known.
struct Batch
{
    std::vector<std::string> texts;
    std::vector<std::size_t> open; ///< positions whose answer comes from the commit
    std::vector<std::string> units;
};

void exposeBatch(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto items = batchItems(call.exchange->request(), "exposures");
    if (!items)
        return call.fail(items.error());
    auto batch = std::make_shared<Batch>();
    std::vector<ExposeRequest> requests;
    const Timestamp at = now();
    ItemFailures failures;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const auto& item = (*items)[i];
        auto request = item.and_then(reading([&](const nlohmann::json& object) {
            return readExposure(*live, object, "exposures[" + std::to_string(i) + "]", at);
        }));
        batch->texts.push_back(request ? std::string() : failures.text(request.error()));
        if (!request)
            continue;
        batch->open.push_back(i);
        batch->units.push_back(request->unit);
        requests.push_back(std::move(*request));
    }
    const auto done = [&context, call, batch, live = *live](const Result<std::vector<ExposeAnswer>>& answers) {
        if (!answers)
            return call.fail(answers.error());
        for (std::size_t i = 0; i < answers->size(); ++i) {
            const ExposeAnswer& answer = (*answers)[i];
            std::string& text = batch->texts[batch->open[i]];
            text = answer.isAssigned ? textOf(*live, answer, R"({"ok":true,)")
                                     : ItemFailures().text(unassigned(*live, batch->units[i]));
            tell(context, *live, answer);
        }
        call.exchange->respond(jsonResponse(batchText("results", batch->texts)));
    };
    if (requests.empty())
        return done(std::vector<ExposeAnswer>());
    if (const auto queued = exposeUnits(context.commits, std::move(requests), done); !queued)
        call.fail(queued.error());
}

} // namespace

std::vector<Endpoint> exposureEndpoints()
{
    const std::string one = kApi + "/experiments/{id}/exposures";
    return {
        {Method::Post, one, Permission::Track, expose},
        {Method::Post, one + ":batch", Permission::Track, exposeBatch, 200, BodyLimit::Batch, BodyType::JsonOrNdjson},
    };
}

} // namespace xp::service
