// SPDX-License-Identifier: Apache-2.0
#include "service/peers/webhooksender.h"

#include "core/engine/webhooks.h"
#include "core/integrations/addresspolicy.h"
#include "core/integrations/grafana.h"
#include "core/integrations/outgoing.h"
#include "core/integrations/signature.h"
#include "core/integrations/unleashadmin.h"
#include "service/peers/unleashgate.h"

#include <algorithm>
#include <arpa/inet.h>

namespace xp::service {

namespace {

constexpr auto kPoll = std::chrono::seconds(1);
constexpr auto kRest = std::chrono::seconds(5); ///< after the database was away
constexpr auto kTimeout = std::chrono::seconds(5);
constexpr std::int64_t kMostAtOnce = 16;
constexpr auto kFlagTimeout = std::chrono::seconds(2); ///< of each of the few requests that keep a flag
/// Longer than a round can take: claims of those that live never run out.
constexpr auto kClaim = kMostAtOnce * kTimeout + std::chrono::seconds(40);
constexpr auto kLongestDelay = std::chrono::hours(12);
constexpr auto kKeep = std::chrono::days(30); ///< how long deliveries that have ended are listed
constexpr auto kForgetEvery = std::chrono::hours(1);
constexpr std::size_t kLongestAnswer = 200;

bool isAddress(const std::string& host)
{
    in6_addr buffer{};
    return inet_pton(AF_INET, host.c_str(), &buffer) == 1 || inet_pton(AF_INET6, host.c_str(), &buffer) == 1;
}

/// What a peer said, short and fit for a log.
std::string shownAnswer(const OutgoingAnswer& answer)
{
    std::string text = "answered " + std::to_string(answer.status);
    if (answer.status >= 300 && answer.status < 400)
        return text + "; redirects are not followed";
    std::string body = answer.body.substr(0, kLongestAnswer);
    std::ranges::replace_if(
        body, [](char c) { return c < 0x20 || c > 0x7E; }, ' ');
    return body.empty() ? text : text + ": " + body;
}

/// As in "Standard Webhooks" (standardwebhooks.com): the signature is over `id.timestamp.body`.
OutgoingRequest signedRequest(const Webhook& webhook, const WebhookDelivery& delivery, bool allowsPrivate)
{
    const std::string seconds = std::to_string(toMicros(now()) / 1'000'000);
    const std::string signature =
        hmacSha256Base64(signingKey(webhook.secret), delivery.id + "." + seconds + "." + delivery.body);
    return {.method = "POST",
            .url = webhook.url,
            .headers = {{"Content-Type", "application/json"},
                        {"webhook-id", delivery.id},
                        {"webhook-timestamp", seconds},
                        {"webhook-signature", "v1," + signature}},
            .body = delivery.body,
            .timeout = kTimeout,
            .mostBytes = 1 << 16,
            .onlyPublic = !allowsPrivate};
}

OutgoingRequest requestOf(const Options& options, const Webhook& webhook, const WebhookDelivery& delivery)
{
    if (webhook.id != kGrafanaWebhook)
        return signedRequest(webhook, delivery, options.webhooks.allowPrivate);
    OutgoingRequest request = annotationOf(options.grafana, nlohmann::json::parse(delivery.body, nullptr, false));
    request.timeout = kTimeout;
    return request;
}

const char* peerOf(const Webhook& webhook)
{
    if (webhook.id == kGrafanaWebhook)
        return "grafana";
    return webhook.id == kUnleashWebhook ? "unleash_admin" : "webhook";
}

} // namespace

std::optional<std::string> webhookUrlProblem(const std::string& url, bool allowsPrivate)
{
    const auto parsed = parseHttpUrl(url);
    if (!parsed)
        return parsed.error().sentence.text;
    const bool isPrivate = parsed->host == "localhost" || parsed->host.ends_with(".localhost") ||
                           (isAddress(parsed->host) && !isPublicAddress(parsed->host));
    if (allowsPrivate || !isPrivate)
        return std::nullopt;
    return parsed->host + " is a private address; webhooks go to public ones only, unless XP_WEBHOOK_ALLOW_PRIVATE=yes";
}

std::chrono::seconds retryDelay(std::chrono::seconds first, std::int32_t attempts)
{
    std::chrono::seconds delay = first;
    for (std::int32_t i = 1; i < attempts && delay < kLongestDelay; ++i)
        delay *= 4;
    return std::min<std::chrono::seconds>(delay, kLongestDelay);
}

WebhookSender::WebhookSender(Context& context) : m_context(context)
{
    for (const char* outcome : {"delivered", "failed", "dead"}) {
        context.metrics.peer("webhook", outcome, 0);
        if (!context.options.grafana.url.empty())
            context.metrics.peer("grafana", outcome, 0);
        if (!context.options.unleashAdmin.token.empty())
            context.metrics.peer("unleash_admin", outcome, 0);
    }
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

WebhookSender::~WebhookSender()
{
    stop();
}

void WebhookSender::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void WebhookSender::run(const std::stop_token& stop)
{
    std::unique_ptr<Store> store;
    while (!stop.stop_requested()) {
        if (!store)
            store = Store::open(m_context.options.database).value_or(nullptr);
        const bool reached = store && round(*store, stop);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, reached ? kPoll : kRest, [] { return false; });
    }
}

bool WebhookSender::round(Store& store, const std::stop_token& stop)
{
    auto due = store.webhooks().claim(now(), now() + kClaim, kMostAtOnce);
    if (!due)
        return false;
    std::set<std::string> silent;
    for (WebhookDelivery& delivery : *due) {
        auto webhook = store.webhooks().find(delivery.webhookId);
        if (!webhook && webhook.error().code != ErrorCode::NotFound)
            return false;
        if (!webhook)
            continue; // removed meanwhile, and its deliveries with it
        if (stop.stop_requested() || silent.contains(webhook->id))
            delivery.nextAttemptAt = now() + (stop.stop_requested() ? std::chrono::seconds(0) : kTimeout);
        else if (!attempt(store, *webhook, delivery, stop))
            silent.insert(webhook->id);
        if (auto settled = store.webhooks().settle(delivery); !settled)
            return false; // sent again when the claim has run out
    }
    if (now() - m_forgotten > kForgetEvery) {
        m_forgotten = now();
        return store.webhooks().forget(now() - kKeep).has_value();
    }
    return true;
}

Result<OutgoingAnswer> WebhookSender::deliver(Store& store, const Webhook& webhook, const WebhookDelivery& delivery,
                                              const std::stop_token& stop)
{
    if (webhook.id == kUnleashWebhook)
        return keepFlagOf(store, delivery, stop);
    OutgoingRequest request = requestOf(m_context.options, webhook, delivery);
    request.stop = stop;
    return askPeer(request);
}

Result<OutgoingAnswer> WebhookSender::keepFlagOf(Store& store, const WebhookDelivery& delivery,
                                                 const std::stop_token& stop)
{
    const OutgoingAnswer nothingToDo{.status = 204, .headers = {}, .body = {}};
    const auto message = nlohmann::json::parse(delivery.body, nullptr, false);
    const auto experiment = store.experiments().find(message.value("/experiment/id"_json_pointer, ""));
    if (!experiment && experiment.error().code != ErrorCode::NotFound)
        return Failure(experiment.error());
    if (!experiment || experiment->unleashFlag.empty())
        return nothingToDo;
    const Options& options = m_context.options;
    const FlagWish wish{.flag = experiment->unleashFlag,
                        .experiment = experiment->key,
                        .description = experiment->name,
                        .traffic = experiment->trafficAllocation,
                        .isOn = experiment->status == Status::Running,
                        .link = options.publicUrl.empty()
                                    ? std::string()
                                    : options.publicUrl + "/app/#/experiments/" + experiment->key};
    auto answer = keepFlag(options.unleashAdmin, wish, [&](OutgoingRequest request) {
        request.timeout = kFlagTimeout;
        request.stop = stop;
        return askPeer(request);
    });
    m_context.unleash.refresh();
    return answer;
}

bool WebhookSender::attempt(Store& store, const Webhook& webhook, WebhookDelivery& delivery,
                            const std::stop_token& stop)
{
    if (!webhook.enabled) {
        fail(delivery, webhook, "the webhook is disabled", true);
        return true;
    }
    const auto answer = deliver(store, webhook, delivery, stop);
    if (!answer && stop.stop_requested()) {
        delivery.nextAttemptAt = now(); // not its fault: another replica, or the next start, sends it
        return true;
    }
    if (answer && answer->status >= 200 && answer->status < 300) {
        ++delivery.attempts;
        delivery.state = "delivered";
        delivery.answer = "answered " + std::to_string(answer->status);
        m_context.metrics.peer(peerOf(webhook), "delivered");
        return true;
    }
    if (answer) {
        fail(delivery, webhook, shownAnswer(*answer), false);
        return true;
    }
    fail(delivery, webhook, answer.error().sentence.text, answer.error().code != ErrorCode::Unavailable);
    return false;
}

void WebhookSender::fail(WebhookDelivery& delivery, const Webhook& webhook, std::string answer, bool forGood)
{
    ++delivery.attempts;
    delivery.answer = std::move(answer);
    const bool isDead = forGood || delivery.attempts >= kMostAttempts;
    delivery.state = isDead ? "dead" : "pending";
    delivery.nextAttemptAt = now() + retryDelay(m_context.options.webhooks.firstRetry, delivery.attempts);
    m_context.metrics.peer(peerOf(webhook), isDead ? "dead" : "failed");
    m_context.log.write(isDead ? LogLevel::Warning : LogLevel::Info, isDead ? "webhook_dead" : "webhook_failed",
                        isDead ? "A webhook's delivery is given up" : "A webhook's delivery is tried again later",
                        {{"webhook", webhook.id},
                         {"delivery", delivery.id},
                         {"attempts", delivery.attempts},
                         {"answer", delivery.answer}});
}

} // namespace xp::service
