// SPDX-License-Identifier: Apache-2.0
#include "service/peers/telling.h"
#include "service/routes/answers.h"
#include "service/routes/unitinput.h"

namespace xp::service {

namespace {

/// What the metrics page is told of an event, once it is known where it counts.
struct Told
{
    std::vector<LiveExperimentPtr> listeners;
    std::string event;
    double value = 1;

    explicit Told(const RecordRequest& request)
        : listeners(request.listeners), event(request.event), value(request.value)
    {
    }

    void tell(Context& context, const Request& request, const RecordAnswer& answer) const
    {
        for (const Outcome::Counted& counted : answer.counted)
            eventStored(context, request, *listeners[counted.listener], counted.variant, event, value);
    }
};

void record(Context& context, const Call& call)
{
    const auto body = parseDocument(call.request().body());
    if (!body)
        return call.fail(body.error());
    const SnapshotPtr snapshot = context.catalog.current();
    auto request =
        body->read([&](const nlohmann::json& object) { return readRecord(*snapshot, call.actor, object, "", now()); });
    if (!request)
        return call.fail(request.error());
    const auto done = [&context, call, told = Told(*request)](Result<std::vector<RecordAnswer>> answers) {
        if (!answers)
            return call.fail(answers.error());
        const RecordAnswer& answer = answers->front();
        told.tell(context, call.request(), answer);
        call.exchange->respond(jsonResponse(std::string(R"({"message":")") +
                                            (answer.isDuplicate ? "Event was recorded before" : "Event recorded") +
                                            R"(","experiments":)" + std::to_string(answer.counted.size()) + "}"));
    };
    std::vector<RecordRequest> requests;
    requests.push_back(std::move(*request));
    if (const auto queued = recordEvents(context.commits, std::move(requests), done); !queued)
        call.fail(queued.error());
}

/// What became of each item: its text once it is known.
struct Batch
{
    std::vector<std::string> texts;
    std::vector<std::size_t> open; ///< positions whose answer comes from the commit
    std::vector<Told> told;        ///< of these
};

void recordBatch(Context& context, const Call& call)
{
    const auto items = batchItems(call.exchange->request(), "events");
    if (!items)
        return call.fail(items.error());
    const SnapshotPtr snapshot = context.catalog.current();
    auto batch = std::make_shared<Batch>();
    std::vector<RecordRequest> requests;
    const Timestamp at = now();
    ItemFailures failures;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const auto& item = (*items)[i];
        auto request = item.and_then(reading([&](const nlohmann::json& object) {
            return readRecord(*snapshot, call.actor, object, "events[" + std::to_string(i) + "]", at);
        }));
        batch->texts.push_back(request ? std::string() : failures.text(request.error()));
        if (!request)
            continue;
        batch->open.push_back(i);
        batch->told.emplace_back(*request);
        requests.push_back(std::move(*request));
    }
    const auto done = [&context, call, batch](Result<std::vector<RecordAnswer>> answers) {
        if (!answers)
            return call.fail(answers.error());
        for (std::size_t i = 0; i < answers->size(); ++i) {
            const RecordAnswer& answer = (*answers)[i];
            batch->told[i].tell(context, call.request(), answer);
            batch->texts[batch->open[i]] = std::string(R"({"ok":true,)") +
                                           (answer.isDuplicate ? R"("duplicate":true,)" : "") + R"("experiments":)" +
                                           std::to_string(answer.counted.size()) + "}";
        }
        call.exchange->respond(jsonResponse(batchText("results", batch->texts)));
    };
    if (requests.empty())
        return done(std::vector<RecordAnswer>());
    if (const auto queued = recordEvents(context.commits, std::move(requests), done); !queued)
        call.fail(queued.error());
}

} // namespace

std::vector<Endpoint> eventEndpoints()
{
    return {
        {Method::Post, kApi + "/events", Permission::Track, record},
        {Method::Post, kApi + "/events:batch", Permission::Track, recordBatch, 200, BodyLimit::Batch,
         BodyType::JsonOrNdjson},
    };
}

} // namespace xp::service
