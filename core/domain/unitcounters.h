// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/leftout.h"

namespace xp {

// Positions under which units are counted for other purposes than kUnitsOnly, in `units` and `converted` of the
// moments.

/// Where exposures are explicit, by day and epoch of the assignment: units assigned, and those of them exposed since.
inline constexpr std::int16_t kAssignedUnits = -3;
/// Units of which a client told what variant they were shown, and those of them shown another one than ours.
inline constexpr std::int16_t kShownUnits = -4;
/// Units that several ids were joined to, and those of them seen in several variants.
inline constexpr std::int16_t kMergedUnits = -5;

/// Units that a rule leaves out of the analysis, by day and epoch of the assignment; one position a rule.
inline constexpr std::int16_t kExcludedByExperiment = -6;
inline constexpr std::int16_t kExcludedByService = -7;
inline constexpr std::int16_t kExcludedBots = -8;

/// Where units are counted that a rule leaves out; of others nothing.
constexpr std::optional<std::int16_t> exclusionCounter(LeftOut leftOut)
{
    switch (leftOut) {
    case LeftOut::ByExperiment:
        return kExcludedByExperiment;
    case LeftOut::ByService:
        return kExcludedByService;
    case LeftOut::AsBot:
        return kExcludedBots;
    default:
        return std::nullopt;
    }
}

inline constexpr std::int16_t kFirstCounter = kExcludedBots; ///< the lowest of these positions

} // namespace xp
