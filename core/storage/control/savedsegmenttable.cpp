// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/savedsegmenttable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/changetoken.h"

namespace xp {

namespace {

#define XP_SEGMENT_COLUMNS "project, name, description, condition, version, created_at"

SavedSegment segmentOf(const Row& row)
{
    return {.project = row.text(0),
            .name = row.text(1),
            .description = row.text(2),
            .condition = nlohmann::json::parse(row.text(3), nullptr, false),
            .version = row.integer(4),
            .createdAt = row.time(5)};
}

} // namespace

Result<void> SavedSegmentTable::lock()
{
    return advanceChangeToken(m_connection);
}

Result<void> SavedSegmentTable::insert(const SavedSegment& s)
{
    auto done = m_connection.run("INSERT INTO saved_segments (" XP_SEGMENT_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?)",
                                 {param(s.project), param(s.name), param(s.description), param(s.condition.dump()),
                                  param(s.version), param(s.createdAt)});
    if (!done && isDuplicate(done.error()))
        return fail(ErrorCode::Conflict, "segment_taken", "There is a segment '" + s.name + "' already",
                    {{"name", s.name}});
    return done.map([](std::int64_t) {});
}

Result<void> SavedSegmentTable::update(const SavedSegment& s)
{
    return m_connection
        .run("UPDATE saved_segments SET description = ?, condition = ?, version = ? WHERE project = ? AND name = ?",
             {param(s.description), param(s.condition.dump()), param(s.version), param(s.project), param(s.name)})
        .map([](std::int64_t) {});
}

Result<void> SavedSegmentTable::remove(const std::string& project, const std::string& name)
{
    return m_connection.run("DELETE FROM saved_segments WHERE project = ? AND name = ?", {param(project), param(name)})
        .map([](std::int64_t) {});
}

Result<SavedSegment> SavedSegmentTable::find(const std::string& project, const std::string& name)
{
    std::optional<SavedSegment> found;
    auto done = m_connection.run("SELECT " XP_SEGMENT_COLUMNS " FROM saved_segments WHERE project = ? AND name = ?",
                                 {param(project), param(name)}, [&](const Row& row) { found = segmentOf(row); });
    if (!done)
        return Failure(std::move(done.error()));
    if (!found)
        return fail(ErrorCode::NotFound, "segment_not_found",
                    "There is no segment '" + name + "' in project " + project, {{"name", name}, {"project", project}});
    return std::move(*found);
}

Result<std::vector<SavedSegment>> SavedSegmentTable::all(const std::string& project)
{
    std::vector<SavedSegment> segments;
    auto done =
        m_connection.run("SELECT " XP_SEGMENT_COLUMNS " FROM saved_segments WHERE ? = '' OR project = ?"
                         " ORDER BY project, name",
                         {param(project), param(project)}, [&](const Row& row) { segments.push_back(segmentOf(row)); });
    return done.map([&](std::int64_t) { return std::move(segments); });
}

} // namespace xp
