// SPDX-License-Identifier: Apache-2.0
#include "service/peers/plausibleforwarder.h"

#include <algorithm>

namespace xp::service {

namespace {

constexpr std::size_t kThreads = 4;
constexpr int kMostAttempts = 5;
constexpr auto kTimeout = std::chrono::seconds(5);
constexpr auto kLastMoment = std::chrono::seconds(1);
constexpr int kMostDoublings = 6; ///< a pause is at most 64 s

} // namespace

PlausibleForwarder::PlausibleForwarder(PlausiblePeer peer, Metrics& metrics, Log& log)
    : m_peer(std::move(peer)), m_metrics(metrics), m_log(log)
{
    for (const char* outcome :
         {"accepted", "dropped", "rejected", "without_agent", "queue_full", "given_up", "unsent", "retried"})
        count(outcome, 0);
    for (std::size_t i = 0; i < kThreads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

PlausibleForwarder::~PlausibleForwarder()
{
    stop();
}

void PlausibleForwarder::count(const char* outcome, double howMany)
{
    m_metrics.peer("plausible", outcome, howMany);
}

void PlausibleForwarder::send(PlausibleEvent event)
{
    if (event.visitor.agent.empty())
        return count("without_agent");
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_ended && m_queue.size() < kMostQueued) {
            m_queue.push_back({std::move(event)});
            m_wake.notify_one();
            return;
        }
    }
    count("queue_full");
}

void PlausibleForwarder::stop()
{
    {
        std::unique_lock lock(m_mutex);
        if (m_ended)
            return;
        m_ended = true;
        if (m_failures == 0)
            m_emptied.wait_for(lock, kLastMoment, [this] { return m_queue.empty() && m_underWay == 0; });
    }
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
    if (m_queue.empty())
        return;
    count("unsent", static_cast<double>(m_queue.size()));
    m_log.write(LogLevel::Warning, "plausible_unsent", "Events for Plausible were left unsent",
                {{"events", m_queue.size()}});
}

std::optional<PlausibleForwarder::Item> PlausibleForwarder::next(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, stop, [this] { return !m_queue.empty(); });
        if (stop.stop_requested())
            return std::nullopt;
        if (Clock::now() >= m_pausedUntil)
            break;
        m_wake.wait_until(lock, stop, m_pausedUntil, [] { return false; });
    }
    Item item = std::move(m_queue.front());
    m_queue.pop_front();
    ++m_underWay;
    return item;
}

void PlausibleForwarder::run(const std::stop_token& stop)
{
    const OnFault onFault = faultsTo(m_log, "plausible");
    while (auto item = next(stop)) {
        const auto answer = resultOf(onFault, [&] {
            OutgoingRequest request = eventRequest(m_peer, item->event);
            request.timeout = kTimeout;
            request.mostBytes = 1 << 16;
            request.stop = stop;
            return askPeer(request);
        });
        survives(onFault, [&] { settle(std::move(*item), answer, stop); });
    }
}

void PlausibleForwarder::settle(Item item, const Result<OutgoingAnswer>& answer, const std::stop_token& stop)
{
    const EventFate fate = fateOf(answer);
    const std::scoped_lock lock(m_mutex);
    --m_underWay;
    if (fate == EventFate::Later) {
        if (stop.stop_requested())
            return m_queue.push_front(std::move(item));
        if (Clock::now() >= m_pausedUntil) // the first of those that were under way together
            m_pausedUntil = Clock::now() + std::chrono::seconds(1 << std::min(m_failures++, kMostDoublings));
        if (m_failures == 1 && item.attempts == 0)
            m_log.write(LogLevel::Warning, "plausible_unavailable", "Plausible does not take events; they wait",
                        {{"answer", answer ? std::to_string(answer->status) : answer.error().sentence.text}});
        if (++item.attempts >= kMostAttempts)
            return count("given_up");
        count("retried");
        return m_queue.push_front(std::move(item));
    }
    m_failures = 0;
    if (m_queue.empty() && m_underWay == 0)
        m_emptied.notify_all();
    if (fate == EventFate::Rejected)
        m_log.write(LogLevel::Warning, "plausible_rejected", "Plausible refuses an event",
                    {{"answer", answer ? std::to_string(answer->status) + " " + answer->body.substr(0, 200)
                                       : answer.error().sentence.text}});
    count(fate == EventFate::Accepted ? "accepted" : fate == EventFate::Dropped ? "dropped" : "rejected");
}

} // namespace xp::service
