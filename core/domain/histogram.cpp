// SPDX-License-Identifier: Apache-2.0
#include "core/domain/histogram.h"

#include "core/domain/limbs.h"

#include <algorithm>
#include <array>

namespace xp {

namespace {

/// floor(2^(63 + j / 16)).
constexpr std::array<std::uint64_t, kBinsPerOctave> kMantissas{
    0x8000000000000000, 0x85aac367cc487b14, 0x8b95c1e3ea8bd6e6, 0x91c3d373ab11c336,
    0x9837f0518db8a96f, 0x9ef5326091a111ad, 0xa5fed6a9b15138ea, 0xad583eea42a14ac6,
    0xb504f333f9de6484, 0xbd08a39f580c36be, 0xc5672a115506dadd, 0xce248c151f8480e3,
    0xd744fccad69d6af4, 0xe0ccdeec2a94e111, 0xeac0c6e7dd24392e, 0xf5257d152486cc2c};

auto placeOf(std::vector<HistogramBin>& bins, std::int32_t bin)
{
    return std::ranges::lower_bound(bins, bin, {}, &HistogramBin::bin);
}

} // namespace

std::int64_t histogramEdge(std::int32_t i)
{
    const int octave = std::clamp(i / kBinsPerOctave, 0, 62);
    const std::uint64_t mantissa = kMantissas[static_cast<std::size_t>(i % kBinsPerOctave)];
    const std::uint64_t whole = mantissa >> (63 - octave);
    // All but the powers of two are irrational: what is cut off is never exactly nothing.
    return static_cast<std::int64_t>(i % kBinsPerOctave == 0 ? whole : whole + 1);
}

std::int32_t binOf(std::int64_t value)
{
    if (value == 0)
        return 0;
    const std::int64_t size = std::min(value < 0 ? -value : value, kLargestTotal);
    std::int32_t low = 0; // edge(low) <= size
    std::int32_t high = kLastBin;
    while (high - low > 1) {
        const std::int32_t middle = (low + high) / 2;
        (histogramEdge(middle) <= size ? low : high) = middle;
    }
    return value < 0 ? -(low + 1) : low + 1;
}

std::int64_t largestOf(std::int32_t bin)
{
    return bin >= kLastBin ? kLargestTotal : histogramEdge(bin) - 1;
}

void Histogram::add(std::int32_t bin, const Moments& moments)
{
    auto it = placeOf(bins, bin);
    if (it == bins.end() || it->bin != bin)
        it = bins.insert(it, HistogramBin{.bin = bin});
    it->moments += moments;
}

Histogram& Histogram::operator+=(const Histogram& other)
{
    for (const HistogramBin& bin : other.bins)
        add(bin.bin, bin.moments);
    return *this;
}

std::int64_t Histogram::units() const
{
    std::int64_t sum = 0;
    for (const HistogramBin& bin : bins)
        sum += bin.moments.units;
    return sum;
}

bool countsEvents(const Metric& metric)
{
    return (metric.kind == MetricKind::Count || metric.kind == MetricKind::ActiveDays) && !metric.perUnit;
}

bool hasShape(const Metric& metric)
{
    return !isRate(metric.kind);
}

std::int64_t unitValue(const Metric& metric, const UnitTotals& totals)
{
    return countsEvents(metric) ? clampedCount(totals.count) : clampedTotal(totals.sum);
}

} // namespace xp
