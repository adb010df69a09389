// SPDX-License-Identifier: Apache-2.0
#include "core/engine/webhooks.h"

#include "core/domain/fieldreader.h"
#include "service/peers/webhooksender.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

UrlRule urlRule(const Context& context)
{
    return [allowsPrivate = context.options.webhooks.allowPrivate](const std::string& url) {
        return webhookUrlProblem(url, allowsPrivate);
    };
}

void list(Context& context, const Call& call)
{
    inStore(
        context, call, [actor = call.actor](Store& store) { return listWebhooks(store, actor); },
        [call](const std::vector<Webhook>& webhooks) {
            nlohmann::json items = nlohmann::json::array();
            for (const Webhook& webhook : webhooks)
                items.push_back(xp::toJson(webhook));
            answer(call, {{"webhooks", std::move(items)}});
        });
}

void create(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    inStore(context, call,
            withBody(std::move(*body),
                     [rule = urlRule(context), actor = call.actor](Store& store, const nlohmann::json& webhook) {
                         return createWebhook(store, webhook, rule, actor);
                     }),
            [call](const Webhook& made) {
                nlohmann::json json = xp::toJson(made);
                json["secret"] = made.secret;
                Response response = jsonResponse(dumped(json), 201);
                response.headers.emplace_back("Location", kApi + "/webhooks/" + made.id);
                response.headers.emplace_back("Cache-Control", "no-store");
                call.exchange->respond(std::move(response));
            });
}

void show(Context& context, const Call& call)
{
    inStore(
        context, call,
        [id = std::string(call.request().parameter("id")), actor = call.actor](Store& store) {
            return findWebhook(store, id, actor);
        },
        [call](const Webhook& webhook) { answer(call, xp::toJson(webhook)); });
}

void change(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    inStore(context, call,
            withBody(std::move(*body),
                     [id = std::string(call.request().parameter("id")), rule = urlRule(context),
                      actor = call.actor](Store& store, const nlohmann::json& changes) {
                         return changeWebhook(store, id, changes, rule, actor);
                     }),
            [call](const Webhook& webhook) { answer(call, xp::toJson(webhook)); });
}

void remove(Context& context, const Call& call)
{
    inStore(
        context, call,
        [id = std::string(call.request().parameter("id")), actor = call.actor](Store& store) -> Result<std::string> {
            return removeWebhook(store, id, actor).map([&] { return id; });
        },
        [call](const std::string&) { call.exchange->respond(emptyResponse(204)); });
}

void deliveries(Context& context, const Call& call)
{
    std::vector<FieldError> errors;
    const std::int64_t limit = queryNumber(call.request(), "limit", 100, 1, 1000, errors);
    const std::string state = queryText(call.request(), "state");
    if (!state.empty() && state != "pending" && state != "delivered" && state != "dead")
        errors.push_back(
            {"state", "not_allowed", "state is " + shown(state) + "; it must be one of pending, delivered, dead"});
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    inStore(
        context, call,
        [id = std::string(call.request().parameter("id")), before = queryText(call.request(), "cursor"), state, limit,
         actor = call.actor](Store& store) -> Result<std::vector<WebhookDelivery>> {
            if (const auto webhook = findWebhook(store, id, actor); !webhook)
                return Failure(webhook.error());
            return store.webhooks().deliveries(id, state, before, limit + 1);
        },
        [call, limit](const std::vector<WebhookDelivery>& found) {
            nlohmann::json items = nlohmann::json::array();
            const auto count = std::min(found.size(), static_cast<std::size_t>(limit));
            for (std::size_t i = 0; i < count; ++i)
                items.push_back(xp::toJson(found[i]));
            const bool isMore = found.size() > count;
            answer(call, {{"deliveries", std::move(items)},
                          {"next", isMore ? nlohmann::json(found[count - 1].id) : nlohmann::json()}});
        });
}

void redeliver(Context& context, const Call& call)
{
    inStore(
        context, call,
        [id = std::string(call.request().parameter("id")), delivery = std::string(call.request().parameter("delivery")),
         actor = call.actor](Store& store) -> Result<std::string> {
            if (const auto webhook = findWebhook(store, id, actor); !webhook)
                return Failure(webhook.error());
            return store.webhooks().retry(id, delivery, now()).map([&] { return delivery; });
        },
        [call](const std::string& delivery) {
            answer(call, {{"id", delivery}, {"state", "pending"}}, 202);
        });
}

} // namespace

std::vector<Endpoint> webhookEndpoints()
{
    const std::string all = kApi + "/webhooks";
    const std::string one = all + "/{id}";
    return {
        {Method::Get, all, Permission::Write, list},
        {Method::Post, all, Permission::Write, create, 201},
        {Method::Get, one, Permission::Write, show},
        {Method::Patch, one, Permission::Write, change},
        {Method::Delete, one, Permission::Write, remove, 204},
        {Method::Get, one + "/deliveries", Permission::Write, deliveries},
        {Method::Post, one + "/deliveries/{delivery}/redeliver", Permission::Write, redeliver, 202},
    };
}

} // namespace xp::service
