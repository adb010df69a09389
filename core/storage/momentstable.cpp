// SPDX-License-Identifier: Apache-2.0
#include "core/storage/momentstable.h"

#include "core/storage/connection.h"
#include "core/storage/experimentlock.h"
#include "core/storage/recompute.h"

namespace xp {

Result<SufficientStatistics> MomentsTable::read(const std::string& experimentId)
{
    SufficientStatistics statistics;
    auto done = m_connection.run(
        "SELECT epoch, variant, metric, day, CAST(SUM(units) AS BIGINT), CAST(SUM(converted) AS BIGINT),"
        " CAST(SUM(count) AS BIGINT), CAST(SUM(count_sq_0) AS BIGINT), CAST(SUM(count_sq_1) AS BIGINT),"
        " CAST(SUM(sum_0) AS BIGINT), CAST(SUM(sum_1) AS BIGINT), CAST(SUM(sum_sq_0) AS BIGINT),"
        " CAST(SUM(sum_sq_1) AS BIGINT), CAST(SUM(sum_sq_2) AS BIGINT), CAST(SUM(sum_sq_3) AS BIGINT),"
        " CAST(SUM(cross_0) AS BIGINT), CAST(SUM(cross_1) AS BIGINT), CAST(SUM(cross_2) AS BIGINT)"
        " FROM moments WHERE experiment_id = ? GROUP BY epoch, variant, metric, day"
        " ORDER BY epoch, variant, metric, day",
        {param(experimentId)}, [&](const Row& row) {
            const MomentCell cell{row.as<std::int32_t>(0), row.as<std::int16_t>(1), row.as<std::int16_t>(2),
                                  row.as<std::int32_t>(3), momentsOf(row, 4)};
            // What counted once and was taken back is as if it had never been there.
            if (!cell.moments.isZero())
                statistics.cells.push_back(cell);
        });
    return done.map([&](std::int64_t) { return std::move(statistics); });
}

Result<void> MomentsTable::recompute(const LiveExperiment& experiment)
{
    const std::string& id = experiment.experiment().id;
    if (auto locked = lockExclusive(m_connection, id); !locked)
        return locked;
    auto sums = experiment.experiment().imported ? momentsFromTotals(m_connection, experiment)
                                                 : totalsFromEvents(m_connection, experiment);
    if (!sums)
        return Failure(std::move(sums.error()));
    if (auto removed = m_connection.run("DELETE FROM moments WHERE experiment_id = ?", {param(id)}); !removed)
        return Failure(std::move(removed.error()));
    return sums->write(m_connection, kSharedWriter);
}

Result<void> MomentsTable::dropAfterStop(const LiveExperiment& stopped)
{
    const Experiment& experiment = stopped.experiment();
    if (!experiment.stoppedAt || experiment.imported)
        return {};
    if (auto locked = lockExclusive(m_connection, experiment.id); !locked)
        return locked;
    struct Late
    {
        std::string unit;
        std::string event;
        double value;
        Timestamp time;
        Timestamp assignedAt;
        UnitCell cell;
    };
    std::vector<Late> events;
    auto read = m_connection.run(
        "SELECT e.unit_id, e.event_name, e.value, e.occurred_at, a.assigned_at, a.variant, a.epoch"
        " FROM events e JOIN assignments a ON a.experiment_id = e.experiment_id AND a.unit_id = e.unit_id"
        " WHERE e.experiment_id = ? AND e.occurred_at > ? AND a.forced = 0",
        {param(experiment.id), param(*experiment.stoppedAt)}, [&](const Row& row) {
            events.push_back({row.text(0),
                              row.text(1),
                              row.real(2),
                              row.time(3),
                              row.time(4),
                              {row.as<std::int16_t>(5), dayOf(row.time(4)), row.as<std::int32_t>(6)}});
        });
    if (!read)
        return Failure(std::move(read.error()));

    // What they counted for while there was no stop.
    Experiment before = experiment;
    before.stoppedAt.reset();
    const LiveExperiment running(std::move(before));
    TotalsUpdate totals;
    for (const Late& late : events) {
        for (const MetricChange& change : running.changes({late.event, late.value, late.time}, late.assignedAt))
            totals.add(experiment.id, late.unit, change.metric, late.cell, UnitTotals{} - change.delta);
    }
    MomentSums sums;
    if (auto done = totals.write(m_connection, sums); !done)
        return done;
    return sums.write(m_connection, kSharedWriter);
}

Result<void> MomentsTable::compact(Duration silence)
{
    return m_connection.atomically([&]() -> Result<void> {
        std::vector<std::int64_t> gone;
        auto read = m_connection.run("DELETE FROM writers WHERE seen_at < ? RETURNING id", {param(now() - silence)},
                                     [&](const Row& row) { gone.push_back(row.integer(0)); });
        if (!read)
            return Failure(std::move(read.error()));
        // A writer that only seemed to be gone starts a new row, so nothing is counted twice or lost.
        MomentSums sums;
        for (const std::int64_t writer : gone) {
            auto taken = m_connection.run(std::string("DELETE FROM moments WHERE writer = ? RETURNING experiment_id,"
                                                      " variant, metric, day, epoch, ") +
                                              momentColumns(),
                                          {param(writer)}, [&](const Row& row) {
                                              sums[{row.text(0), row.as<std::int16_t>(1), row.as<std::int16_t>(2),
                                                    row.as<std::int32_t>(3), row.as<std::int32_t>(4)}] +=
                                                  momentsOf(row, 5);
                                          });
            if (!taken)
                return Failure(std::move(taken.error()));
        }
        return sums.write(m_connection, kSharedWriter);
    });
}

} // namespace xp
