// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/metric.h"

#include <vector>

namespace xp {

class Connection;

/// A version of a metric in the catalogue of a project; versions never change.
struct MetricDefinition
{
    std::string project;
    std::string key;
    std::int64_t version = 1;
    std::string owner;
    std::string description;
    Metric metric; ///< its name is the key; role and reference are the experiment's
    Timestamp createdAt{};
    std::string author;
};

class MetricTable
{
public:
    explicit MetricTable(Connection& connection) : m_connection(connection) {}

    /// Conflict `metric_version_taken` when there is this version already.
    Result<void> insert(const MetricDefinition& definition);
    /// The newest version, or the one asked for. NotFound `metric_not_found`.
    Result<MetricDefinition> find(const std::string& project, const std::string& key,
                                  std::optional<std::int64_t> version = std::nullopt);
    /// The newest version of each, by project and key; `project` empty: of all.
    Result<std::vector<MetricDefinition>> all(const std::string& project);

private:
    Connection& m_connection;
};

} // namespace xp
