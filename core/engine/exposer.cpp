// SPDX-License-Identifier: Apache-2.0
#include "core/engine/exposer.h"

namespace xp {

Result<void> exposeUnits(GroupCommit& commits, std::vector<ExposeRequest> requests,
                         std::function<void(Result<std::vector<ExposeAnswer>>)> done)
{
    std::vector<Command> commands;
    commands.reserve(requests.size());
    const Timestamp at = now();
    for (ExposeRequest& request : requests) {
        commands.emplace_back(ExposeCommand{.experiment = std::move(request.experiment),
                                            .unit = std::move(request.unit),
                                            .shown = request.shown,
                                            .time = request.time,
                                            .receivedAt = at});
    }
    return commits.submit(std::move(commands), [done = std::move(done)](Result<std::vector<Outcome>> outcomes) {
        if (!outcomes)
            return done(Failure(std::move(outcomes.error())));
        std::vector<ExposeAnswer> answers;
        answers.reserve(outcomes->size());
        for (const Outcome& outcome : *outcomes) {
            if (outcome.kind == Outcome::Kind::Unassigned)
                answers.emplace_back();
            else
                answers.push_back({.isAssigned = true,
                                   .variant = outcome.variant,
                                   .isFirst = outcome.kind == Outcome::Kind::Created,
                                   .exposedAt = outcome.exposedAt,
                                   .isShownOther = outcome.isShownOther});
        }
        done(std::move(answers));
    });
}

} // namespace xp
