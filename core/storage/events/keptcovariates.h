// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/events/unitplacement.h"

#include <map>
#include <span>
#include <string>

namespace xp {

// Where a unit's exposure changes, its covariates stay where they are, in `unit_totals` and `unit_marks`, until it is
// known whether they can be made anew: what they were made from may be gone. Within the caller's transaction, under the
// experiments' locks.

using TotalsByMetric = std::map<std::int16_t, UnitTotals>;

/// What is stored of the units' covariates, by position; no entry: nothing.
using CovariateTotals = std::map<std::size_t, TotalsByMetric>;
Result<CovariateTotals> readCovariates(Connection& connection, std::span<const PlacedUnit> units);

/// Those that the units keep: of an exposure whose history may be gone. All others are removed, to be made anew.
Result<CovariateTotals> keepCovariates(Connection& connection, std::span<const PlacedUnit> units);

/// Of units whose exposure was later so far: what they did before either of the two moves, as far as it is there, from
/// what it counted for before the one to what it counts for before the other. Where something between the two may be
/// gone nothing is kept, as it might have been done after the exposure. Each unit as it was and, at the same place, as
/// it is; exposures are explicit. Between takeOut() and putIn().
Result<void> moveCovariateWindows(Connection& connection, std::span<const PlacedUnit> was,
                                  std::span<const PlacedUnit> is);

Result<void> removeCovariates(Connection& connection, const std::string& experimentId, const std::string& unit);
/// Those of one unit belong to another one, which has none, from now on.
Result<void> moveCovariates(Connection& connection, const std::string& experimentId, const std::string& from,
                            const std::string& to);

} // namespace xp
