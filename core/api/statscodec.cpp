// SPDX-License-Identifier: Apache-2.0
#include "core/api/statscodec.h"

#include "core/domain/enumtext.h"
#include "core/domain/jsonreader.h"
#include "core/domain/sentencecodec.h"

#include <algorithm>

namespace xp {

namespace {

using nlohmann::json;

constexpr EnumText kHeadlineKinds{
    std::array{EnumName{Headline::Kind::Primary, "primary"}, EnumName{Headline::Kind::AnyOf, "any_of"}}};

json toJson(const VariantStats& v);
json toJson(const Comparison& c);
json toJson(const MetricStats& m);

template <typename T>
json listOf(const std::vector<T>& values)
{
    json list = json::array();
    for (const T& value : values)
        list.push_back(toJson(value));
    return list;
}

json toJson(const VariantStats& v)
{
    return {{"variant", v.variant},
            {"sample_size", v.sampleSize},
            {"conversions", v.conversions},
            {"conversion_rate", orNull(v.conversionRate)},
            {"mean_value", orNull(v.meanValue)},
            {"std_dev", orNull(v.stdDev)},
            {"confidence_interval", orNull(v.confidenceInterval)}};
}

json toJson(const Comparison& c)
{
    return {{"treatment", c.treatment},
            {"estimate", orNull(c.estimate)},
            {"effect_size", orNull(c.effectSize)},
            {"effect_size_interval", orNull(c.effectSizeInterval)},
            {"confidence_interval", orNull(c.confidenceInterval)},
            {"level", c.level},
            {"test", c.test},
            {"statistic", orNull(c.statistic)},
            {"p_value", orNull(c.pValue)},
            {"adjusted_p_value", orNull(c.adjustedPValue)}};
}

json toJson(const MetricStats& m)
{
    return {{"name", m.name},
            {"kind", toString(m.kind)},
            {"role", toString(m.role)},
            {"direction", toString(m.direction)},
            {"variants", listOf(m.variants)},
            {"comparisons", listOf(m.comparisons)}};
}

json toJson(const std::optional<PlannedEffect>& effect)
{
    if (!effect)
        return nullptr;
    const auto& bounds = effect->interval;
    return {{"metric", effect->metric},
            {"treatment", effect->treatment},
            {"lift", orNull(effect->lift)},
            {"lift_interval", bounds ? json{orNull(bounds->lower), orNull(bounds->upper)} : json(nullptr)},
            {"level", effect->level},
            {"p_value", orNull(effect->pValue)},
            {"probability_better", orNull(effect->probability)}};
}

json headlineToJson(const Stats& stats)
{
    json names = json::array();
    for (const std::size_t position : stats.headline.metrics) {
        if (position < stats.metrics.size())
            names.push_back(stats.metrics[position].name);
    }
    return {{"kind", kHeadlineKinds.text(stats.headline.kind)}, {"metrics", std::move(names)}};
}

std::optional<Interval> readInterval(JsonReader& reader, const char* name)
{
    const json* field = reader.find(name);
    if (!field || field->is_null())
        return std::nullopt;
    if (!field->is_array() || field->size() != 2 || !(*field)[0].is_number() || !(*field)[1].is_number()) {
        reader.note(name, "type", "is not a pair of numbers");
        return std::nullopt;
    }
    return Interval{(*field)[0].get<double>(), (*field)[1].get<double>()};
}

VariantStats readVariant(JsonReader reader)
{
    return {.variant = reader.required<std::string>("variant"),
            .sampleSize = reader.required<std::int64_t>("sample_size"),
            .conversions = reader.required<std::int64_t>("conversions"),
            .conversionRate = reader.optional<double>("conversion_rate"),
            .meanValue = reader.optional<double>("mean_value"),
            .stdDev = reader.optional<double>("std_dev"),
            .confidenceInterval = readInterval(reader, "confidence_interval")};
}

Comparison readComparison(JsonReader reader)
{
    return {.treatment = reader.required<std::string>("treatment"),
            .estimate = reader.optional<double>("estimate"),
            .effectSize = reader.optional<double>("effect_size"),
            .effectSizeInterval = readInterval(reader, "effect_size_interval"),
            .confidenceInterval = readInterval(reader, "confidence_interval"),
            .level = reader.optional<double>("level").value_or(0.95),
            .test = reader.optional<std::string>("test").value_or(""),
            .statistic = reader.optional<double>("statistic"),
            .pValue = reader.optional<double>("p_value"),
            .adjustedPValue = reader.optional<double>("adjusted_p_value")};
}

std::vector<VariantStats> readVariants(JsonReader& reader, std::vector<FieldError>& errors)
{
    std::vector<VariantStats> variants;
    reader.array("variants", [&](const json& element, const std::string& path) {
        variants.push_back(readVariant(JsonReader(element, errors, path)));
    });
    return variants;
}

std::vector<Comparison> readComparisons(JsonReader& reader, std::vector<FieldError>& errors)
{
    std::vector<Comparison> comparisons;
    reader.array("comparisons", [&](const json& element, const std::string& path) {
        comparisons.push_back(readComparison(JsonReader(element, errors, path)));
    });
    return comparisons;
}

MetricStats readMetric(JsonReader reader, std::vector<FieldError>& errors)
{
    MetricStats metric;
    metric.name = reader.required<std::string>("name");
    metric.kind = reader.parsed("kind", [](std::string_view text) { return parseMetricKind(text); });
    metric.role = reader.parsed("role", [](std::string_view text) { return parseMetricRole(text); });
    metric.direction = reader.parsed("direction", [](std::string_view text) { return parseDirection(text); });
    metric.variants = readVariants(reader, errors);
    metric.comparisons = readComparisons(reader, errors);
    return metric;
}

Headline readHeadline(JsonReader reader, const std::vector<MetricStats>& metrics)
{
    Headline headline;
    headline.kind = reader.parsed("kind", [](std::string_view text) { return kHeadlineKinds.parse(text); });
    reader.array("metrics", [&](const json& element, const std::string&) {
        const auto it = std::ranges::find_if(
            metrics, [&](const MetricStats& m) { return element.is_string() && element == m.name; });
        if (it != metrics.end())
            headline.metrics.push_back(static_cast<std::size_t>(it - metrics.begin()));
    });
    return headline;
}

PlannedEffect readPlanned(JsonReader reader)
{
    PlannedEffect effect{.metric = reader.required<std::string>("metric"),
                         .treatment = reader.required<std::string>("treatment"),
                         .lift = reader.optional<double>("lift"),
                         .level = reader.optional<double>("level").value_or(0.95),
                         .pValue = reader.optional<double>("p_value"),
                         .probability = reader.optional<double>("probability_better")};
    const json* bounds = reader.find("lift_interval");
    const auto endOf = [](const json& end) {
        return end.is_number() ? std::optional(end.get<double>()) : std::nullopt;
    };
    if (bounds && bounds->is_array() && bounds->size() == 2)
        effect.interval = Bounds{endOf((*bounds)[0]), endOf((*bounds)[1])};
    else if (bounds && !bounds->is_null())
        reader.note("lift_interval", "type", "is not a pair");
    return effect;
}

Sentence readRecommendation(JsonReader& reader)
{
    if (const json* detail = reader.find("recommendation_detail")) {
        if (auto sentence = sentenceFromJson(*detail))
            return *sentence;
    }
    return {.text = reader.required<std::string>("recommendation")};
}

void readSummary(JsonReader& reader, Stats& stats)
{
    stats.experimentId = reader.required<std::string>("experiment_id");
    stats.experimentName = reader.required<std::string>("experiment_name");
    stats.status = reader.parsed("status", [](std::string_view text) { return parseStatus(text); });
    stats.controlVariant = reader.optional<std::string>("control_variant").value_or("");
    stats.winner = reader.optional<std::string>("winner");
    stats.statisticalSignificance = reader.optional<bool>("statistical_significance").value_or(false);
    stats.pValue = reader.optional<double>("p_value");
    stats.confidenceLevel = reader.optional<double>("confidence_level").value_or(stats.confidenceLevel);
    stats.effectSize = reader.optional<double>("effect_size");
    stats.recommendation = readRecommendation(reader);
    stats.sampleSizePerVariant = reader.optional<std::int64_t>("sample_size_per_variant").value_or(0);
    stats.totalConversions = reader.optional<std::int64_t>("total_conversions").value_or(0);
    stats.method = reader.optional<std::string>("method").value_or(stats.method);
    stats.plannedMethod = reader.optional<std::string>("planned_method").value_or(stats.plannedMethod);
    stats.plannedLook = reader.optional<bool>("planned_look").value_or(false);
    stats.decision = reader.optional<std::string>("decision").value_or("");
}

/// Calls `read` with a reader of the object `name`, unless it is absent or null.
template <typename Read>
void withObject(JsonReader& reader, const char* name, std::vector<FieldError>& errors, Read&& read)
{
    if (const json* object = reader.find(name); object && !object->is_null())
        read(JsonReader(*object, errors, reader.pathOf(name)));
}

} // namespace

json toJson(const Stats& stats)
{
    const SampleRatio& ratio = stats.sampleRatio;
    const Progress& progress = stats.progress;
    return {{"experiment_id", stats.experimentId},
            {"experiment_name", stats.experimentName},
            {"status", toString(stats.status)},
            {"variants", listOf(stats.variants)},
            {"comparisons", listOf(stats.comparisons)},
            {"control_variant", stats.controlVariant},
            {"winner", orNull(stats.winner)},
            {"statistical_significance", stats.statisticalSignificance},
            {"p_value", orNull(stats.pValue)},
            {"confidence_level", stats.confidenceLevel},
            {"effect_size", orNull(stats.effectSize)},
            {"recommendation", stats.recommendation.text},
            {"recommendation_detail", toJson(stats.recommendation)},
            {"sample_size_per_variant", stats.sampleSizePerVariant},
            {"total_conversions", stats.totalConversions},
            {"metrics", listOf(stats.metrics)},
            {"sample_ratio",
             {{"statistic", orNull(ratio.statistic)}, {"p_value", orNull(ratio.pValue)}, {"mismatch", ratio.mismatch}}},
            {"progress",
             {{"target", progress.target},
              {"smallest_variant", progress.smallestVariant},
              {"fraction", progress.fraction}}},
            {"method", stats.method},
            {"planned_method", stats.plannedMethod},
            {"planned_look", stats.plannedLook},
            {"headline", headlineToJson(stats)},
            {"planned", toJson(stats.planned)},
            {"decision", stats.decision},
            {"warnings", listOf(stats.warnings)}};
}

Result<Stats> statsFromJson(const json& body)
{
    std::vector<FieldError> errors;
    JsonReader reader(body, errors);
    Stats stats;
    readSummary(reader, stats);
    stats.variants = readVariants(reader, errors);
    if (reader.find("comparisons"))
        stats.comparisons = readComparisons(reader, errors);
    reader.array("metrics", [&](const json& element, const std::string& path) {
        stats.metrics.push_back(readMetric(JsonReader(element, errors, path), errors));
    });
    withObject(reader, "sample_ratio", errors, [&](JsonReader fields) {
        stats.sampleRatio = {.statistic = fields.optional<double>("statistic"),
                             .pValue = fields.optional<double>("p_value"),
                             .mismatch = fields.optional<bool>("mismatch").value_or(false)};
    });
    withObject(reader, "progress", errors, [&](JsonReader fields) {
        stats.progress = {.target = fields.optional<std::int64_t>("target").value_or(0),
                          .smallestVariant = fields.optional<std::int64_t>("smallest_variant").value_or(0),
                          .fraction = fields.optional<double>("fraction").value_or(0)};
    });
    withObject(reader, "headline", errors,
               [&](JsonReader fields) { stats.headline = readHeadline(fields, stats.metrics); });
    withObject(reader, "planned", errors, [&](JsonReader fields) { stats.planned = readPlanned(fields); });
    if (reader.find("warnings")) {
        reader.array("warnings", [&](const json& element, const std::string&) {
            if (auto sentence = sentenceFromJson(element))
                stats.warnings.push_back(std::move(*sentence));
        });
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return stats;
}

} // namespace xp
