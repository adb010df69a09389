// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/valuetable.h"

#include "core/domain/limbs.h"
#include "core/domain/wideinteger.h"
#include "core/stats/distributions.h"
#include "core/stats/proportions.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr std::size_t kTableSize = 65536;

/// The middle of the i-th of equally likely parts.
double middleOf(std::size_t i)
{
    return (static_cast<double>(i) + 0.5) / kTableSize;
}

double asDouble(const WideInteger& value)
{
    return value.convert_to<double>();
}

} // namespace

SimulatedShare simulatedShare(std::int64_t count, std::int64_t runs, double confidence)
{
    if (runs == 0)
        return {};
    const stats::Proportion arm{static_cast<double>(runs), static_cast<double>(count)};
    const auto bounds = stats::proportionInterval(arm, confidence, stats::ProportionMethod::ClopperPearson);
    return {arm.x / arm.n, bounds ? bounds->lower : 0, bounds ? bounds->upper : 1};
}

ValueTable::ValueTable(std::vector<double> values) : m_values(std::move(values))
{
    const auto n = static_cast<double>(m_values.size());
    for (const double value : m_values)
        m_mean += value / n;
    double second = 0;
    double third = 0;
    for (const double value : m_values) {
        const double d = value - m_mean;
        second += d * d / n;
        third += d * d * d / n;
    }
    m_deviation = std::sqrt(second);
    m_skewness = third / std::pow(second, 1.5);
}

ValueTable ValueTable::spend(double share, double median, double spread, double capQuantile)
{
    std::vector<double> values;
    values.reserve(kTableSize);
    for (std::size_t i = 0; i < kTableSize; ++i) {
        const double u = middleOf(i);
        if (u < 1 - share) {
            values.push_back(0);
            continue;
        }
        const double v = (std::min(u, capQuantile) - (1 - share)) / share;
        values.push_back(std::round(median * std::exp(spread * stats::normalUpperQuantile(1 - v))));
    }
    return ValueTable(std::move(values));
}

ValueTable ValueTable::gamma(double mean, double deviation)
{
    const double shape = mean * mean / (deviation * deviation);
    std::vector<double> values;
    values.reserve(kTableSize);
    double sum = 0;
    for (std::size_t i = 0; i < kTableSize; ++i) {
        values.push_back(stats::gammaUpperQuantile(1 - middleOf(i), shape));
        sum += values.back();
    }
    const double factor = mean * kTableSize / sum; // the mean shall be exact
    for (double& value : values)
        value = std::round(value * factor);
    return ValueTable(std::move(values));
}

ValueTable ValueTable::counts(double mean, double deviation)
{
    constexpr double kLargestMean = 200;
    if (mean > kLargestMean)
        return gamma(mean, deviation);
    // All three are p_k = (a + b / k) p_(k-1) (Panjer 1981), with a = 1 - mean / variance.
    const double variance = deviation * deviation;
    double a = 1 - mean / variance;
    double b = 0;
    double p = 0;
    if (std::abs(a) < 1e-9) {
        a = 0;
        b = mean;
        p = std::exp(-mean);
    } else if (a > 0) {
        const double r = mean * (1 - a) / a;
        b = (r - 1) * a;
        p = std::pow(1 - a, r);
    } else {
        // Of a whole number of trials: the nearest one that has the mean.
        const double trials = std::max(std::floor(mean) + 1, std::round(mean * (a - 1) / a));
        const double odds = mean / trials / (1 - mean / trials);
        a = -odds;
        b = (trials + 1) * odds;
        p = std::pow(1 - mean / trials, trials);
    }
    if (!(p > 1e-300))
        return gamma(mean, deviation);
    std::vector<double> values;
    values.reserve(kTableSize);
    double k = 0;
    double cumulated = p;
    for (std::size_t i = 0; i < kTableSize; ++i) {
        while (cumulated < middleOf(i) && p > 0) {
            ++k;
            p *= a + b / k;
            cumulated += p;
        }
        values.push_back(k);
    }
    return ValueTable(std::move(values));
}

std::optional<ValueTable> ValueTable::of(const Histogram& histogram, const Metric& metric, double scale)
{
    const auto units = static_cast<double>(histogram.units());
    if (!(units > 0))
        return std::nullopt;
    std::vector<double> values;
    values.reserve(kTableSize);
    auto bin = histogram.bins.begin();
    auto upTo = static_cast<double>(bin->moments.units);
    for (std::size_t i = 0; i < kTableSize; ++i) {
        while (upTo < middleOf(i) * units && bin + 1 != histogram.bins.end())
            upTo += static_cast<double>((++bin)->moments.units);
        const Moments& in = bin->moments;
        const double sum = countsEvents(metric) ? static_cast<double>(in.count) : asDouble(toWide(in.sum));
        values.push_back(std::round(scale * sum / static_cast<double>(in.units)));
    }
    return ValueTable(std::move(values));
}

Moments ValueTable::draw(std::mt19937_64& engine, std::int64_t n, double factor) const
{
    Moments moments{.units = n};
    std::uint64_t bits = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        if (i % 4 == 0)
            bits = engine();
        const auto value = static_cast<std::int64_t>(std::llround(m_values[bits & 0xffff] * factor));
        bits >>= 16;
        moments.converted += value > 0;
        moments.count += value > 0;
        moments.sum[0] += value;
        moments.sumSquares[0] += value * value;
        moments.cross[0] += value;
    }
    moments.countSquares[0] = moments.count;
    return moments;
}

} // namespace xp
