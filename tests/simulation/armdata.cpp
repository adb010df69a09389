// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/armdata.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace xp::simulation {

namespace {

constexpr std::size_t kTableSize = 65536;
constexpr double kLevel = 0.05;

bool excludes(const Interval& interval, double truth)
{
    return truth < interval[0] || truth > interval[1];
}

} // namespace

Counts& Counts::operator+=(const Counts& other)
{
    runs += other.runs;
    wrong += other.wrong;
    missed += other.missed;
    missedLift += other.missedLift;
    intervals += other.intervals;
    liftIntervals += other.liftIntervals;
    return *this;
}

Moments rateMoments(std::int64_t units, std::int64_t converted)
{
    return {.units = units, .converted = converted, .count = converted};
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
    m_skewness = third / std::pow(second, 1.5);
}

ValueTable ValueTable::spend(double share, double median, double spread, double capQuantile)
{
    std::vector<double> values;
    values.reserve(kTableSize);
    for (std::size_t i = 0; i < kTableSize; ++i) {
        const double u = (static_cast<double>(i) + 0.5) / kTableSize;
        if (u < 1 - share) {
            values.push_back(0);
            continue;
        }
        const double v = (std::min(u, capQuantile) - (1 - share)) / share;
        values.push_back(std::round(median * std::exp(spread * stats::normalUpperQuantile(1 - v))));
    }
    return ValueTable(std::move(values));
}

Moments ValueTable::draw(Engine& engine, std::int64_t n, double factor) const
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

Metric conversionMetric()
{
    return {.name = "conversion", .kind = MetricKind::Conversion, .event = "conversion"};
}
Metric sumMetric()
{
    return {.name = "sum", .kind = MetricKind::Sum, .event = "sum", .resolution = 1};
}
Metric meanMetric()
{
    return {.name = "mean", .kind = MetricKind::Mean, .event = "mean", .resolution = 1};
}

void count(Counts& counts, const FixedLook& look)
{
    ++counts.runs;
    const auto p = look.nothing.pValue();
    counts.wrong += p && *p < kLevel;
    if (const auto interval = look.effect.interval(kLevel)) {
        ++counts.intervals;
        counts.missed += excludes(*interval, look.difference);
    }
    if (const auto interval = look.effect.liftInterval(kLevel)) {
        ++counts.liftIntervals;
        counts.missedLift += excludes(*interval, look.lift);
    }
}

} // namespace xp::simulation
