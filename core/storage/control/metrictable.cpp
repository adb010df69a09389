// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/metrictable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"

#include <nlohmann/json.hpp>

namespace xp {

namespace {

#define XP_DEFINITION_COLUMNS "project, key, version, owner, description, document, created_at, author"

/// Nothing when the document is not what insert() wrote.
std::optional<MetricDefinition> definitionOf(const Row& row)
{
    auto metric = metricFromJson(nlohmann::json::parse(row.text(5), nullptr, false));
    if (!metric)
        return std::nullopt;
    return MetricDefinition{.project = row.text(0),
                            .key = row.text(1),
                            .version = row.integer(2),
                            .owner = row.text(3),
                            .description = row.text(4),
                            .metric = std::move(*metric),
                            .createdAt = row.time(6),
                            .author = row.text(7)};
}

} // namespace

Result<void> MetricTable::insert(const MetricDefinition& d)
{
    auto done =
        m_connection.run("INSERT INTO metric_definitions (" XP_DEFINITION_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                         {param(d.project), param(d.key), param(d.version), param(d.owner), param(d.description),
                          param(toJson(d.metric).dump()), param(d.createdAt), param(d.author)});
    if (!done && isDuplicate(done.error()))
        return fail(ErrorCode::Conflict, "metric_version_taken",
                    "The metric '" + d.key + "' has version " + std::to_string(d.version) + " already",
                    {{"key", d.key}, {"version", d.version}});
    return done.map([](std::int64_t) {});
}

Result<MetricDefinition> MetricTable::find(const std::string& project, const std::string& key,
                                           std::optional<std::int64_t> version)
{
    std::optional<MetricDefinition> found;
    const QVariantList values{param(project), param(key), param(version.value_or(0)), param(version.value_or(0))};
    auto done =
        m_connection.run("SELECT " XP_DEFINITION_COLUMNS " FROM metric_definitions WHERE project = ? AND key = ?"
                         " AND (? = 0 OR version = ?) ORDER BY version DESC LIMIT 1",
                         values, [&](const Row& row) { found = definitionOf(row); });
    if (!done)
        return Failure(std::move(done.error()));
    if (found)
        return std::move(*found);
    const std::string which = version ? " with version " + std::to_string(*version) : std::string();
    return fail(ErrorCode::NotFound, "metric_not_found",
                "There is no metric '" + key + "'" + which + " in the catalogue of project " + project,
                {{"key", key}, {"project", project}});
}

Result<std::vector<MetricDefinition>> MetricTable::all(const std::string& project)
{
    std::vector<MetricDefinition> definitions;
    auto done = m_connection.run("SELECT " XP_DEFINITION_COLUMNS " FROM metric_definitions d WHERE version ="
                                 " (SELECT MAX(version) FROM metric_definitions n WHERE n.project = d.project"
                                 " AND n.key = d.key) AND (? = '' OR project = ?) ORDER BY project, key",
                                 {param(project), param(project)}, [&](const Row& row) {
                                     if (auto definition = definitionOf(row))
                                         definitions.push_back(std::move(*definition));
                                 });
    return done.map([&](std::int64_t) { return std::move(definitions); });
}

} // namespace xp
