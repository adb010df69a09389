// SPDX-License-Identifier: Apache-2.0
#include "core/engine/lifecycle.h"

#include "core/engine/auditing.h"
#include "core/engine/experiments.h"
#include "core/engine/metriccatalogue.h"
#include "core/engine/occasions.h"
#include "core/engine/versions.h"

#include <algorithm>

namespace xp {

namespace {

constexpr EnumText kTransitions{std::array{EnumName{Transition::Start, "start"}, EnumName{Transition::Pause, "pause"},
                                           EnumName{Transition::Resume, "resume"}, EnumName{Transition::Stop, "stop"},
                                           EnumName{Transition::Archive, "archive"}}};

struct Edge
{
    Transition transition;
    Status from;
    Status to;
};

constexpr std::array kEdges{
    Edge{Transition::Start, Status::Draft, Status::Running},
    Edge{Transition::Pause, Status::Running, Status::Paused},
    Edge{Transition::Resume, Status::Paused, Status::Running},
    Edge{Transition::Stop, Status::Running, Status::Stopped},
    Edge{Transition::Stop, Status::Paused, Status::Stopped},
    Edge{Transition::Archive, Status::Stopped, Status::Archived},
};

Failure impossible(Transition transition, const Experiment& experiment)
{
    std::string possible;
    for (const Edge& edge : kEdges) {
        if (edge.from == experiment.status)
            possible.append(possible.empty() ? "" : ", ").append(toString(edge.transition));
    }
    const std::string status(toString(experiment.status));
    return fail(ErrorCode::Conflict, "impossible_transition",
                "Cannot " + std::string(toString(transition)) + " an experiment that is " + status +
                    "; possible now: " + (possible.empty() ? "nothing" : possible),
                {{"transition", toString(transition)}, {"status", status}});
}

void enter(Experiment& experiment, Status status, Timestamp at)
{
    const bool first = experiment.status == Status::Draft;
    experiment.status = status;
    if (status == Status::Running && first) {
        experiment.startedAt = at;
        Epoch epoch{.number = 0, .startedAt = at};
        for (const Variant& variant : experiment.variants)
            epoch.allocations.push_back(variant.allocation);
        experiment.epochs = {std::move(epoch)};
        experiment.peakTraffic = experiment.trafficAllocation;
        experiment.frozenPlan = presentPlan(experiment);
    }
    if (status == Status::Stopped)
        experiment.stoppedAt = at;
    ++experiment.version;
}

/// The start and the stop are told; a pause is not.
Result<void> tell(Store& store, const Experiment& experiment, Transition transition, const std::string& reason,
                  const Actor& actor)
{
    if (transition != Transition::Start && transition != Transition::Stop)
        return {};
    const bool isStart = transition == Transition::Start;
    return announce(store, experiment,
                    {.occasion = isStart ? Occasion::Start : Occasion::Stop,
                     .at = actor.time(),
                     .text = std::string(isStart ? "started" : "stopped") + " by " + actor.name +
                             (reason.empty() ? "" : ": " + reason),
                     .details = {{"by", actor.name}, {"reason", reason}}});
}

} // namespace

std::string_view toString(Transition transition)
{
    return kTransitions.text(transition);
}
std::optional<Transition> parseTransition(std::string_view text)
{
    return kTransitions.parse(text);
}

std::optional<Status> target(Transition transition, Status from)
{
    for (const Edge& edge : kEdges) {
        if (edge.transition == transition && edge.from == from)
            return edge.to;
    }
    const bool holds =
        std::ranges::any_of(kEdges, [&](const Edge& edge) { return edge.transition == transition && edge.to == from; });
    return holds ? std::optional(from) : std::nullopt;
}

Result<Experiment> changeStatus(Store& store, const std::string& idOrKey, Transition transition,
                                const std::string& reason, const Actor& actor, const ExpectedVersion& expectedVersion)
{
    const auto change = [&]() -> Result<Experiment> {
        auto experiment = store.experiments().find(idOrKey);
        if (!experiment)
            return experiment;
        const auto to = target(transition, experiment->status);
        if (!to)
            return impossible(transition, *experiment);
        if (*to == experiment->status)
            return experiment;
        if (auto checked = checkVersion(expectedVersion, experiment->version, "experiment"); !checked)
            return Failure(std::move(checked.error()));
        const std::string from(toString(experiment->status));
        if (experiment->status == Status::Draft) {
            if (auto followed = followCatalogue(store, *experiment); !followed)
                return Failure(std::move(followed.error()));
        }
        enter(*experiment, *to, actor.time());
        nlohmann::json changes{{"status", {{"from", from}, {"to", toString(*to)}}}};
        if (from == toString(Status::Draft))
            changes["plan_fingerprint"] = {{"from", nullptr}, {"to", fingerprintOf(*experiment->frozenPlan)}};
        auto stored =
            store.experiments()
                .update(*experiment)
                .and_then([&] { return store.experiments().countEntry(*to); })
                .and_then([&] {
                    return *to == Status::Stopped ? store.moments().dropAfterStop(LiveExperiment(*experiment))
                                                  : Result<void>();
                })
                .and_then([&] {
                    return store.audit().append(auditOf(actor, "experiment." + std::string(toString(transition)),
                                                        experiment->id, std::move(changes), reason));
                })
                .and_then([&] { return tell(store, *experiment, transition, reason, actor); });
        if (!stored)
            return Failure(std::move(stored.error()));
        return experiment;
    };
    // Who names a version is not helped by another attempt.
    if (!expectedVersion.isAny())
        return retryUndone([&] { return store.transaction(change); });
    return retryStale([&] { return store.transaction(change); });
}

} // namespace xp
