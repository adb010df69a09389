// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/momentstable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/events/recompute.h"
#include "core/storage/units/covariatetable.h"

namespace xp {

namespace {

/// Whoever moves or removes rows of other writers does so alone.
constexpr std::string_view kCompaction = "compaction";

} // namespace

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
    if (auto held = holdCompaction(); !held)
        return held;
    for (const char* table : {"moments", "covariate_moments"}) {
        // What an import knew of its units before their exposure is not kept by unit.
        if (experiment.experiment().imported && table == std::string_view("covariate_moments"))
            continue;
        if (auto removed =
                m_connection.run(std::string("DELETE FROM ") + table + " WHERE experiment_id = ?", {param(id)});
            !removed)
            return Failure(std::move(removed.error()));
    }
    return sums->write(m_connection, kSharedWriter);
}

Result<void> MomentsTable::dropAfterStop(const LiveExperiment& stopped)
{
    const Experiment& experiment = stopped.experiment();
    if (!experiment.stoppedAt || experiment.imported)
        return {};
    if (auto locked = lockExclusive(m_connection, experiment.id); !locked)
        return locked;
    const auto sums = withdrawAfterStop(m_connection, stopped);
    if (!sums)
        return Failure(sums.error());
    return sums->write(m_connection, kSharedWriter);
}

Result<void> MomentsTable::holdCompaction()
{
    return lockExclusive(m_connection, kCompaction);
}

Result<void> MomentsTable::compact(Duration silence)
{
    return m_connection.atomically([&]() -> Result<void> {
        if (auto held = holdCompaction(); !held)
            return held;
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
            if (auto covariates = CovariateTable(m_connection).take(writer, sums); !covariates)
                return covariates;
        }
        return sums.write(m_connection, kSharedWriter);
    });
}

} // namespace xp
