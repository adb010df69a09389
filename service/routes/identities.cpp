// SPDX-License-Identifier: Apache-2.0
#include "core/engine/identities.h"
#include "service/routes/answers.h"
#include "service/routes/unitinput.h"

namespace xp::service {

namespace {

void merge(Context& context, const Call& call)
{
    const auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto wanted = body->read([&](const nlohmann::json& object) { return readMerge(call.actor, object); });
    if (!wanted)
        return call.fail(wanted.error());
    const Pseudonyms& pseudonyms = context.options.database.pseudonyms;
    inStore(
        context, call,
        [wanted = *wanted, from = pseudonyms.of(wanted->from), to = pseudonyms.of(wanted->to),
         actor = call.actor](Store& store) { return mergeIdentities(store, wanted.project, from, to, actor); },
        [&context, &pseudonyms, call, wanted = *wanted](const MergedRows& merged) {
            context.assigner.mindAliases();
            for (const std::string& id : {pseudonyms.of(wanted.from), pseudonyms.of(wanted.to), merged.unit})
                forgetUnit(context, wanted.project, id);
            const bool isTo = merged.unit == pseudonyms.of(wanted.to);
            answer(call, {{"message", merged.isNew ? "Merged" : "Merged before"},
                          {"user_id", isTo ? wanted.to : merged.unit},
                          {"experiments", merged.experiments}});
        });
}

} // namespace

void forgetUnit(Context& context, const std::string& project, const std::string& unit)
{
    for (const auto& [id, live] : context.catalog.current()->byId) {
        if (live->experiment().project == project)
            context.assigner.forget(live->experiment(), unit);
    }
}

std::vector<Endpoint> identityEndpoints()
{
    return {{Method::Post, kApi + "/identities/merge", Permission::Merge, merge}};
}

} // namespace xp::service
