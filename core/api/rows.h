// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
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

Result<AuditLines> auditLinesFromJson(const nlohmann::json& json);
Result<std::vector<EventLine>> eventLinesFromJson(const nlohmann::json& json);

} // namespace xp
