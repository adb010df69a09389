// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/events/unitplacement.h"
#include "core/storage/units/momentsums.h"

#include <functional>

namespace xp {

// What raw events that are gone counted for (`sealed_sums`), as changes of the units' totals that are added anew when
// these are made anew. All within the caller's transaction, under the experiment's lock.

/// One event that is about to go, of a unit as it is placed now.
struct SealedEvent
{
    PlacedUnit unit;
    UnitEvent event;
};

/// Keeps what the events count for.
Result<void> seal(Connection& connection, std::span<const SealedEvent> events);

/// Hands out what is sealed of each unit, by its position in `units`; covariates as well.
using OnSealed = std::function<void(std::size_t, const MetricChange&)>;
Result<void> readSealed(Connection& connection, std::span<const PlacedUnit> units, const OnSealed& onSealed);

/// Adds what is sealed of all analysed units of the experiment to their totals, and to `sums` what the moments change
/// by. Not the covariates: those of units whose events are sealed are kept as they are.
Result<void> replaySealed(Connection& connection, const LiveExperiment& experiment, MomentSums& sums);

/// Of events that may have come after the exposure, now that it is known to have been earlier.
Result<void> removeSealedCovariates(Connection& connection, const std::string& experimentId, const std::string& unit);

/// What was sealed of one unit belongs to another one from now on.
Result<void> moveSealed(Connection& connection, const std::string& experimentId, const std::string& from,
                        const std::string& to);

} // namespace xp
