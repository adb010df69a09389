// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/reporttable.h"

#include "core/storage/connection/connection.h"

namespace xp {

Result<VersionedDocument> ReportTable::history(const std::string& experimentId)
{
    VersionedDocument found;
    auto done = m_connection.run("SELECT version, document FROM report_history WHERE experiment_id = ?",
                                 {param(experimentId)}, [&](const Row& row) {
                                     found = {row.integer(0), nlohmann::json::parse(row.text(1), nullptr, false)};
                                 });
    if (!done)
        return Failure(std::move(done.error()));
    return found;
}

Result<bool> ReportTable::saveHistory(const std::string& experimentId, std::int64_t version,
                                      const nlohmann::json& document)
{
    const auto done =
        version == 0 ? m_connection.run("INSERT INTO report_history (experiment_id, version, document) VALUES (?, 1, ?)"
                                        " ON CONFLICT DO NOTHING",
                                        {param(experimentId), param(document.dump())})
                     : m_connection.run("UPDATE report_history SET version = version + 1, document = ?"
                                        " WHERE experiment_id = ? AND version = ?",
                                        {param(document.dump()), param(experimentId), param(version)});
    return done.map([](std::int64_t rows) { return rows > 0; });
}

Result<void> ReportTable::forget(const std::string& experimentId)
{
    // A report under way that has read it finds no row to update, and leaves no trace.
    return m_connection.run("DELETE FROM report_history WHERE experiment_id = ?", {param(experimentId)})
        .map([](std::int64_t) {});
}

Result<void> ReportTable::addPoint(const std::string& experimentId, const SeriesPoint& point)
{
    return m_connection
        .run("INSERT INTO series_points (experiment_id, at, document) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
             {param(experimentId), param(point.at), param(point.document.dump())})
        .map([](std::int64_t) {});
}

Result<std::vector<SeriesPoint>> ReportTable::points(const std::string& experimentId, Timestamp from, Timestamp to)
{
    std::vector<SeriesPoint> points;
    auto done =
        m_connection.run("SELECT at, document FROM series_points WHERE experiment_id = ? AND at >= ? AND at <= ?"
                         " ORDER BY at",
                         {param(experimentId), param(from), param(to)}, [&](const Row& row) {
                             points.push_back({row.time(0), nlohmann::json::parse(row.text(1), nullptr, false)});
                         });
    if (!done)
        return Failure(std::move(done.error()));
    return points;
}

Result<std::optional<Timestamp>> ReportTable::lastPoint(const std::string& experimentId)
{
    std::optional<Timestamp> last;
    auto done = m_connection.run("SELECT MAX(at) FROM series_points WHERE experiment_id = ?", {param(experimentId)},
                                 [&](const Row& row) { last = row.optionalTime(0); });
    if (!done)
        return Failure(std::move(done.error()));
    return last;
}

} // namespace xp
