// SPDX-License-Identifier: Apache-2.0
#include "core/storage/people/identitytable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/control/experimentlock.h"

#include <algorithm>

namespace xp {

namespace {

/// Transactions of several projects may not become visible in the order of their links' times.
constexpr auto kOverlap = std::chrono::seconds(10);

} // namespace

Result<std::string> IdentityTable::unitOf(const std::string& project, const std::string& id)
{
    std::string unit = id;
    auto read = m_connection.run("SELECT unit_id FROM identities WHERE project = ? AND anonymous_id = ?",
                                 {param(project), param(id)}, [&](const Row& row) { unit = row.text(0); });
    return read.map([&](std::int64_t) { return std::move(unit); });
}

Result<std::vector<std::string>> IdentityTable::othersOf(const std::string& project, const std::string& id)
{
    const auto unit = unitOf(project, id);
    if (!unit)
        return Failure(unit.error());
    std::vector<std::string> others{*unit};
    auto read =
        m_connection.run("SELECT anonymous_id FROM identities WHERE project = ? AND unit_id = ?"
                         " ORDER BY linked_at, anonymous_id",
                         {param(project), param(*unit)}, [&](const Row& row) { others.push_back(row.text(0)); });
    std::erase(others, id);
    return read.map([&](std::int64_t) { return std::move(others); });
}

Result<Timestamp> IdentityTable::latest()
{
    Timestamp latest{};
    auto read = m_connection.run("SELECT COALESCE(MAX(linked_at), 0) FROM identities", {},
                                 [&](const Row& row) { latest = row.time(0); });
    return read.map([&](std::int64_t) { return latest; });
}

Result<std::vector<Identity>> IdentityTable::since(Timestamp latest)
{
    std::vector<Identity> found;
    auto read = m_connection.run("SELECT project, anonymous_id, unit_id, linked_at FROM identities WHERE linked_at > ?",
                                 {param(latest - kOverlap)}, [&](const Row& row) {
                                     found.push_back({row.text(0), row.text(1), row.text(2), row.time(3)});
                                 });
    return read.map([&](std::int64_t) { return std::move(found); });
}

Result<void> IdentityTable::link(const std::string& project, const std::string& alias, const std::string& unit,
                                 Timestamp at)
{
    const auto last = latest();
    if (!last)
        return Failure(last.error());
    const QVariant linkedAt = param(std::max(at, *last + std::chrono::microseconds(1)));
    return m_connection
        .run("UPDATE identities SET unit_id = ?, linked_at = ? WHERE project = ? AND unit_id = ?",
             {param(unit), linkedAt, param(project), param(alias)})
        .and_then([&](std::int64_t) {
            return m_connection.run("INSERT INTO identities (project, anonymous_id, unit_id, linked_at)"
                                    " VALUES (?, ?, ?, ?)",
                                    {param(project), param(alias), param(unit), linkedAt});
        })
        .map([](std::int64_t) {});
}

Result<void> IdentityTable::forget(const std::string& project, const std::string& unit)
{
    return m_connection
        .run("DELETE FROM identities WHERE project = ? AND (unit_id = ? OR anonymous_id = ?)",
             {param(project), param(unit), param(unit)})
        .map([](std::int64_t) {});
}

Result<void> IdentityTable::lock(const std::string& project)
{
    return lockExclusive(m_connection, lockName(project));
}

std::string IdentityTable::lockName(std::string_view project)
{
    return "identities of " + std::string(project);
}

} // namespace xp
