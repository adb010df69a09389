// SPDX-License-Identifier: Apache-2.0
#include "core/storage/recompute.h"

#include "core/storage/connection.h"
#include "core/storage/totalsupdate.h"

#include <limits>

namespace xp {

namespace {

constexpr std::size_t kPageRows = 10000;

/// An event with what is known of its unit.
struct ReplayedEvent
{
    std::int64_t receivedAt = std::numeric_limits<std::int64_t>::min();
    std::string unit;
    std::int64_t id = 0;
    std::string name;
    double value = 0;
    Timestamp time{};
    Timestamp assignedAt{};
    UnitCell cell;
};

// In the order of replayedEventOf(); of the units that are analysed.
#define XP_REPLAYED_EVENTS                                                                                             \
    "SELECT e.received_at, e.unit_id, e.id, e.event_name, e.value, e.occurred_at, a.assigned_at, a.variant, a.epoch"   \
    " FROM events e JOIN assignments a ON a.experiment_id = e.experiment_id AND a.unit_id = e.unit_id"                 \
    " WHERE a.forced = 0 AND e.experiment_id = ?"

ReplayedEvent replayedEventOf(const Row& row)
{
    return {row.integer(0), row.text(1),
            row.integer(2), row.text(3),
            row.real(4),    row.time(5),
            row.time(6),    {row.as<std::int16_t>(7), dayOf(row.time(6)), row.as<std::int32_t>(8)}};
}

/// Adds (or with `sign` -1 takes back) what the events count for to the units' totals and the moments.
Result<void> apply(Connection& connection, const LiveExperiment& live, std::span<const ReplayedEvent> events, int sign,
                   MomentSums& sums)
{
    TotalsUpdate totals;
    for (const ReplayedEvent& event : events) {
        for (const MetricChange& change : live.changes({event.name, event.value, event.time}, event.assignedAt)) {
            const UnitTotals delta = sign > 0 ? change.delta : UnitTotals{} - change.delta;
            totals.add(live.experiment().id, event.unit, change.metric, event.cell, delta);
        }
    }
    return totals.write(connection, sums);
}

/// The units that are analysed.
Result<void> countUnits(Connection& connection, const std::string& experimentId, MomentSums& sums)
{
    std::string last;
    for (std::int64_t rows = 1; rows > 0;) {
        auto read =
            connection.run("SELECT unit_id, variant, epoch, assigned_at, forced FROM assignments"
                           " WHERE experiment_id = ? AND unit_id > ? ORDER BY unit_id LIMIT ?",
                           {param(experimentId), param(last), param(std::int64_t{kPageRows})}, [&](const Row& row) {
                               last = row.text(0);
                               if (row.integer(4) == 0)
                                   ++sums[{experimentId, row.as<std::int16_t>(1), kUnitsOnly, dayOf(row.time(3)),
                                           row.as<std::int32_t>(2)}]
                                         .units;
                           });
        if (!read)
            return Failure(std::move(read.error()));
        rows = *read;
    }
    return {};
}

} // namespace

Result<MomentSums> totalsFromEvents(Connection& connection, const LiveExperiment& experiment)
{
    const std::string& id = experiment.experiment().id;
    if (auto removed = connection.run("DELETE FROM unit_totals WHERE experiment_id = ?", {param(id)}); !removed)
        return Failure(std::move(removed.error()));
    MomentSums sums;
    if (auto counted = countUnits(connection, id, sums); !counted)
        return Failure(std::move(counted.error()));
    ReplayedEvent last;
    for (;;) {
        std::vector<ReplayedEvent> page;
        auto read = connection.run(
            XP_REPLAYED_EVENTS " AND (e.received_at, e.unit_id, e.id) > (?, ?, ?)"
                               " ORDER BY e.received_at, e.unit_id, e.id LIMIT ?",
            {param(id), param(last.receivedAt), param(last.unit), param(last.id), param(std::int64_t{kPageRows})},
            [&](const Row& row) { page.push_back(replayedEventOf(row)); });
        if (!read)
            return Failure(std::move(read.error()));
        if (page.empty())
            return sums;
        if (auto applied = apply(connection, experiment, page, +1, sums); !applied)
            return Failure(std::move(applied.error()));
        last = std::move(page.back());
    }
}

Result<MomentSums> momentsFromTotals(Connection& connection, const LiveExperiment& experiment)
{
    const std::string& id = experiment.experiment().id;
    MomentSums sums;
    if (auto counted = countUnits(connection, id, sums); !counted)
        return Failure(std::move(counted.error()));
    std::string unit;
    std::int32_t metric = 0;
    for (std::int64_t rows = 1; rows > 0;) {
        auto read = connection.run(
            "SELECT t.unit_id, t.metric, t.count, t.sum_0, t.sum_1, a.variant, a.epoch, a.assigned_at, a.forced"
            " FROM unit_totals t JOIN assignments a ON a.experiment_id = t.experiment_id AND a.unit_id = t.unit_id"
            " WHERE t.experiment_id = ? AND (t.unit_id, t.metric) > (?, ?) ORDER BY t.unit_id, t.metric LIMIT ?",
            {param(id), param(unit), param(metric), param(std::int64_t{kPageRows})}, [&](const Row& row) {
                unit = row.text(0);
                metric = row.as<std::int32_t>(1);
                if (row.integer(8) == 0)
                    sums[{id, row.as<std::int16_t>(5), row.as<std::int16_t>(1), dayOf(row.time(7)),
                          row.as<std::int32_t>(6)}] +=
                        contributionOf({row.integer(2), {row.integer(3), row.integer(4)}});
            });
        if (!read)
            return Failure(std::move(read.error()));
        rows = *read;
    }
    return sums;
}

Result<MomentSums> withdrawAfterStop(Connection& connection, const LiveExperiment& stopped)
{
    std::vector<ReplayedEvent> events;
    // Those received since, by the primary key; and those received before that were dated ahead, by the index of these.
    for (const char* which : {XP_REPLAYED_EVENTS " AND e.received_at >= ? AND e.occurred_at > ?",
                              XP_REPLAYED_EVENTS " AND e.received_at < ? AND e.occurred_at > ?"
                                                 " AND e.occurred_at > e.received_at"}) {
        auto read = connection.run(which,
                                   {param(stopped.experiment().id), param(stopped.experiment().stoppedAt),
                                    param(stopped.experiment().stoppedAt)},
                                   [&](const Row& row) { events.push_back(replayedEventOf(row)); });
        if (!read)
            return Failure(std::move(read.error()));
    }
    // What they counted for while there was no stop.
    Experiment before = stopped.experiment();
    before.stoppedAt.reset();
    MomentSums sums;
    if (auto applied = apply(connection, LiveExperiment(std::move(before)), events, -1, sums); !applied)
        return Failure(std::move(applied.error()));
    return sums;
}

} // namespace xp
