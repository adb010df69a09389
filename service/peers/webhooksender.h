// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/integrations/outgoing.h"
#include "service/context.h"

#include <condition_variable>
#include <set>
#include <thread>

namespace xp::service {

/// What is wrong with a webhook's address, and what is allowed; nothing when it may be used. Names are looked up when
/// something is sent: what they stand for is checked then, and again each time.
std::optional<std::string> webhookUrlProblem(const std::string& url, bool allowsPrivate);

/// When a delivery that has failed is tried again, after so many attempts: `first`, then four times as long each time,
/// at most 12 h.
std::chrono::seconds retryDelay(std::chrono::seconds first, std::int32_t attempts);

/// After so many attempts a delivery is dead.
inline constexpr std::int32_t kMostAttempts = 8;

/// Sends what waits in the database to the webhooks, on a thread of its own: a peer that is slow or away keeps nobody
/// waiting but itself. Of several replicas the one that claims a delivery first sends it; one whose sender dies on the
/// way is sent again by another, with the same id.
class WebhookSender
{
public:
    explicit WebhookSender(Context& context);
    ~WebhookSender(); ///< stop()

    /// Gives up the request under way and ends the thread.
    void stop();

private:
    void run(const std::stop_token& stop);
    /// False: the database is away.
    bool round(Store& store, const std::stop_token& stop);
    /// Writes the outcome into the delivery. False: the peer gave no answer, others of its should wait.
    bool attempt(Store& store, const Webhook& webhook, WebhookDelivery& delivery, const std::stop_token& stop);
    Result<OutgoingAnswer> deliver(Store& store, const Webhook& webhook, const WebhookDelivery& delivery,
                                   const std::stop_token& stop);
    /// The experiment's flag at Unleash, as the experiment stands now: a message that was late does no harm.
    Result<OutgoingAnswer> keepFlagOf(Store& store, const WebhookDelivery& delivery, const std::stop_token& stop);
    void fail(WebhookDelivery& delivery, const Webhook& webhook, std::string answer, bool forGood);

    Context& m_context;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Timestamp m_forgotten{}; ///< when old deliveries were removed last
    std::jthread m_thread;   ///< last: it uses all of the above
};

} // namespace xp::service
