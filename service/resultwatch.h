// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/context.h"
#include "service/periodic.h"

#include <map>

namespace xp::service {

/// Keeps the results of running experiments when nobody asks: snapshots over time (with several replicas each due
/// moment is kept once) and the gauges that Prometheus reads. One experiment at a time, on a thread of the pool, and at
/// most a tenth of the time. An experiment of which this process has stored something is looked at again within
/// seconds, any other every half minute: another replica may have.
class ResultWatch
{
public:
    explicit ResultWatch(Context& context);
    ~ResultWatch(); ///< the pool has ended

    /// Begins nothing new.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    struct Seen
    {
        std::uint64_t activity = 0;
        Clock::time_point at{};
    };

    void beginRound();
    bool isDue(const Experiment& experiment);
    void look(std::size_t index);
    void endRound();

    Context& m_context;
    const OnFault m_onFault;
    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_inRound{false};
    // Of one round at a time:
    std::map<std::string, Seen> m_seen;
    std::vector<LiveExperimentPtr> m_round;
    Clock::time_point m_began{};
    Clock::time_point m_next{};
    std::unique_ptr<Periodic> m_timer; ///< last: it uses all of the above
};

} // namespace xp::service
