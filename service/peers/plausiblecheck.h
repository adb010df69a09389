// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/integrations/plausible.h"
#include "service/log.h"
#include "service/metrics/metrics.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace xp::service {

/// Plausible's exposures by variant beside our units, as one of a report's checks. The counts themselves differ for
/// good reasons (blockers, robots, a forwarder that began later), so the shares are compared: chi-squared of
/// Plausible's events against the shares of our units; p < 0.001 is a warning. `counts` are Plausible's by variant's
/// name.
HealthCheck comparePlausible(const Experiment& experiment, const std::vector<double>& units,
                             const std::map<std::string, PlausibleCount>& counts);

/// Asks Plausible beside the requests, at most once a minute for an experiment and 500 times an hour (it allows 600):
/// a report shows what is known and never waits.
class PlausibleCheck
{
public:
    PlausibleCheck(PlausiblePeer peer, Metrics& metrics, Log& log);
    ~PlausibleCheck();

    HealthCheck checkOf(const Experiment& experiment, const Report& report);
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    using Counts = std::map<std::string, PlausibleCount>;
    struct Known
    {
        Clock::time_point askedAt{};
        std::optional<Result<Counts>> counts;
    };
    struct Question
    {
        std::string id;
        std::string key;
        Timestamp from{};
    };

    void run(const std::stop_token& stop);
    Result<Counts> ask(const Question& question, const std::stop_token& stop);
    bool mayAsk(); ///< within the hour's number

    const PlausiblePeer m_peer;
    Metrics& m_metrics;
    Log& m_log;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable_any m_wake;
    std::map<std::string, Known> m_known; ///< by experiment's id
    std::deque<Question> m_questions;
    std::deque<Clock::time_point> m_asked; ///< within the last hour
    std::jthread m_thread;                 ///< last: it uses all of the above
};

} // namespace xp::service
