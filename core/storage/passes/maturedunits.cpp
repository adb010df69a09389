// SPDX-License-Identifier: Apache-2.0
#include "core/storage/passes/maturedunits.h"

#include "core/domain/liveexperiment.h"
#include "core/domain/maturity.h"
#include "core/storage/units/momentsums.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace xp {

namespace {

/// Adds up the units of the metrics that have one window.
class MaturedSums
{
public:
    MaturedSums(const LiveExperiment& live, Duration window, Timestamp at)
        : m_live(live), m_window(window), m_range{startOfDay(partlyMaturedDay(window, at)), at - window}
    {
        const Experiment& experiment = live.experiment();
        for (std::size_t i = 0; i < experiment.metrics.size(); ++i) {
            if (watchedFor(experiment.metrics[i]) == window)
                m_metrics.push_back(static_cast<std::int16_t>(i));
        }
        if (keepsAnyConversion(experiment) && anyConversionMetric(experiment).window == window)
            m_metrics.push_back(kAnyConversion);
    }

    const ExposedWithin& range() const { return m_range; }

    void add(const PassedUnit& unit)
    {
        if (!m_range.contains(unit.exposedAt))
            return;
        m_lastExposure = std::max(m_lastExposure, unit.exposedAt);
        for (const std::int16_t metric : m_metrics) {
            const UnitTotals& totals = unit.of(metric);
            const Key key{unit.epoch, unit.variant, metric, dayOf(unit.exposedAt)};
            Moments moments = m_live.contribution(metric, totals);
            moments.units = 1;
            m_cells[key] += moments;
            if (metric != kAnyConversion && m_live.keepsCovariates() && isHistory(unit.before(metric)))
                m_covariates[key] += m_live.contribution(metric, unit.before(metric), totals);
        }
    }

    void appendTo(MaturedPart& part) const
    {
        if (!m_cells.empty())
            part.asOf = std::max(part.asOf, m_lastExposure + m_window);
        for (const auto& [key, moments] : m_cells) {
            const auto& [epoch, variant, metric, day] = key;
            part.cells.push_back({epoch, variant, metric, day, moments});
        }
        for (const auto& [key, moments] : m_covariates) {
            const auto& [epoch, variant, metric, day] = key;
            part.covariates.push_back({epoch, variant, metric, day, true, moments});
        }
    }

private:
    using Key = std::tuple<std::int32_t, std::int16_t, std::int16_t, std::int32_t>; ///< epoch, variant, metric, day

    const LiveExperiment& m_live;
    Duration m_window;
    ExposedWithin m_range; ///< empty (its first after its last) where the window ends with a day
    Timestamp m_lastExposure{};
    std::vector<std::int16_t> m_metrics;
    std::map<Key, Moments> m_cells;
    std::map<Key, CovariateMoments> m_covariates;
};

} // namespace

std::vector<Duration> windowsOf(const Experiment& experiment)
{
    std::set<Duration> windows;
    for (const Metric& metric : experiment.metrics) {
        if (const auto window = watchedFor(metric))
            windows.insert(*window);
    }
    return {windows.begin(), windows.end()};
}

Result<MaturedPart> collectMatured(Connection& connection, const Experiment& experiment, Timestamp at,
                                   UnitPass::Limit limit)
{
    const LiveExperiment live(experiment);
    std::vector<MaturedSums> sums;
    UnitPass::Wanted wanted;
    for (const Duration window : windowsOf(experiment)) {
        sums.emplace_back(live, window, at);
        wanted.exposed.push_back(sums.back().range());
    }
    MaturedPart part;
    if (sums.empty())
        return part;
    auto done = UnitPass(connection, experiment, limit).run(wanted, [&](const PassedUnit& unit) {
        for (MaturedSums& ofWindow : sums)
            ofWindow.add(unit);
    });
    if (!done)
        return Failure(std::move(done.error()));
    for (const MaturedSums& ofWindow : sums)
        ofWindow.appendTo(part);
    return part;
}

} // namespace xp
