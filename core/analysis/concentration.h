// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/shape.h"

#include <optional>

namespace xp {

/// The few units that make most of a metric, apart from all others: bots, one large customer, or an event that is sent
/// in a loop.
struct Concentration
{
    std::int64_t units = 0;     ///< of them
    std::int64_t all = 0;       ///< units with any value
    double share = 0;           ///< of the total, that they make
    std::size_t variant = 0;    ///< where most of them are
    std::int64_t inVariant = 0; ///< how many of them
};

/// Units above 20 times the 95th percentile of the positive values, where they make a tenth of the total or more;
/// nothing below 100 units with a positive value. Values as they came in, not cut. A lognormal whose logarithm has a
/// standard deviation of 1.5 has 0.01 % of its units there, which make 2 % of its total.
std::optional<Concentration> concentrationOf(const Metric& metric, std::int16_t position, std::size_t variants,
                                             const Histograms& histograms);

} // namespace xp
