// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/unitcounts.h"

#include "core/domain/epochs.h"
#include "core/domain/unitcounters.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <map>
#include <set>

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

constexpr std::int32_t kEveryDay = std::numeric_limits<std::int32_t>::min();

/// The counters' `units`, or their `converted`, from a day on, as units of a cohort.
Cohort cohortOf(const Experiment& experiment, const SufficientStatistics& data, Counters counters, bool special,
                std::int32_t firstDay = kEveryDay)
{
    std::map<std::int32_t, EpochArms> epochs;
    eachCell(experiment, data, counters, [&](const MomentCell& cell) {
        if (cell.day < firstDay)
            return;
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

std::optional<std::int32_t> mismatchDay(const Experiment& experiment, const SufficientStatistics& data)
{
    const bool isExplicit = experiment.enrolment.exposure == Exposure::Explicit;
    const std::int16_t counter = isExplicit ? kAssignedUnits : kUnitsOnly;
    const bool areExposures = isExplicit && !sequentialBalanceOf(cohortOf(experiment, data, {counter}, false)).mismatch;
    std::set<std::int32_t> days;
    eachCell(experiment, data, {counter}, [&](const MomentCell& cell) { days.insert(cell.day); });
    if (days.size() < 2)
        return std::nullopt;
    std::optional<std::int32_t> best;
    double most = 0;
    for (const std::int32_t day : days) {
        const SampleBalance balance = balanceOf(cohortOf(experiment, data, {counter}, areExposures, day));
        double evidence = 0;
        for (std::size_t i = 0; i < balance.observed.size(); ++i) {
            if (balance.observed[i] > 0)
                evidence += balance.observed[i] * std::log(balance.observed[i] / balance.expected[i]);
        }
        if (evidence > most) {
            most = evidence;
            best = day;
        }
    }
    return best;
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
