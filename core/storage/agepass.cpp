// SPDX-License-Identifier: Apache-2.0
#include "core/storage/agepass.h"

#include "core/domain/epochs.h"
#include "core/domain/growthbookhash.h"
#include "core/domain/liveexperiment.h"
#include "core/storage/connection.h"
#include "core/storage/retention.h"

#include <algorithm>
#include <limits>
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

    void addEvent(const std::string& unit, std::int16_t variant, std::int32_t epoch, Timestamp exposedAt,
                  const UnitEvent& event)
    {
        for (const MetricChange& change : m_live.changes(event, exposedAt)) {
            const auto age = static_cast<std::int32_t>(std::chrono::floor<Day>(event.time - exposedAt).count());
            if (std::ranges::find(m_metrics, change.metric) != m_metrics.end() &&
                age < agesOf(change.metric, exposedAt))
                m_totals[{{age, epoch, variant, change.metric}, unit}] += change.delta;
        }
    }

    std::vector<AgeCell> cells()
    {
        for (const auto& [key, totals] : m_totals)
            m_cells[key.first] += m_live.contribution(std::get<3>(key.first), totals);
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
    const bool isExplicit = experiment.enrolment.exposure == Exposure::Explicit;
    const std::string sql =
        std::string("SELECT e.received_at, e.unit_id, e.id, e.event_name, e.value, e.occurred_at, e.properties,") +
        (isExplicit ? " a.exposed_at, a.variant, a.exposed_epoch" : " a.assigned_at, a.variant, a.epoch") +
        ", a.forced FROM events e JOIN assignments a ON a.experiment_id = e.experiment_id AND a.unit_id = e.unit_id"
        " WHERE e.experiment_id = ? AND (e.received_at, e.unit_id, e.id) > (?, ?, ?)"
        " ORDER BY e.received_at, e.unit_id, e.id LIMIT ?";
    std::int64_t receivedAt = std::numeric_limits<std::int64_t>::min();
    std::string unit;
    std::int64_t id = 0;
    for (std::int64_t rows = 1; rows > 0;) {
        if (limit.isOver())
            return fail(ErrorCode::Overloaded, "pass_too_long",
                        "Reading all events of the experiment takes too long at present");
        const auto began = UnitPass::Clock::now();
        auto read = connection.run(
            sql, {param(experiment.id), param(receivedAt), param(unit), param(id), param(kEventsPerPage)},
            [&](const Row& row) {
                receivedAt = row.integer(0);
                unit = row.text(1);
                id = row.integer(2);
                const bool isAnalysed =
                    row.integer(10) == 0 && !row.isNull(7) && isOfPresentPhase(experiment, row.as<std::int32_t>(9));
                if (!isAnalysed || !sums.reads(unit, row.time(7)))
                    return;
                const std::string name = row.text(3);
                const std::string properties = row.text(6);
                sums.addEvent(unit, row.as<std::int16_t>(8), row.as<std::int32_t>(9), row.time(7),
                              {name, row.real(4), row.time(5), properties});
            });
        if (!read)
            return Failure(std::move(read.error()));
        rows = *read;
        limit.rest(began);
    }
    return {};
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
    auto units = UnitPass(connection, experiment, limit).run(false, [&](const PassedUnit& unit) {
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
