// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/error.h"
#include "core/stats/means.h"
#include "core/stats/proportions.h"

#include <initializer_list>
#include <optional>
#include <string_view>

// Input checks shared by the kernel's sources; each returns what is wrong, or nothing.
namespace xp::stats {

using Wrong = std::optional<StatsError>;

/// The shortest text that reads back as the same number.
std::string numberText(double value);

Wrong checkFinite(double value, std::string_view field);
Wrong checkPositive(double value, std::string_view field);
Wrong checkNotNegative(double value, std::string_view field);
Wrong checkAtLeast(double value, double minimum, std::string_view field);
/// low < value < high
Wrong checkBetween(double value, double low, double high, std::string_view field);
/// A whole number from `minimum` to 2^53.
Wrong checkWhole(double value, double minimum, std::string_view field);
/// At least 2 units (one unit has no variance), finite mean, variance >= 0. `arm` is `control` or `treatment`.
Wrong checkSample(const Sample& sample, std::string_view arm);

/// At least one unit, 0 <= x <= n. `path` ends in a dot, or is empty.
Wrong checkProportion(const Proportion& arm, std::string_view path);
/// At most the product of the standard deviations, in size. The variances have been checked.
Wrong checkCovariance(double covariance, double variance1, double variance2, std::string_view field);
/// Overflow unless every result is finite: the last gate before numbers leave the kernel.
Wrong checkRepresentable(std::initializer_list<double> results);

inline Wrong wrong(StatsErrorCode code, std::string_view field, std::string text)
{
    return StatsError{code, std::string(field), std::move(text)};
}

/// The first thing that is wrong.
inline Wrong firstOf(std::initializer_list<Wrong> all)
{
    for (const Wrong& one : all) {
        if (one)
            return one;
    }
    return std::nullopt;
}

inline tl::unexpected<StatsError> refuse(StatsErrorCode code, std::string_view field, std::string text)
{
    return tl::unexpected<StatsError>(StatsError{code, std::string(field), std::move(text)});
}

} // namespace xp::stats
