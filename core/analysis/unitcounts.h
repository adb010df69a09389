// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/samplebalance.h"

namespace xp {

/// Above this share of the units it is doubtful whether rules leave out no more than bots and own people.
inline constexpr double kManyExcluded = 0.2;
/// Above this share of the units that were told to have seen a variant, another one than theirs is an error.
inline constexpr double kMostShownOther = 0.001;

/// What is counted of units beside those analysed (core/domain/unitcounters.h), over the present phase.
struct UnitCount
{
    std::int64_t units = 0;
    std::int64_t special = 0;

    double share() const { return units > 0 ? static_cast<double>(special) / static_cast<double>(units) : 0; }
};
UnitCount countOf(const Experiment& experiment, const SufficientStatistics& data, std::int16_t counter);

/// Units per variant against the split. Where exposures are explicit, those exposed against the split of their
/// assignment (units of an earlier split may be exposed under a later one); or, where these are wrong already, the
/// assignments.
SampleBalance unitBalanceOf(const Experiment& experiment, const SufficientStatistics& data, const Cohort& units);
/// The day since 1970 (UTC) from whose units on the split is wrong: the one that parts days split as planned from days
/// split otherwise with the greatest likelihood, max over days d of sum o ln(o / e) over the units from d on. By
/// exposure; where those are explicit, by assignment, as above. Nothing where all units are of one day.
std::optional<std::int32_t> mismatchDay(const Experiment& experiment, const SufficientStatistics& data);
/// Of the units that several ids were joined to: a variant that drives people to log in shows here.
SampleBalance mergeBalanceOf(const Experiment& experiment, const SufficientStatistics& data);
/// The units that rules leave out of the analysis, of all that have a variant by the split.
struct ExcludedUnits
{
    std::int64_t byExperiment = 0;
    std::int64_t byService = 0;
    std::int64_t bots = 0;
    std::int64_t all = 0; ///< those analysed, or to be once they are exposed, among them

    std::int64_t units() const { return byExperiment + byService + bots; }
    double share() const { return all > 0 ? static_cast<double>(units()) / static_cast<double>(all) : 0; }
};
ExcludedUnits excludedUnitsOf(const Experiment& experiment, const SufficientStatistics& data);
/// Of these units: a rule knows nothing of the variant, so that they are split as all are.
SampleBalance exclusionBalanceOf(const Experiment& experiment, const SufficientStatistics& data);
/// Of all analysed units, those seen in several variants; nothing where no ids were joined.
std::optional<double> shareInSeveralVariants(const Experiment& experiment, const SufficientStatistics& data,
                                             const Cohort& units);

} // namespace xp
