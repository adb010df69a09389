// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <optional>

namespace xp {

class Connection;

/// An address that is told what happens to the experiments of a project.
struct Webhook
{
    std::string id;      ///< UUID
    std::string project; ///< empty: of all
    std::string url;
    std::vector<std::string> events; ///< `start`, `stop`, ...
    std::string secret;              ///< of the signature
    std::string description;
    bool enabled = true;
    Timestamp createdAt{};

    bool operator==(const Webhook&) const = default;
};

/// One message to one webhook.
struct WebhookDelivery
{
    std::string id; ///< time-ordered; the receiver knows a repetition by it
    std::string webhookId;
    std::string event;
    std::string body;
    std::string state; ///< `pending`, `delivered`, `dead`
    Timestamp createdAt{};
    std::int32_t attempts = 0;
    Timestamp nextAttemptAt{};
    std::string answer; ///< what became of the last attempt, in words
};

/// What there is to tell about.
struct WebhookMessage
{
    std::string experimentId;
    std::string project;
    std::string event;
    std::string body; ///< JSON
    std::string once; ///< a subject that is told of once only, ever; empty: each time
};

/// Webhooks and the messages that wait for them.
class WebhookTable
{
public:
    explicit WebhookTable(Connection& connection) : m_connection(connection) {}

    Result<void> insert(const Webhook& webhook);
    Result<void> update(const Webhook& webhook); ///< NotFound `webhook_not_found`
    Result<void> remove(const std::string& id);  ///< ... with its deliveries
    Result<std::vector<Webhook>> all();          ///< newest first
    Result<Webhook> find(const std::string& id);

    /// Puts a delivery in line for each enabled webhook that listens; in the transaction at hand, so that nothing is
    /// told that did not happen. Returns how many.
    Result<std::int64_t> announce(const WebhookMessage& message, Timestamp at);
    /// The enabled webhooks that listen to it; none where it is told once and has been. Writes nothing.
    Result<std::vector<Webhook>> toBeTold(const WebhookMessage& message);

    /// Of each webhook the delivery that is to be sent next, those that have been due longest first.
    Result<std::vector<WebhookDelivery>> due(Timestamp at);
    /// Takes one that is due: until `claimedUntil` nobody else gets it, even if this process dies. False: somebody was
    /// quicker.
    Result<bool> claim(const WebhookDelivery& delivery, Timestamp claimedUntil);
    /// Writes down what became of an attempt: state, attempts, time of the next and the answer. Where the claim has run
    /// out, and somebody else has taken it since, nothing changes.
    Result<void> settle(const WebhookDelivery& delivery, Timestamp claimedUntil);
    /// Newest first; an empty state means any.
    Result<std::vector<WebhookDelivery>> deliveries(const std::string& webhookId, const std::string& state,
                                                    const std::string& before, std::int64_t limit);
    /// Puts a dead one in line again; NotFound `delivery_not_found`.
    Result<void> retry(const std::string& webhookId, const std::string& id, Timestamp at);
    /// Forgets deliveries that were made, and dead ones, from before a moment.
    Result<std::int64_t> forget(Timestamp before);

private:
    Connection& m_connection;
};

} // namespace xp
