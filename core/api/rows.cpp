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

std::optional<CatalogueMetric> catalogueMetricFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader fields(json, errors);
    const auto key = fields.required<std::string>("key");
    const auto version = fields.required<std::int64_t>("version");
    if (!errors.empty())
        return std::nullopt;
    // The name and the role are each experiment's own.
    nlohmann::json definition = json;
    definition.update({{"name", key}, {"role", toString(MetricRole::Secondary)}});
    auto metric = metricFromJson(definition);
    if (!metric)
        return std::nullopt;
    metric->catalogue = CatalogueReference{.key = key, .version = version};
    return CatalogueMetric{std::move(*metric), fields.optional<std::string>("project").value_or("default"),
                           fields.optional<std::string>("owner").value_or(""),
                           fields.optional<std::string>("description").value_or("")};
}

Result<std::vector<CatalogueMetric>> catalogueFromJson(const nlohmann::json& json)
{
    std::vector<FieldError> errors;
    JsonReader reader(json, errors);
    std::vector<CatalogueMetric> metrics;
    reader.array("metrics", [&](const nlohmann::json& element, const std::string& path) {
        if (auto metric = catalogueMetricFromJson(element))
            metrics.push_back(std::move(*metric));
        else
            errors.push_back({path, "type", path + " is not a metric"});
    });
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return metrics;
}

} // namespace xp
