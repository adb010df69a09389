// SPDX-License-Identifier: Apache-2.0
#include "core/domain/metric.h"

#include "core/domain/enumtext.h"

#include <nlohmann/json.hpp>

namespace xp {

namespace {

constexpr EnumText kKinds{std::array{EnumName{MetricKind::Conversion, "conversion"},
                                     EnumName{MetricKind::Count, "count"}, EnumName{MetricKind::Sum, "sum"},
                                     EnumName{MetricKind::Mean, "mean"}}};
constexpr EnumText kRoles{std::array{EnumName{MetricRole::Primary, "primary"},
                                     EnumName{MetricRole::Secondary, "secondary"},
                                     EnumName{MetricRole::Guardrail, "guardrail"}}};
constexpr EnumText kDirections{
    std::array{EnumName{Direction::Increase, "increase"}, EnumName{Direction::Decrease, "decrease"}}};

} // namespace

std::string_view toString(MetricKind kind)
{
    return kKinds.text(kind);
}
std::string_view toString(MetricRole role)
{
    return kRoles.text(role);
}
std::string_view toString(Direction direction)
{
    return kDirections.text(direction);
}
std::optional<MetricKind> parseMetricKind(std::string_view text)
{
    return kKinds.parse(text);
}
std::optional<MetricRole> parseMetricRole(std::string_view text)
{
    return kRoles.parse(text);
}
std::optional<Direction> parseDirection(std::string_view text)
{
    return kDirections.parse(text);
}

nlohmann::json toJson(const Metric& metric)
{
    nlohmann::json json{{"name", metric.name},
                        {"kind", toString(metric.kind)},
                        {"role", toString(metric.role)},
                        {"direction", toString(metric.direction)},
                        {"event", metric.event},
                        {"resolution", metric.resolution},
                        {"window", nullptr}};
    if (metric.window)
        json["window"] = toDurationText(*metric.window);
    if (metric.perUnit)
        json["per_unit"] = true;
    return json;
}

std::optional<Metric> metricFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return std::nullopt;
    const auto text = [&](const char* name) {
        const auto it = json.find(name);
        return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
    };
    const auto kind = parseMetricKind(text("kind"));
    const auto role = parseMetricRole(text("role"));
    const auto direction = parseDirection(text("direction"));
    const auto resolution = json.find("resolution");
    if (!kind || !role || !direction || resolution == json.end() || !resolution->is_number())
        return std::nullopt;
    Metric metric{.name = text("name"),
                  .kind = *kind,
                  .role = *role,
                  .direction = *direction,
                  .event = text("event"),
                  .resolution = resolution->get<double>()};
    if (const std::string window = text("window"); !window.empty()) {
        metric.window = parseDuration(window);
        if (!metric.window)
            return std::nullopt;
    }
    metric.perUnit = json.value("per_unit", false);
    return metric;
}

} // namespace xp
