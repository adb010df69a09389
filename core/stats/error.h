// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace xp::stats {

/// Why a quantity could not be given. The kernel never answers NaN, infinity or a number made up in its place.
enum class StatsErrorCode {
    NotFinite,    ///< an input is NaN or infinite
    OutOfRange,   ///< an input lies outside what the quantity is defined for
    TooFewUnits,  ///< an arm has too few units, for example one unit, which has no variance
    ZeroVariance, ///< nothing varies, so there is no error to compare a difference with
    Undefined,    ///< the quantity does not exist for these inputs, for example a lift over a mean of 0
    Unreachable,  ///< no finite answer does what is asked, for example a sample size for an effect of 0
    Overflow,     ///< the answer exists but is no finite double
};

struct StatsError
{
    StatsErrorCode code = StatsErrorCode::OutOfRange;
    std::string
        field; ///< dotted name of the input: `control.n`, `p_values[3]`; empty when several make the error together
    std::string text; ///< what was wrong, with which value, and what is allowed; English

    bool operator==(const StatsError&) const = default;
};

template <typename T>
using StatsResult = tl::expected<T, StatsError>;

} // namespace xp::stats
