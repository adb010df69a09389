// SPDX-License-Identifier: Apache-2.0
#include "service/schedulerunner.h"

#include "core/engine/schedules.h"

namespace xp::service {

struct ScheduleRunner::Round
{
    std::vector<Experiment> changed;
    std::vector<std::pair<LiveExperimentPtr, Crossing>> crossings;
    std::vector<std::pair<std::string, Error>> failed; ///< by experiment
};

namespace {

constexpr auto kTick = std::chrono::seconds(1);
constexpr auto kJudgeEvery = std::chrono::seconds(5);
constexpr auto kRestAfterFailure = std::chrono::seconds(10);
constexpr int kRestPerJudgement = 9; ///< judging takes a tenth of the time at most

} // namespace

void ScheduleRunner::followAll(Store& store, const Live& due, Round& round)
{
    for (const LiveExperimentPtr& live : due) {
        auto followed = followSchedule(store, live->experiment().id, now());
        if (followed)
            round.changed.push_back(std::move(*followed));
        else
            round.failed.emplace_back(live->experiment().id, std::move(followed.error()));
    }
}

void ScheduleRunner::judgeAll(Store& store, const Live& ruled, Round& round)
{
    for (const LiveExperimentPtr& live : ruled) {
        auto judged = followStopRules(store, live->experiment(), now());
        if (!judged) {
            round.failed.emplace_back(live->experiment().id, std::move(judged.error()));
            continue;
        }
        for (Crossing& crossing : judged->crossings)
            round.crossings.emplace_back(live, std::move(crossing));
        if (judged->stopped)
            round.changed.push_back(std::move(*judged->stopped));
    }
}

ScheduleRunner::ScheduleRunner(Context& context)
    : m_context(context)
    , m_onFault(faultsTo(context.log, "schedules"))
    , m_timer(std::make_unique<Periodic>(kTick, m_onFault, [this] { beginRound(); }))
{
}

ScheduleRunner::~ScheduleRunner()
{
    stop();
}

void ScheduleRunner::stop()
{
    m_timer.reset();
}

void ScheduleRunner::tell(const Round& round)
{
    for (const Experiment& experiment : round.changed)
        m_context.catalog.put(experiment);
    for (const auto& [live, crossing] : round.crossings)
        m_context.metrics.significant(live->experiment(), crossing.treatment, crossing.metric);
    for (const auto& [id, error] : round.failed) {
        m_context.log.write(LogLevel::Warning, "schedule_failed", error.sentence.text, {{"experiment", id}});
        m_resting[id] = Clock::now() + kRestAfterFailure;
    }
}

void ScheduleRunner::beginRound()
{
    if (m_inRound)
        return;
    Live due;
    Live ruled;
    const bool judges = Clock::now() >= m_nextJudgement.load();
    const SnapshotPtr snapshot = m_context.catalog.current();
    std::erase_if(m_resting, [](const auto& entry) { return entry.second <= Clock::now(); });
    for (const auto& [id, live] : snapshot->byId) {
        if (m_resting.contains(id))
            continue;
        if (isDue(live->experiment(), now()))
            due.push_back(live);
        else if (judges && hasStopRules(live->experiment()))
            ruled.push_back(live);
    }
    if (due.empty() && ruled.empty())
        return;
    m_inRound = true;
    m_context.pool.run(
        [this, due = std::move(due), ruled = std::move(ruled)](Store& store) -> Result<Round> {
            Round round;
            followAll(store, due, round);
            const auto began = Clock::now();
            judgeAll(store, ruled, round);
            if (!ruled.empty())
                m_nextJudgement =
                    Clock::now() + std::max<Clock::duration>(kJudgeEvery, kRestPerJudgement * (Clock::now() - began));
            return round;
        },
        [this](const Result<Round>& round) {
            if (round)
                survives(m_onFault, [&] { tell(*round); }); // a round that does not end would be the last
            else
                m_context.log.write(LogLevel::Warning, "schedule_failed", round.error().sentence.text);
            m_inRound = false;
        });
}

} // namespace xp::service
