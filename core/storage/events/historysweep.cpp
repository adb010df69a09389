// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/historysweep.h"

#include "core/storage/connection/connection.h"

#include <limits>

namespace xp {

namespace {

constexpr std::int64_t kHorizon = 3; ///< row of change_token
constexpr std::int64_t kPageRows = 5000;

/// Where a page ends, by the primary key of user_events.
struct Place
{
    std::string scope;
    std::string unit;
    std::int64_t receivedAt = std::numeric_limits<std::int64_t>::min();
    std::int64_t id = std::numeric_limits<std::int64_t>::min();
};

struct OldEvent
{
    Place place;
    std::string eventId;
};

/// The next page of all events, of which those that are old are handed out; false at the end.
Result<bool> readPage(Connection& connection, Place& last, Timestamp before, std::vector<OldEvent>& old)
{
    const auto read = connection.run(
        "SELECT scope, unit_id, received_at, id, event_id, occurred_at FROM user_events"
        " WHERE (scope, unit_id, received_at, id) > (?, ?, ?, ?) ORDER BY scope, unit_id, received_at, id LIMIT ?",
        {param(last.scope), param(last.unit), param(last.receivedAt), param(last.id), param(kPageRows)},
        [&](const Row& row) {
            last = {row.text(0), row.text(1), row.integer(2), row.integer(3)};
            if (row.time(2) < before && row.time(5) < before)
                old.push_back({last, row.text(4)});
        });
    return read.map([](std::int64_t rows) { return rows > 0; });
}

Result<void> remove(Connection& connection, const std::vector<OldEvent>& old)
{
    RowSet events({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Integer});
    RowSet ids({RowSet::Text, RowSet::Text, RowSet::Text});
    for (const OldEvent& event : old) {
        const Place& place = event.place;
        events.add({std::string_view(place.scope), std::string_view(place.unit), place.receivedAt, place.id});
        if (!event.eventId.empty())
            ids.add({std::string_view(place.scope), std::string_view(place.unit), std::string_view(event.eventId)});
    }
    return connection.atomically([&]() -> Result<void> {
        const auto forgotten = connection.runFor(
            ids, "WITH old (scope, unit_id, event_id) AS ({rows}) DELETE FROM event_ids"
                 " WHERE (experiment_id, unit_id, event_id) IN (SELECT scope, unit_id, event_id FROM old)");
        if (!forgotten)
            return Failure(forgotten.error());
        return connection
            .runFor(events, "WITH old (scope, unit_id, received_at, id) AS ({rows}) DELETE FROM user_events"
                            " WHERE (scope, unit_id, received_at, id) IN"
                            " (SELECT scope, unit_id, received_at, id FROM old)")
            .map([](std::int64_t) {});
    });
}

} // namespace

Result<Timestamp> historyHorizon(Connection& connection)
{
    // Those who rely on it do not wait for each other. SQLite's sweep waits for whoever writes anyway.
    const std::string held = connection.isPostgres() ? " FOR SHARE" : "";
    Timestamp horizon{};
    return connection
        .run("SELECT value FROM change_token WHERE id = ?" + held, {param(kHorizon)},
             [&](const Row& row) { horizon = row.time(0); })
        .map([&](std::int64_t) { return horizon; });
}

Result<std::int64_t> removeHistory(Connection& connection, Timestamp before, const std::atomic<bool>* stop)
{
    // First it is written down that it may be gone.
    const auto moved = connection.run("UPDATE change_token SET value = ? WHERE id = ? AND value < ?",
                                      {param(before), param(kHorizon), param(before)});
    if (!moved)
        return Failure(moved.error());
    std::int64_t removed = 0;
    Place last;
    for (bool isMore = true; isMore && !(stop && *stop);) {
        std::vector<OldEvent> old;
        const auto page = readPage(connection, last, before, old);
        if (!page)
            return Failure(page.error());
        isMore = *page;
        if (old.empty())
            continue;
        if (auto done = remove(connection, old); !done)
            return Failure(std::move(done.error()));
        removed += static_cast<std::int64_t>(old.size());
    }
    return removed;
}

} // namespace xp
