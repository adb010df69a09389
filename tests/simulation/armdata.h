// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"
#include "core/analysis/valuetable.h"
#include "tests/simulation/cell.h"

#include <array>

namespace xp::simulation {

/// Moments of an arm of conversions.
Moments rateMoments(std::int64_t units, std::int64_t converted);

Metric conversionMetric();
Metric sumMetric(); ///< resolution 1
Metric meanMetric();

/// What one look at one stratum or several says, counted.
struct FixedLook
{
    const Contrast& nothing; ///< drawn without an effect
    const Contrast& effect;  ///< drawn with one
    double difference = 0;   ///< the truth with the effect
    double lift = 0;
};
void count(Counts& counts, const FixedLook& look);

} // namespace xp::simulation
