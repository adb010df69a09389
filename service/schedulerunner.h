// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/context.h"
#include "service/periodic.h"

#include <atomic>
#include <map>

namespace xp::service {

/// Does by the clock what experiments' schedules ask for, within a second or two; after a time without the service it
/// catches up in order. Every replica looks, one of them acts (core/engine/schedules.h). Stop rules are judged every
/// few seconds.
class ScheduleRunner
{
public:
    explicit ScheduleRunner(Context& context);
    ~ScheduleRunner(); ///< stop()

    /// Begins no more rounds; one that has begun ends with the pool.
    void stop();

private:
    using Clock = std::chrono::steady_clock;

    using Live = std::vector<LiveExperimentPtr>;
    struct Round;

    void beginRound();
    static void followAll(Store& store, const Live& due, Round& round);
    static void judgeAll(Store& store, const Live& ruled, Round& round);
    void tell(const Round& round);

    Context& m_context;
    const OnFault m_onFault;
    std::atomic<bool> m_inRound{false};
    std::map<std::string, Clock::time_point> m_resting; ///< of one round at a time: experiments that failed, until then
    std::atomic<Clock::time_point> m_nextJudgement{Clock::time_point{}};
    std::unique_ptr<Periodic> m_timer; ///< last: it uses all of the above
};

} // namespace xp::service
