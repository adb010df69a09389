// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/holdouttable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/changetoken.h"

#include <nlohmann/json.hpp>

namespace xp {

namespace {

#define XP_HOLDOUT_COLUMNS "project, key, description, share, seed, version, created_at"

Holdout holdoutOf(const Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.real(3), row.text(4), row.integer(5), row.time(6)};
}

} // namespace

Result<void> HoldoutTable::insert(const Holdout& h)
{
    auto done = m_connection.run("INSERT INTO holdouts (" XP_HOLDOUT_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                                 {param(h.project), param(h.key), param(h.description), param(h.share), param(h.seed),
                                  param(h.version), param(h.createdAt)});
    if (!done && isDuplicate(done.error()))
        return fail(ErrorCode::Conflict, "holdout_taken", "There is a holdout '" + h.key + "' already",
                    {{"key", h.key}});
    return done.and_then([&](std::int64_t) { return advanceChangeToken(m_connection); });
}

Result<void> HoldoutTable::update(const Holdout& h)
{
    return m_connection
        .run("UPDATE holdouts SET description = ?, share = ?, seed = ?, version = ? WHERE project = ? AND key = ?",
             {param(h.description), param(h.share), param(h.seed), param(h.version), param(h.project), param(h.key)})
        .and_then([&](std::int64_t) { return advanceChangeToken(m_connection); });
}

Result<void> HoldoutTable::remove(const std::string& project, const std::string& key)
{
    return m_connection.run("DELETE FROM holdouts WHERE project = ? AND key = ?", {param(project), param(key)})
        .and_then([&](std::int64_t) { return advanceChangeToken(m_connection); });
}

Result<Holdout> HoldoutTable::find(const std::string& project, const std::string& key)
{
    std::optional<Holdout> found;
    auto done = m_connection.run("SELECT " XP_HOLDOUT_COLUMNS " FROM holdouts WHERE project = ? AND key = ?",
                                 {param(project), param(key)}, [&](const Row& row) { found = holdoutOf(row); });
    if (!done)
        return Failure(std::move(done.error()));
    if (!found)
        return fail(ErrorCode::NotFound, "holdout_not_found", "There is no holdout '" + key + "' in project " + project,
                    {{"key", key}, {"project", project}});
    return std::move(*found);
}

Result<std::vector<Holdout>> HoldoutTable::all(const std::string& project)
{
    std::vector<Holdout> holdouts;
    auto done =
        m_connection.run("SELECT " XP_HOLDOUT_COLUMNS " FROM holdouts WHERE ? = '' OR project = ?"
                         " ORDER BY project, key",
                         {param(project), param(project)}, [&](const Row& row) { holdouts.push_back(holdoutOf(row)); });
    return done.map([&](std::int64_t) { return std::move(holdouts); });
}

} // namespace xp
