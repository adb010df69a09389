// SPDX-License-Identifier: Apache-2.0
#include "core/engine/assigner.h"

namespace xp {

namespace {

AssignmentReason reasonWithout(const Experiment& experiment)
{
    return experiment.status == Status::Running ? AssignmentReason::Traffic : AssignmentReason::NotRunning;
}

/// What a unit that has none would get.
std::optional<std::int16_t> newVariant(const LiveExperiment& live, std::string_view unit)
{
    const bool assigns = live.experiment().status == Status::Running && !live.experiment().imported;
    if (!assigns || !live.bucketing().admits(unit))
        return std::nullopt;
    return static_cast<std::int16_t>(live.bucketing().variantOf(unit));
}

} // namespace

AssignCommand Assigner::commandOf(AssignRequest request, Timestamp at) const
{
    auto variant = newVariant(*request.experiment, request.unit);
    if (variant && m_gate && !m_gate(request.experiment->experiment(), request.unit, request.context))
        variant.reset();
    return {.experiment = std::move(request.experiment),
            .unit = std::move(request.unit),
            .variant = variant,
            .at = at,
            .context = std::move(request.context)};
}

std::optional<AssignAnswer> Assigner::known(const LiveExperiment& live, std::string_view unit) const
{
    const Experiment& experiment = live.experiment();
    if (experiment.status == Status::Draft)
        return AssignAnswer{};
    if (const auto cached = m_cache.find(experiment.id, unit))
        return AssignAnswer{cached->variant, AssignmentReason::Split, cached->assignedAt};
    if (!experiment.imported && !live.bucketing().everAdmitted(unit))
        return AssignAnswer{.reason = reasonWithout(experiment)};
    return std::nullopt;
}

AssignAnswer Assigner::peek(const LiveExperiment& live, std::string_view unit, std::optional<std::int16_t> stored,
                            bool isAdmitted)
{
    const Experiment& experiment = live.experiment();
    if (experiment.status == Status::Draft)
        return {};
    if (!stored && isAdmitted)
        stored = newVariant(live, unit);
    return stored ? AssignAnswer{*stored, AssignmentReason::Split} : AssignAnswer{.reason = reasonWithout(experiment)};
}

Result<void> Assigner::assign(std::vector<AssignRequest> requests,
                              std::function<void(Result<std::vector<AssignAnswer>>)> done)
{
    std::vector<AssignAnswer> answers(requests.size());
    std::vector<std::size_t> open; // positions the commit has to answer
    std::vector<Command> commands;
    const Timestamp at = now();
    const std::uint64_t generation = m_cache.generation();
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (auto answer = known(*requests[i].experiment, requests[i].unit)) {
            answers[i] = *answer;
            continue;
        }
        open.push_back(i);
        commands.emplace_back(commandOf(std::move(requests[i]), at));
    }
    if (open.empty()) {
        done(std::move(answers));
        return {};
    }
    std::vector<AssignRequest> asked; // what the cache needs to know once the answers are there
    for (const Command& command : commands) {
        const auto& assign = std::get<AssignCommand>(command);
        asked.push_back({assign.experiment, assign.unit, {}});
    }
    return m_commits.submit(std::move(commands),
                            [this, answers = std::move(answers), open = std::move(open), asked = std::move(asked),
                             generation, done = std::move(done)](Result<std::vector<Outcome>> outcomes) mutable {
                                if (!outcomes)
                                    return done(Failure(std::move(outcomes.error())));
                                const auto late = answersOf(asked, *outcomes, generation);
                                for (std::size_t i = 0; i < open.size(); ++i)
                                    answers[open[i]] = late[i];
                                done(std::move(answers));
                            });
}

std::vector<AssignAnswer> Assigner::answersOf(const std::vector<AssignRequest>& requests,
                                              const std::vector<Outcome>& outcomes, std::uint64_t generation)
{
    std::vector<AssignAnswer> answers;
    answers.reserve(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const Outcome& outcome = outcomes[i];
        const Experiment& experiment = requests[i].experiment->experiment();
        if (outcome.kind == Outcome::Kind::None) {
            answers.push_back({.reason = reasonWithout(experiment)});
            continue;
        }
        m_cache.insert(experiment.id, requests[i].unit, {outcome.variant, outcome.assignedAt}, generation);
        answers.push_back(
            {outcome.variant, AssignmentReason::Split, outcome.assignedAt, outcome.kind == Outcome::Kind::Created});
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
                answers.push_back({TrackAnswer::Kind::Stored, outcome.variant});
                break;
            case Outcome::Kind::Duplicate:
                answers.push_back({TrackAnswer::Kind::Duplicate, outcome.variant});
                break;
            default:
                answers.push_back({TrackAnswer::Kind::Unassigned, -1});
            }
        }
        done(std::move(answers));
    });
}

} // namespace xp
