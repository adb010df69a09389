// SPDX-License-Identifier: Apache-2.0
#include "core/domain/metricinput.h"

#include "core/domain/fieldreader.h"

namespace xp {

namespace {

constexpr FieldReader::Text kName{.most = 200, .form = FieldReader::Form::Name};
constexpr FieldReader::Text kEvent{.most = 200}; // applications name it

template <typename T>
void set(T& to, std::optional<T> value)
{
    if (value)
        to = std::move(*value);
}

/// Where a kind cannot do without a field, null is as little as nothing.
void requireValue(FieldReader& fields, std::string_view field)
{
    fields.require(field);
    if (const nlohmann::json* value = fields.find(field); value && value->is_null())
        fields.add(field, "required", "is required");
}

std::optional<Duration> duration(FieldReader& fields, std::string_view field)
{
    const nlohmann::json* value = fields.find(field);
    if (!value || value->is_null())
        return std::nullopt;
    const auto duration = value->is_string() ? parseDuration(value->get_ref<const std::string&>()) : std::nullopt;
    if (!duration)
        fields.add(field, "format", "must be a positive whole number and d, h, m or s, such as 7d");
    return duration;
}

Denominator readDenominator(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors)
{
    FieldReader fields(item, path, errors);
    fields.require("event");
    fields.refuseUnknown({"event", "filter", "aggregate", "resolution"});
    Denominator denominator{.event = fields.text("event", kEvent).value_or(""),
                            .filter = readPropertyFilters(fields, "filter", errors)};
    const auto aggregate = fields.text("aggregate", {});
    if (aggregate && *aggregate != "count" && *aggregate != "sum")
        fields.add("aggregate", "not_allowed", "is " + shown(*aggregate) + "; it must be one of count, sum");
    denominator.sumsValues = aggregate == "sum";
    denominator.resolution = denominator.sumsValues ? 0.01 : 1;
    if (denominator.sumsValues)
        set(denominator.resolution, fields.number("resolution", {1e-12, 1e12}));
    else if (const auto resolution = fields.number("resolution"); resolution && *resolution != 1)
        fields.add("resolution", "not_allowed", "is of a denominator with aggregate sum");
    return denominator;
}

constexpr std::size_t kMostSteps = 20;

FunnelStep readStep(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors)
{
    FieldReader fields(item, path, errors);
    fields.require("event");
    fields.refuseUnknown({"event", "filter"});
    return {.event = fields.text("event", kEvent).value_or(""),
            .filter = readPropertyFilters(fields, "filter", errors)};
}

/// A step may be written as the event's name alone.
std::vector<FunnelStep> readSteps(FieldReader& fields, std::vector<FieldError>& errors)
{
    std::vector<FunnelStep> steps;
    const nlohmann::json* items = fields.find("steps");
    if (!items || !items->is_array() || items->size() < 2 || items->size() > kMostSteps) {
        fields.add("steps", items ? "type" : "required",
                   "must be a list of 2 to " + std::to_string(kMostSteps) +
                       " steps, each the name of an event or {event, filter}");
        return steps;
    }
    for (std::size_t i = 0; i < items->size(); ++i) {
        const nlohmann::json& item = (*items)[i];
        steps.push_back(readStep(item.is_string() ? nlohmann::json{{"event", item}} : item,
                                 fields.pathOf("steps") + "[" + std::to_string(i) + "]", errors));
    }
    return steps;
}

/// The event of a funnel is that of its last step, and each step has its own filter.
void readFunnel(Metric& metric, FieldReader& fields, std::vector<FieldError>& errors)
{
    const std::size_t before = errors.size();
    metric.steps = readSteps(fields, errors);
    if (errors.size() > before)
        return;
    if (fields.has("event") && metric.event != metric.steps.back().event)
        fields.add("event", "not_allowed", "is that of the last step of a funnel; leave it out");
    if (!metric.filter.empty())
        fields.add("filter", "not_allowed", "stands with the steps of a funnel");
    metric.event = metric.steps.back().event;
}

/// What belongs to the kinds whose value is more than a number of events or a sum.
void readShaped(Metric& metric, FieldReader& fields, std::vector<FieldError>& errors)
{
    const auto given = [&](std::string_view field) {
        const nlohmann::json* value = fields.find(field);
        return value && !value->is_null();
    };
    if (metric.kind == MetricKind::Funnel)
        readFunnel(metric, fields, errors);
    else if (given("steps"))
        fields.add("steps", "not_allowed", "is of metrics of kind funnel only");
    if (metric.kind == MetricKind::Quantile)
        requireValue(fields, "quantile");
    else if (given("quantile"))
        fields.add("quantile", "not_allowed", "is of metrics of kind quantile only");
    if (given("quantile"))
        metric.quantile = fields.number("quantile", {.least = 0, .most = 1, .excludeLeast = true, .excludeMost = true});
    if (metric.kind == MetricKind::ActiveDays) {
        if (given("resolution") && metric.resolution != 1)
            fields.add("resolution", "not_allowed", "of days is 1");
        metric.resolution = 1;
    }
}

/// What belongs to some kinds only.
void readOfKind(Metric& metric, const nlohmann::json& item, FieldReader& fields, std::vector<FieldError>& errors)
{
    const auto given = [&](std::string_view field) {
        const nlohmann::json* value = fields.find(field);
        return value && !value->is_null();
    };
    if (metric.kind == MetricKind::Ratio) {
        requireValue(fields, "denominator");
        if (given("denominator"))
            metric.denominator = readDenominator(item["denominator"], fields.pathOf("denominator"), errors);
    } else if (given("denominator")) {
        fields.add("denominator", "not_allowed", "is of metrics of kind ratio only");
    }
    if (metric.kind == MetricKind::Retention)
        requireValue(fields, "after");
    else if (given("after"))
        fields.add("after", "not_allowed", "is of metrics of kind retention only");
    metric.after = duration(fields, "after");
    if (metric.after && metric.window && *metric.window <= *metric.after)
        fields.add("window", "range", "must be longer than after: no event could count");
    if (given("cap")) {
        const bool isWhole = metric.kind == MetricKind::Count || metric.kind == MetricKind::ActiveDays;
        if (isRate(metric.kind) || metric.kind == MetricKind::Quantile)
            fields.add("cap", "not_allowed", "is of metrics of kind count, sum, mean, ratio and active_days only");
        metric.cap = fields.number("cap", {isWhole ? 1.0 : 0.0, 1e15, !isWhole});
    }
    readShaped(metric, fields, errors);
}

} // namespace

Metric readMetric(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors,
                  std::span<const std::string> stored)
{
    FieldReader fields(item, path, errors);
    fields.require("name");
    fields.refuseUnknown({"name", "kind", "role", "direction", "event", "resolution", "window", "per_unit", "filter",
                          "denominator", "after", "steps", "quantile", "cap", "metric", "metric_version",
                          "metric_pinned"});
    Metric metric;
    metric.name = fields.text("name", kName, stored).value_or("");
    const auto kind = fields.choice<MetricKind>(
        "kind", parseMetricKind,
        {"conversion", "count", "sum", "mean", "ratio", "retention", "active_days", "funnel", "quantile"});
    set(metric.kind, kind);
    set(metric.role, fields.choice<MetricRole>("role", parseMetricRole, {"primary", "secondary", "guardrail"}));
    set(metric.direction, fields.choice<Direction>("direction", parseDirection, {"increase", "decrease"}));
    metric.event = fields.text("event", kEvent).value_or(metric.name);
    set(metric.resolution, fields.number("resolution", {1e-12, 1e12}));
    metric.window = duration(fields, "window");
    metric.perUnit = fields.boolean("per_unit").value_or(false);
    metric.filter = readPropertyFilters(fields, "filter", errors);
    if (kind || !fields.has("kind")) // what a wrong kind would allow nobody can say
        readOfKind(metric, item, fields, errors);
    if (auto key = fields.text("metric", {.most = 100}))
        metric.catalogue =
            CatalogueReference{std::move(*key), fields.integer("metric_version", 1, 1'000'000'000).value_or(1),
                               fields.boolean("metric_pinned").value_or(false)};
    return metric;
}

} // namespace xp
