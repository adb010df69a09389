// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/moments.h"

#include <cstdint>
#include <vector>

namespace xp {

/// One cell of what a report is made from: the writers' rows are already added up.
struct MomentCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0; ///< position in Experiment::variants
    std::int16_t metric = 0;  ///< position in Experiment::metrics, kAnyConversion or kUnitsOnly
    std::int32_t day = 0;     ///< UTC day of exposure, days since 1970-01-01
    Moments moments;

    bool operator==(const MomentCell&) const = default;
};

/// All that is kept of an experiment's data, however many units and events it has.
struct SufficientStatistics
{
    std::vector<MomentCell> cells; ///< ordered by epoch, variant, metric, day
};

} // namespace xp
