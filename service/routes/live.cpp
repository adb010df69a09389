// SPDX-License-Identifier: Apache-2.0
#include "core/api/statscodec.h"
#include "core/domain/experimentcodec.h"
#include "core/engine/results.h"
#include "service/routes/answers.h"
#include "service/streams/livestates.h"
#include "service/underway.h"

namespace xp::service {

namespace {

std::string topicOf(const std::string& experimentId)
{
    return "live:" + experimentId;
}

/// The same as the state of a conditional GET, so that both ways can be mixed.
nlohmann::json stateOf(const Experiment& experiment, const Stats& stats)
{
    return {{"status", toString(experiment.status)}, {"version", experiment.version}, {"stats", xp::toJson(stats)}};
}

std::string stateEvent(const nlohmann::json& state)
{
    const std::string text = dumped(state);
    return streamEvent("state", digestOf(text), text);
}

/// The present state, then each new one; or, where no stream is asked for, the present one with its tag.
void live(Context& context, const Call& call)
{
    const auto found = experimentOf(context, call);
    if (!found)
        return call.fail(found.error());
    inStore(
        context, call, [live = *found](Store& store) { return readStats(store, live->experiment(), now()); },
        [&context, call, live = *found](const ReadStats& read) {
            for (const Crossing& crossing : read.crossings)
                context.metrics.significant(live->experiment(), crossing.treatment, crossing.metric);
            const nlohmann::json state = stateOf(live->experiment(), read.stats);
            if (!wantsStream(call.request()))
                return answerCached(call, state);
            auto response = context.streams.subscribe(
                topicOf(live->experiment().id), "retry: 2000\n\n" + stateEvent(state),
                callerOf(context, call.request()), stillLetIn(context, call.request(), Permission::Stats));
            response ? call.exchange->respond(std::move(*response)) : call.fail(response.error());
        });
}

/// A round through what somebody listens to, from the last to the first.
struct Round
{
    Context& context;
    std::vector<std::string> topics;
    UnderWay::Ticket ticket; ///< for as long as it takes
};

void tell(Context& context, Store& store, const std::string& topic)
{
    const auto snapshot = context.catalog.current();
    const std::string id = topic.substr(topic.find(':') + 1);
    const auto found = snapshot->byId.find(id);
    if (topic != topicOf(id) || found == snapshot->byId.end())
        return;
    const Experiment& experiment = found->second->experiment();
    const auto read = readStats(store, experiment, now());
    if (!read)
        return; // the next round tries again
    for (const Crossing& crossing : read->crossings)
        context.metrics.significant(experiment, crossing.treatment, crossing.metric);
    context.streams.publish(topic, stateEvent(stateOf(experiment, read->stats)));
}

/// One after the other: however many there are, and however slow the database is, others find threads of the pool.
void tellNext(const std::shared_ptr<Round>& round)
{
    if (round->topics.empty())
        return;
    // A pool that takes no more, or a database that is away, ends the round.
    (void)round->context.pool.run([round](Result<Store*> store) {
        if (!store)
            return;
        const std::string topic = std::move(round->topics.back());
        round->topics.pop_back();
        tell(round->context, **store, topic);
        tellNext(round);
    });
}

} // namespace

void tellLiveStates(Context& context, UnderWay& underWay)
{
    if (auto ticket = underWay.begin("live"))
        tellNext(std::make_shared<Round>(Round{context, context.streams.topics(), std::move(ticket)}));
}

std::vector<Endpoint> liveEndpoints()
{
    return {{Method::Get, kApi + "/experiments/{id}/live", Permission::Stats, live}};
}

} // namespace xp::service
