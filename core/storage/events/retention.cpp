// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/retention.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/control/experimenttable.h"
#include "core/storage/events/eventmonths.h"
#include "core/storage/events/historysweep.h"
#include "core/storage/events/rawevents.h"
#include "core/storage/events/sealedsums.h"

namespace xp {

namespace {

constexpr std::int64_t kSealed = 5; ///< row of change_token
/// On SQLite nobody else writes meanwhile; a page takes about 20 ms.
constexpr std::int64_t kPageRows = 2000;
/// An event is stored a moment after it has arrived, by the clock of its replica.
constexpr auto kOnItsWay = std::chrono::hours(1);

/// The events that are gone, as they were.
Result<std::vector<RawEvent>> removePage(Connection& connection, const std::string& experimentId, Timestamp before)
{
    // Where the page ends; it is removed by that, so that what is read and what goes are the same rows.
    QVariantList last{param(before), param(""), param(std::int64_t{0})};
    auto found =
        connection.run("SELECT received_at, unit_id, id FROM events WHERE experiment_id = ? AND received_at < ?"
                       " ORDER BY received_at, unit_id, id LIMIT 1 OFFSET ?",
                       {param(experimentId), param(before), param(kPageRows)}, [&](const Row& row) {
                           last = {param(row.integer(0)), param(row.text(1)), param(row.integer(2))};
                       });
    if (!found)
        return Failure(std::move(found.error()));
    std::vector<RawEvent> events;
    auto removed = connection.run(std::string("DELETE FROM events WHERE experiment_id = ? AND received_at < ?"
                                              " AND (received_at, unit_id, id) < (?, ?, ?) RETURNING ") +
                                      RawEvent::columns(),
                                  QVariantList{param(experimentId), param(before)} + last,
                                  [&](const Row& row) { events.push_back(RawEvent::of(row)); });
    return removed.map([&](std::int64_t) { return std::move(events); });
}

/// Returns how many events went; 0 at the end.
Result<std::int64_t> sealPage(Connection& connection, const std::string& experimentId, Timestamp before)
{
    const std::string_view id = experimentId;
    if (auto locked = lockShared(connection, std::span(&id, 1)); !locked)
        return Failure(std::move(locked.error()));
    const auto events = removePage(connection, experimentId, before);
    if (!events)
        return Failure(events.error());
    const auto count = static_cast<std::int64_t>(events->size());
    auto experiment = ExperimentTable(connection).find(experimentId);
    if (!experiment) // removed, and these events were left behind
        return experiment.error().code == ErrorCode::NotFound ? Result<std::int64_t>(count)
                                                              : Failure(std::move(experiment.error()));
    const LiveExperiment live(std::move(*experiment));
    const auto assignments = assignmentsOf(connection, experimentId, *events);
    if (!assignments)
        return Failure(assignments.error());
    std::vector<SealedEvent> sealed;
    for (const RawEvent& event : *events) {
        const auto assignment = assignments->find(event.unit);
        if (assignment == assignments->end())
            continue;
        if (const auto placed = assignment->second.placed(live, event.unit))
            sealed.push_back({*placed, {event.name, event.value, event.time, event.properties}});
    }
    return seal(connection, sealed).map([&] { return count; });
}

/// The next experiment that has events from before; none: empty.
Result<std::string> nextExperiment(Connection& connection, const std::string& last, Timestamp before)
{
    // From one to the next along the primary key: there are few experiments and many rows.
    std::string id = last;
    for (;;) {
        std::string next;
        auto found = connection.run("SELECT MIN(experiment_id) FROM events WHERE experiment_id > ?", {param(id)},
                                    [&](const Row& row) { next = row.text(0); });
        if (!found)
            return Failure(std::move(found.error()));
        if (next.empty())
            return next;
        const auto old = connection.run("SELECT 1 FROM events WHERE experiment_id = ? AND received_at < ? LIMIT 1",
                                        {param(next), param(before)});
        if (!old)
            return Failure(old.error());
        if (*old > 0)
            return next;
        id = next;
    }
}

} // namespace

Timestamp retainedSince(Timestamp now, int days)
{
    const auto day = std::chrono::floor<std::chrono::days>(now - std::chrono::days(days) - kOnItsWay);
    const std::chrono::year_month_day date(day);
    return std::chrono::sys_days(date.year() / date.month() / 1);
}

Result<Timestamp> sealedUntil(Connection& connection)
{
    Timestamp until{};
    return connection
        .run("SELECT value FROM change_token WHERE id = ?", {param(kSealed)},
             [&](const Row& row) { until = row.time(0); })
        .map([&](std::int64_t) { return until; });
}

Timestamp completeSince(Timestamp sealedUntil)
{
    return sealedUntil == Timestamp() ? sealedUntil : sealedUntil + kTimesDiffer;
}

Result<Timestamp> covariatesSince(Connection& connection)
{
    const auto history = historyHorizon(connection);
    const auto sealed = history ? sealedUntil(connection) : history;
    return sealed.map([&](Timestamp until) { return std::max(*history, completeSince(until)); });
}

Result<std::int64_t> sealEvents(Connection& connection, Timestamp before, const std::atomic<bool>* stop)
{
    // First it is written down that they may be gone.
    const auto moved = connection.run("UPDATE change_token SET value = ? WHERE id = ? AND value < ?",
                                      {param(before), param(kSealed), param(before)});
    if (!moved)
        return Failure(moved.error());
    std::int64_t all = 0;
    std::string experiment;
    while (!(stop && *stop)) {
        auto next = nextExperiment(connection, experiment, before);
        if (!next)
            return Failure(std::move(next.error()));
        if (next->empty())
            break;
        experiment = std::move(*next);
        for (std::int64_t removed = 1; removed > 0 && !(stop && *stop); all += removed) {
            const auto page = connection.atomically([&] { return sealPage(connection, experiment, before); });
            if (!page)
                return Failure(page.error());
            removed = *page;
        }
    }
    return all;
}

Result<Retained> retainEvents(Connection& connection, Timestamp now, int days, const std::atomic<bool>* stop)
{
    Retained retained;
    if (auto made = makeEventMonths(connection, now); !made)
        return Failure(std::move(made.error()));
    if (days == 0)
        return retained;
    const Timestamp since = retainedSince(now, days);
    return sealEvents(connection, since, stop)
        .and_then([&](std::int64_t events) {
            retained.events = events;
            return dropEventMonths(connection, since);
        })
        .map([&](int months) {
            retained.months = months;
            return retained;
        });
}

} // namespace xp
