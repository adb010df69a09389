// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/recompute.h"

#include "core/storage/connection/connection.h"
#include "core/storage/events/assignmentrow.h"
#include "core/storage/events/rawevents.h"
#include "core/storage/events/recordedevents.h"
#include "core/storage/events/retention.h"
#include "core/storage/events/sealedsums.h"
#include "core/storage/units/totalsrow.h"
#include "core/storage/units/totalsupdate.h"

namespace xp {

namespace {

constexpr std::int64_t kPageRows = 10000;

/// An event with what is known of its unit.
struct ReplayedEvent
{
    RawEvent event;
    UnitCell cell;
    Timestamp exposedAt{};
};

bool isExplicit(const LiveExperiment& live)
{
    return live.experiment().enrolment.exposure == Exposure::Explicit;
}

/// The columns of `assignments a` that hold the unit's exposure: NULL where there is none yet.
std::string exposureColumn(const LiveExperiment& live)
{
    return isExplicit(live) ? "a.exposed_at" : "a.assigned_at";
}
std::string exposureColumns(const LiveExperiment& live)
{
    return exposureColumn(live) + ", a.variant, " + (isExplicit(live) ? "a.exposed_epoch" : "a.epoch");
}

/// Those of the units that are analysed.
Result<std::vector<ReplayedEvent>> placedOf(Connection& connection, const LiveExperiment& live,
                                            std::vector<RawEvent> events)
{
    const auto assignments = assignmentsOf(connection, live.experiment().id, events);
    if (!assignments)
        return Failure(assignments.error());
    std::vector<ReplayedEvent> replayed;
    for (RawEvent& event : events) {
        const auto assignment = assignments->find(event.unit);
        if (assignment == assignments->end())
            continue;
        if (const auto placed = assignment->second.placed(live, event.unit))
            replayed.push_back({std::move(event), placed->cell, placed->exposedAt});
    }
    return replayed;
}

/// Adds (or with `sign` -1 takes back) what the events count for to the units' totals and the moments. Units whose
/// covariates reach back beyond `horizon` keep these as they are.
Result<void> apply(Connection& connection, const LiveExperiment& live, std::span<const ReplayedEvent> events, int sign,
                   Timestamp horizon, MomentSums& sums)
{
    TotalsUpdate totals;
    for (const auto& [event, cell, exposedAt] : events) {
        const UnitEvent told{event.name, event.value, event.time, event.properties};
        const auto add = [&, &event = event, &cell = cell](const MetricChange& change) {
            totals.add(live, event.unit, cell,
                       {change.metric, sign > 0 ? change.delta : UnitTotals{} - change.delta, change.mark});
        };
        std::ranges::for_each(live.changes(told, exposedAt), add);
        if (exposedAt - live.covariateWindow() >= horizon)
            std::ranges::for_each(live.covariateChanges(told, exposedAt), add);
    }
    return totals.write(connection, sums);
}

/// The units that are analysed; where covariates are kept, as units of which nothing is known yet.
Result<void> countUnits(Connection& connection, const LiveExperiment& live, MomentSums& sums)
{
    const std::string& experimentId = live.experiment().id;
    const auto count = [&](MomentKey key) {
        ++sums[key].units;
        for (std::size_t i = 0; live.keepsCovariates() && i < live.experiment().metrics.size(); ++i) {
            key.metric = static_cast<std::int16_t>(i);
            sums.of({key, false}) += live.contribution(key.metric, {}, {});
        }
    };
    std::string last;
    for (std::int64_t rows = 1; rows > 0;) {
        auto read = connection.run(
            std::string("SELECT unit_id, ") + AssignmentRow::columns() +
                " FROM assignments WHERE experiment_id = ? AND unit_id > ? ORDER BY unit_id LIMIT ?",
            {param(experimentId), param(last), param(kPageRows)}, [&](const Row& row) {
                last = row.text(0);
                const AssignmentRow assignment = AssignmentRow::of(row, 1);
                assignment.count(live, +1, sums);
                if (const auto placed = assignment.placed(live, last))
                    count({experimentId, placed->cell.variant, kUnitsOnly, placed->cell.day, placed->cell.epoch});
            });
        if (!read)
            return Failure(std::move(read.error()));
        rows = *read;
    }
    return {};
}

/// The units of people who are forgotten, from their totals.
Result<void> countErased(Connection& connection, const LiveExperiment& live, MomentSums& sums)
{
    struct Unit
    {
        MomentKey key;
        std::map<std::int16_t, UnitTotals> totals;
    };
    const std::string& id = live.experiment().id;
    std::map<std::string, Unit> units;
    auto read = connection.run(
        "SELECT t.unit_id, " + exposureColumns(live) + ", " + totalsColumns("t.") +
            " FROM assignments a JOIN unit_totals t ON t.experiment_id = a.experiment_id AND t.unit_id = a.unit_id"
            " WHERE a.experiment_id = ? AND a.context = ? AND a.forced = 0",
        {param(id), param(kErasedContext)}, [&](const Row& row) {
            Unit& unit = units[row.text(0)];
            unit.key = {id, row.as<std::int16_t>(2), 0, dayOf(row.time(1)), row.as<std::int32_t>(3)};
            eachTotals(row, 4, [&](std::int16_t position, const UnitTotals& is) { unit.totals[position] = is; });
        });
    if (!read)
        return Failure(std::move(read.error()));
    for (auto& [name, unit] : units) {
        for (const auto& [metric, totals] : unit.totals) {
            if (metric < kUnitsOnly)
                continue; // of before the exposure: comes with its metric
            unit.key.metric = metric;
            sums[unit.key] += live.contribution(metric, totals);
        }
        for (std::size_t i = 0; live.keepsCovariates() && i < live.experiment().metrics.size(); ++i) {
            const auto metric = static_cast<std::int16_t>(i);
            const UnitTotals before = unit.totals[covariatePosition(metric)];
            unit.key.metric = metric;
            sums.of({unit.key, false}) -= live.contribution(metric, {}, {});
            sums.of({unit.key, isHistory(before)}) += live.contribution(metric, before, unit.totals[metric]);
        }
    }
    return {};
}

/// Which units keep their covariates as they are: what these were made from may be gone.
std::string isSealed(const LiveExperiment& live)
{
    return "a.forced = 0 AND a.context <> ? AND " + exposureColumn(live) + " - ? < ?";
}

QVariantList sealedValues(const LiveExperiment& live, Timestamp horizon)
{
    return {param(kErasedContext), param(std::int64_t{live.covariateWindow().count()}), param(horizon)};
}

/// Takes the units whose covariates are kept from those of which nothing is known yet; events from after the exposure
/// are still to come.
Result<void> countSealed(Connection& connection, const LiveExperiment& live, Timestamp horizon, MomentSums& sums)
{
    const std::string& id = live.experiment().id;
    return connection
        .run("SELECT " + exposureColumns(live) + ", " + totalsColumns("t.") +
                 " FROM assignments a JOIN unit_totals t ON t.experiment_id = a.experiment_id"
                 " AND t.unit_id = a.unit_id WHERE a.experiment_id = ? AND t.part < 0 AND " +
                 isSealed(live),
             QVariantList{param(id)} + sealedValues(live, horizon),
             [&](const Row& row) {
                 MomentKey key{id, row.as<std::int16_t>(1), 0, dayOf(row.time(0)), row.as<std::int32_t>(2)};
                 eachTotals(row, 3, [&](std::int16_t position, const UnitTotals& before) {
                     key.metric = covariatePosition(position); // its own inverse
                     sums.of({key, false}) -= live.contribution(key.metric, {}, {});
                     sums.of({key, isHistory(before)}) += live.contribution(key.metric, before, {});
                 });
             })
        .map([](std::int64_t) {});
}

/// Removes the totals and marks that are made anew: all but those of people who are forgotten, of whom there are no
/// events any more, and the covariates that are kept.
Result<void> removeTotals(Connection& connection, const LiveExperiment& live, Timestamp horizon)
{
    const std::pair<std::string, std::string> tables[] = {
        {"unit_totals", "unit_totals.part < 0"}, {"unit_marks", "unit_marks.metric < " + std::to_string(kUnitsOnly)}};
    for (const auto& [table, isCovariate] : tables) {
        const auto removed = connection.run(
            "DELETE FROM " + table + " WHERE experiment_id = ? AND NOT EXISTS (SELECT 1 FROM assignments a" +
                " WHERE a.experiment_id = " + table + ".experiment_id AND a.unit_id = " + table +
                ".unit_id AND (a.context = ? OR (" + isCovariate + " AND " + isSealed(live) + ")))",
            QVariantList{param(live.experiment().id), param(kErasedContext)} + sealedValues(live, horizon));
        if (!removed)
            return Failure(removed.error());
    }
    return {};
}

std::string ownScope(const LiveExperiment& live)
{
    return scopeOf(live.experiment().project, live.experiment().environment);
}

Result<void> replayTracked(Connection& connection, const LiveExperiment& live, Timestamp horizon, MomentSums& sums)
{
    RawEvent last;
    for (;;) {
        auto page = eventsAfter(connection, live.experiment().id, last, kPageRows);
        if (!page)
            return Failure(std::move(page.error()));
        if (page->empty())
            return {};
        last = page->back();
        const auto events = placedOf(connection, live, std::move(*page));
        if (!events)
            return Failure(events.error());
        if (auto applied = apply(connection, live, *events, +1, horizon, sums); !applied)
            return applied;
    }
}

/// What units did before their exposure, told without an experiment.
Result<void> replayHistory(Connection& connection, const LiveExperiment& live, Timestamp horizon, MomentSums& sums)
{
    const std::string sql =
        "SELECT u.received_at, u.unit_id, u.id, u.event_name, u.value, u.occurred_at, u.properties, " +
        exposureColumns(live) +
        " FROM assignments a JOIN user_events u ON u.scope = ? AND u.unit_id = a.unit_id"
        " WHERE a.forced = 0 AND a.experiment_id = ? AND u.occurred_at < " +
        exposureColumn(live) + " AND " + exposureColumn(live) +
        " - ? >= ? AND u.occurred_at >= " + exposureColumn(live) + " - ?" + isNotInEvents() +
        " AND (u.unit_id, u.received_at, u.id) > (?, ?, ?) ORDER BY u.unit_id, u.received_at, u.id LIMIT ?";
    const std::int64_t window = live.covariateWindow().count();
    RawEvent last;
    for (;;) {
        std::vector<ReplayedEvent> page;
        auto read =
            connection.run(sql,
                           {param(ownScope(live)), param(live.experiment().id), param(window), param(horizon),
                            param(window), param(last.unit), param(last.receivedAt), param(last.id), param(kPageRows)},
                           [&](const Row& row) {
                               page.push_back({RawEvent::of(row),
                                               {row.as<std::int16_t>(8), dayOf(row.time(7)), row.as<std::int32_t>(9)},
                                               row.time(7)});
                           });
        if (!read)
            return Failure(std::move(read.error()));
        if (page.empty())
            return {};
        last = page.back().event;
        if (auto applied = apply(connection, live, page, +1, horizon, sums); !applied)
            return applied;
    }
}

} // namespace

Result<MomentSums> totalsFromEvents(Connection& connection, const LiveExperiment& experiment)
{
    if (auto copied = copyRecorded(connection, experiment); !copied)
        return Failure(std::move(copied.error()));
    const auto horizon = covariatesSince(connection);
    if (!horizon)
        return Failure(horizon.error());
    if (auto removed = removeTotals(connection, experiment, *horizon); !removed)
        return Failure(std::move(removed.error()));
    MomentSums sums;
    if (auto counted = countUnits(connection, experiment, sums); !counted)
        return Failure(std::move(counted.error()));
    if (auto kept = countErased(connection, experiment, sums); !kept)
        return Failure(std::move(kept.error()));
    if (auto kept = countSealed(connection, experiment, *horizon, sums); !kept)
        return Failure(std::move(kept.error()));
    if (auto kept = replaySealed(connection, experiment, sums); !kept)
        return Failure(std::move(kept.error()));
    auto replayed = replayTracked(connection, experiment, *horizon, sums);
    if (replayed && experiment.keepsCovariates())
        replayed = replayHistory(connection, experiment, *horizon, sums);
    return replayed ? Result<MomentSums>(std::move(sums)) : Failure(std::move(replayed.error()));
}

Result<MomentSums> momentsFromTotals(Connection& connection, const LiveExperiment& experiment)
{
    const std::string& id = experiment.experiment().id;
    MomentSums sums;
    if (auto counted = countUnits(connection, experiment, sums); !counted)
        return Failure(std::move(counted.error()));
    std::string unit;
    std::int32_t part = 0;
    for (std::int64_t rows = 1; rows > 0;) {
        auto read = connection.run(
            "SELECT t.unit_id, a.variant, a.epoch, a.assigned_at, a.forced, " + totalsColumns("t.") +
                " FROM unit_totals t JOIN assignments a ON a.experiment_id = t.experiment_id AND a.unit_id = t.unit_id"
                " WHERE t.experiment_id = ? AND (t.unit_id, t.part) > (?, ?) ORDER BY t.unit_id, t.part LIMIT ?",
            {param(id), param(unit), param(part), param(kPageRows)}, [&](const Row& row) {
                unit = row.text(0);
                part = row.as<std::int32_t>(5);
                if (row.integer(4) != 0)
                    return;
                MomentKey key{id, row.as<std::int16_t>(1), 0, dayOf(row.time(3)), row.as<std::int32_t>(2)};
                eachTotals(row, 5, [&](std::int16_t position, const UnitTotals& is) {
                    key.metric = position;
                    sums[key] += experiment.contribution(position, is);
                });
            });
        if (!read)
            return Failure(std::move(read.error()));
        rows = *read;
    }
    return sums;
}

Result<MomentSums> withdrawAfterStop(Connection& connection, const LiveExperiment& stopped)
{
    const std::string& id = stopped.experiment().id;
    std::vector<RawEvent> late;
    // Those received since, by the primary key; and those received before that were dated ahead, by the index of these.
    for (const char* which : {" AND received_at >= ? AND occurred_at > ?",
                              " AND received_at < ? AND occurred_at > ? AND occurred_at > received_at"}) {
        auto read = connection.run(
            std::string("SELECT ") + RawEvent::columns() + " FROM events WHERE experiment_id = ?" + which,
            {param(id), param(stopped.experiment().stoppedAt), param(stopped.experiment().stoppedAt)},
            [&](const Row& row) { late.push_back(RawEvent::of(row)); });
        if (!read)
            return Failure(std::move(read.error()));
    }
    const auto events = placedOf(connection, stopped, std::move(late));
    if (!events)
        return Failure(events.error());
    // What they counted for while there was no stop.
    Experiment before = stopped.experiment();
    before.stoppedAt.reset();
    MomentSums sums;
    if (auto applied = apply(connection, LiveExperiment(std::move(before)), *events, -1, {}, sums); !applied)
        return Failure(std::move(applied.error()));
    return sums;
}

} // namespace xp
