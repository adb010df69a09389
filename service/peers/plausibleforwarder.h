// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/integrations/plausible.h"
#include "service/log.h"
#include "service/metrics/metrics.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace xp::service {

/// Tells Plausible of exposures and conversions, beside the traffic: what is to be sent waits in a bounded queue, a few
/// threads send it, and nothing here can fail a request. Everything is counted in
/// `experimentation_peer_messages_total{peer="plausible"}`: accepted, dropped (by Plausible), rejected, without_agent,
/// queue_full, given_up (five attempts) and unsent (at the end of the process).
class PlausibleForwarder
{
public:
    PlausibleForwarder(PlausiblePeer peer, Metrics& metrics, Log& log);
    ~PlausibleForwarder(); ///< stop()

    /// Never waits. Plausible takes nothing without a User-Agent.
    void send(PlausibleEvent event);
    /// Sends what is in line for a moment longer, then ends.
    void stop();

    static constexpr std::size_t kMostQueued = 10'000;

private:
    using Clock = std::chrono::steady_clock;
    struct Item
    {
        PlausibleEvent event;
        int attempts = 0;
    };

    void run(const std::stop_token& stop);
    std::optional<Item> next(const std::stop_token& stop);
    void settle(Item item, const Result<OutgoingAnswer>& answer, const std::stop_token& stop);
    void count(const char* outcome, double howMany = 1);

    const PlausiblePeer m_peer;
    Metrics& m_metrics;
    Log& m_log;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable_any m_wake;
    std::condition_variable_any m_emptied;
    std::deque<Item> m_queue;
    std::size_t m_underWay = 0;
    int m_failures = 0; ///< in a row
    Clock::time_point m_pausedUntil{};
    bool m_ended = false;
    std::vector<std::jthread> m_threads; ///< last: they use all of the above
};

} // namespace xp::service
