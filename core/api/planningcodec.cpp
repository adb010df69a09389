// SPDX-License-Identifier: Apache-2.0
#include "core/api/planningcodec.h"

#include "core/domain/experiment.h"
#include "core/domain/fieldreader.h"

#include <algorithm>

namespace xp {

namespace {

using nlohmann::json;

constexpr double kMost = 1e15;
constexpr std::size_t kMostMetrics = 100;

/// The kinds whose variance follows from what one knows beforehand.
std::optional<MetricKind> parsePlannedKind(std::string_view text)
{
    const auto kind = parseMetricKind(text);
    const bool isPlanned = kind == MetricKind::Conversion || kind == MetricKind::Count || kind == MetricKind::Sum ||
                           kind == MetricKind::Mean;
    return isPlanned ? kind : std::nullopt;
}

/// The experiment that metrics without a baseline are taken from.
struct Past
{
    const Experiment* experiment = nullptr; ///< nullptr: none is named
    const SufficientStatistics* data = nullptr;
};

/// The metric as it was, with what its control came to.
MetricGuess takeFromPast(FieldReader& fields, const Past& past, Metric& metric)
{
    const std::vector<Metric>& metrics = past.experiment->metrics;
    for (const char* field : {"kind", "direction", "standard_deviation"}) {
        if (fields.has(field))
            fields.add(field, "not_allowed", "comes from the experiment where no baseline is given");
    }
    const auto it = std::ranges::find(metrics, metric.name, &Metric::name);
    if (it == metrics.end()) {
        fields.add("name", "unknown", "is no metric of the experiment; without a baseline it must be one");
        return {};
    }
    const MetricRole role = metric.role;
    metric = *it;
    metric.role = role;
    const auto guess = pastGuess(*past.experiment, *past.data, static_cast<std::size_t>(it - metrics.begin()));
    if (!guess)
        fields.add("name", "no_data",
                   "has no values in the experiment that could be planned with: its control needs users, a value "
                   "above 0 and a variance, which quantiles have not");
    return guess.value_or(MetricGuess{});
}

MetricGuess readGuess(FieldReader& fields, Metric& metric)
{
    metric.kind = fields.choice<MetricKind>("kind", parsePlannedKind, {"conversion", "count", "sum", "mean"})
                      .value_or(MetricKind::Conversion);
    metric.direction =
        fields.choice<Direction>("direction", parseDirection, {"increase", "decrease"}).value_or(Direction::Increase);
    const bool isRate = xp::isRate(metric.kind);
    fields.require("baseline");
    if (!isRate)
        fields.require("standard_deviation");
    return {.name = metric.name,
            .isRate = isRate,
            .baseline = fields.number("baseline", {0, isRate ? 1.0 : kMost, true, isRate}).value_or(0),
            .standardDeviation = fields.number("standard_deviation", {0, kMost, true})};
}

/// A metric's guess, and the metric as an experiment would have it.
void readMetric(FieldReader fields, const Past& past, PlanningInput& input, Experiment& experiment)
{
    fields.require("name");
    fields.refuseUnknown({"name", "kind", "role", "direction", "baseline", "standard_deviation", "correlation"});
    Metric metric{.name = fields.text("name", {.most = 100}).value_or("")};
    metric.role = fields.choice<MetricRole>("role", parseMetricRole, {"primary", "secondary", "guardrail"})
                      .value_or(MetricRole::Primary);
    if (std::ranges::find(experiment.metrics, metric.name, &Metric::name) != experiment.metrics.end())
        fields.add("name", "duplicate", "is there twice");
    const bool isPast = past.experiment && !fields.has("baseline");
    MetricGuess guess = isPast ? takeFromPast(fields, past, metric) : readGuess(fields, metric);
    if (const auto correlation = fields.number("correlation", {0, 1, false, true}))
        guess.correlation = *correlation;
    input.metrics.push_back(std::move(guess));
    experiment.metrics.push_back(std::move(metric));
}

void readMetrics(FieldReader& fields, const Past& past, PlanningInput& input, Experiment& experiment,
                 std::vector<FieldError>& errors)
{
    const json* items = fields.find("metrics");
    if (!items)
        return;
    if (!items->is_array() || items->empty() || items->size() > kMostMetrics) {
        fields.add("metrics", "type", "must be a list of 1 to 100 metrics");
        return;
    }
    for (std::size_t i = 0; i < items->size(); ++i)
        readMetric(FieldReader((*items)[i], "metrics[" + std::to_string(i) + "]", errors), past, input, experiment);
}

json toJson(const MethodPrice& price)
{
    return {{"method", toString(price.method)},
            {"units_per_variant", price.unitsPerVariant},
            {"days", price.days},
            {"expected_days", price.expectedDays}};
}

} // namespace

Result<PlanningInput> planningInputFromJson(const json& body, const Experiment* past, const SufficientStatistics* data)
{
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require("metrics");
    fields.require("plan");
    fields.require("units_per_day");
    fields.refuseUnknown({"experiment", "metrics", "plan", "treatments", "units_per_day"});
    PlanningInput input;
    Experiment experiment;
    readMetrics(fields, {past, data}, input, experiment, errors);
    input.treatments = static_cast<int>(fields.integer("treatments", 1, 99).value_or(1));
    input.unitsPerDay = fields.number("units_per_day", {0, kMost, true}).value_or(0);
    if (const json* plan = fields.find("plan")) {
        auto read = planFromJson(*plan, experiment);
        if (read)
            input.plan = std::move(*read);
        else
            for (FieldError error : read.error().errors) {
                error.field = error.field.empty() ? "plan" : "plan." + error.field;
                errors.push_back(std::move(error));
            }
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return input;
}

json toJson(const PlanningResult& result)
{
    json sizes = json::array();
    for (const MetricSize& size : result.sizes)
        sizes.push_back({{"metric", size.metric},
                         {"role", toString(size.role)},
                         {"units_per_variant", size.unitsPerVariant},
                         {"baseline", size.baseline},
                         {"standard_deviation", size.standardDeviation}});
    json methods = json::array();
    for (const MethodPrice& price : result.prices)
        methods.push_back(toJson(price));
    json power = json::array();
    for (const PowerPoint& point : result.power)
        power.push_back({{"effect", point.effect}, {"power", point.power}});
    json effects = json::array();
    for (const EffectByDay& effect : result.effects)
        effects.push_back({{"day", effect.day}, {"effect", effect.effect}});
    return {{"units_per_variant", result.unitsPerVariant},
            {"days", result.days},
            {"binding_metric", result.bindingMetric},
            {"metrics", std::move(sizes)},
            {"methods", std::move(methods)},
            {"power", std::move(power)},
            {"effects", std::move(effects)}};
}

} // namespace xp
