// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/integrations/outgoing.h"
#include "core/storage/control/webhooktable.h"
#include "core/storage/faults.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace xp::service {

/// One message on its way to a webhook.
struct Sending
{
    Webhook webhook;
    WebhookDelivery delivery;
    Timestamp claimedUntil{};
    Result<OutgoingAnswer> answer = OutgoingAnswer();
};

/// What is on its way to webhooks at this moment, each on a thread of its own, so that a peer that keeps silent delays
/// nobody but itself: a webhook is sent one message at a time (those that failed come again later, and another replica
/// sends beside this one), and the webhooks of a project take a few of the places. Those that were silent the last time
/// leave half of them to the others. To be used from one thread.
class Sendings
{
public:
    static constexpr std::size_t kMost = 16;
    static constexpr std::size_t kMostOfProject = 4;
    static constexpr std::size_t kMostSilent = kMost / 2;

    /// Asks the peer; called on another thread. Gives up when it is asked to stop. What it throws is an Internal
    /// failure, which is for good.
    using Ask = std::function<Result<OutgoingAnswer>(const std::stop_token&)>;

    explicit Sendings(OnFault onFault = {}) : m_onFault(std::move(onFault)) {}
    ~Sendings(); ///< giveUp()

    bool mayBegin(const Webhook& webhook) const;
    void begin(Sending sending, Ask ask);
    /// Waits until there is an answer, for so long at most.
    void await(const std::stop_token& stop, std::chrono::milliseconds longest);
    /// Those that have their answers, or none, since the last call.
    std::vector<Sending> ended();
    /// Ends all that are on their way; returns what ended() would.
    std::vector<Sending> giveUp();

private:
    struct Place
    {
        std::string owner; ///< of the webhook: its project
        std::jthread thread;
    };

    void end(Sending& sending);

    const OnFault m_onFault;
    std::map<std::string, Place> m_places; ///< by webhook
    std::set<std::string> m_silent;        ///< webhooks whose peers gave no answer the last time
    std::mutex m_mutex;                    ///< of what follows
    std::condition_variable_any m_wake;
    std::vector<Sending> m_ended;
};

} // namespace xp::service
