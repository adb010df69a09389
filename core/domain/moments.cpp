// SPDX-License-Identifier: Apache-2.0
#include "core/domain/moments.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

constexpr std::int64_t kLargestTotal = std::int64_t{1} << 62;
constexpr std::int64_t kLargestCount = 2147483647;

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
void add(Limbs<N>& to, const Limbs<N>& from)
{
    for (std::size_t i = 0; i < N; ++i)
        to[i] += from[i];
}

template <std::size_t N>
void subtract(Limbs<N>& from, const Limbs<N>& what)
{
    for (std::size_t i = 0; i < N; ++i)
        from[i] -= what[i];
}

std::int64_t clampedTotal(const Limbs<2>& limbs)
{
    const Int128 value = Int128(limbs[1]) * (Int128(1) << 32) + limbs[0];
    return static_cast<std::int64_t>(std::clamp(value, -Int128(kLargestTotal), Int128(kLargestTotal)));
}

} // namespace

std::optional<std::int64_t> toMultiples(double value, double resolution)
{
    const double multiples = std::round(value / resolution);
    if (!(std::abs(multiples) <= kMaxMultiples))
        return std::nullopt;
    return static_cast<std::int64_t>(multiples);
}

UnitTotals& UnitTotals::operator+=(const UnitTotals& other)
{
    count += other.count;
    add(sum, other.sum);
    return *this;
}

UnitTotals operator-(UnitTotals a, const UnitTotals& b)
{
    a.count -= b.count;
    subtract(a.sum, b.sum);
    return a;
}

void UnitTotals::addEvent(std::int64_t multiples)
{
    ++count;
    add(sum, limbsOf<2>(multiples));
}

Moments& Moments::operator+=(const Moments& other)
{
    units += other.units;
    converted += other.converted;
    count += other.count;
    add(countSquares, other.countSquares);
    add(sum, other.sum);
    add(sumSquares, other.sumSquares);
    add(cross, other.cross);
    return *this;
}

Moments& Moments::operator-=(const Moments& other)
{
    units -= other.units;
    converted -= other.converted;
    count -= other.count;
    subtract(countSquares, other.countSquares);
    subtract(sum, other.sum);
    subtract(sumSquares, other.sumSquares);
    subtract(cross, other.cross);
    return *this;
}

Moments contributionOf(const UnitTotals& totals)
{
    const std::int64_t n = std::clamp<std::int64_t>(totals.count, 0, kLargestCount);
    const std::int64_t v = clampedTotal(totals.sum);
    return {.units = 0,
            .converted = n > 0 ? 1 : 0,
            .count = n,
            .countSquares = limbsOf<2>(Int128(n) * n),
            .sum = limbsOf<2>(v),
            .sumSquares = limbsOf<4>(Int128(v) * v),
            .cross = limbsOf<3>(Int128(n) * v)};
}

} // namespace xp
