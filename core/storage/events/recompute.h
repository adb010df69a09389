// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/liveexperiment.h"
#include "core/storage/units/momentsums.h"

namespace xp {

class Connection;

/// Replaces the units' totals by what the raw events say, and returns the moments that follow. Replays the events in
/// the order of their arrival, a page at a time, so that memory stays flat.
Result<MomentSums> totalsFromEvents(Connection& connection, const LiveExperiment& experiment);

/// The moments that follow from the units' totals as they are stored (an import has no events).
Result<MomentSums> momentsFromTotals(Connection& connection, const LiveExperiment& experiment);

/// Takes what the events after the experiment's stop had counted for out of the units' totals, and returns by what the
/// moments change.
Result<MomentSums> withdrawAfterStop(Connection& connection, const LiveExperiment& stopped);

} // namespace xp
