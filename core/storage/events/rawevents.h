// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/events/assignmentrow.h"

#include <limits>
#include <map>
#include <span>
#include <vector>

namespace xp {

class Connection;

/// A raw event of an experiment.
struct RawEvent
{
    std::int64_t receivedAt = std::numeric_limits<std::int64_t>::min();
    std::string unit;
    std::int64_t id = 0;
    std::string name;
    double value = 0;
    Timestamp time{};
    std::string properties;

    /// received_at, unit_id, id, event_name, value, occurred_at and properties, in this order.
    static const char* columns();
    static RawEvent of(const Row& row);
};

/// At most `most` events after `last` in the order of their arrival; none: that one was the last.
Result<std::vector<RawEvent>> eventsAfter(Connection& connection, const std::string& experimentId, const RawEvent& last,
                                          std::int64_t most);

using AssignmentsByUnit = std::map<std::string, AssignmentRow, std::less<>>;

/// The assignments of an experiment's units, as far as they have one. Not joined to the events: where PostgreSQL knows
/// nothing of the tables yet it would look through all events once for each unit.
Result<AssignmentsByUnit> assignmentsOf(Connection& connection, const std::string& experimentId,
                                        std::span<const RawEvent> events);

} // namespace xp
