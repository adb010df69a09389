// SPDX-License-Identifier: Apache-2.0
#include "core/engine/recorder.h"

namespace xp {

Result<void> recordEvents(GroupCommit& commits, std::vector<RecordRequest> requests,
                          std::function<void(Result<std::vector<RecordAnswer>>)> done)
{
    std::vector<Command> commands;
    commands.reserve(requests.size());
    const Timestamp at = now();
    for (RecordRequest& request : requests) {
        commands.emplace_back(RecordCommand{.scope = std::move(request.scope),
                                            .listeners = std::move(request.listeners),
                                            .unit = std::move(request.unit),
                                            .event = std::move(request.event),
                                            .value = request.value,
                                            .eventId = std::move(request.eventId),
                                            .time = request.time,
                                            .receivedAt = at,
                                            .properties = std::move(request.properties)});
    }
    return commits.submit(std::move(commands), [done = std::move(done)](Result<std::vector<Outcome>> outcomes) {
        if (!outcomes)
            return done(Failure(std::move(outcomes.error())));
        std::vector<RecordAnswer> answers;
        answers.reserve(outcomes->size());
        for (Outcome& outcome : *outcomes)
            answers.push_back({outcome.kind == Outcome::Kind::Duplicate, std::move(outcome.counted)});
        done(std::move(answers));
    });
}

} // namespace xp
