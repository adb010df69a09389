// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/context.h"
#include "service/peers/sendings.h"

namespace xp::service {

/// What is wrong with a webhook's address, and what is allowed; nothing when it may be used. Names are looked up when
/// something is sent: what they stand for is checked then, and again each time.
std::optional<std::string> webhookUrlProblem(const std::string& url, bool allowsPrivate);

/// When a delivery that has failed is tried again, after so many attempts: `first`, then four times as long each time,
/// at most 12 h.
std::chrono::seconds retryDelay(std::chrono::seconds first, std::int32_t attempts);

/// After so many attempts a delivery is dead.
inline constexpr std::int32_t kMostAttempts = 8;

/// Sends what waits in the database to the webhooks. One thread has the database to itself: it claims what is due and
/// writes down what became of it; the asking is done beside it (Sendings). Of several replicas the one that claims a
/// delivery first sends it; one whose sender dies on the way is sent again by another, with the same id.
class WebhookSender
{
public:
    explicit WebhookSender(Context& context);
    ~WebhookSender(); ///< stop()

    /// Gives up the requests under way, which are due at once for others, and ends the thread.
    void stop();

private:
    void run(const std::stop_token& stop);
    /// False: the database is away.
    bool round(Store& store);
    bool begin(Store& store, const Webhook& webhook, WebhookDelivery delivery);
    bool settleAll(Store& store);
    /// How the peer is asked. What that needs of the database is read here.
    Sendings::Ask askOf(Store& store, const Webhook& webhook, const WebhookDelivery& delivery);
    Sendings::Ask flagAskOf(Store& store, const WebhookDelivery& delivery);
    /// Writes the outcome into the delivery, to be settled.
    void conclude(Sending sending, bool isStopping);
    void fail(WebhookDelivery& delivery, const Webhook& webhook, std::string answer, bool forGood);

    Context& m_context;
    const OnFault m_onFault;
    Sendings m_sendings;
    std::vector<Sending> m_unsettled; ///< outcomes that the database does not know yet
    Timestamp m_forgotten{};          ///< when old deliveries were removed last
    std::jthread m_thread;            ///< last: it uses all of the above
};

} // namespace xp::service
