// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/cohort.h"

namespace xp {

/// What is known from before the exposure, of the units that have any.
struct HistoryPair
{
    CovariateMoments control;
    CovariateMoments treatment;

    bool operator==(const HistoryPair&) const = default;
};

/// The quantiles of the two arms, where the metric compares these.
struct QuantilePair
{
    OrderStatistics control;
    OrderStatistics treatment;

    bool operator==(const QuantilePair&) const = default;
};

/// A control and a treatment under the same split: they can be compared as they are.
struct Stratum
{
    double weight = 1; ///< share of all units in the strata that are used
    Moments control;
    Moments treatment;
    std::optional<HistoryPair> history; ///< where the comparison is to be adjusted by it
    std::optional<QuantilePair> quantiles = {};

    bool operator==(const Stratum&) const = default;
};

struct Strata
{
    std::vector<Stratum> used;
    std::vector<std::int32_t> leftOut; ///< epochs with too few units in an arm and no neighbour to merge with

    bool operator==(const Strata&) const = default;
};

/// The fewest units an arm needs in an epoch of its own, when there are several.
inline constexpr std::int64_t kFewestUnitsOfEpoch = 30;

/// Splits a comparison by allocation epoch (docs/semantics.md, "Units, exposures, epochs"): an epoch with too few units
/// in one of the two arms is merged with its neighbour of equal split, else left out. An epoch that has no share for
/// one of the two is no part of the comparison and is not reported as left out. Quantiles cannot be merged: epochs that
/// are have none.
Strata stratify(const Cohort& cohort, std::size_t control, std::size_t treatment);

} // namespace xp
