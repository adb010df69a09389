// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace xp {

/// What a quantile over units and its standard error are made from, in multiples of the metric's resolution.
struct OrderStatistics
{
    std::int64_t units = 0;
    std::int64_t value = 0; ///< the one numbered ceil(n q), from 1
    /// Those numbered floor(n q - z h) and ceil(n q + z h), h = sqrt(n q (1 - q)), z the normal quantile of 95 %,
    /// two-sided.
    std::int64_t lower = 0;
    std::int64_t upper = 0;
    bool hasInterval = false; ///< with too few units there are no such numbers

    bool operator==(const OrderStatistics&) const = default;
};

/// The z above; the standard error of the quantile is (upper - lower) / (2 z). Source: Woodruff, JASA 47 (1952)
/// 635-646; core/stats/unitvalues.h has the same from the values themselves.
inline constexpr double kOrderStatisticsZ = 1.959963984540054;

/// Of the values of all units, whose order it changes. At least one value; q within (0, 1).
OrderStatistics orderStatisticsOf(std::span<std::int64_t> values, double q);

} // namespace xp
