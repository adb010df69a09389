// SPDX-License-Identifier: Apache-2.0
#include "core/storage/passes/agepass.h"

#include "core/domain/epochs.h"
#include "core/domain/growthbookhash.h"
#include "core/domain/liveexperiment.h"
#include "core/storage/connection/connection.h"
#include "core/storage/events/rawevents.h"
#include "core/storage/events/retention.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace xp {

namespace {

constexpr std::int64_t kEventsPerPage = 1000;

using Day = std::chrono::days;
using CellKey = std::tuple<std::int32_t, std::int32_t, std::int16_t, std::int16_t>; ///< age, epoch, variant, metric

/// Sums by age over the units that are read.
class AgeSums
{
public:
    /// Units exposed before `since` are passed over.
    AgeSums(const Experiment& experiment, Timestamp at, double share, Timestamp since)
        : m_live(experiment), m_until(std::min(at, experiment.stoppedAt.value_or(at))), m_share(share), m_since(since)
    {
        const Plan plan = decidingPlan(experiment);
        for (std::size_t i = 0; i < plan.metrics.size() && i < experiment.metrics.size(); ++i) {
            if (plan.metrics[i].role == MetricRole::Primary && experiment.metrics[i].kind != MetricKind::Retention)
                m_metrics.push_back(static_cast<std::int16_t>(i));
        }
    }

    bool isEmpty() const { return m_metrics.empty(); }
    bool reads(std::string_view unit, Timestamp exposedAt) const
    {
        return exposedAt >= m_since && fnv1a32(unit) < m_share * 4294967296.0;
    }

    void addUnit(const PassedUnit& unit)
    {
        for (const std::int16_t metric : m_metrics) {
            for (std::int32_t age = 0; age < agesOf(metric, unit.exposedAt); ++age)
                ++m_cells[{age, unit.epoch, unit.variant, metric}].units;
        }
    }

    /// Unless the unit is not analysed, or not of the present phase.
    void addEvent(const AssignmentRow& assignment, const RawEvent& event)
    {
        const auto placed = assignment.placed(m_live, event.unit);
        if (!placed || !isOfPresentPhase(m_live.experiment(), placed->cell.epoch) ||
            !reads(event.unit, placed->exposedAt))
            return;
        const UnitEvent told{event.name, event.value, event.time, event.properties};
        for (const MetricChange& change : m_live.changes(told, placed->exposedAt)) {
            const auto age = static_cast<std::int32_t>(std::chrono::floor<Day>(event.time - placed->exposedAt).count());
            if (std::ranges::find(m_metrics, change.metric) != m_metrics.end() &&
                age < agesOf(change.metric, placed->exposedAt))
                m_totals[{{age, placed->cell.epoch, placed->cell.variant, change.metric}, event.unit}] += change.delta;
        }
    }

    std::vector<AgeCell> cells()
    {
        for (const auto& [key, totals] : m_totals) {
            Moments moments = m_live.contribution(std::get<3>(key.first), totals);
            moments.units = 0; // counted above
            m_cells[key.first] += moments;
        }
        std::vector<AgeCell> cells;
        for (const auto& [key, moments] : m_cells) {
            const auto& [age, epoch, variant, metric] = key;
            cells.push_back({age, {epoch, variant, metric, moments}});
        }
        return cells;
    }

private:
    /// Whole days that a unit has been watched, and that its metric counts.
    std::int32_t agesOf(std::int16_t metric, Timestamp exposedAt) const
    {
        Duration watched = m_until - exposedAt;
        if (const auto& window = m_live.experiment().metrics[static_cast<std::size_t>(metric)].window)
            watched = std::min(watched, *window);
        return static_cast<std::int32_t>(
            std::clamp<std::int64_t>(std::chrono::floor<Day>(watched).count(), 0, kMostAges));
    }

    LiveExperiment m_live;
    Timestamp m_until;
    double m_share;
    Timestamp m_since;
    std::vector<std::int16_t> m_metrics;
    std::map<CellKey, Moments> m_cells;
    std::map<std::pair<CellKey, std::string>, UnitTotals> m_totals;
};

Result<double> shareToRead(Connection& connection, const std::string& experimentId)
{
    std::int64_t units = 0;
    auto counted = connection.run("SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM moments"
                                  " WHERE experiment_id = ? AND metric = ?",
                                  {param(experimentId), param(std::int64_t{kUnitsOnly})},
                                  [&](const Row& row) { units = row.integer(0); });
    if (!counted)
        return Failure(std::move(counted.error()));
    return std::min(1.0, static_cast<double>(kMostUnitsByAge) / static_cast<double>(std::max<std::int64_t>(1, units)));
}

Result<void> addEvents(Connection& connection, const Experiment& experiment, const UnitPass::Limit& limit,
                       AgeSums& sums)
{
    RawEvent last;
    for (;;) {
        if (limit.isOver())
            return fail(ErrorCode::Overloaded, "pass_too_long",
                        "Reading all events of the experiment takes too long at present");
        const auto began = UnitPass::Clock::now();
        const auto page = eventsAfter(connection, experiment.id, last, kEventsPerPage);
        if (!page)
            return Failure(page.error());
        if (page->empty())
            return {};
        last = page->back();
        const auto assignments = assignmentsOf(connection, experiment.id, *page);
        if (!assignments)
            return Failure(assignments.error());
        for (const RawEvent& event : *page) {
            const auto assignment = assignments->find(event.unit);
            if (assignment != assignments->end())
                sums.addEvent(assignment->second, event);
        }
        limit.rest(began);
    }
}

} // namespace

Result<AgeStatistics> collectAges(Connection& connection, const Experiment& experiment, Timestamp at,
                                  UnitPass::Limit limit)
{
    const auto share = shareToRead(connection, experiment.id);
    if (!share)
        return Failure(share.error());
    const auto sealed = sealedUntil(connection);
    if (!sealed)
        return Failure(sealed.error());
    AgeSums sums(experiment, at, *share, completeSince(*sealed));
    AgeStatistics statistics{.asOf = at, .share = *share, .cells = {}};
    if (sums.isEmpty())
        return statistics;
    auto units = UnitPass(connection, experiment, limit).run({}, [&](const PassedUnit& unit) {
        if (sums.reads(unit.unit, unit.exposedAt))
            sums.addUnit(unit);
    });
    if (!units)
        return Failure(std::move(units.error()));
    if (auto events = addEvents(connection, experiment, limit, sums); !events)
        return Failure(std::move(events.error()));
    statistics.cells = sums.cells();
    return statistics;
}

} // namespace xp
