// SPDX-License-Identifier: Apache-2.0
// For GrowthBook's SDKs, which evaluate experiments by themselves (docs.growthbook.io/lib/build-your-own).
#include "core/engine/localfeatures.h"
#include "service/routes/answers.h"

#include <algorithm>

namespace xp::service {

namespace {

constexpr const char* kCaching = "public, max-age=30, stale-while-revalidate=3600, stale-if-error=36000";

void respond(const Call& call, const LocalFeatures& made)
{
    Response response = cachedResponse(call.request(), {{"status", 200},
                                                        {"features", made.features},
                                                        {"experimentsLeftOut", made.leftOut},
                                                        {"dateUpdated", toIso8601(made.updatedAt)}});
    for (auto& [name, value] : response.headers) {
        if (name == "Cache-Control")
            value = kCaching;
    }
    call.exchange->respond(std::move(response));
}

/// Before an experiment is given away for the first time it is noted that it was: from then on its split may not change
/// under the clients that have it.
void features(Context& context, const Call& call)
{
    const SnapshotPtr snapshot = context.catalog.current();
    const auto client = snapshot->keys->clientOf(call.request().parameter("clientKey"), now());
    if (!client)
        return call.exchange->respond(jsonResponse(R"({"status":404,"error":"Unknown client key"})", 404));
    const LocalFeatures made = localFeaturesOf(*snapshot, *client);
    std::vector<std::string> fresh;
    std::ranges::copy_if(made.served, std::back_inserter(fresh),
                         [&](const std::string& id) { return !snapshot->byId.at(id)->experiment().evaluatedLocally; });
    if (fresh.empty())
        return respond(call, made);
    inStore(
        context, call, [fresh, actor = *client](Store& store) { return markEvaluatedLocally(store, fresh, actor); },
        [&context, call, client = *client](const std::vector<Experiment>& marked) {
            for (const Experiment& experiment : marked)
                context.catalog.put(experiment);
            respond(call, localFeaturesOf(*context.catalog.current(), client));
        });
}

} // namespace

std::vector<Endpoint> featureEndpoints()
{
    return {{Method::Get, "/api/features/{clientKey}", Permission::Open, features}};
}

} // namespace xp::service
