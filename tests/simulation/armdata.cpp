// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/armdata.h"

namespace xp::simulation {

namespace {

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
