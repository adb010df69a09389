// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/writing/groupcommit.h"

namespace xp {

/// An event of a user, told without an experiment; see RecordCommand.
struct RecordRequest
{
    std::string scope;
    std::vector<LiveExperimentPtr> listeners;
    std::string unit;
    std::string event;
    double value = 1.0;
    std::string eventId;
    std::optional<Timestamp> time;
    std::string properties;
};

/// What became of it.
struct RecordAnswer
{
    bool isDuplicate = false;              ///< this event_id was stored before
    std::vector<Outcome::Counted> counted; ///< the experiments where it counts now
};

/// Stores events and counts them wherever the user is exposed. `done` is called once they are durable, on the commit
/// thread, in the order of the requests. Returns Overloaded when the queue is full; then `done` is not called.
Result<void> recordEvents(GroupCommit& commits, std::vector<RecordRequest> requests,
                          std::function<void(Result<std::vector<RecordAnswer>>)> done);

} // namespace xp
