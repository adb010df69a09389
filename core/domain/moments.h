// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/metric.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace xp {

/// A whole number wider than 64 bits kept as signed limbs of weight 2^(32 i). Limbs are simply added, by the database
/// too, so the order of additions can never change the number. Each limb of one contribution is below 2^32 in size:
/// 2^31 contributions fit.
template <std::size_t N>
using Limbs = std::array<std::int64_t, N>;

/// An event's value as a whole number of the metric's resolution (nearest, ties away from zero);
/// std::nullopt when it is not finite or beyond kMaxMultiples.
std::optional<std::int64_t> toMultiples(double value, double resolution);

/// Everything known of one unit under one metric: number of events that count, and the exact sum of their values in
/// multiples of the resolution, as limbs so that no number of events can overflow it.
struct UnitTotals
{
    std::int64_t count = 0;
    Limbs<2> sum{};

    bool operator==(const UnitTotals&) const = default;
    UnitTotals& operator+=(const UnitTotals& other);
    friend UnitTotals operator-(UnitTotals a, const UnitTotals& b);

    void addEvent(std::int64_t multiples);
};

/// Exact sums over the units of one variant, metric, exposure day and epoch; from these every estimate follows.
/// A unit enters with n = its number of events (at most 2^31 - 1 of them count) and v = its total, held within
/// +-2^62; moments of differences (a unit's new state minus its old one) are added the same way.
struct Moments
{
    /// Exposed units; kept once for all metrics, under kUnitsOnly. Under a metric: those of them whose n or v is beyond
    /// these ranges and enters as their end.
    std::int64_t units = 0;
    std::int64_t converted = 0; ///< units with n >= 1
    std::int64_t count = 0;     ///< sum of n
    Limbs<2> countSquares{};    ///< sum of n^2
    Limbs<2> sum{};             ///< sum of v
    Limbs<4> sumSquares{};      ///< sum of v^2
    Limbs<3> cross{};           ///< sum of n v

    bool operator==(const Moments&) const = default;
    Moments& operator+=(const Moments& other);
    Moments& operator-=(const Moments& other);
    bool isZero() const { return *this == Moments{}; }
};

/// What one unit contributes under a metric; `units` is 0 but for one beyond the range.
Moments contributionOf(const UnitTotals& totals);

/// A unit's totals as its metric counts them: cut to the metric's cap.
UnitTotals countedTotals(const Metric& metric, const UnitTotals& totals);

} // namespace xp
