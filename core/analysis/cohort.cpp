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

Cohort selectCohort(const Experiment& experiment, const SufficientStatistics& data, std::int16_t metric,
                    std::optional<Duration> window, Timestamp now, const ExposureRange& range)
{
    const std::size_t variants = experiment.variants.size();
    const std::optional<std::int32_t> matured = window ? std::optional(lastMaturedDay(*window, now)) : std::nullopt;
    Cohort cohort;
    std::map<std::int32_t, std::vector<Moments>> byEpoch;
    for (const MomentCell& cell : data.cells) {
        const bool countsUnits = cell.metric == kUnitsOnly;
        if ((!countsUnits && cell.metric != metric) || cell.variant < 0 ||
            static_cast<std::size_t>(cell.variant) >= variants || !isOfPresentPhase(experiment, cell.epoch))
            continue;
        if ((range.firstDay && cell.day < *range.firstDay) || (range.lastDay && cell.day > *range.lastDay))
            continue;
        if (matured && cell.day > *matured) {
            cohort.maturing += countsUnits ? cell.moments.units : 0;
            continue;
        }
        auto& arms = byEpoch.try_emplace(cell.epoch, variants).first->second;
        Moments& arm = arms[static_cast<std::size_t>(cell.variant)];
        const std::int64_t units = arm.units;
        arm += cell.moments;
        if (!countsUnits)
            arm.units = units;
    }
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
    const std::int32_t matured = window ? lastMaturedDay(*window, now) : std::numeric_limits<std::int32_t>::max();
    bool any = false;
    for (EpochArms& epoch : cohort.epochs)
        epoch.history.assign(experiment.variants.size(), {});
    for (const CovariateCell& cell : data.covariates) {
        const bool isOf = cell.metric == metric && cell.hasHistory && cell.variant >= 0 &&
                          static_cast<std::size_t>(cell.variant) < experiment.variants.size();
        const bool isIn = cell.day >= range.firstDay.value_or(cell.day) &&
                          cell.day <= std::min(range.lastDay.value_or(cell.day), matured);
        const auto epoch = std::ranges::find(cohort.epochs, cell.epoch, &EpochArms::epoch);
        if (!isOf || !isIn || epoch == cohort.epochs.end())
            continue;
        epoch->history[static_cast<std::size_t>(cell.variant)] += cell.moments;
        any = any || cell.moments.units > 0;
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

Metric anyConversionMetric(const Experiment& experiment)
{
    Metric metric{.name = "any_conversion", .resolution = anyConversionResolution(experiment)};
    bool decrease = true;
    for (const Metric& m : experiment.metrics) {
        if (m.kind != MetricKind::Conversion)
            continue;
        decrease = decrease && m.direction == Direction::Decrease;
        if (m.window)
            metric.window = std::max(metric.window.value_or(Duration(0)), *m.window);
    }
    metric.direction = decrease ? Direction::Decrease : Direction::Increase;
    return metric;
}

} // namespace xp
