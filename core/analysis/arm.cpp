// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/arm.h"

#include "core/analysis/exactcovariance.h"
#include "core/domain/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xp {

namespace {

double asDouble(const WideInteger& value)
{
    return value.convert_to<double>();
}

double varianceOf(std::int64_t n, const WideInteger& sum, const WideInteger& squares)
{
    return std::max(0.0, sampleCovariance(n, sum, sum, squares));
}

/// scale * sum / parts. A step such as 1e-6 is no double, its inverse is: dividing by that rounds once.
double quotientOf(const WideInteger& sum, std::int64_t parts, double scale)
{
    const double inverse = std::round(1 / scale);
    const bool isExact = scale < 1 && inverse <= 9007199254740992.0 && 1 / inverse == scale; // up to 2^53
    return isExact ? asDouble(sum) / asDouble(WideInteger(parts) * static_cast<std::int64_t>(inverse))
                   : asDouble(sum) / static_cast<double>(parts) * scale;
}

double finite(double value)
{
    constexpr double kLargest = std::numeric_limits<double>::max();
    return std::isnan(value) ? 0.0 : std::clamp(value, -kLargest, kLargest);
}

/// Nothing of nothing.
std::optional<double> meanOf(const WideInteger& sum, std::int64_t parts, double scale)
{
    return parts > 0 ? std::optional(finite(quotientOf(sum, parts, scale))) : std::nullopt;
}

std::optional<double> deviationOf(std::int64_t n, const WideInteger& sum, const WideInteger& squares, double scale)
{
    return n > 1 ? std::optional(finite(std::sqrt(varianceOf(n, sum, squares)) * scale)) : std::nullopt;
}

} // namespace

ValueKind valueKindOf(const Metric& metric)
{
    if (isRate(metric.kind))
        return ValueKind::Proportion;
    if (metric.kind == MetricKind::Quantile)
        return ValueKind::Quantile;
    return (metric.kind == MetricKind::Mean || metric.kind == MetricKind::Ratio) && !metric.perUnit ? ValueKind::Ratio
                                                                                                    : ValueKind::Mean;
}

double scaleOf(const Metric& metric)
{
    if (isRate(metric.kind) || countsEvents(metric))
        return 1.0;
    return metric.denominator && metric.denominator->sumsValues ? metric.resolution / metric.denominator->resolution
                                                                : metric.resolution;
}

Arm armOf(const Moments& moments, const Metric& metric)
{
    const std::int64_t n = moments.units;
    if (n <= 0)
        return {};
    const auto units = static_cast<double>(n);
    Arm arm{.units = units, .converted = static_cast<double>(moments.converted)};
    const WideInteger count = moments.count;
    switch (valueKindOf(metric)) {
    case ValueKind::Proportion:
        arm.mean = arm.converted / units;
        arm.variance = varianceOf(n, moments.converted, moments.converted);
        break;
    case ValueKind::Quantile:
    case ValueKind::Mean: {
        const WideInteger sum = countsEvents(metric) ? count : toWide(moments.sum);
        const WideInteger squares = countsEvents(metric) ? toWide(moments.countSquares) : toWide(moments.sumSquares);
        arm.mean = asDouble(sum) / units;
        arm.variance = varianceOf(n, sum, squares);
        break;
    }
    case ValueKind::Ratio: {
        const WideInteger sum = toWide(moments.sum);
        arm.mean = asDouble(sum) / units;
        arm.variance = varianceOf(n, sum, toWide(moments.sumSquares));
        arm.denominatorMean = asDouble(count) / units;
        arm.ratioVariance = linearisedVariance(sum, count, moments);
        break;
    }
    }
    return arm;
}

ValueSummary valueSummaryOf(const Moments& moments, const Metric& metric)
{
    const std::int64_t n = moments.units;
    if (metric.kind == MetricKind::Retention || metric.kind == MetricKind::Funnel)
        return {.mean = meanOf(moments.converted, n, 1.0),
                .standardDeviation = deviationOf(n, moments.converted, moments.converted, 1.0)};
    if (countsEvents(metric))
        return {.mean = meanOf(moments.count, n, 1.0),
                .standardDeviation = deviationOf(n, moments.count, toWide(moments.countSquares), 1.0)};
    const WideInteger sum = toWide(moments.sum);
    const bool isRatio = valueKindOf(metric) == ValueKind::Ratio;
    return {.mean = isRatio ? meanOf(sum, moments.count, scaleOf(metric)) : meanOf(sum, n, metric.resolution),
            .standardDeviation = deviationOf(n, sum, toWide(moments.sumSquares), metric.resolution)};
}

std::optional<double> valueOf(const Moments& moments, const Metric& metric)
{
    if (moments.units < 1)
        return std::nullopt;
    return valueKindOf(metric) == ValueKind::Proportion ? meanOf(moments.converted, moments.units, 1.0)
                                                        : valueSummaryOf(moments, metric).mean;
}

} // namespace xp
