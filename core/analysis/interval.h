// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

namespace xp {

using Interval = std::array<double, 2>; ///< lower, upper

/// An interval whose ends may be open.
struct Bounds
{
    std::optional<double> lower;
    std::optional<double> upper;

    bool excludesZero() const { return (lower && *lower > 0) || (upper && *upper < 0); }
};

inline std::optional<Bounds> boundsOf(const std::optional<Interval>& interval)
{
    return interval ? std::optional(Bounds{(*interval)[0], (*interval)[1]}) : std::nullopt;
}

} // namespace xp
