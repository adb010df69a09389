// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/planclock.h"

#include "core/domain/epochs.h"

#include <algorithm>

namespace xp {

namespace {

/// The first planned look beyond those that were taken.
std::optional<double> nextLook(const Plan& plan, const ReportHistory& history)
{
    const double taken = history.rates.empty() ? 0.0 : history.rates.back();
    const auto it = std::ranges::find_if(plan.looks, [taken](double share) { return share > taken; });
    return it == plan.looks.end() ? std::nullopt : std::optional(*it);
}

} // namespace

std::optional<double> daysRun(const Experiment& experiment, const SufficientStatistics& data, Timestamp now)
{
    if (!experiment.imported) {
        const Timestamp start = phaseStart(experiment).value_or(now);
        const Duration run = std::min(now, experiment.stoppedAt.value_or(now)) - start;
        return std::max(0.0, std::chrono::duration<double, std::ratio<86400>>(run).count());
    }
    // An import that gave way to another is read without any, until the service has heard of it.
    if (data.cells.empty())
        return std::nullopt;
    const auto days = std::ranges::minmax(data.cells, {}, &MomentCell::day);
    if (days.min.day == days.max.day)
        return std::nullopt;
    return days.max.day - days.min.day + 1.0;
}

PlanClock planClockOf(const Experiment& experiment, const SufficientStatistics& data, const Plan& plan,
                      const ReportHistory& history, std::int64_t units, Timestamp now)
{
    PlanClock clock{.units = units, .days = daysRun(experiment, data, now)};
    clock.over = experiment.status == Status::Stopped || experiment.status == Status::Archived;
    const double ofDays = plan.durationDays && clock.days ? *clock.days / static_cast<double>(*plan.durationDays) : 0.0;
    clock.fraction =
        plan.unitsPerVariant ? static_cast<double>(units) / static_cast<double>(*plan.unitsPerVariant) : ofDays;
    clock.completed = units > 0 && (clock.fraction >= 1 || ofDays >= 1);
    const double taken = history.rates.empty() ? 0.0 : history.rates.back();
    const auto next = nextLook(plan, history);
    clock.isLook = clock.fraction > taken && next && (clock.fraction >= *next || clock.ended());
    return clock;
}

} // namespace xp
