// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/unitsweep.h"

#include "core/storage/connection/connection.h"
#include "core/storage/timeorderedid.h"

#include <chrono>
#include <thread>
#include <vector>

namespace xp {

namespace {

Result<void> removeInPages(Connection& connection, const std::string& table, const std::string& experimentId)
{
    const std::string sql = "DELETE FROM " + table +
                            " WHERE experiment_id = ? AND unit_id <= (SELECT MAX(unit_id) FROM"
                            " (SELECT unit_id FROM " +
                            table +
                            " WHERE experiment_id = ? ORDER BY unit_id LIMIT 10000)"
                            " AS page)";
    for (;;) {
        const auto removed = connection.run(sql, {param(experimentId), param(experimentId)});
        if (!removed)
            return Failure(removed.error());
        if (*removed == 0)
            return {};
        if (hasOneWriter(connection)) // who waits for it looks now and then
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

} // namespace

Result<void> removeUnits(Connection& connection, const std::string& experimentId)
{
    const auto stored = connection.run("SELECT id FROM experiments WHERE id = ?", {param(experimentId)});
    if (!stored)
        return Failure(stored.error());
    if (*stored > 0)
        return {};
    for (const char* table : {"assignments", "unit_totals"}) {
        if (auto removed = removeInPages(connection, table, experimentId); !removed)
            return removed;
    }
    // The moments go last: it is by them that abandoned units are found.
    for (const char* table : {"covariate_moments", "moments"}) {
        const auto removed =
            connection.run(std::string("DELETE FROM ") + table + " WHERE experiment_id = ?", {param(experimentId)});
        if (!removed)
            return Failure(removed.error());
    }
    return {};
}

Result<std::int64_t> removeAbandonedUnits(Connection& connection, Timestamp before)
{
    std::vector<std::string> abandoned;
    const auto read = connection.run("SELECT DISTINCT m.experiment_id FROM moments m"
                                     " WHERE NOT EXISTS (SELECT 1 FROM experiments e WHERE e.id = m.experiment_id)",
                                     {}, [&](const Row& row) {
                                         const auto made = timeOfId(row.text(0));
                                         if (made && *made < before)
                                             abandoned.push_back(row.text(0));
                                     });
    if (!read)
        return Failure(read.error());
    for (const std::string& id : abandoned) {
        if (auto removed = removeUnits(connection, id); !removed)
            return Failure(std::move(removed.error()));
    }
    return static_cast<std::int64_t>(abandoned.size());
}

bool hasOneWriter(const Connection& connection)
{
    return !connection.isPostgres();
}

} // namespace xp
