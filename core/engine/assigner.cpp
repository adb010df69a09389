// SPDX-License-Identifier: Apache-2.0
#include "core/engine/assigner.h"

#include "core/domain/epochs.h"
#include "core/domain/storedvariant.h"

namespace xp {

namespace {

/// Where clients evaluate by themselves, what a unit was told in an earlier phase holds no more.
std::string cacheName(const Experiment& experiment)
{
    return experiment.evaluatedLocally ? experiment.id + '/' + experiment.salt : experiment.id;
}

/// Of a unit that has a variant.
AssignmentReason reasonOf(LeftOut leftOut)
{
    if (leftOut == LeftOut::ByName)
        return AssignmentReason::Forced;
    return isExcluded(leftOut) ? AssignmentReason::Excluded : AssignmentReason::Split;
}

} // namespace

void Assigner::forget(const Experiment& experiment, std::string_view unit)
{
    m_commits.known().erase(cacheName(experiment), unit);
}

std::optional<AssignAnswer> Assigner::known(const LiveExperiment& live, std::string_view unit) const
{
    const Experiment& experiment = live.experiment();
    const std::string stored = m_commits.pseudonyms().of(unit);
    const auto cached = m_commits.known().find(cacheName(experiment), stored);
    if (cached && !storedVariant(experiment, cached->variant))
        return std::nullopt; // of another copy of the experiment
    if (cached && cached->leftOut == LeftOut::No)
        return AssignAnswer{cached->variant, AssignmentReason::Split, cached->assignedAt};
    if (live.forcedVariant(stored))
        return std::nullopt;
    if (cached)
        return AssignAnswer{.variant = cached->variant,
                            .reason = AssignmentReason::Excluded,
                            .assignedAt = cached->assignedAt,
                            .leftOut = cached->leftOut};
    if (experiment.status == Status::Draft)
        return AssignAnswer{};
    if (experiment.imported || live.bucketing().everAdmitted(unit) || m_hasAliases)
        return std::nullopt;
    if (experiment.status != Status::Running)
        return AssignAnswer{};
    const SnapshotPtr snapshot = m_catalog ? m_catalog->current() : nullptr;
    return AssignAnswer{.reason = *Admission::keptOut(snapshot.get(), live, unit)};
}

std::optional<std::int16_t> Assigner::told(const LiveExperiment& live, const GivenVariant& stored)
{
    if (stored.leftOut == LeftOut::ByName || !isMovedByPhase(live.experiment(), stored.epoch))
        return storedVariant(live.experiment(), stored.variant) ? std::optional(stored.variant) : std::nullopt;
    if (!live.bucketing().admits(stored.unit))
        return std::nullopt;
    return static_cast<std::int16_t>(live.bucketing().variantOf(stored.unit));
}

AssignAnswer Assigner::peek(const LiveExperiment& live, const Admission& admission,
                            const std::optional<GivenVariant>& stored)
{
    const Offer offer = admission.offer(live);
    if (!stored)
        return {.variant = offer.variant.value_or(-1), .reason = offer.reason, .leftOut = offer.leftOut};
    // Who is not analysed may be given a variant by name.
    const bool isGiven = stored->leftOut != LeftOut::No && offer.leftOut == LeftOut::ByName;
    const LeftOut leftOut = isGiven ? offer.leftOut : stored->leftOut;
    const auto variant = isGiven ? offer.variant : told(live, *stored);
    if (!variant)
        return {.reason = offer.reason};
    return {.variant = *variant, .reason = reasonOf(leftOut), .assignedAt = stored->assignedAt, .leftOut = leftOut};
}

/// Questions for what units have in the experiments that conditions ask about, where that is not known yet.
std::vector<Command> Assigner::lookupsFor(const std::vector<AssignRequest>& requests) const
{
    std::vector<Command> lookups;
    if (!m_catalog)
        return lookups;
    const SnapshotPtr snapshot = m_catalog->current();
    for (const AssignRequest& request : requests) {
        for (LiveExperimentPtr& other : Admission::prerequisitesOf(snapshot.get(), *request.experiment)) {
            if (!known(*other, request.unit))
                lookups.emplace_back(AssignCommand{.experiment = std::move(other), .unit = request.unit});
        }
    }
    return lookups;
}

Result<void> Assigner::assign(std::vector<AssignRequest> requests, Done done)
{
    std::vector<AssignAnswer> answers(requests.size());
    std::vector<std::size_t> open; // positions that are not known yet
    std::vector<AssignRequest> asked;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (const auto answer = known(*requests[i].experiment, requests[i].unit)) {
            answers[i] = *answer;
            continue;
        }
        open.push_back(i);
        asked.push_back(std::move(requests[i]));
    }
    if (open.empty()) {
        done(std::move(answers));
        return {};
    }
    Done whole = [answers = std::move(answers), open = std::move(open),
                  done = std::move(done)](Result<std::vector<AssignAnswer>> late) mutable {
        if (!late)
            return done(std::move(late));
        for (std::size_t i = 0; i < open.size(); ++i)
            answers[open[i]] = (*late)[i];
        done(std::move(answers));
    };
    std::vector<Command> lookups = lookupsFor(asked);
    if (lookups.empty())
        return enrol(std::move(asked), {}, std::move(whole));
    std::vector<std::pair<std::string, std::string>> names;
    for (const Command& lookup : lookups) {
        const auto& command = std::get<AssignCommand>(lookup);
        names.emplace_back(command.experiment->experiment().id, command.unit);
    }
    return m_commits.submit(std::move(lookups), [this, asked = std::move(asked), names = std::move(names),
                                                 whole](Result<std::vector<Outcome>> outcomes) mutable {
        if (!outcomes)
            return whole(Failure(std::move(outcomes.error())));
        StoredVariants stored;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if ((*outcomes)[i].kind == Outcome::Kind::Found)
                stored[std::move(names[i])] = (*outcomes)[i].variant;
        }
        if (auto queued = enrol(std::move(asked), stored, whole); !queued)
            whole(Failure(std::move(queued.error())));
    });
}

Result<void> Assigner::enrol(std::vector<AssignRequest> requests, const StoredVariants& stored, Done done)
{
    const SnapshotPtr snapshot = m_catalog ? m_catalog->current() : nullptr;
    const Timestamp at = now();
    const std::uint64_t generation = m_commits.known().generation();
    std::vector<Command> commands;
    std::vector<Asked> asked;
    for (AssignRequest& request : requests) {
        const std::string storedUnit = m_commits.pseudonyms().of(request.unit);
        const auto storedIn = [&](const Experiment& other) -> std::optional<std::int16_t> {
            if (const auto it = stored.find({other.id, request.unit}); it != stored.end())
                return it->second;
            const auto cached = m_commits.known().find(cacheName(other), storedUnit);
            return cached ? std::optional(cached->variant) : std::nullopt;
        };
        const Offer offer =
            Admission(snapshot.get(), m_gate, storedIn, {request.unit, storedUnit, request.context, request.agent})
                .offer(*request.experiment);
        asked.push_back({request.experiment, storedUnit, offer.reason});
        commands.emplace_back(AssignCommand{.experiment = std::move(request.experiment),
                                            .unit = std::move(request.unit),
                                            .variant = offer.variant,
                                            .at = at,
                                            .context = std::move(request.context),
                                            .leftOut = offer.leftOut});
    }
    return m_commits.submit(std::move(commands), [this, asked = std::move(asked), generation,
                                                  done = std::move(done)](Result<std::vector<Outcome>> outcomes) {
        outcomes ? done(answersOf(asked, *outcomes, generation)) : done(Failure(std::move(outcomes.error())));
    });
}

std::vector<AssignAnswer> Assigner::answersOf(const std::vector<Asked>& asked, const std::vector<Outcome>& outcomes,
                                              std::uint64_t generation)
{
    std::vector<AssignAnswer> answers;
    answers.reserve(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Outcome& outcome = outcomes[i];
        // A draft's variants may have changed since this copy of it was read.
        const bool isKnown = storedVariant(asked[i].experiment->experiment(), outcome.variant) != nullptr;
        if (outcome.kind == Outcome::Kind::None || !isKnown) {
            answers.push_back({.reason = outcome.refused.value_or(asked[i].reason)});
            continue;
        }
        if (outcome.leftOut != LeftOut::ByName) // which may change
            m_commits.known().insert(cacheName(asked[i].experiment->experiment()), asked[i].unit,
                                     {outcome.variant, outcome.assignedAt, outcome.leftOut, outcome.epoch}, generation);
        answers.push_back({.variant = outcome.variant,
                           .reason = reasonOf(outcome.leftOut),
                           .assignedAt = outcome.assignedAt,
                           .created = outcome.kind == Outcome::Kind::Created && outcome.leftOut != LeftOut::ByName,
                           .leftOut = outcome.leftOut});
    }
    return answers;
}

Result<void> Assigner::track(std::vector<TrackRequest> requests,
                             std::function<void(Result<std::vector<TrackAnswer>>)> done)
{
    std::vector<Command> commands;
    commands.reserve(requests.size());
    const Timestamp at = now();
    for (TrackRequest& request : requests) {
        commands.emplace_back(TrackCommand{.experiment = std::move(request.experiment),
                                           .unit = std::move(request.unit),
                                           .event = std::move(request.event),
                                           .value = request.value,
                                           .eventId = std::move(request.eventId),
                                           .time = request.time,
                                           .receivedAt = at,
                                           .properties = std::move(request.properties)});
    }
    return m_commits.submit(std::move(commands), [done = std::move(done)](Result<std::vector<Outcome>> outcomes) {
        if (!outcomes)
            return done(Failure(std::move(outcomes.error())));
        std::vector<TrackAnswer> answers;
        answers.reserve(outcomes->size());
        for (const Outcome& outcome : *outcomes) {
            switch (outcome.kind) {
            case Outcome::Kind::Stored:
                answers.push_back({TrackAnswer::Kind::Stored, outcome.variant, outcome.leftOut});
                break;
            case Outcome::Kind::Duplicate:
                answers.push_back({TrackAnswer::Kind::Duplicate, outcome.variant, outcome.leftOut});
                break;
            default:
                answers.push_back({TrackAnswer::Kind::Unassigned, -1});
            }
        }
        done(std::move(answers));
    });
}

} // namespace xp
