// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/shape.h"

#include "core/analysis/arm.h"
#include "core/domain/limbs.h"
#include "core/domain/wideinteger.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace xp {

namespace {

/// `units` times a number.
template <std::size_t N>
Limbs<N> times(Int128 number, std::int64_t units)
{
    Limbs<N> limbs = limbsOf<N>(number);
    for (std::int64_t& limb : limbs)
        limb *= units;
    return limbs;
}

/// The moments of a bin when each of its values is `value`.
Moments cutTo(const Metric& metric, std::int64_t value, const Moments& moments)
{
    Moments cut = moments;
    if (countsEvents(metric)) {
        cut.count = value * moments.units;
        cut.countSquares = times<2>(Int128(value) * value, moments.units);
        return cut;
    }
    cut.sum = times<2>(value, moments.units);
    cut.sumSquares = times<4>(Int128(value) * value, moments.units);
    cut.cross = times<3>(value, moments.count);
    return cut;
}

struct ValueSums
{
    double mean = 0;
    double variance = 0; ///< divisor n
};

ValueSums valuesOf(const Metric& metric, const Moments& m)
{
    const auto n = static_cast<double>(m.units);
    const auto wide = [](const WideInteger& value) { return value.convert_to<double>(); };
    const double sum = countsEvents(metric) ? static_cast<double>(m.count) : wide(toWide(m.sum));
    const WideInteger squares = countsEvents(metric) ? toWide(m.countSquares) : toWide(m.sumSquares);
    const WideInteger total = countsEvents(metric) ? WideInteger(m.count) : toWide(m.sum);
    return {sum / n, std::max(0.0, wide(WideInteger(squares * m.units - total * total)) / n / n)};
}

} // namespace

Histogram pooledHistogram(const Histograms& histograms, std::int16_t metric, std::optional<std::size_t> variant)
{
    Histogram pooled;
    for (const HistogramCell& cell : histograms.cells) {
        if (cell.metric == metric && (!variant || static_cast<std::size_t>(cell.variant) == *variant))
            pooled += cell.histogram;
    }
    return pooled;
}

double skewnessOf(const Metric& metric, const Histogram& histogram)
{
    Moments all;
    for (const HistogramBin& bin : histogram.bins)
        all += bin.moments;
    if (all.units < 2)
        return 0;
    const ValueSums values = valuesOf(metric, all);
    if (!(values.variance > 0))
        return 0;
    const double deviation = std::sqrt(values.variance);
    double third = 0;
    for (const HistogramBin& bin : histogram.bins) {
        const ValueSums in = valuesOf(metric, bin.moments);
        const double d = (in.mean - values.mean) / deviation;
        const double spread = in.variance / values.variance;
        third += static_cast<double>(bin.moments.units) * (d * d * d + 3 * d * spread);
    }
    return third / static_cast<double>(all.units);
}

double percentileOf(const Histogram& histogram, double share)
{
    const double wanted = share * static_cast<double>(histogram.units());
    double before = 0;
    for (const HistogramBin& bin : histogram.bins) {
        const auto units = static_cast<double>(bin.moments.units);
        if (before + units < wanted) {
            before += units;
            continue;
        }
        if (bin.bin == 0)
            return 0;
        const auto size = std::abs(bin.bin);
        const auto low = static_cast<double>(histogramEdge(size - 1));
        const auto high = static_cast<double>(largestOf(size));
        const double place = (wanted - before) / units;
        return bin.bin > 0 ? low + place * (high - low) : -(high - place * (high - low));
    }
    return histogram.bins.empty() ? 0 : static_cast<double>(largestOf(std::max(1, histogram.bins.back().bin)));
}

std::optional<Cap> capAt(const Histogram& pooled, double quantile)
{
    const std::int64_t all = pooled.units();
    const auto wanted = static_cast<std::int64_t>(std::ceil(quantile * static_cast<double>(all)));
    std::int64_t before = 0;
    for (const HistogramBin& bin : pooled.bins) {
        before += bin.moments.units;
        if (before < wanted)
            continue;
        if (bin.bin <= 0)
            return std::nullopt;
        return Cap{.bin = bin.bin, .value = largestOf(bin.bin), .unitsCut = all - before};
    }
    return std::nullopt;
}

Moments cappedMoments(const Metric& metric, const Histogram& histogram, const Cap& cap)
{
    Moments sum;
    for (const HistogramBin& bin : histogram.bins)
        sum += bin.bin > cap.bin ? cutTo(metric, cap.value, bin.moments) : bin.moments;
    return sum;
}

Histogram capped(const Metric& metric, const Histogram& histogram, const Cap& cap)
{
    Histogram cut;
    for (const HistogramBin& bin : histogram.bins) {
        if (bin.bin > cap.bin)
            cut.add(cap.bin, cutTo(metric, cap.value, bin.moments));
        else
            cut.add(bin.bin, bin.moments);
    }
    return cut;
}

Cohort cappedCohort(const Experiment& experiment, const Histograms& histograms, std::int16_t metric, const Cap& cap)
{
    std::map<std::int32_t, std::vector<Moments>> byEpoch;
    for (const HistogramCell& cell : histograms.cells) {
        const auto variant = static_cast<std::size_t>(cell.variant);
        if (cell.metric != metric || cell.variant < 0 || variant >= experiment.variants.size())
            continue;
        auto& arms = byEpoch.try_emplace(cell.epoch, experiment.variants.size()).first->second;
        arms[variant] += cappedMoments(experiment.metrics[static_cast<std::size_t>(metric)], cell.histogram, cap);
    }
    Cohort cohort;
    for (auto& [epoch, arms] : byEpoch)
        cohort.epochs.push_back({.epoch = epoch, .split = splitOf(experiment, epoch), .arms = std::move(arms)});
    return cohort;
}

} // namespace xp
