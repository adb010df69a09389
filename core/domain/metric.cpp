// SPDX-License-Identifier: Apache-2.0
#include "core/domain/metric.h"

#include "core/domain/enumtext.h"

#include <nlohmann/json.hpp>

namespace xp {

namespace {

constexpr EnumText kKinds{std::array{
    EnumName{MetricKind::Conversion, "conversion"}, EnumName{MetricKind::Count, "count"},
    EnumName{MetricKind::Sum, "sum"}, EnumName{MetricKind::Mean, "mean"}, EnumName{MetricKind::Ratio, "ratio"},
    EnumName{MetricKind::Retention, "retention"}, EnumName{MetricKind::ActiveDays, "active_days"},
    EnumName{MetricKind::Funnel, "funnel"}, EnumName{MetricKind::Quantile, "quantile"}}};
constexpr EnumText kRoles{std::array{EnumName{MetricRole::Primary, "primary"},
                                     EnumName{MetricRole::Secondary, "secondary"},
                                     EnumName{MetricRole::Guardrail, "guardrail"}}};
constexpr EnumText kDirections{
    std::array{EnumName{Direction::Increase, "increase"}, EnumName{Direction::Decrease, "decrease"}}};

nlohmann::json toJson(const std::vector<PropertyFilter>& filter)
{
    nlohmann::json json = nlohmann::json::array();
    for (const PropertyFilter& condition : filter)
        json.push_back(toJson(condition));
    return json;
}

/// Filters as toJson wrote them.
std::optional<std::vector<PropertyFilter>> filterOf(const nlohmann::json& object)
{
    std::vector<FieldError> errors;
    FieldReader fields(object, "", errors);
    auto filter = readPropertyFilters(fields, "filter", errors);
    return errors.empty() ? std::optional(std::move(filter)) : std::nullopt;
}

nlohmann::json toJson(const Denominator& denominator)
{
    return {{"event", denominator.event},
            {"filter", toJson(denominator.filter)},
            {"aggregate", denominator.sumsValues ? "sum" : "count"},
            {"resolution", denominator.resolution}};
}

std::optional<Denominator> denominatorOf(const nlohmann::json& json)
{
    if (!json.is_object())
        return std::nullopt;
    auto filter = filterOf(json);
    const auto event = json.find("event");
    const auto resolution = json.find("resolution");
    if (!filter || event == json.end() || !event->is_string() || resolution == json.end() || !resolution->is_number())
        return std::nullopt;
    return Denominator{.event = event->get<std::string>(),
                       .filter = std::move(*filter),
                       .sumsValues = json.value("aggregate", "count") == "sum",
                       .resolution = resolution->get<double>()};
}

nlohmann::json toJson(const std::vector<FunnelStep>& steps)
{
    nlohmann::json json = nlohmann::json::array();
    for (const FunnelStep& step : steps) {
        json.push_back({{"event", step.event}});
        if (!step.filter.empty())
            json.back()["filter"] = toJson(step.filter);
    }
    return json;
}

std::optional<std::vector<FunnelStep>> stepsOf(const nlohmann::json& json)
{
    std::vector<FunnelStep> steps;
    if (!json.is_array())
        return std::nullopt;
    for (const nlohmann::json& item : json) {
        auto filter = item.is_object() ? filterOf(item) : std::nullopt;
        const auto event = filter ? item.find("event") : item.end();
        if (!filter || event == item.end() || !event->is_string())
            return std::nullopt;
        steps.push_back({.event = event->get<std::string>(), .filter = std::move(*filter)});
    }
    return steps;
}

/// The fields of one kind only; false when one of them cannot be read.
bool readOfKind(Metric& metric, const nlohmann::json& json)
{
    if (const auto it = json.find("denominator"); it != json.end() && !(metric.denominator = denominatorOf(*it)))
        return false;
    if (const auto it = json.find("after"); it != json.end()) {
        metric.after = it->is_string() ? parseDuration(it->get_ref<const std::string&>()) : std::nullopt;
        if (!metric.after)
            return false;
    }
    if (const auto it = json.find("steps"); it != json.end()) {
        auto steps = stepsOf(*it);
        if (!steps)
            return false;
        metric.steps = std::move(*steps);
    }
    if (const auto it = json.find("quantile"); it != json.end()) {
        if (!it->is_number())
            return false;
        metric.quantile = it->get<double>();
    }
    return true;
}

/// The fields that few metrics have; false when one of them cannot be read.
bool readRare(Metric& metric, const nlohmann::json& json)
{
    metric.perUnit = json.value("per_unit", false);
    auto filter = filterOf(json);
    if (!filter)
        return false;
    metric.filter = std::move(*filter);
    if (!readOfKind(metric, json))
        return false;
    if (const auto it = json.find("metric"); it != json.end()) {
        const auto version = json.find("metric_version");
        if (!it->is_string() || version == json.end() || !version->is_number_integer())
            return false;
        metric.catalogue = CatalogueReference{it->get<std::string>(), version->get<std::int64_t>(),
                                              json.value("metric_pinned", false)};
    }
    if (const auto it = json.find("cap"); it != json.end()) {
        if (!it->is_number())
            return false;
        metric.cap = it->get<double>();
    }
    return true;
}

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
    if (!metric.filter.empty())
        json["filter"] = toJson(metric.filter);
    if (metric.denominator)
        json["denominator"] = toJson(*metric.denominator);
    if (metric.after)
        json["after"] = toDurationText(*metric.after);
    if (!metric.steps.empty())
        json["steps"] = toJson(metric.steps);
    if (metric.quantile)
        json["quantile"] = *metric.quantile;
    if (metric.cap)
        json["cap"] = *metric.cap;
    if (metric.catalogue)
        json.update({{"metric", metric.catalogue->key},
                     {"metric_version", metric.catalogue->version},
                     {"metric_pinned", metric.catalogue->isPinned}});
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
    const std::string name = text("name");
    if (name.empty() || !kind || !role || !direction || resolution == json.end() || !resolution->is_number())
        return std::nullopt;
    Metric metric{.name = name,
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
    if (!readRare(metric, json))
        return std::nullopt;
    return metric;
}

} // namespace xp
