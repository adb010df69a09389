// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

namespace xp {

// Positions under which units are counted for other purposes than kUnitsOnly, in `units` and `converted` of the
// moments.

/// Where exposures are explicit, by day and epoch of the assignment: units assigned, and those of them exposed since.
inline constexpr std::int16_t kAssignedUnits = -3;
/// Units of which a client told what variant they were shown, and those of them shown another one than ours.
inline constexpr std::int16_t kShownUnits = -4;
/// Units that several ids were joined to, and those of them seen in several variants.
inline constexpr std::int16_t kMergedUnits = -5;

inline constexpr std::int16_t kFirstCounter = kMergedUnits; ///< the lowest of these positions

} // namespace xp
