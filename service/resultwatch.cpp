// SPDX-License-Identifier: Apache-2.0
#include "service/resultwatch.h"

#include "core/engine/results.h"

namespace xp::service {

namespace {

constexpr auto kTick = std::chrono::seconds(2);
constexpr auto kAtLeastEvery = std::chrono::seconds(30);
constexpr auto kAfterTheLast = std::chrono::minutes(5); ///< the last unit has matured: time enough for a look
constexpr int kRestPerWork = 9;                         ///< a round of one second is followed by nine of rest

/// Whether results may change by themselves: it runs, or units are still maturing since it was stopped.
bool isLive(const Experiment& experiment)
{
    if (experiment.status == Status::Running)
        return true;
    const auto window = longestWindow(experiment);
    return experiment.status == Status::Stopped && window && experiment.stoppedAt &&
           now() < *experiment.stoppedAt + *window + kAfterTheLast;
}

struct Looked
{
    std::vector<Crossing> crossings;
    std::optional<Report> report;
};

/// The snapshot when it is due, else the plan's own report all the same: it records what the plan's rule calls, when it
/// does. And the report with its always-valid view when gauges are shown of the experiment.
Result<Looked> lookAt(Store& store, const Experiment& experiment, bool withReport)
{
    Looked looked;
    auto taken = takeSnapshot(store, experiment, now());
    if (taken && !*taken)
        taken = readReport(store, experiment, {}, now()).map([](ReadReport&& read) {
            return std::optional(std::move(read));
        });
    if (!taken)
        return Failure(std::move(taken.error()));
    looked.crossings = std::move((*taken)->crossings);
    if (!withReport)
        return looked;
    auto read = readReport(store, experiment, {.method = xp::Method::AlwaysValid, .briefly = true}, now());
    if (!read)
        return Failure(std::move(read.error()));
    looked.report = std::move(read->report);
    return looked;
}

void tell(Metrics& metrics, const LiveExperiment& live, const Looked& looked)
{
    for (const Crossing& crossing : looked.crossings)
        metrics.significant(live.experiment(), crossing.treatment, crossing.metric);
    if (looked.report)
        metrics.reported(live.experiment(), *looked.report);
}

} // namespace

ResultWatch::ResultWatch(Context& context)
    : m_context(context)
    , m_onFault(faultsTo(context.log, "results"))
    , m_timer(std::make_unique<Periodic>(kTick, m_onFault, [this] { beginRound(); }))
{
}

ResultWatch::~ResultWatch()
{
    stop();
}

void ResultWatch::stop()
{
    m_stopping = true;
    m_timer.reset();
}

void ResultWatch::beginRound()
{
    if (m_inRound || Clock::now() < m_next)
        return;
    m_inRound = true;
    m_began = Clock::now();
    m_round.clear();
    const SnapshotPtr snapshot = m_context.catalog.current();
    for (const auto& [id, live] : snapshot->byId) {
        if (isLive(live->experiment()) && isDue(live->experiment()))
            m_round.push_back(live);
    }
    std::erase_if(m_seen, [&](const auto& item) { return !snapshot->byId.contains(item.first); });
    look(0);
}

bool ResultWatch::isDue(const Experiment& experiment)
{
    const std::uint64_t activity = m_context.metrics.activity(experiment.id);
    const auto [seen, isNew] = m_seen.try_emplace(experiment.id);
    if (!isNew && seen->second.activity == activity && Clock::now() - seen->second.at < kAtLeastEvery)
        return false;
    seen->second = {activity, Clock::now()};
    return true;
}

void ResultWatch::look(std::size_t index)
{
    if (index == m_round.size() || m_stopping)
        return endRound();
    const LiveExperimentPtr live = m_round[index];
    const bool withReport = m_context.metrics.showsResults(live->experiment().id);
    m_context.pool.run([live, withReport](Store& store) { return lookAt(store, live->experiment(), withReport); },
                       [this, live, index](const Result<Looked>& looked) {
                           if (!looked) {
                               m_context.log.write(LogLevel::Warning, "results_failed", looked.error().sentence.text,
                                                   {{"experiment", live->experiment().id}});
                               const ErrorCode code = looked.error().code;
                               if (code == ErrorCode::Unavailable || code == ErrorCode::Overloaded)
                                   return endRound(); // later
                           } else {
                               // A round that did not end would be the last.
                               survives(m_onFault, [&] { tell(m_context.metrics, *live, *looked); });
                           }
                           look(index + 1); // one that cannot be read keeps no other from it
                       });
}

void ResultWatch::endRound()
{
    m_next = Clock::now() + kRestPerWork * (Clock::now() - m_began);
    m_inRound = false;
}

} // namespace xp::service
