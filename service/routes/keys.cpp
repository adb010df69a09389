// SPDX-License-Identifier: Apache-2.0
#include "core/engine/keys.h"
#include "core/files/resulttables.h"

#include "service/routes/answers.h"
#include "service/routes/scope.h"

namespace xp::service {

namespace {

void list(Context& context, const Call& call)
{
    inStore(
        context, call,
        [place = placeOf(call)](Store& store) -> Result<std::vector<StoredKey>> {
            if (!place)
                return std::vector<StoredKey>();
            return keysIn(store, place->project, place->environment);
        },
        [call](const std::vector<StoredKey>& keys) {
            nlohmann::json items = nlohmann::json::array();
            for (const StoredKey& key : keys)
                items.push_back(xp::toJson(key));
            const nlohmann::json document{{"keys", std::move(items)}};
            answerTable(call, document, "keys", [&] { return keysTable(document["keys"]); });
        });
}

/// A key works, or stops working, on this replica before the answer leaves; on the others within a second, and here
/// too where it cannot be read again at once: it is stored, and the answer is the only one that tells a new key.
template <typename Work>
auto thenRefresh(Context& context, Work work)
{
    return [&context, work = std::move(work)](Store& store) -> decltype(work(store)) {
        auto done = work(store);
        if (done)
            (void)context.catalog.refresh(store);
        return done;
    };
}

void create(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    inStore(context, call,
            thenRefresh(context, withBody(std::move(*body),
                                          [actor = call.actor](Store& store, const nlohmann::json& key) {
                                              return createKey(store, key, actor);
                                          })),
            [call](const MadeKey& made) {
                nlohmann::json json = xp::toJson(made.stored);
                json["key"] = made.key;
                Response response = jsonResponse(dumped(json), 201);
                response.headers.emplace_back("Location", kApi + "/keys/" + made.stored.id);
                response.headers.emplace_back("Cache-Control", "no-store");
                call.exchange->respond(std::move(response));
            });
}

void revoke(Context& context, const Call& call)
{
    inStore(context, call,
            thenRefresh(context,
                        [id = std::string(call.request().parameter("id")),
                         actor = call.actor](Store& store) -> Result<std::string> {
                            if (auto done = revokeKey(store, id, actor); !done)
                                return Failure(std::move(done.error()));
                            return id;
                        }),
            [call](const std::string&) { call.exchange->respond(emptyResponse(204)); });
}

} // namespace

std::vector<Endpoint> keyEndpoints()
{
    return {
        {Method::Get, kApi + "/keys", Permission::Administer, list},
        {Method::Post, kApi + "/keys", Permission::Administer, create, 201},
        {Method::Delete, kApi + "/keys/{id}", Permission::Administer, revoke, 204},
    };
}

} // namespace xp::service
