// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/sufficientstatistics.h"

#include <optional>
#include <vector>

namespace xp {

/// Which units are analysed, by their exposure; events are never selected by date.
struct ExposureRange
{
    std::optional<std::int32_t> firstDay; ///< UTC days since 1970-01-01, both included
    std::optional<std::int32_t> lastDay;
};

/// The arms of one epoch under one metric, by position of the variant; `units` are filled in.
struct EpochArms
{
    std::int32_t epoch = 0;
    std::vector<double> split; ///< allocations, by position of the variant
    std::vector<Moments> arms;
    std::vector<CovariateMoments> history; ///< by position of the variant; empty unless the analysis uses it
    /// By position of the variant; empty unless the metric is of kind quantile and a pass has found them.
    std::vector<OrderStatistics> quantiles;

    std::int64_t units() const;
};

/// The analysed units of one metric.
struct Cohort
{
    std::vector<EpochArms> epochs; ///< with at least one unit, in order
    std::int64_t maturing = 0;     ///< exposed, but not for a whole window yet: left out until they are
    std::int64_t beyondRange = 0;  ///< whose totals are beyond the range of exact values: they count as its end

    std::int64_t units() const;
    /// One arm over all epochs.
    Moments total(std::size_t variant) const;
};

/// Whether units can come to the variant or have come to it: nothing waits for one that never had a share.
bool isInUse(const Experiment& experiment, std::size_t variant, std::int64_t units);
/// The arms, by position of the variant, that are.
std::vector<Moments> armsInUse(const Experiment& experiment, const std::vector<Moments>& arms);
/// The units of the smallest of these.
std::int64_t smallestArm(const Experiment& experiment, const std::vector<Moments>& arms);

/// The split of an epoch: as recorded, or the variants' own shares (an import's stated weights).
std::vector<double> splitOf(const Experiment& experiment, std::int32_t epoch);

/// The units of `metric` (a position, kAnyConversion or kUnitsOnly). With a window only those exposed at least a window
/// before `now`; of the day that only some of them were, as far as `data.matured` tells.
Cohort selectCohort(const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric,
                    std::optional<Duration> window, Timestamp now, const ExposureRange& range = {});

/// Adds what is known of the cohort's units from before their exposure; without any it stays as it is.
void addHistory(Cohort& cohort, const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric,
                std::optional<Duration> window, Timestamp now, const ExposureRange& range = {});

/// Adds the quantiles of a metric of kind quantile to the epochs where every variant with units has one.
void addQuantiles(Cohort& cohort, const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric);

} // namespace xp
