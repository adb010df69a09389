// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/context.h"
#include "service/periodic.h"

#include <atomic>

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

    void beginRound();

    Context& m_context;
    std::atomic<bool> m_inRound{false};
    std::atomic<Clock::time_point> m_nextJudgement{Clock::time_point{}};
    std::unique_ptr<Periodic> m_timer; ///< last: it uses all of the above
};

} // namespace xp::service
