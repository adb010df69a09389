// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/cohort.h"

#include "core/domain/epochs.h"
#include "core/domain/maturity.h"

#include <algorithm>
#include <limits>
#include <map>

namespace xp {

std::int64_t EpochArms::units() const
{
    std::int64_t sum = 0;
    for (const Moments& arm : arms)
        sum += arm.units;
    return sum;
}

std::int64_t Cohort::units() const
{
    std::int64_t sum = 0;
    for (const EpochArms& epoch : epochs)
        sum += epoch.units();
    return sum;
}

Moments Cohort::total(std::size_t variant) const
{
    Moments sum;
    for (const EpochArms& epoch : epochs)
        sum += epoch.arms[variant];
    return sum;
}

bool isInUse(const Experiment& experiment, std::size_t variant, std::int64_t units)
{
    return units > 0 || everHadShare(experiment, variant);
}

std::vector<Moments> armsInUse(const Experiment& experiment, const std::vector<Moments>& arms)
{
    std::vector<Moments> used;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (isInUse(experiment, i, arms[i].units))
            used.push_back(arms[i]);
    }
    return used;
}

std::int64_t smallestArm(const Experiment& experiment, const std::vector<Moments>& arms)
{
    const std::vector<Moments> used = armsInUse(experiment, arms);
    return used.empty() ? 0 : std::ranges::min(used, {}, &Moments::units).units;
}

std::vector<double> splitOf(const Experiment& experiment, std::int32_t epoch)
{
    const auto it = std::ranges::find(experiment.epochs, epoch, &Epoch::number);
    std::vector<double> split(experiment.variants.size(), 0.0);
    for (std::size_t i = 0; i < split.size(); ++i) {
        if (it == experiment.epochs.end() || experiment.imported)
            split[i] = experiment.variants[i].allocation;
        else if (i < it->allocations.size())
            split[i] = it->allocations[i];
    }
    return split;
}

namespace {

constexpr std::int32_t kEveryDay = std::numeric_limits<std::int32_t>::max();

bool isWithin(const ExposureRange& range, std::int32_t day)
{
    return day >= range.firstDay.value_or(day) && day <= range.lastDay.value_or(day);
}

/// The moment that a window ends with: not before the data are of, whatever clock `now` is told by.
Timestamp present(const SufficientStatistics& data, Timestamp now)
{
    return data.matured ? std::max(now, data.matured->asOf) : now;
}

/// What is known of the day that the end of a window falls on.
const MaturedPart& maturedPart(const SufficientStatistics& data)
{
    static const MaturedPart none;
    return data.matured ? *data.matured : none;
}

bool isOneOf(const Experiment& experiment, std::int16_t variant)
{
    return variant >= 0 && static_cast<std::size_t>(variant) < experiment.variants.size();
}

using ArmsByEpoch = std::map<std::int32_t, std::vector<Moments>>;

Moments& armOf(ArmsByEpoch& byEpoch, const MomentCell& cell, std::size_t variants)
{
    return byEpoch.try_emplace(cell.epoch, variants).first->second[static_cast<std::size_t>(cell.variant)];
}

} // namespace

Cohort selectCohort(const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric,
                    std::optional<Duration> window, Timestamp now, const ExposureRange& range)
{
    const std::size_t variants = experiment.variants.size();
    const std::int32_t matured = window ? lastMaturedDay(*window, present(data, now)) : kEveryDay;
    const auto isIn = [&](const MomentCell& cell) {
        return isOneOf(experiment, cell.variant) && isOfPresentPhase(experiment, cell.epoch) &&
               isWithin(range, cell.day);
    };
    Cohort cohort;
    ArmsByEpoch byEpoch;
    for (const MomentCell& cell : data.cells) {
        const bool countsUnits = cell.metric == kUnitsOnly;
        if ((!countsUnits && cell.metric != metric) || !isIn(cell))
            continue;
        if (!countsUnits)
            cohort.beyondRange += cell.moments.units;
        if (cell.day > matured) {
            cohort.maturing += countsUnits ? cell.moments.units : 0;
            continue;
        }
        Moments& arm = armOf(byEpoch, cell, variants);
        const std::int64_t units = arm.units;
        arm += cell.moments;
        if (!countsUnits)
            arm.units = units;
    }
    for (const MomentCell& cell : maturedPart(data).cells) {
        if (matured == kEveryDay || cell.metric != metric || cell.day != matured + 1 || !isIn(cell))
            continue;
        armOf(byEpoch, cell, variants) += cell.moments;
        cohort.maturing -= cell.moments.units;
    }
    // What was read at another moment than the sums may hold units that were joined to others meanwhile.
    cohort.maturing = std::max<std::int64_t>(cohort.maturing, 0);
    for (auto& [epoch, arms] : byEpoch) {
        EpochArms entry{.epoch = epoch, .split = splitOf(experiment, epoch), .arms = std::move(arms)};
        if (entry.units() > 0)
            cohort.epochs.push_back(std::move(entry));
    }
    return cohort;
}

void addHistory(Cohort& cohort, const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric,
                std::optional<Duration> window, Timestamp now, const ExposureRange& range)
{
    const std::int32_t matured = window ? lastMaturedDay(*window, present(data, now)) : kEveryDay;
    bool any = false;
    for (EpochArms& epoch : cohort.epochs)
        epoch.history.assign(experiment.variants.size(), {});
    const auto add = [&](const CovariateCell& cell) {
        const auto epoch = std::ranges::find(cohort.epochs, cell.epoch, &EpochArms::epoch);
        if (cell.metric != metric || !cell.hasHistory || !isOneOf(experiment, cell.variant) ||
            !isWithin(range, cell.day) || epoch == cohort.epochs.end())
            return;
        epoch->history[static_cast<std::size_t>(cell.variant)] += cell.moments;
        any = any || cell.moments.units > 0;
    };
    for (const CovariateCell& cell : data.covariates) {
        if (cell.day <= matured)
            add(cell);
    }
    for (const CovariateCell& cell : maturedPart(data).covariates) {
        if (matured != kEveryDay && cell.day == matured + 1)
            add(cell);
    }
    for (EpochArms& epoch : cohort.epochs) {
        if (!any)
            epoch.history.clear();
    }
}

void addQuantiles(Cohort& cohort, const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric)
{
    if (!data.histograms)
        return;
    for (const QuantileCell& cell : data.histograms->quantiles) {
        const auto epoch = std::ranges::find(cohort.epochs, cell.epoch, &EpochArms::epoch);
        const auto variant = static_cast<std::size_t>(cell.variant);
        if (cell.metric != metric || epoch == cohort.epochs.end() || variant >= experiment.variants.size())
            continue;
        epoch->quantiles.resize(experiment.variants.size());
        epoch->quantiles[variant] = cell.statistics;
    }
}

} // namespace xp
