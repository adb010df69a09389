// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/liveexperiment.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace xp {

class Connection;

/// Where a metric that keeps marks takes its value from: how many events of a unit stand at which moment
/// (`unit_marks`). Events that come late or twice, are withdrawn, or reach several replicas thus give what the whole
/// history gives.
class UnitMarks
{
public:
    /// One mark more, or (-1) less. `metric` is a position or a covariatePosition() of one. Text is referred to.
    void add(const LiveExperiment& experiment, std::string_view unit, std::int16_t metric, const UnitMark& mark,
             std::int64_t count);
    bool empty() const { return m_marks.empty(); }

    /// What the marks change of one unit's totals under one metric.
    struct Change
    {
        std::string_view experimentId;
        std::string_view unit;
        std::int16_t metric = 0;
        UnitTotals delta;
    };
    /// How often a unit has completed a funnel so far.
    using CountOf =
        std::function<std::int64_t(std::string_view experimentId, std::string_view unit, std::int16_t metric)>;
    /// Stores the marks in key order and returns the changes that are not zero. The units' totals must be locked
    /// before, so that of two writers the second one sees what the first has stored.
    Result<std::vector<Change>> write(Connection& connection, const CountOf& countOf);

private:
    struct Mark
    {
        const LiveExperiment* experiment = nullptr;
        std::string_view experimentId;
        std::string_view unit;
        std::int16_t metric = 0;
        UnitMark mark;
        std::int64_t delta = 0;
        std::int64_t is = 0; ///< as stored, with the delta

        const Metric& definition() const;
    };
    static std::strong_ordering compareUnits(const Mark& a, const Mark& b);
    static std::strong_ordering compareKeys(const Mark& a, const Mark& b);
    void mergeByKey();
    Result<void> store(Connection& connection);
    std::vector<Change> daysChanged() const;
    Result<void> addFunnels(Connection& connection, const CountOf& countOf, std::vector<Change>& changes) const;

    std::vector<Mark> m_marks;
};

/// Whether marks, by time and step, hold every step of a funnel in order.
bool completes(const Metric& funnel, std::span<const UnitMark> marks);

} // namespace xp
