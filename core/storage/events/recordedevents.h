// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/events/unitplacement.h"

#include <span>
#include <string>

namespace xp {

// Events told without an experiment (`user_events`), on their way into the experiments where their unit is exposed: one
// from the exposure on is copied to `events`; one from before it stays where it is and counts as history. Which of the
// two, if any, `event_ids` says of those with an id: without `history` the id is that of a row of `events`.

inline constexpr auto kClocksDiffer = std::chrono::minutes(10); ///< of replicas, at most
/// After an event's arrival whoever counts it as a history marks it so long, by any replica's clock: a recomputation or
/// merge marks what arrived in the last kClocksDiffer by its own, of which half is left to the difference of clocks.
inline constexpr auto kMarksLast = kClocksDiffer / 2;

/// What stands in `event_ids` for a history without an id, for as long as another replica may ask whether it counts;
/// no client's ids begin so.
std::string historyMark(std::int64_t number);

/// Copies what the units' metrics listen to from the exposure on, and marks what they listen to from before it. Their
/// assignments are stored as they are.
Result<void> copyRecorded(Connection& connection, std::span<const PlacedUnit> units);
/// Likewise for all units of an experiment: what a replica has passed over that did not know of the experiment or the
/// exposure yet.
Result<void> copyRecorded(Connection& connection, const LiveExperiment& experiment);

/// Of an id whose events are to count for a unit: from when on they were copied, sealed though the copies may be.
struct RecordedBy
{
    std::string_view id;
    Timestamp copiedSince = Timestamp::max(); ///< the exposure that the id had
};
/// Copies to the unit what has no id and happened from its exposure on, but before that of the id that did it: however
/// long ago it arrived, there was no copy. To be called before copyRecorded(), which takes what arrived that long ago
/// for sealed. The unit's assignment is stored as it is; the events still stand under their ids.
Result<void> copyUncopied(Connection& connection, const PlacedUnit& unit, std::span<const RecordedBy> sources);
/// Likewise for units whose exposure was later so far: each as it is and, at the same place, as it was.
Result<void> copyUncopied(Connection& connection, std::span<const PlacedUnit> units, std::span<const PlacedUnit> was);

/// For a WHERE over `user_events u` and `assignments a`: the event is not one of those in `events`.
std::string isNotInEvents();

} // namespace xp
