// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/sufficientstatistics.h"

#include <map>
#include <tuple>

namespace xp::test {

inline constexpr std::int32_t kFirstDay = 20000; // 2024-10-04

inline Timestamp dayStart(std::int32_t day)
{
    return Timestamp(std::chrono::sys_days(std::chrono::days(day)));
}

/// Running since kFirstDay with the given arms; metrics and the rest are added by the test.
inline Experiment experimentWith(const std::vector<std::pair<std::string, double>>& arms)
{
    Experiment e{.id = "00000000-0000-4000-8000-000000000001", .key = "test", .name = "Test"};
    for (const auto& [name, share] : arms)
        e.variants.push_back({.name = name, .allocation = share});
    e.status = Status::Running;
    e.startedAt = dayStart(kFirstDay);
    Epoch epoch{.number = 1, .startedAt = *e.startedAt};
    for (const Variant& v : e.variants)
        epoch.allocations.push_back(v.allocation);
    e.epochs = {epoch};
    return e;
}

inline Metric conversion(std::string name, MetricRole role = MetricRole::Secondary,
                         Direction direction = Direction::Increase)
{
    return {.name = name, .role = role, .direction = direction, .event = name};
}

inline Metric valueMetric(std::string name, MetricKind kind, MetricRole role = MetricRole::Secondary)
{
    return {.name = name, .kind = kind, .role = role, .event = name};
}

/// Builds moments the way storage does: unit by unit, or whole groups of equal units at once.
class DataBuilder
{
public:
    struct Place
    {
        std::int16_t variant = 0;
        std::int32_t epoch = 1;
        std::int32_t day = kFirstDay;
    };

    void addUnits(const Place& place, std::int64_t units) { cell(place, kUnitsOnly).units += units; }

    /// `units` of which `converted` have one event.
    void addRate(const Place& place, std::int16_t metric, std::int64_t units, std::int64_t converted)
    {
        addUnits(place, units);
        addConverted(place, metric, converted);
    }

    /// Units with one event of value 1, of units that are there already.
    void addConverted(const Place& place, std::int16_t metric, std::int64_t converted)
    {
        UnitTotals one;
        one.addEvent(1'000'000);
        Moments& moments = cell(place, metric);
        Moments each = contributionOf(one);
        for (std::int64_t i = 0; i < converted; ++i)
            moments += each;
    }

    /// What one unit did under one metric; the unit itself is counted by addUnits.
    void addTotals(const Place& place, std::int16_t metric, const UnitTotals& totals)
    {
        cell(place, metric) += contributionOf(totals);
    }

    void addMoments(const Place& place, std::int16_t metric, const Moments& moments) { cell(place, metric) += moments; }

    SufficientStatistics build() const
    {
        SufficientStatistics data;
        for (const auto& [key, moments] : m_cells) {
            const auto& [epoch, variant, metric, day] = key;
            data.cells.push_back({epoch, variant, metric, day, moments});
        }
        return data;
    }

private:
    Moments& cell(const Place& place, std::int16_t metric)
    {
        return m_cells[{place.epoch, place.variant, metric, place.day}];
    }

    std::map<std::tuple<std::int32_t, std::int16_t, std::int16_t, std::int32_t>, Moments> m_cells;
};

inline UnitTotals totalsOf(std::int64_t count, std::int64_t multiples)
{
    UnitTotals totals;
    totals.count = count;
    totals.sum[0] = multiples;
    return totals;
}

} // namespace xp::test
