// SPDX-License-Identifier: Apache-2.0
#include "core/api/planningcodec.h"
#include "core/api/simulationcodec.h"
#include "core/engine/evidencereader.h"
#include "service/jobs.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

/// The experiment that metrics are taken from; nullptr: none is named.
Result<LiveExperimentPtr> pastOf(const Context& context, const Call& call, const nlohmann::json& body)
{
    const auto name = pastExperimentOf(body);
    if (!name)
        return Failure(name.error());
    if (name->empty())
        return nullptr;
    LiveExperimentPtr live = context.catalog.current()->find(*name);
    if (!live || !sees(call.actor, live->experiment()))
        return failInvalid({{"experiment", "unknown", notFound(*name).sentence.text}});
    return live;
}

/// Nothing is read, and no database needed, where no experiment is named.
Result<std::optional<ReadEvidence>> readPast(const Result<Store*>& store, const LiveExperimentPtr& past)
{
    if (!past)
        return std::nullopt;
    if (!store)
        return Failure(store.error());
    auto evidence = readEvidence(**store, past->experiment(), now());
    if (!evidence)
        return Failure(std::move(evidence.error()));
    return std::move(*evidence);
}

Result<PlanningResult> evaluated(const Result<Store*>& store, const Document& body, const LiveExperimentPtr& past)
{
    const auto read = readPast(store, past);
    if (!read)
        return Failure(read.error());
    const auto input = body.read([&](const nlohmann::json& object) {
        return planningInputFromJson(object, *read ? &(*read)->evidence.experiment : nullptr,
                                     *read ? &(*read)->evidence.data : nullptr);
    });
    if (!input)
        return Failure(input.error());
    return evaluatePlan(*input);
}

/// A group-sequential design integrates for some milliseconds, of many looks for seconds: see statistics.
void evaluate(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto past = body->glance([&](const nlohmann::json& object) { return pastOf(context, call, object); });
    if (!past)
        return call.fail(past.error());
    const auto queued =
        context.thinking.run([call, body = std::move(*body), past = *past](const Result<Store*>& store) {
            const auto result = evaluated(store, body, past);
            if (!result)
                return call.fail(result.error());
            answer(call, xp::toJson(*result));
        });
    if (!queued)
        call.fail(queued.error());
}

Result<nlohmann::json> runToEnd(PlanSimulation& simulation, Jobs::Watch& watch)
{
    while (!simulation.isOver() && !watch.isOver()) {
        simulation.advance();
        watch.progress(static_cast<double>(simulation.done()) / simulation.total());
    }
    return xp::toJson(simulation);
}

/// Everything that can be wrong is told at once; only the runs themselves are left to the job.
Result<std::string> begin(Jobs& jobs, PlanSimulationSetup setup)
{
    auto simulation = PlanSimulation::make(std::move(setup));
    if (!simulation)
        return Failure(std::move(simulation.error()));
    auto shared = std::make_shared<PlanSimulation>(std::move(*simulation));
    return jobs.add("plan_simulation", [shared](Jobs::Watch& watch) { return runToEnd(*shared, watch); });
}

/// Tables of values and a design's bounds take some time to make.
void simulate(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto past = body->glance([&](const nlohmann::json& object) { return pastOf(context, call, object); });
    if (!past)
        return call.fail(past.error());
    inPool(
        context.thinking, call,
        [&jobs = context.jobs, body = std::move(*body), past = *past](Store& store) -> Result<nlohmann::json> {
            const auto read = readPast(&store, past);
            if (!read)
                return Failure(read.error());
            auto setup = body.read([&](const nlohmann::json& object) {
                return simulationSetupFromJson(object, *read ? &(*read)->evidence.experiment : nullptr,
                                               *read ? &(*read)->evidence.data : nullptr);
            });
            if (!setup)
                return Failure(std::move(setup.error()));
            const auto id = begin(jobs, std::move(*setup));
            return id ? jobs.find(*id) : Failure(id.error());
        },
        [call](const nlohmann::json& job) {
            Response response = jsonResponse(dumped(job), 202);
            response.headers.emplace_back("Location", kApi + "/jobs/" + job.at("id").get<std::string>());
            call.exchange->respond(std::move(response));
        });
}

void showJob(Context& context, const Call& call)
{
    const auto job = context.jobs.find(std::string(call.request().parameter("id")));
    if (!job)
        return call.fail(job.error());
    answer(call, *job);
}

void cancelJob(Context& context, const Call& call)
{
    const auto job = context.jobs.cancel(std::string(call.request().parameter("id")));
    if (!job)
        return call.fail(job.error());
    answer(call, *job);
}

} // namespace

std::vector<Endpoint> planEndpoints()
{
    return {{Method::Post, kApi + "/plans/evaluate", Permission::Read, evaluate},
            {Method::Post, kApi + "/plans/simulate", Permission::Read, simulate, 202},
            {Method::Get, kApi + "/jobs/{id}", Permission::Read, showJob},
            {Method::Delete, kApi + "/jobs/{id}", Permission::Read, cancelJob}};
}

} // namespace xp::service
