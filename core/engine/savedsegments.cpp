// SPDX-License-Identifier: Apache-2.0
#include "core/engine/savedsegments.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/engine/audiences.h"
#include "core/engine/auditing.h"
#include "core/engine/experiments.h"
#include "core/engine/projectwide.h"
#include "core/engine/versions.h"
#include "core/targeting/conditionreader.h"

namespace xp {

namespace {

/// Takes over what is sent, and reads the condition among the other segments. `errors` is what was found before.
Result<void> read(Store& store, const nlohmann::json& body, SavedSegment& segment, std::vector<FieldError> errors)
{
    FieldReader fields(body, "", errors);
    segment.description =
        fields.text("description", {.most = 10000, .mayBeEmpty = true}).value_or(std::move(segment.description));
    fields.refuseUnknown({"name", "description", "condition", "project", "version", "created_at"});
    checkVersionField(fields);
    const nlohmann::json* condition = fields.find("condition");
    if (condition) {
        if (condition->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size() > 65536)
            fields.add("condition", "too_long", "is larger than 64 KiB");
        segment.condition = *condition;
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    if (!condition)
        return {};
    const auto others = SavedSegmentTable(store.connection()).all(segment.project);
    if (!others)
        return Failure(others.error());
    nlohmann::json segments = conditionsOf(*others);
    segments[segment.name] = segment.condition;
    const Experiment asking{.project = segment.project};
    checkCondition(store, segment.condition, "condition", segments, asking, errors);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return {};
}

Result<std::vector<Experiment>> experimentsWith(Store& store, const std::string& project, const std::string& segment)
{
    auto found = store.experiments().openWith(project, nlohmann::json(segment).dump() + ":");
    if (found)
        std::erase_if(*found, [&](const Experiment& e) { return !e.enrolment.savedSegments.contains(segment); });
    return found;
}

/// Before the segments are locked, as who changes an experiment holds it first.
Result<void> holdExperiments(Store& store, const std::string& project, const std::string& name)
{
    const auto affected = experimentsWith(store, project, name);
    if (!affected)
        return Failure(affected.error());
    std::set<std::string> ids; // in the order in which all take them who take several
    for (const Experiment& experiment : *affected)
        ids.insert(experiment.id);
    for (const std::string& id : ids) {
        if (auto held = store.experiments().hold(id); !held)
            return held;
    }
    return {};
}

Result<void> changeExperiments(Store& store, const SavedSegment& segment, const Actor& actor)
{
    const auto affected = experimentsWith(store, segment.project, segment.name);
    if (!affected)
        return Failure(affected.error());
    for (const Experiment& experiment : *affected) {
        auto done = takeSegments(store, experiment, "segment " + segment.name + " was changed", actor);
        if (!done && done.error().code == ErrorCode::Invalid)
            return failInvalid(
                {{"condition", "breaks_experiment",
                  "condition does not fit experiment " + shown(experiment.key) + ": " + done.error().sentence.text}});
        if (!done)
            return Failure(std::move(done.error()));
    }
    return {};
}

} // namespace

nlohmann::json toJson(const SavedSegment& segment)
{
    return {
        {"name", segment.name},           {"project", segment.project}, {"description", segment.description},
        {"condition", segment.condition}, {"version", segment.version}, {"created_at", toIso8601(segment.createdAt)}};
}

Result<SavedSegment> createSegment(Store& store, const std::string& project, const nlohmann::json& body,
                                   const Actor& actor)
{
    if (auto within = checkProjectWide(actor, "A segment"); !within)
        return Failure(std::move(within.error()));
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require("name");
    fields.require("condition");
    SavedSegment segment{.project = project, .name = fields.text("name", {.most = 100}).value_or("")};
    if (!segment.name.empty() && !isKey(segment.name))
        fields.add("name", "format",
                   "is " + shown(segment.name) +
                       "; it must be letters, digits, '.', '_' and '-', starting with a letter or digit");
    segment.createdAt = actor.time();
    return store.transaction([&]() -> Result<SavedSegment> {
        SavedSegmentTable table(store.connection());
        return table.lock()
            .and_then([&] { return read(store, body, segment, errors); })
            .and_then([&] { return table.insert(segment); })
            .and_then([&] { return store.audit().append(auditOf(actor, "segment.create", {}, toJson(segment))); })
            .map([&] { return segment; });
    });
}

Result<SavedSegment> changeSegment(Store& store, const std::string& project, const std::string& name,
                                   const nlohmann::json& body, const Actor& actor, const ExpectedVersion& expected)
{
    if (auto within = checkProjectWide(actor, "A segment"); !within)
        return Failure(std::move(within.error()));
    return retryUndone([&] {
        return store.transaction([&]() -> Result<SavedSegment> {
            SavedSegmentTable table(store.connection());
            if (auto locked = holdExperiments(store, project, name).and_then([&] { return table.lock(); }); !locked)
                return Failure(std::move(locked.error()));
            auto segment = table.find(project, name);
            if (!segment)
                return segment;
            const nlohmann::json was = toJson(*segment);
            std::vector<FieldError> errors;
            if (const auto named = body.find("name"); named != body.end() && *named != name)
                errors.push_back({"name", "read_only", "name is what experiments refer to and cannot change"});
            if (auto checked = checkVersion(expected, segment->version, "segment"); !checked)
                return Failure(std::move(checked.error()));
            if (auto done = read(store, body, *segment, std::move(errors)); !done)
                return Failure(std::move(done.error()));
            if (toJson(*segment) == was)
                return segment;
            ++segment->version;
            return table.update(*segment)
                .and_then([&] {
                    return store.audit().append(
                        auditOf(actor, "segment.update", {}, differences(was, toJson(*segment))));
                })
                .and_then([&] { return changeExperiments(store, *segment, actor); })
                .map([&] { return *segment; });
        });
    });
}

Result<void> removeSegment(Store& store, const std::string& project, const std::string& name,
                           const ExpectedVersion& expected, const Actor& actor)
{
    if (auto within = checkProjectWide(actor, "A segment"); !within)
        return Failure(std::move(within.error()));
    return store.transaction([&]() -> Result<void> {
        SavedSegmentTable table(store.connection());
        if (auto locked = table.lock(); !locked)
            return locked;
        const auto segment = table.find(project, name);
        if (!segment)
            return Failure(segment.error());
        if (auto checked = checkVersion(expected, segment->version, "segment"); !checked)
            return checked;
        const auto experiments = experimentsWith(store, project, name);
        const auto segments = table.all(project);
        if (!experiments || !segments)
            return Failure(experiments ? segments.error() : experiments.error());
        std::string users;
        for (const Experiment& experiment : *experiments)
            users += (users.empty() ? "experiment " : ", experiment ") + shown(experiment.key);
        for (const SavedSegment& other : *segments) {
            if (segmentsIn(other.condition).contains(name))
                users += (users.empty() ? "segment " : ", segment ") + shown(other.name);
        }
        if (!users.empty())
            return fail(ErrorCode::Conflict, "segment_in_use",
                        "The segment " + shown(name) + " is referred to by " + users);
        return table.remove(project, name).and_then([&] {
            return store.audit().append(auditOf(actor, "segment.delete", {}, toJson(*segment)));
        });
    });
}

} // namespace xp
