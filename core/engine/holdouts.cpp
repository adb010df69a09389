// SPDX-License-Identifier: Apache-2.0
#include "core/engine/holdouts.h"

#include "core/domain/enrolmentinput.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/engine/auditing.h"
#include "core/engine/projectwide.h"
#include "core/engine/versions.h"

namespace xp {

namespace {

/// Takes over what is sent; `errors` is what was found before.
Result<void> read(const nlohmann::json& body, Holdout& holdout, std::vector<FieldError> errors)
{
    FieldReader fields(body, "", errors);
    holdout.description =
        fields.text("description", {.most = 10000, .mayBeEmpty = true}).value_or(std::move(holdout.description));
    const auto share = fields.number("share", {0, 1});
    if (share && !isWholeBuckets(*share))
        fields.add("share", "step", "is " + shown(*share) + "; it must be a multiple of 0.0001");
    holdout.share = share.value_or(holdout.share);
    holdout.seed = fields.text("seed", {.most = 200}).value_or(std::move(holdout.seed));
    fields.refuseUnknown({"key", "description", "share", "seed", "project", "version", "created_at"});
    checkVersionField(fields);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return {};
}

} // namespace

Result<Holdout> createHoldout(Store& store, const std::string& project, const nlohmann::json& body, const Actor& actor)
{
    if (auto within = checkProjectWide(actor, "A holdout"); !within)
        return Failure(std::move(within.error()));
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require("key");
    fields.require("share");
    Holdout holdout{.project = project, .key = fields.text("key", {.most = 100}).value_or("")};
    if (!holdout.key.empty() && !isKey(holdout.key))
        fields.add("key", "format",
                   "is " + shown(holdout.key) +
                       "; it must be letters, digits, '.', '_' and '-', starting with a letter or digit");
    holdout.seed = newUuid();
    holdout.createdAt = actor.time();
    if (auto done = read(body, holdout, std::move(errors)); !done)
        return Failure(std::move(done.error()));
    return store.transaction([&]() -> Result<Holdout> {
        return HoldoutTable(store.connection())
            .insert(holdout)
            .and_then([&] { return store.audit().append(auditOf(actor, "holdout.create", {}, toJson(holdout))); })
            .map([&] { return holdout; });
    });
}

Result<Holdout> changeHoldout(Store& store, const std::string& project, const std::string& key,
                              const nlohmann::json& body, const Actor& actor, const ExpectedVersion& expected)
{
    if (auto within = checkProjectWide(actor, "A holdout"); !within)
        return Failure(std::move(within.error()));
    return store.transaction([&]() -> Result<Holdout> {
        HoldoutTable table(store.connection());
        auto holdout = table.find(project, key);
        if (!holdout)
            return holdout;
        const Holdout was = *holdout;
        std::vector<FieldError> errors;
        if (const auto named = body.find("key"); named != body.end() && *named != key)
            errors.push_back({"key", "read_only", "key names the holdout and cannot change"});
        if (auto checked = checkVersion(expected, was.version, "holdout"); !checked)
            return Failure(std::move(checked.error()));
        if (auto done = read(body, *holdout, std::move(errors)); !done)
            return Failure(std::move(done.error()));
        if (*holdout == was)
            return holdout;
        ++holdout->version;
        return table.update(*holdout)
            .and_then([&] {
                return store.audit().append(
                    auditOf(actor, "holdout.update", {}, differences(toJson(was), toJson(*holdout))));
            })
            .map([&] { return *holdout; });
    });
}

Result<void> removeHoldout(Store& store, const std::string& project, const std::string& key,
                           const ExpectedVersion& expected, const Actor& actor)
{
    if (auto within = checkProjectWide(actor, "A holdout"); !within)
        return Failure(std::move(within.error()));
    return store.transaction([&]() -> Result<void> {
        HoldoutTable table(store.connection());
        const auto holdout = table.find(project, key);
        if (!holdout)
            return Failure(holdout.error());
        if (auto checked = checkVersion(expected, holdout->version, "holdout"); !checked)
            return checked;
        return table.remove(project, key).and_then([&] {
            return store.audit().append(auditOf(actor, "holdout.delete", {}, toJson(*holdout)));
        });
    });
}

} // namespace xp
