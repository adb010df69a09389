// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/moments.h"

#include <algorithm>

namespace xp {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

inline constexpr std::int64_t kLargestTotal = std::int64_t{1} << 62;
inline constexpr std::int64_t kLargestCount = 2147483647;

/// The limbs of a number, all with its sign.
template <std::size_t N>
Limbs<N> limbsOf(Int128 value)
{
    const std::int64_t sign = value < 0 ? -1 : 1;
    UInt128 rest = value < 0 ? UInt128(0) - static_cast<UInt128>(value) : static_cast<UInt128>(value);
    Limbs<N> limbs{};
    for (std::int64_t& limb : limbs) {
        limb = sign * static_cast<std::int64_t>(rest & 0xFFFFFFFFu);
        rest >>= 32;
    }
    return limbs;
}

template <std::size_t N>
void addLimbs(Limbs<N>& to, const Limbs<N>& from)
{
    for (std::size_t i = 0; i < N; ++i)
        to[i] += from[i];
}

template <std::size_t N>
void subtractLimbs(Limbs<N>& from, const Limbs<N>& what)
{
    for (std::size_t i = 0; i < N; ++i)
        from[i] -= what[i];
}

/// A unit's total.
inline Int128 totalOf(const Limbs<2>& limbs)
{
    return Int128(limbs[1]) * (Int128(1) << 32) + limbs[0];
}

/// The same, held within +-2^62.
inline std::int64_t clampedTotal(const Limbs<2>& limbs)
{
    return static_cast<std::int64_t>(std::clamp(totalOf(limbs), -Int128(kLargestTotal), Int128(kLargestTotal)));
}

/// A unit's number of events, or the sum that it divides by, which may be negative: held within +-(2^31 - 1).
inline std::int64_t clampedCount(std::int64_t count)
{
    return std::clamp(count, -kLargestCount, kLargestCount);
}

} // namespace xp
