// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/unitcounts.h"

#include "core/domain/epochs.h"
#include "core/domain/unitcounters.h"

#include <algorithm>
#include <initializer_list>
#include <map>

namespace xp {

namespace {

using Counters = std::initializer_list<std::int16_t>;
constexpr Counters kExclusions{kExcludedByExperiment, kExcludedByService, kExcludedBots};

/// Calls `visit` for the counters' cells of the present phase.
template <typename Visit>
void eachCell(const Experiment& experiment, const SufficientStatistics& data, Counters counters, Visit visit)
{
    for (const MomentCell& cell : data.cells) {
        const bool isCounted = std::ranges::find(counters, cell.metric) != counters.end();
        const bool isVariant = cell.variant >= 0 && static_cast<std::size_t>(cell.variant) < experiment.variants.size();
        if (isCounted && isVariant && isOfPresentPhase(experiment, cell.epoch))
            visit(cell);
    }
}

/// The counters' `units`, or their `converted`, as units of a cohort.
Cohort cohortOf(const Experiment& experiment, const SufficientStatistics& data, Counters counters, bool special)
{
    std::map<std::int32_t, EpochArms> epochs;
    eachCell(experiment, data, counters, [&](const MomentCell& cell) {
        EpochArms& epoch = epochs[cell.epoch];
        epoch.epoch = cell.epoch;
        epoch.split = splitOf(experiment, cell.epoch);
        epoch.arms.resize(experiment.variants.size());
        epoch.arms[static_cast<std::size_t>(cell.variant)].units +=
            special ? cell.moments.converted : cell.moments.units;
    });
    Cohort cohort;
    for (auto& [number, epoch] : epochs) {
        if (epoch.units() > 0)
            cohort.epochs.push_back(std::move(epoch));
    }
    return cohort;
}

} // namespace

UnitCount countOf(const Experiment& experiment, const SufficientStatistics& data, std::int16_t counter)
{
    UnitCount count;
    eachCell(experiment, data, {counter}, [&](const MomentCell& cell) {
        count.units += cell.moments.units;
        count.special += cell.moments.converted;
    });
    return count;
}

SampleBalance unitBalanceOf(const Experiment& experiment, const SufficientStatistics& data, const Cohort& units)
{
    if (experiment.enrolment.exposure == Exposure::Assignment || units.epochs.empty())
        return sequentialBalanceOf(units);
    SampleBalance assigned = sequentialBalanceOf(cohortOf(experiment, data, {kAssignedUnits}, false));
    return assigned.mismatch ? std::move(assigned)
                             : sequentialBalanceOf(cohortOf(experiment, data, {kAssignedUnits}, true));
}

SampleBalance mergeBalanceOf(const Experiment& experiment, const SufficientStatistics& data)
{
    return sequentialBalanceOf(cohortOf(experiment, data, {kMergedUnits}, false));
}

ExcludedUnits excludedUnitsOf(const Experiment& experiment, const SufficientStatistics& data)
{
    const auto units = [&](std::int16_t counter) { return countOf(experiment, data, counter).units; };
    const bool isExplicit = experiment.enrolment.exposure == Exposure::Explicit;
    ExcludedUnits excluded{.byExperiment = units(kExcludedByExperiment),
                           .byService = units(kExcludedByService),
                           .bots = units(kExcludedBots)};
    excluded.all = excluded.units() + units(isExplicit ? kAssignedUnits : kUnitsOnly);
    return excluded;
}

SampleBalance exclusionBalanceOf(const Experiment& experiment, const SufficientStatistics& data)
{
    return sequentialBalanceOf(cohortOf(experiment, data, kExclusions, false));
}

std::optional<double> shareInSeveralVariants(const Experiment& experiment, const SufficientStatistics& data,
                                             const Cohort& units)
{
    const UnitCount merged = countOf(experiment, data, kMergedUnits);
    std::int64_t all = 0;
    for (const EpochArms& epoch : units.epochs)
        all += epoch.units();
    if (merged.units <= 0 || all <= 0)
        return std::nullopt;
    return static_cast<double>(merged.special) / static_cast<double>(all);
}

} // namespace xp
