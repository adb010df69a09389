// SPDX-License-Identifier: Apache-2.0
#include "core/domain/orderstatistics.h"

#include <algorithm>
#include <cmath>

namespace xp {

OrderStatistics orderStatisticsOf(std::span<std::int64_t> values, double q)
{
    const auto n = static_cast<double>(values.size());
    const auto at = [&](double rank) {
        const auto position = values.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
        std::ranges::nth_element(values, position);
        return *position;
    };
    OrderStatistics statistics{.units = static_cast<std::int64_t>(values.size()), .value = at(std::ceil(n * q))};
    const double half = kOrderStatisticsZ * std::sqrt(n * q * (1 - q));
    const double low = std::floor(n * q - half);
    const double high = std::ceil(n * q + half);
    statistics.hasInterval = low >= 1 && high <= n;
    if (statistics.hasInterval) {
        statistics.lower = at(low);
        statistics.upper = at(high);
    }
    return statistics;
}

} // namespace xp
