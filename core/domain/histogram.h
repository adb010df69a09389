// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/metric.h"
#include "core/domain/moments.h"

#include <vector>

namespace xp {

/// Units whose values lie between two neighbouring edges, with their exact sums.
struct HistogramBin
{
    /// 0: the value is 0. b > 0: edge(b - 1) <= value < edge(b). b < 0: the same of -value, with -b.
    std::int32_t bin = 0;
    Moments moments; ///< `units` are filled in

    bool operator==(const HistogramBin&) const = default;
};

/// How unit values are spread, in steps of 2^(1/16) (4.4 %), zero and negative values apart. Since every bin holds
/// exact sums, cutting values at an edge gives exact moments again.
struct Histogram
{
    std::vector<HistogramBin> bins; ///< rising, none empty

    bool operator==(const Histogram&) const = default;
    Histogram& operator+=(const Histogram& other);
    void add(std::int32_t bin, const Moments& moments);

    std::int64_t units() const;
};

inline constexpr int kBinsPerOctave = 16;
inline constexpr std::int32_t kLastBin = 62 * kBinsPerOctave + 1; ///< holds the largest total, 2^62

/// The smallest whole number that is at least 2^(i / 16), i >= 0: bins start there. The same on every machine.
std::int64_t histogramEdge(std::int32_t i);
/// The bin that a value in multiples falls into.
std::int32_t binOf(std::int64_t value);
/// The largest value of a bin with b > 0.
std::int64_t largestOf(std::int32_t bin);

/// Whether the unit's value is its number of events rather than what they sum to.
bool countsEvents(const Metric& metric);
/// Whether a metric has a shape that its moments do not say all about.
bool hasShape(const Metric& metric);
/// The unit's value in multiples: n of metrics that count events, else v.
std::int64_t unitValue(const Metric& metric, const UnitTotals& totals);

} // namespace xp
