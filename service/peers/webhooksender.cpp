// SPDX-License-Identifier: Apache-2.0
#include "service/peers/webhooksender.h"

#include "core/engine/webhooks.h"
#include "core/integrations/addresspolicy.h"
#include "core/integrations/grafana.h"
#include "core/integrations/outgoing.h"
#include "core/integrations/peerjson.h"
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
constexpr auto kFlagTimeout = std::chrono::seconds(2); ///< of each of the few requests that keep a flag
/// Longer than an attempt can take, a slow look-up of the name included: claims of those that live never run out.
constexpr auto kClaim = std::chrono::minutes(2);
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

WebhookSender::WebhookSender(Context& context)
    : m_context(context), m_onFault(faultsTo(context.log, "webhooks")), m_sendings(m_onFault)
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
        bool reached = false;
        const bool isWell = survives(m_onFault, [&] {
            for (Sending& sending : m_sendings.ended())
                conclude(std::move(sending), false);
            if (!store)
                store = Store::open(m_context.options.database).value_or(nullptr);
            reached = store && round(*store);
        });
        if (!isWell)
            store.reset(); // it may be within a transaction
        m_sendings.await(stop, reached ? kPoll : kRest);
    }
    for (Sending& sending : m_sendings.giveUp())
        conclude(std::move(sending), true);
    if (store)
        settleAll(*store);
}

bool WebhookSender::round(Store& store)
{
    if (!settleAll(store))
        return false;
    auto due = store.webhooks().due(now());
    if (!due)
        return false;
    const auto webhooks = due->empty() ? std::vector<Webhook>() : store.webhooks().all();
    if (!webhooks)
        return false;
    for (WebhookDelivery& delivery : *due) {
        const auto webhook = std::ranges::find(*webhooks, delivery.webhookId, &Webhook::id);
        // One that is not there was made or removed meanwhile.
        if (webhook != webhooks->end() && !begin(store, *webhook, std::move(delivery)))
            return false;
    }
    if (now() - m_forgotten > kForgetEvery) {
        m_forgotten = now();
        return store.webhooks().forget(now() - kKeep).has_value();
    }
    return true;
}

/// What may not be sent now is left unclaimed: another replica may take it, and the next round looks again.
bool WebhookSender::begin(Store& store, const Webhook& webhook, WebhookDelivery delivery)
{
    if (!m_sendings.mayBegin(webhook))
        return true;
    Sendings::Ask ask = [](const std::stop_token&) -> Result<OutgoingAnswer> { return Failure(faultError()); };
    // One that cannot even be asked for is given up like any other, or it would come again first in every round.
    survives(m_onFault, [&] { ask = askOf(store, webhook, delivery); });
    const Timestamp claimedUntil = now() + kClaim;
    const auto isOurs = store.webhooks().claim(delivery, claimedUntil);
    if (!isOurs)
        return false;
    if (*isOurs)
        m_sendings.begin({.webhook = webhook, .delivery = std::move(delivery), .claimedUntil = claimedUntil},
                         std::move(ask));
    return true;
}

/// What the database does not take is tried again; its claim may have run out by then, and it be sent again.
bool WebhookSender::settleAll(Store& store)
{
    while (!m_unsettled.empty()) {
        const Sending& sending = m_unsettled.back();
        const auto settled = store.webhooks().settle(sending.delivery, sending.claimedUntil);
        if (!settled && settled.error().code == ErrorCode::Unavailable)
            return false;
        if (!settled)
            m_context.log.write(LogLevel::Error, "webhook_unsettled",
                                "What became of a webhook's delivery is not stored",
                                {{"delivery", sending.delivery.id}, {"detail", settled.error().sentence.text}});
        m_unsettled.pop_back();
    }
    return true;
}

Sendings::Ask WebhookSender::askOf(Store& store, const Webhook& webhook, const WebhookDelivery& delivery)
{
    if (!webhook.enabled)
        return [](const std::stop_token&) -> Result<OutgoingAnswer> {
            return xp::fail(ErrorCode::Forbidden, "webhook_disabled", "the webhook is disabled");
        };
    if (webhook.id == kUnleashWebhook)
        return flagAskOf(store, delivery);
    return [request = requestOf(m_context.options, webhook, delivery)](const std::stop_token& stop) mutable {
        request.stop = stop;
        return askPeer(request);
    };
}

/// The experiment's flag at Unleash, as the experiment stands now: a message that is late brings the present state,
/// too.
Sendings::Ask WebhookSender::flagAskOf(Store& store, const WebhookDelivery& delivery)
{
    const auto message = nlohmann::json::parse(delivery.body, nullptr, false);
    const auto experiment = store.experiments().find(peerText(peerObject(message, "experiment"), "id"));
    if (!experiment && experiment.error().code != ErrorCode::NotFound)
        return [failure = Failure(experiment.error())](const std::stop_token&) -> Result<OutgoingAnswer> {
            return failure;
        };
    if (!experiment || experiment->unleashFlag.empty()) // nothing to do
        return [](const std::stop_token&) -> Result<OutgoingAnswer> {
            return OutgoingAnswer{.status = 204, .headers = {}, .body = {}};
        };
    const Options& options = m_context.options;
    FlagWish wish{.flag = experiment->unleashFlag,
                  .experiment = experiment->key,
                  .description = experiment->name,
                  .traffic = experiment->trafficAllocation,
                  .isOn = experiment->status == Status::Running,
                  .link = options.publicUrl.empty() ? std::string()
                                                    : options.publicUrl + "/app/#/experiments/" + experiment->key};
    return [this, wish = std::move(wish)](const std::stop_token& stop) {
        auto answer = keepFlag(m_context.options.unleashAdmin, wish, [&](OutgoingRequest request) {
            request.timeout = kFlagTimeout;
            request.stop = stop;
            return askPeer(request);
        });
        m_context.unleash.refresh();
        return answer;
    };
}

void WebhookSender::conclude(Sending sending, bool isStopping)
{
    const Result<OutgoingAnswer>& answer = sending.answer;
    WebhookDelivery& delivery = sending.delivery;
    if (answer && answer->status >= 200 && answer->status < 300) {
        ++delivery.attempts;
        delivery.state = "delivered";
        delivery.answer = "answered " + std::to_string(answer->status);
        m_context.metrics.peer(peerOf(sending.webhook), "delivered");
    } else if (answer) {
        fail(delivery, sending.webhook, shownAnswer(*answer), false);
    } else if (!isStopping) {
        fail(delivery, sending.webhook, answer.error().sentence.text, answer.error().code != ErrorCode::Unavailable);
    } // else not its fault: due as it was, another replica, or the next start, sends it
    m_unsettled.push_back(std::move(sending));
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
