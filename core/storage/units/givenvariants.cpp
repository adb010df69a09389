// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/givenvariants.h"

#include "core/storage/connection/connection.h"

namespace xp {

Result<GivenVariants> givenVariants(Connection& connection, std::span<const std::string> units,
                                    std::span<const std::string> experimentIds)
{
    RowSet wanted({RowSet::Text, RowSet::Text});
    wanted.reserve(units.size() * experimentIds.size());
    for (const std::string& unit : units) {
        for (const std::string& id : experimentIds)
            wanted.add({id, unit});
    }
    GivenVariants variants;
    auto done = connection.runFor(
        wanted,
        // What the ids mean comes first: the two tables are spread by different keys, which Citus does not join.
        "WITH wanted (experiment_id, unit_id) AS ({rows}), linked (experiment_id, id, unit_id) AS"
        " (SELECT w.experiment_id, w.unit_id, i.unit_id FROM wanted w JOIN experiments e ON e.id = w.experiment_id"
        " JOIN identities i ON i.project = e.project AND i.anonymous_id = w.unit_id)"
        " SELECT w.unit_id, a.experiment_id, a.variant, a.forced, a.assigned_at, a.epoch, a.unit_id FROM wanted w"
        " LEFT JOIN linked l ON l.experiment_id = w.experiment_id AND l.id = w.unit_id"
        " JOIN assignments a ON a.experiment_id = w.experiment_id AND a.unit_id = COALESCE(l.unit_id, w.unit_id)",
        [&](const Row& row) {
            variants[row.text(0)][row.text(1)] = {row.as<std::int16_t>(2), row.as<LeftOut>(3), row.time(4),
                                                  row.as<std::int32_t>(5), row.text(6)};
        });
    return done.map([&](std::int64_t) { return std::move(variants); });
}

} // namespace xp
