// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/units/totalsupdate.h"

#include <span>

namespace xp {

/// A unit of an experiment with its place among the statistics. Text is referred to.
struct PlacedUnit
{
    const LiveExperiment* experiment = nullptr;
    std::string_view unit;
    UnitCell cell;
    Timestamp exposedAt{};
    Timestamp assignedAt{}; ///< no event was tracked before
};

// For units whose exposure changes after events of theirs were stored: what they counted for is taken out exactly, then
// their raw events are counted anew. Where exposures are explicit a unit's events are found by an index; elsewhere all
// events of the experiment since its assignment are looked at. Within the caller's transaction, which must hold the
// experiments' locks alone.

/// Adds what an event counts for, as recompute does; columns from `first` on: name, value, occurred_at, properties.
void countEvent(const PlacedUnit& unit, const Row& row, int first, TotalsUpdate& totals);
/// When the first event that can count for the unit arrived, or earlier.
Result<Timestamp> firstReceived(Connection& connection, const PlacedUnit& unit);
/// Subtracts all that the units contribute from `sums` and forgets their totals; covariates stay where they are until
/// it is known whether their history is still there (core/storage/events/keptcovariates.h).
Result<void> takeOut(Connection& connection, std::span<const PlacedUnit> units, MomentSums& sums);
/// Counts units that have no totals, but covariates perhaps, which are kept or made anew: their events, those recorded
/// without an experiment included, are read again.
Result<void> putIn(Connection& connection, std::span<const PlacedUnit> units, MomentSums& sums);

} // namespace xp
