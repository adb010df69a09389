// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/metric.h"
#include "core/domain/timestamp.h"

#include <optional>

namespace xp {

// Rows of lists as a reader sees them.

/// Who did what, when, and what it changed.
struct AuditLine
{
    std::string id;
    Timestamp at{};
    std::string actor;
    std::string action; ///< `experiment.start`, ...
    nlohmann::json changes = nlohmann::json::object();
    std::string reason;
};

struct EventLine
{
    std::string id;
    std::string user;
    std::string variant;
    std::string event;
    double value = 1;
    Timestamp time{};
    Timestamp receivedAt{};
};

/// Newest first.
struct AuditLines
{
    std::vector<AuditLine> entries;
    std::string next; ///< cursor of what is older; empty on the last page
};

/// A metric that is defined once, for many experiments.
struct CatalogueMetric
{
    Metric metric; ///< with its reference; the name is its key, and role and direction are proposals
    std::string project;
    std::string owner;
    std::string description;
};

Result<AuditLines> auditLinesFromJson(const nlohmann::json& json);
Result<std::vector<EventLine>> eventLinesFromJson(const nlohmann::json& json);
/// One metric of the catalogue, as the service lists it.
std::optional<CatalogueMetric> catalogueMetricFromJson(const nlohmann::json& json);
Result<std::vector<CatalogueMetric>> catalogueFromJson(const nlohmann::json& json);

} // namespace xp
