// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/concentration.h"

#include "core/domain/limbs.h"
#include "core/domain/wideinteger.h"

namespace xp {

namespace {

constexpr double kApart = 20;         ///< times the percentile
constexpr double kOrdinary = 0.95;    ///< of the units with a positive value are no more than large
constexpr double kConsiderable = 0.1; ///< of the total
constexpr std::int64_t kFewestPositives = 100;

struct Group
{
    std::int64_t units = 0;
    double total = 0; ///< in multiples
};

/// The units with a value above `above`, by whole bins.
Group groupAbove(const Metric& metric, const Histogram& histogram, double above)
{
    Group group;
    for (const HistogramBin& bin : histogram.bins) {
        if (bin.bin <= 0 || static_cast<double>(histogramEdge(bin.bin - 1)) <= above)
            continue;
        group.units += bin.moments.units;
        group.total += countsEvents(metric) ? static_cast<double>(bin.moments.count)
                                            : toWide(bin.moments.sum).convert_to<double>();
    }
    return group;
}

Histogram positivesOf(const Histogram& histogram)
{
    Histogram positives;
    for (const HistogramBin& bin : histogram.bins) {
        if (bin.bin > 0)
            positives.add(bin.bin, bin.moments);
    }
    return positives;
}

} // namespace

std::optional<Concentration> concentrationOf(const Metric& metric, std::int16_t position, std::size_t variants,
                                             const Histograms& histograms)
{
    const Histogram positives = positivesOf(pooledHistogram(histograms, position));
    const Group all = groupAbove(metric, positives, 0);
    if (all.units < kFewestPositives)
        return std::nullopt;
    const double above = kApart * percentileOf(positives, kOrdinary);
    const Group apart = groupAbove(metric, positives, above);
    if (apart.units == 0 || apart.total < kConsiderable * all.total)
        return std::nullopt;
    Concentration found{.units = apart.units, .all = all.units, .share = apart.total / all.total};
    for (std::size_t i = 0; i < variants; ++i) {
        const std::int64_t units = groupAbove(metric, pooledHistogram(histograms, position, i), above).units;
        if (units > found.inVariant) {
            found.variant = i;
            found.inVariant = units;
        }
    }
    return found;
}

} // namespace xp
