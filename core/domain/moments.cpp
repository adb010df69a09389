// SPDX-License-Identifier: Apache-2.0
#include "core/domain/moments.h"

#include "core/domain/limbs.h"

#include <cmath>

namespace xp {

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
    addLimbs(sum, other.sum);
    return *this;
}

UnitTotals operator-(UnitTotals a, const UnitTotals& b)
{
    a.count -= b.count;
    subtractLimbs(a.sum, b.sum);
    return a;
}

void UnitTotals::addEvent(std::int64_t multiples)
{
    ++count;
    addLimbs(sum, limbsOf<2>(multiples));
}

Moments& Moments::operator+=(const Moments& other)
{
    units += other.units;
    converted += other.converted;
    count += other.count;
    addLimbs(countSquares, other.countSquares);
    addLimbs(sum, other.sum);
    addLimbs(sumSquares, other.sumSquares);
    addLimbs(cross, other.cross);
    return *this;
}

Moments& Moments::operator-=(const Moments& other)
{
    units -= other.units;
    converted -= other.converted;
    count -= other.count;
    subtractLimbs(countSquares, other.countSquares);
    subtractLimbs(sum, other.sum);
    subtractLimbs(sumSquares, other.sumSquares);
    subtractLimbs(cross, other.cross);
    return *this;
}

UnitTotals countedTotals(const Metric& metric, const UnitTotals& totals)
{
    if (!metric.cap)
        return totals;
    UnitTotals cut = totals;
    if (metric.kind == MetricKind::Count || metric.kind == MetricKind::ActiveDays) {
        cut.count = std::min(cut.count, static_cast<std::int64_t>(*metric.cap));
        return cut;
    }
    const std::int64_t most = toMultiples(*metric.cap, metric.resolution).value_or(kLargestTotal);
    cut.sum = limbsOf<2>(std::min(clampedTotal(totals.sum), most));
    return cut;
}

Moments contributionOf(const UnitTotals& totals)
{
    const std::int64_t n = clampedCount(totals.count);
    const std::int64_t v = clampedTotal(totals.sum);
    const bool isBeyond = n != totals.count || v != totalOf(totals.sum);
    return {.units = isBeyond ? 1 : 0,
            .converted = n > 0 ? 1 : 0,
            .count = n,
            .countSquares = limbsOf<2>(Int128(n) * n),
            .sum = limbsOf<2>(v),
            .sumSquares = limbsOf<4>(Int128(v) * v),
            .cross = limbsOf<3>(Int128(n) * v)};
}

} // namespace xp
