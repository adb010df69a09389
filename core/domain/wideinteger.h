// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/moments.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace xp {

/// Exact arithmetic on moments; n * sum of squares - sum^2 of 2^30 units at +-2^62 stays below 2^190.
using WideInteger = boost::multiprecision::int256_t;

template <std::size_t N>
WideInteger toWide(const Limbs<N>& limbs)
{
    WideInteger value = 0;
    for (std::size_t i = N; i-- > 0;)
        value = value * (std::int64_t{1} << 32) + limbs[i];
    return value;
}

} // namespace xp
