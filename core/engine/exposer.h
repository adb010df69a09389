// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/writing/groupcommit.h"

namespace xp {

/// A client reports that an assigned unit has seen its variant; see ExposeCommand.
struct ExposeRequest
{
    LiveExperimentPtr experiment;
    std::string unit;
    std::optional<std::int16_t> shown;
    std::optional<Timestamp> time;
};

/// What became of it.
struct ExposeAnswer
{
    bool isAssigned = false;            ///< else nothing was stored
    std::int16_t variant = -1;          ///< the unit's
    bool isFirst = false;               ///< the unit counts from now on
    std::optional<Timestamp> exposedAt; ///< since when it counts; nothing: it does not, as the experiment has ended
    bool isShownOther = false;          ///< the unit is the first time told to have seen another variant
};

/// `done` is called once it is durable, on the commit thread, in the order of the requests. Returns Overloaded when the
/// queue is full; then `done` is not called.
Result<void> exposeUnits(GroupCommit& commits, std::vector<ExposeRequest> requests,
                         std::function<void(Result<std::vector<ExposeAnswer>>)> done);

} // namespace xp
