// SPDX-License-Identifier: Apache-2.0
#include "core/engine/experiments.h"

#include "core/domain/enrolmentinput.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/domain/scheduleinput.h"
#include "core/engine/audiences.h"
#include "core/engine/auditing.h"
#include "core/engine/layers.h"
#include "core/engine/metriccatalogue.h"
#include "core/engine/occasions.h"
#include "core/engine/versions.h"
#include "core/storage/people/pseudonymkey.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr int kOrderlyAttempts = 4;

/// `slug`, `slug-2`, ...: the first key that no experiment has. Those that are taken are read at once: many experiments
/// may have one name.
Result<std::string> freeKey(Store& store, const std::string& slug)
{
    const auto numbered = store.experiments().keysFrom(slug);
    if (!numbered)
        return Failure(numbered.error());
    std::string key = slug;
    for (int n = 2;; ++n) {
        while (numbered->contains(key))
            key = slug + "-" + std::to_string(n++);
        const auto taken = store.experiments().find(key); // by its id, too
        if (!taken && taken.error().code == ErrorCode::NotFound)
            return key;
        if (!taken)
            return Failure(taken.error());
        key = slug + "-" + std::to_string(n);
    }
}

/// Who is asked for by key must not be hidden by an experiment of that id.
Result<void> checkKey(Store& store, const Experiment& experiment)
{
    const auto found = store.experiments().find(experiment.key);
    if (!found && found.error().code == ErrorCode::NotFound)
        return {};
    if (!found)
        return Failure(found.error());
    if (found->id != experiment.key || found->id == experiment.id)
        return {}; // its own, or taken, which is found out when it is stored
    return fail(ErrorCode::Conflict, "key_taken", "Another experiment has the id '" + experiment.key + "'",
                {{"key", experiment.key}});
}

/// Fields that an update bumps by itself say nothing in the audit log.
nlohmann::json auditable(const Experiment& experiment)
{
    nlohmann::json json = toJson(experiment);
    json.erase("version");
    return json;
}

bool splitDiffers(const Experiment& a, const Experiment& b)
{
    return !std::ranges::equal(a.variants, b.variants, {}, &Variant::allocation, &Variant::allocation);
}

/// Whether other units are targeted than before.
bool targetingDiffers(const Experiment& a, const Experiment& b)
{
    return a.enrolment.targeting != b.enrolment.targeting ||
           (!a.enrolment.targeting.is_null() && a.enrolment.savedSegments != b.enrolment.savedSegments);
}

/// Users that have a variant by name as their ids are stored; those that were there before are so already.
void settleForced(Store& store, const Experiment& was, Experiment& is)
{
    const Pseudonyms& pseudonyms = pseudonymsOf(store.connection());
    if (!pseudonyms.isOn())
        return;
    std::map<std::string, std::string> stored;
    for (const auto& [unit, variant] : is.enrolment.forced) {
        if (was.enrolment.forced.contains(unit))
            stored[unit] = variant;
    }
    for (const auto& [unit, variant] : is.enrolment.forced) {
        if (!was.enrolment.forced.contains(unit))
            stored[pseudonyms.of(unit)] = variant;
    }
    is.enrolment.forced = std::move(stored);
}

/// Whoever has a variant keeps it, so that it cannot be forced upon them.
Result<void> checkForced(Store& store, const Experiment& was, const Experiment& is)
{
    if (was.enrolment.forced == is.enrolment.forced)
        return {};
    std::string taken;
    for (const auto& [unit, variant] : is.enrolment.forced) {
        if (const auto before = was.enrolment.forced.find(unit);
            before != was.enrolment.forced.end() && before->second == variant)
            continue;
        const auto stored = store.units().find(is.id, unit);
        if (!stored)
            return Failure(stored.error());
        if (*stored && (*stored)->leftOut == LeftOut::No)
            taken += (taken.empty() ? "" : ", ") + shown(unit);
    }
    if (taken.empty())
        return {};
    return fail(ErrorCode::Conflict, "already_assigned",
                "A variant cannot be forced upon users whom the experiment has assigned and analyses: " + taken +
                    ". Try it with a user id of its own.");
}

/// What a draft's testers have seen is of no use once its variants are others.
Result<void> forgetTesters(Store& store, const Experiment& was, const Experiment& is)
{
    const bool same = std::ranges::equal(was.variants, is.variants, {}, &Variant::name, &Variant::name);
    return was.status != Status::Draft || same ? Result<void>() : store.units().clear(is.id);
}

/// What must hold beyond the experiment itself. Conditions are read again only where something about them has changed:
/// what a segment was when an experiment ended stays with it.
Result<void> settle(Store& store, const Experiment& was, Experiment& is)
{
    const bool asks = was.enrolment.targeting != is.enrolment.targeting ||
                      was.enrolment.exclude != is.enrolment.exclude || was.project != is.project;
    const bool moves = was.enrolment.layer != is.enrolment.layer || was.project != is.project;
    if (auto held = store.experiments().hold(is.id); !held)
        return held;
    return (asks ? settleConditions(store, is) : Result<void>())
        .and_then([&] { return moves ? checkLayer(store, is) : Result<void>(); })
        .and_then([&] { return was.key == is.key ? Result<void>() : checkKey(store, is); })
        .and_then([&] { return checkForced(store, was, is); })
        .and_then([&] { return forgetTesters(store, was, is); });
}

/// What follows from a change while the experiment assigns units.
void follow(const Experiment& was, Experiment& is, bool beginsPhase, Timestamp at)
{
    if (was.status != Status::Running && was.status != Status::Paused)
        return;
    is.peakTraffic = std::max(was.peakTraffic, is.trafficAllocation);
    if (!splitDiffers(was, is) && !targetingDiffers(was, is) && !beginsPhase)
        return;
    Epoch epoch{.number = was.epochs.back().number + 1,
                .startedAt = at,
                .allocations = {},
                .phase = was.epochs.back().phase + (beginsPhase ? 1 : 0)};
    if (beginsPhase) {
        is.salt = newUuid();
        // Under the new seed nobody can be told by the hash alone to have no earlier variant; where clients evaluate by
        // themselves, earlier variants are not told any more.
        is.peakTraffic = is.evaluatedLocally ? is.trafficAllocation : 1;
    }
    for (const Variant& variant : is.variants)
        epoch.allocations.push_back(variant.allocation);
    is.epochs.push_back(std::move(epoch));
}

/// More or other users get in, or they are split in another way.
Result<void> tellRamp(Store& store, const Experiment& was, const Experiment& is, const Actor& actor)
{
    const bool assigns = is.status == Status::Running || is.status == Status::Paused;
    if (!assigns || (was.trafficAllocation == is.trafficAllocation && !splitDiffers(was, is)))
        return {};
    nlohmann::json split = nlohmann::json::object();
    for (const Variant& variant : is.variants)
        split[variant.name] = variant.allocation;
    const auto percent = [](double share) { return std::to_string(std::lround(share * 100)) + " %"; };
    const std::string text = was.trafficAllocation == is.trafficAllocation
                                 ? "units are split in another way"
                                 : "traffic " + percent(was.trafficAllocation) + " to " + percent(is.trafficAllocation);
    return announce(
        store, is,
        {.occasion = Occasion::Ramp,
         .at = actor.time(),
         .text = text,
         .details = {{"by", actor.name},
                     {"traffic_allocation", {{"from", was.trafficAllocation}, {"to", is.trafficAllocation}}},
                     {"allocations", std::move(split)}}});
}

Failure outOfScope(const Actor& actor, const std::string& project, const std::string& environment)
{
    return fail(ErrorCode::Forbidden, "outside_scope",
                "This token works in " + (actor.project.empty() ? "every project" : "project " + actor.project) +
                    " and " + (actor.environment.empty() ? "every environment" : "environment " + actor.environment) +
                    " only; the experiment would be in " + project + (environment.empty() ? "" : ", " + environment));
}

/// A key that is bound to one project or environment writes nowhere else.
Result<void> checkScope(const Experiment& experiment, const Actor& actor)
{
    const bool isWithin = (actor.project.empty() || actor.project == experiment.project) &&
                          (actor.environment.empty() || actor.environment == experiment.environment);
    return isWithin ? Result<void>() : Result<void>(outOfScope(actor, experiment.project, experiment.environment));
}

/// Where nothing is said, a new experiment is where its maker is.
void place(Experiment& experiment, const nlohmann::json& body, const Actor& actor)
{
    if (!body.contains("project") && !actor.project.empty())
        experiment.project = actor.project;
    if (!body.contains("environment") && !actor.environment.empty())
        experiment.environment = actor.environment;
}

std::string reasonOf(const nlohmann::json& body)
{
    const auto it = body.find("reason");
    return it != body.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// What was found before a body was read stands before what its reading found.
Result<AcceptedExperiment> withAllErrors(Result<AcceptedExperiment> read, std::vector<FieldError> before)
{
    if (before.empty())
        return read;
    if (!read)
        std::ranges::move(read.error().errors, std::back_inserter(before));
    return refusalOf(std::move(before));
}

/// A creation is refused once, with all that is wrong: what is looked at last, conditions and times, is looked at also
/// where something else was wrong before.
Failure alsoWrong(Store& store, Error error, const nlohmann::json& body, const std::string& project, Timestamp at)
{
    std::vector<FieldError> known; // what reading these fields says stands in the error already
    FieldReader fields(body, "", known);
    Experiment readable;
    readable.project = project;
    if (fields.has("traffic_allocation"))
        readable.trafficAllocation = fields.number("traffic_allocation", {0, 1}).value_or(0);
    readEnrolment(fields, readable, known);
    if (const nlohmann::json* schedule = fields.find("schedule"))
        readable.schedule = readSchedule(*schedule, "schedule", known);
    std::vector<FieldError> more = scheduleErrors({}, readable, at);
    const auto settled = store.transaction([&] { return settleConditions(store, readable); });
    if (!settled)
        std::ranges::copy(settled.error().errors, std::back_inserter(more));
    for (FieldError& found : more) {
        if (std::ranges::find(error.errors, found) == error.errors.end())
            error.errors.push_back(std::move(found));
    }
    return refusalOf(std::move(error.errors));
}

} // namespace

Result<Experiment> storeChange(Store& store, const Experiment& was, Experiment is, const std::string& reason,
                               const Actor& actor, bool beginsPhase)
{
    follow(was, is, beginsPhase, actor.time());
    ++is.version;
    auto stored = store.experiments()
                      .update(is)
                      .and_then([&] {
                          return store.audit().append(auditOf(actor, "experiment.update", is.id,
                                                              differences(auditable(was), auditable(is)), reason));
                      })
                      .and_then([&] { return tellRamp(store, was, is, actor); })
                      .and_then([&] { return beginsPhase ? store.reports().forget(is.id) : Result<void>(); });
    if (!stored)
        return Failure(std::move(stored.error()));
    return is;
}

Result<AcceptedExperiment> createExperiment(Store& store, const nlohmann::json& body, const Actor& actor,
                                            const std::vector<FieldError>& wrong)
{
    const Timestamp at = actor.time();
    const auto project = body.is_object() ? body.find("project") : body.end();
    const bool isNamed = body.is_object() && project != body.end() && project->is_string();
    const std::string where = isNamed ? project->get<std::string>() : actor.project.empty() ? "default" : actor.project;
    // Before anything is looked up there: what is said to be unknown would tell of what is not.
    if (!actor.project.empty() && where != actor.project)
        return outOfScope(actor, where, "");
    std::vector<FieldError> errors = wrong;
    const auto defined = withDefinitions(store, body, where, errors);
    if (!defined)
        return Failure(defined.error());
    auto accepted = withAllErrors(readNewExperiment(*defined), errors);
    if (!accepted)
        return alsoWrong(store, std::move(accepted.error()), body, where, at);
    Experiment& experiment = accepted->experiment;
    settleForced(store, {}, experiment);
    place(experiment, body, actor);
    if (auto scope = checkScope(experiment, actor); !scope)
        return Failure(std::move(scope.error()));
    if (auto late = scheduleErrors({}, experiment, at); !late.empty())
        return alsoWrong(store, refusalOf(std::move(late)).value(), body, where, at);
    experiment.id = newUuid();
    if (experiment.salt.empty())
        experiment.salt = experiment.id;
    experiment.createdAt = at;
    const bool keyGiven = !experiment.key.empty();
    const std::string slug = slugOf(experiment.name);
    for (int attempt = 0;; ++attempt) {
        auto stored = store.transaction([&]() -> Result<void> {
            if (!keyGiven) {
                auto key = attempt < kOrderlyAttempts ? freeKey(store, slug) : slug + "-" + experiment.id.substr(0, 8);
                if (!key)
                    return Failure(std::move(key.error()));
                experiment.key = std::move(*key);
            }
            auto settled = settleConditions(store, experiment)
                               .and_then([&] { return checkLayer(store, experiment); })
                               .and_then([&] { return checkKey(store, experiment); });
            if (!settled)
                return settled;
            return store.experiments()
                .insert(experiment)
                .and_then([&] { return store.experiments().countEntry(Status::Draft); })
                .and_then([&] {
                    return store.audit().append(
                        auditOf(actor, "experiment.create", experiment.id, auditable(experiment), reasonOf(body)));
                });
        });
        if (stored)
            return accepted;
        // Somebody may have taken the key that was free a moment ago; where many do at once, a part of the id ends it.
        const bool again = !keyGiven && stored.error().sentence.code == "key_taken" && attempt <= kOrderlyAttempts;
        if (!again)
            return Failure(std::move(stored.error()));
    }
}

Result<AcceptedExperiment> updateExperiment(Store& store, const std::string& idOrKey, const nlohmann::json& body,
                                            const ExpectedVersion& expectedVersion, const Actor& actor,
                                            const std::vector<FieldError>& wrong)
{
    const auto change = [&]() -> Result<AcceptedExperiment> {
        const auto current = store.experiments().find(idOrKey);
        if (!current)
            return Failure(current.error());
        if (auto checked = checkVersion(expectedVersion, current->version, "experiment"); !checked)
            return Failure(std::move(checked.error()));
        std::vector<FieldError> errors = wrong;
        const auto defined = withDefinitions(store, body, current->project, errors);
        if (!defined)
            return Failure(defined.error());
        auto accepted = withAllErrors(readChanges(*current, *defined), errors);
        if (!accepted)
            return accepted;
        Experiment& experiment = accepted->experiment;
        settleForced(store, *current, experiment);
        if (experiment == *current && !accepted->beginsPhase)
            return accepted;
        if (auto scope = checkScope(experiment, actor); !scope)
            return Failure(std::move(scope.error()));
        if (auto late = scheduleErrors(*current, experiment, actor.time()); !late.empty())
            return refusalOf(std::move(late));
        if (auto settled = settle(store, *current, experiment); !settled)
            return Failure(std::move(settled.error()));
        auto stored = storeChange(store, *current, experiment, reasonOf(body), actor, accepted->beginsPhase);
        if (!stored)
            return Failure(std::move(stored.error()));
        experiment = std::move(*stored);
        return accepted;
    };
    if (!expectedVersion.isAny())
        return retryUndone([&] { return store.transaction(change); });
    return retryStale([&] { return store.transaction(change); });
}

Result<Experiment> takeSegments(Store& store, const Experiment& was, const std::string& reason, const Actor& actor)
{
    Experiment is = was;
    auto held = store.experiments().hold(is.id);
    if (auto settled = std::move(held).and_then([&] { return settleConditions(store, is); }); !settled)
        return Failure(std::move(settled.error()));
    if (is == was)
        return is;
    return storeChange(store, was, std::move(is), reason, actor);
}

Result<Experiment> forceVariant(Store& store, const std::string& idOrKey, const std::string& unit,
                                const std::string& variant, const Actor& actor)
{
    return retryStale([&]() -> Result<Experiment> {
        auto current = store.experiments().find(idOrKey);
        if (!current)
            return current;
        nlohmann::json forced(current->enrolment.forced);
        forced[unit] = variant;
        return updateExperiment(store, current->id, {{"forced", std::move(forced)}, {"reason", "QA mode"}},
                                current->version, actor)
            .map([](AcceptedExperiment&& accepted) { return std::move(accepted.experiment); });
    });
}

Result<std::string> removeExperiment(Store& store, const std::string& idOrKey, const Actor& actor,
                                     const ExpectedVersion& expectedVersion)
{
    return store.transaction([&]() -> Result<std::string> {
        const auto experiment = store.experiments().find(idOrKey);
        if (!experiment)
            return Failure(experiment.error());
        if (auto checked = checkVersion(expectedVersion, experiment->version, "experiment"); !checked)
            return Failure(std::move(checked.error()));
        if (experiment->status == Status::Running || experiment->status == Status::Paused)
            return fail(ErrorCode::Conflict, "running",
                        "A " + std::string(toString(experiment->status)) +
                            " experiment cannot be deleted; stop it first");
        auto removed = store.experiments().remove(experiment->id).and_then([&] {
            return store.audit().append(auditOf(actor, "experiment.delete", experiment->id, auditable(*experiment)));
        });
        if (!removed)
            return Failure(std::move(removed.error()));
        return experiment->id;
    });
}

} // namespace xp
