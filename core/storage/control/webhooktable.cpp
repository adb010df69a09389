// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/webhooktable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/timeorderedid.h"

#include <algorithm>

namespace xp {

namespace {

#define XP_WEBHOOK_COLUMNS "id, project, url, events, secret, description, enabled, created_at"
#define XP_DELIVERY_COLUMNS "id, webhook_id, event, body, state, created_at, attempts, next_attempt_at, answer"

Failure noWebhook(const std::string& id)
{
    return fail(ErrorCode::NotFound, "webhook_not_found", "There is no webhook '" + id + "'", {{"id", id}});
}

Webhook webhookOf(const Row& row)
{
    Webhook webhook{.id = row.text(0),
                    .project = row.text(1),
                    .url = row.text(2),
                    .secret = row.text(4),
                    .description = row.text(5),
                    .enabled = row.integer(6) != 0,
                    .createdAt = row.time(7)};
    const auto events = nlohmann::json::parse(row.text(3), nullptr, false);
    for (const auto& event : events) {
        if (event.is_string())
            webhook.events.push_back(event.get<std::string>());
    }
    return webhook;
}

WebhookDelivery deliveryOf(const Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.time(5), row.as<std::int32_t>(6),
            row.time(7), row.text(8)};
}

bool listens(const Webhook& webhook, const WebhookMessage& message)
{
    return webhook.enabled && std::ranges::find(webhook.events, message.event) != webhook.events.end() &&
           (webhook.project.empty() || webhook.project == message.project);
}

Result<bool> wasTold(Connection& connection, const WebhookMessage& message)
{
    return connection
        .run("SELECT 1 FROM webhook_occasions WHERE experiment_id = ? AND event = ? AND subject = ?",
             {param(message.experimentId), param(message.event), param(message.once)})
        .map([](std::int64_t rows) { return rows > 0; });
}

} // namespace

Result<void> WebhookTable::insert(const Webhook& webhook)
{
    return m_connection
        .run("INSERT INTO webhooks (" XP_WEBHOOK_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
             {param(webhook.id), param(webhook.project), param(webhook.url),
              param(nlohmann::json(webhook.events).dump()), param(webhook.secret), param(webhook.description),
              param(webhook.enabled ? 1 : 0), param(webhook.createdAt)})
        .map([](std::int64_t) {});
}

Result<void> WebhookTable::update(const Webhook& webhook)
{
    auto done = m_connection.run("UPDATE webhooks SET project = ?, url = ?, events = ?, secret = ?, description = ?,"
                                 " enabled = ? WHERE id = ?",
                                 {param(webhook.project), param(webhook.url),
                                  param(nlohmann::json(webhook.events).dump()), param(webhook.secret),
                                  param(webhook.description), param(webhook.enabled ? 1 : 0), param(webhook.id)});
    if (!done)
        return Failure(std::move(done.error()));
    return *done == 0 ? Result<void>(noWebhook(webhook.id)) : Result<void>();
}

Result<void> WebhookTable::remove(const std::string& id)
{
    return m_connection.atomically([&]() -> Result<void> {
        auto emptied = m_connection.run("DELETE FROM webhook_deliveries WHERE webhook_id = ?", {param(id)});
        if (!emptied)
            return Failure(std::move(emptied.error()));
        auto done = m_connection.run("DELETE FROM webhooks WHERE id = ?", {param(id)});
        if (!done)
            return Failure(std::move(done.error()));
        return *done == 0 ? Result<void>(noWebhook(id)) : Result<void>();
    });
}

Result<std::vector<Webhook>> WebhookTable::all()
{
    std::vector<Webhook> webhooks;
    auto done = m_connection.run("SELECT " XP_WEBHOOK_COLUMNS " FROM webhooks ORDER BY created_at DESC, id DESC", {},
                                 [&](const Row& row) { webhooks.push_back(webhookOf(row)); });
    return done.map([&](std::int64_t) { return std::move(webhooks); });
}

Result<Webhook> WebhookTable::find(const std::string& id)
{
    std::optional<Webhook> found;
    auto done = m_connection.run("SELECT " XP_WEBHOOK_COLUMNS " FROM webhooks WHERE id = ?", {param(id)},
                                 [&](const Row& row) { found = webhookOf(row); });
    if (!done)
        return Failure(std::move(done.error()));
    if (!found)
        return noWebhook(id);
    return std::move(*found);
}

Result<std::vector<Webhook>> WebhookTable::toBeTold(const WebhookMessage& message)
{
    auto webhooks = all();
    if (!webhooks)
        return webhooks;
    std::erase_if(*webhooks, [&](const Webhook& webhook) { return !listens(webhook, message); });
    if (webhooks->empty() || message.once.empty())
        return webhooks;
    return wasTold(m_connection, message).map([&](bool told) {
        return told ? std::vector<Webhook>() : std::move(*webhooks);
    });
}

Result<std::int64_t> WebhookTable::announce(const WebhookMessage& message, Timestamp at)
{
    const auto webhooks = toBeTold(message); // most times nothing is to be written
    if (!webhooks)
        return Failure(webhooks.error());
    if (webhooks->empty())
        return 0;
    return m_connection.atomically([&]() -> Result<std::int64_t> {
        if (!message.once.empty()) {
            auto noted =
                m_connection.run("INSERT INTO webhook_occasions (experiment_id, event, subject, at)"
                                 " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                 {param(message.experimentId), param(message.event), param(message.once), param(at)});
            if (!noted || *noted == 0)
                return noted;
        }
        for (const Webhook& webhook : *webhooks) {
            auto done = m_connection.run("INSERT INTO webhook_deliveries (" XP_DELIVERY_COLUMNS ")"
                                         " VALUES (?, ?, ?, ?, 'pending', ?, 0, ?, '')",
                                         {param(timeOrderedId()), param(webhook.id), param(message.event),
                                          param(message.body), param(at), param(at)});
            if (!done)
                return done;
        }
        return static_cast<std::int64_t>(webhooks->size());
    });
}

Result<std::vector<WebhookDelivery>> WebhookTable::due(Timestamp at)
{
    std::vector<WebhookDelivery> due;
    // A backlog may be long: its bodies are not read.
    auto done = m_connection.run("SELECT " XP_DELIVERY_COLUMNS " FROM webhook_deliveries WHERE id IN (SELECT id FROM"
                                 " (SELECT id, ROW_NUMBER() OVER (PARTITION BY webhook_id ORDER BY next_attempt_at, id)"
                                 " AS place FROM webhook_deliveries WHERE state = 'pending' AND next_attempt_at <= ?)"
                                 " AS waiting WHERE place = 1) ORDER BY next_attempt_at, id",
                                 {param(at)}, [&](const Row& row) { due.push_back(deliveryOf(row)); });
    return done.map([&](std::int64_t) { return std::move(due); });
}

Result<bool> WebhookTable::claim(const WebhookDelivery& delivery, Timestamp claimedUntil)
{
    // Of several that have read the same row one changes it.
    return m_connection
        .run("UPDATE webhook_deliveries SET next_attempt_at = ? WHERE id = ? AND state = 'pending'"
             " AND next_attempt_at = ?",
             {param(claimedUntil), param(delivery.id), param(delivery.nextAttemptAt)})
        .map([](std::int64_t rows) { return rows == 1; });
}

Result<void> WebhookTable::settle(const WebhookDelivery& delivery, Timestamp claimedUntil)
{
    return m_connection
        .run("UPDATE webhook_deliveries SET state = ?, attempts = ?, next_attempt_at = ?, answer = ? WHERE id = ?"
             " AND state = 'pending' AND next_attempt_at = ?",
             {param(delivery.state), param(delivery.attempts), param(delivery.nextAttemptAt), param(delivery.answer),
              param(delivery.id), param(claimedUntil)})
        .map([](std::int64_t) {});
}

Result<std::vector<WebhookDelivery>> WebhookTable::deliveries(const std::string& webhookId, const std::string& state,
                                                              const std::string& before, std::int64_t limit)
{
    std::string sql = "SELECT " XP_DELIVERY_COLUMNS " FROM webhook_deliveries WHERE webhook_id = ?";
    QVariantList values{param(webhookId)};
    if (!state.empty()) {
        sql += " AND state = ?";
        values.append(param(state));
    }
    if (!before.empty()) {
        sql += " AND id < ?";
        values.append(param(before));
    }
    values.append(param(limit));
    std::vector<WebhookDelivery> found;
    auto done = m_connection.run(sql + " ORDER BY id DESC LIMIT ?", values,
                                 [&](const Row& row) { found.push_back(deliveryOf(row)); });
    return done.map([&](std::int64_t) { return std::move(found); });
}

Result<void> WebhookTable::retry(const std::string& webhookId, const std::string& id, Timestamp at)
{
    auto done = m_connection.run("UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_attempt_at = ?"
                                 " WHERE id = ? AND webhook_id = ? AND state = 'dead'",
                                 {param(at), param(id), param(webhookId)});
    if (!done)
        return Failure(std::move(done.error()));
    if (*done == 0)
        return fail(ErrorCode::NotFound, "delivery_not_found", "There is no dead delivery '" + id + "'", {{"id", id}});
    return {};
}

Result<std::int64_t> WebhookTable::forget(Timestamp before)
{
    return m_connection.run("DELETE FROM webhook_deliveries WHERE state <> 'pending' AND created_at < ?",
                            {param(before)});
}

} // namespace xp
