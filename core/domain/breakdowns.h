// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/moments.h"
#include "core/domain/timestamp.h"

#include <string>
#include <vector>

namespace xp {

// What only a pass over the units can tell. A pass is made off the write path, so its numbers have an age.

/// The matured units of one arm, metric and epoch; `units` are filled in.
struct BreakdownCell
{
    std::int32_t epoch = 0;
    std::int16_t variant = 0;
    std::int16_t metric = 0; ///< position in Experiment::metrics
    Moments moments;

    bool operator==(const BreakdownCell&) const = default;
};

struct Segment
{
    std::string value;
    std::vector<BreakdownCell> cells; ///< ordered by epoch, variant, metric

    bool operator==(const Segment&) const = default;
};

/// The units by one attribute of the context they were assigned with (imports: a --segment column).
struct SegmentStatistics
{
    std::string attribute;
    Timestamp asOf{};
    std::vector<Segment> segments;    ///< the largest ones, in descending order of units
    std::int64_t unitsOfOthers = 0;   ///< in segments too small or too many to be shown
    std::int64_t unitsWithoutAny = 0; ///< that do not have the attribute

    bool operator==(const SegmentStatistics&) const = default;
};

/// The units of one arm by what they did on the n-th day after their exposure; day 0 is the first 24 hours.
struct AgeCell
{
    std::int32_t age = 0;
    BreakdownCell cell; ///< units exposed for more than `age` days
    bool operator==(const AgeCell&) const = default;
};

struct AgeStatistics
{
    Timestamp asOf{};
    double share = 1; ///< of all units, chosen by a hash of their id; below 1 where there are too many to read
    std::vector<AgeCell> cells; ///< ordered by age, epoch, variant, metric

    bool operator==(const AgeStatistics&) const = default;
};

} // namespace xp
