// SPDX-License-Identifier: Apache-2.0
#include "core/api/rows.h"

#include "core/domain/jsonreader.h"

namespace xp {

Result<AuditLines> auditLinesFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    AuditLines page;
    reader.array("entries", [&](const nlohmann::json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        const nlohmann::json* changes = fields.find("changes");
        page.entries.push_back({.id = fields.required<std::string>("id"),
                                .at = fields.requiredTime("at"),
                                .actor = fields.required<std::string>("actor"),
                                .action = fields.required<std::string>("action"),
                                .changes = changes ? *changes : nlohmann::json::object(),
                                .reason = fields.optional<std::string>("reason").value_or("")});
    });
    page.next = reader.optional<std::string>("next").value_or("");
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return page;
}

Result<std::vector<EventLine>> eventLinesFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    std::vector<EventLine> events;
    reader.array("events", [&](const nlohmann::json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        events.push_back({.id = fields.required<std::string>("id"),
                          .user = fields.required<std::string>("user_id"),
                          .variant = fields.required<std::string>("variant"),
                          .event = fields.required<std::string>("event_name"),
                          .value = fields.required<double>("value"),
                          .time = fields.requiredTime("timestamp"),
                          .receivedAt = fields.requiredTime("received_at")});
    });
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return events;
}

} // namespace xp
