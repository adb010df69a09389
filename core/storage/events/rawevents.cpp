// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/rawevents.h"

#include "core/storage/connection/connection.h"

#include <set>

namespace xp {

const char* RawEvent::columns()
{
    return "received_at, unit_id, id, event_name, value, occurred_at, properties";
}

RawEvent RawEvent::of(const Row& row)
{
    return {row.integer(0), row.text(1), row.integer(2), row.text(3), row.real(4), row.time(5), row.text(6)};
}

Result<std::vector<RawEvent>> eventsAfter(Connection& connection, const std::string& experimentId, const RawEvent& last,
                                          std::int64_t most)
{
    std::vector<RawEvent> events;
    auto read =
        connection.run(std::string("SELECT ") + RawEvent::columns() +
                           " FROM events WHERE experiment_id = ? AND (received_at, unit_id, id) > (?, ?, ?)"
                           " ORDER BY received_at, unit_id, id LIMIT ?",
                       {param(experimentId), param(last.receivedAt), param(last.unit), param(last.id), param(most)},
                       [&](const Row& row) { events.push_back(RawEvent::of(row)); });
    return read.map([&](std::int64_t) { return std::move(events); });
}

Result<AssignmentsByUnit> assignmentsOf(Connection& connection, const std::string& experimentId,
                                        std::span<const RawEvent> events)
{
    std::set<std::string_view> units; // in key order
    for (const RawEvent& event : events)
        units.insert(event.unit);
    RowSet wanted({RowSet::Text, RowSet::Text});
    wanted.reserve(units.size());
    for (const std::string_view unit : units)
        wanted.add({std::string_view(experimentId), unit});
    AssignmentsByUnit assignments;
    auto read = connection.runFor(
        wanted,
        std::string("WITH wanted (experiment_id, unit_id) AS ({rows}) SELECT a.unit_id, ") + AssignmentRow::columns() +
            " FROM wanted w JOIN assignments a ON a.experiment_id = w.experiment_id AND a.unit_id = w.unit_id",
        [&](const Row& row) { assignments.emplace(row.text(0), AssignmentRow::of(row, 1)); });
    return read.map([&](std::int64_t) { return std::move(assignments); });
}

} // namespace xp
