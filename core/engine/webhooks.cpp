// SPDX-License-Identifier: Apache-2.0
#include "core/engine/webhooks.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/engine/auditing.h"
#include "core/engine/keys.h"
#include "core/engine/occasions.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <algorithm>

namespace xp {

namespace {

constexpr std::string_view kSecretPrefix = "whsec_";
constexpr std::size_t kShortestSecret = 16, kLongestSecret = 200;
constexpr const char* kAllowedEvents = "start, stop, ramp, decision, significant, guardrail_breach, ratio_mismatch";

std::string randomSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return std::string(kSecretPrefix) +
           QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words)).toBase64().toStdString();
}

/// For the audit log, which more people read than may see webhooks: of an address no more than where it leads, as the
/// rest is often what lets one in there. The mark shows that the rest was changed.
nlohmann::json forAudit(const Webhook& webhook)
{
    nlohmann::json said = toJson(webhook);
    const std::string& url = webhook.url;
    const std::size_t scheme = url.find("://");
    const std::size_t host = scheme == std::string::npos ? 0 : scheme + 3;
    const std::size_t end = std::min(url.find_first_of("/?#", host), url.size());
    if (end < url.size())
        said["url"] = url.substr(0, end) + "/... (" + sha256Hex(url).substr(0, 8) + ")";
    return said;
}

/// Reads a body onto a webhook and notes what is wrong with it.
class Input
{
public:
    Input(const nlohmann::json& body, const UrlRule& rule, Webhook& webhook)
        : m_fields(body, "", m_errors), m_rule(rule), m_webhook(webhook)
    {
    }

    void readCommon()
    {
        if (const auto url = m_fields.text("url", {.most = 2000})) {
            if (const auto problem = m_rule(*url))
                m_fields.add("url", "not_allowed", *problem);
            m_webhook.url = *url;
        }
        if (const nlohmann::json* events = m_fields.find("events"))
            readEvents(*events);
        if (auto text = m_fields.text("description", {.most = 1000, .mayBeEmpty = true}))
            m_webhook.description = std::move(*text);
    }

    Result<void> readNew()
    {
        m_fields.require("url");
        m_fields.require("events");
        m_fields.refuseUnknown({"url", "events", "project", "description", "secret"});
        readCommon();
        m_webhook.project = m_fields.text("project", {.most = 100, .mayBeEmpty = true}).value_or("");
        if (!m_webhook.project.empty() && !isKey(m_webhook.project))
            m_fields.add("project", "format", "is " + shown(m_webhook.project) + "; it must be the key of a project");
        m_webhook.secret = randomSecret();
        if (auto secret = m_fields.text("secret", {.most = kLongestSecret})) {
            const bool isReadable = std::ranges::all_of(*secret, [](char c) { return c > 0x20 && c < 0x7F; });
            if (secret->size() < kShortestSecret || !isReadable)
                m_fields.add("secret", "format", "must be 16 to 200 printable ASCII characters without spaces");
            m_webhook.secret = std::move(*secret);
        }
        return conclude();
    }

    Result<void> readChange()
    {
        m_fields.refuseUnknown({"url", "events", "description", "enabled"});
        readCommon();
        m_webhook.enabled = m_fields.boolean("enabled").value_or(m_webhook.enabled);
        return conclude();
    }

private:
    void readEvents(const nlohmann::json& events)
    {
        if (!events.is_array() || events.empty())
            return m_fields.add("events", "type", std::string("must be a list of one or more of ") + kAllowedEvents);
        m_webhook.events.clear();
        for (std::size_t i = 0; i < events.size(); ++i) {
            const std::string where = "events[" + std::to_string(i) + "]";
            const std::string name = events[i].is_string() ? events[i].get<std::string>() : events[i].dump();
            if (!events[i].is_string() || !kOccasions.parse(name))
                m_fields.add(where, "not_allowed", "is " + shown(name) + "; it must be one of " + kAllowedEvents);
            else if (std::ranges::find(m_webhook.events, name) != m_webhook.events.end())
                m_fields.add(where, "duplicate", "is " + shown(name) + ", which the list holds already");
            else
                m_webhook.events.push_back(name);
        }
    }

    Result<void> conclude()
    {
        return m_errors.empty() ? Result<void>() : Result<void>(failInvalid(std::move(m_errors)));
    }

    std::vector<FieldError> m_errors;
    FieldReader m_fields;
    const UrlRule& m_rule;
    Webhook& m_webhook;
};

Result<void> checkScope(Webhook& webhook, const Actor& actor)
{
    if (webhook.project.empty())
        webhook.project = actor.project;
    if (actor.environment.empty() && (actor.project.empty() || actor.project == webhook.project))
        return {};
    return fail(ErrorCode::Forbidden, "outside_scope",
                actor.environment.empty()
                    ? "This token works in project " + actor.project + " only"
                    : "A webhook hears of every environment; this token works in " + actor.environment + " only");
}

bool isWithin(const Webhook& webhook, const Actor& actor)
{
    return webhook.id != kGrafanaWebhook && webhook.id != kUnleashWebhook && actor.environment.empty() &&
           (actor.project.empty() || actor.project == webhook.project);
}

} // namespace

static Result<void> keepOnce(Store& store, const Webhook& row, bool isWanted)
{
    return store.transaction([&]() -> Result<void> {
        const auto known = store.webhooks().find(row.id);
        if (!known && known.error().code != ErrorCode::NotFound)
            return Failure(known.error());
        if (known.has_value() == isWanted)
            return {};
        return isWanted ? store.webhooks().insert(row) : store.webhooks().remove(row.id);
    });
}

Result<void> keepPeerWebhook(Store& store, const Webhook& row, bool isWanted)
{
    auto kept = keepOnce(store, row, isWanted);
    return kept ? kept : keepOnce(store, row, isWanted); // another replica, starting too, may have been quicker
}

Result<Webhook> createWebhook(Store& store, const nlohmann::json& body, const UrlRule& rule, const Actor& actor)
{
    Webhook webhook{.id = newUuid(), .createdAt = now()};
    if (auto read = Input(body, rule, webhook).readNew(); !read)
        return Failure(std::move(read.error()));
    if (auto scope = checkScope(webhook, actor); !scope)
        return Failure(std::move(scope.error()));
    auto done = store.transaction([&] {
        return store.webhooks().insert(webhook).and_then(
            [&] { return store.audit().append(auditOf(actor, "webhook.create", {}, forAudit(webhook))); });
    });
    if (!done)
        return Failure(std::move(done.error()));
    return webhook;
}

Result<Webhook> changeWebhook(Store& store, const std::string& id, const nlohmann::json& body, const UrlRule& rule,
                              const Actor& actor)
{
    return store.transaction([&]() -> Result<Webhook> {
        auto webhook = findWebhook(store, id, actor);
        if (!webhook)
            return webhook;
        const nlohmann::json was = forAudit(*webhook);
        if (auto read = Input(body, rule, *webhook).readChange(); !read)
            return Failure(std::move(read.error()));
        auto done = store.webhooks().update(*webhook).and_then([&] {
            return store.audit().append(auditOf(actor, "webhook.update", {}, differences(was, forAudit(*webhook))));
        });
        if (!done)
            return Failure(std::move(done.error()));
        return webhook;
    });
}

Result<void> removeWebhook(Store& store, const std::string& id, const Actor& actor)
{
    return store.transaction([&]() -> Result<void> {
        const auto webhook = findWebhook(store, id, actor);
        if (!webhook)
            return Failure(webhook.error());
        return store.webhooks().remove(id).and_then(
            [&] { return store.audit().append(auditOf(actor, "webhook.delete", {}, forAudit(*webhook))); });
    });
}

Result<std::vector<Webhook>> listWebhooks(Store& store, const Actor& actor)
{
    return store.webhooks().all().map([&](std::vector<Webhook> webhooks) {
        std::erase_if(webhooks, [&](const Webhook& webhook) { return !isWithin(webhook, actor); });
        return webhooks;
    });
}

Result<Webhook> findWebhook(Store& store, const std::string& id, const Actor& actor)
{
    auto webhook = store.webhooks().find(id);
    if (webhook && !isWithin(*webhook, actor))
        return fail(ErrorCode::NotFound, "webhook_not_found", "There is no webhook '" + id + "'", {{"id", id}});
    return webhook;
}

std::string signingKey(const std::string& secret)
{
    if (!secret.starts_with(kSecretPrefix))
        return secret;
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(secret.substr(kSecretPrefix.size())),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded.toStdString() : secret;
}

nlohmann::json toJson(const Webhook& webhook)
{
    return {{"id", webhook.id},
            {"url", webhook.url},
            {"events", webhook.events},
            {"project", webhook.project.empty() ? nlohmann::json() : nlohmann::json(webhook.project)},
            {"description", webhook.description},
            {"enabled", webhook.enabled},
            {"created_at", toIso8601(webhook.createdAt)}};
}

nlohmann::json toJson(const WebhookDelivery& delivery)
{
    const bool isPending = delivery.state == "pending";
    auto body = nlohmann::json::parse(delivery.body, nullptr, false);
    return {{"id", delivery.id},
            {"event", delivery.event},
            {"state", delivery.state},
            {"attempts", delivery.attempts},
            {"created_at", toIso8601(delivery.createdAt)},
            {"next_attempt_at", isPending ? nlohmann::json(toIso8601(delivery.nextAttemptAt)) : nlohmann::json()},
            {"answer", delivery.answer},
            {"body", body.is_discarded() ? nlohmann::json() : std::move(body)}};
}

} // namespace xp
