// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/series.h"
#include "core/analysis/stats.h"

#include <optional>
#include <vector>

namespace xp {

/// When the planned size is reached if units go on to come as they did.
struct Projection
{
    Timestamp end{};
    Duration margin{}; ///< on both sides of the end: what 95 of 100 such experiments stay within
};

/// How many units the variant with the fewest got on each whole day since the start, from its snapshots; a day without
/// one has its share of those around it.
std::vector<double> unitsByDay(const Experiment& experiment, const std::vector<SeriesRow>& rows);

/// Nothing unless the experiment runs, has units, is below its planned size and reaches it within a year.
/// With n units in m days, pace p = n / m, r units to come and s^2 the variance between days (of `byDay`, three or more
/// of them; never below p, that of arrivals by chance), the days to come have the variance
/// (r / p s^2 + (r / p)^2 s^2 / m) / p^2: of their own arrivals, and of the pace as it is known.
std::optional<Projection> projectionOf(const Experiment& experiment, const Progress& progress, Timestamp now,
                                       const std::vector<double>& byDay = {});

} // namespace xp
