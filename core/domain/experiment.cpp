// SPDX-License-Identifier: Apache-2.0
#include "core/domain/experiment.h"

#include "core/domain/enumtext.h"

#include <algorithm>

namespace xp {

namespace {

constexpr EnumText kStatuses{std::array{EnumName{Status::Draft, "draft"}, EnumName{Status::Running, "running"},
                                        EnumName{Status::Paused, "paused"}, EnumName{Status::Stopped, "stopped"},
                                        EnumName{Status::Archived, "archived"}}};
constexpr EnumText kHashes{
    std::array{EnumName{HashAlgorithm::Native, "native"}, EnumName{HashAlgorithm::GrowthbookV1, "growthbook_v1"},
               EnumName{HashAlgorithm::GrowthbookV2, "growthbook_v2"}, EnumName{HashAlgorithm::Unleash, "unleash"},
               EnumName{HashAlgorithm::Sha256Mod10000, "sha256_mod10000"}}};

constexpr EnumText kFlagValues{
    std::array{EnumName{FlagValue::Variant, "variant"}, EnumName{FlagValue::Config, "config"}}};

std::vector<std::size_t> positionsWhere(const std::vector<Metric>& metrics, auto&& predicate)
{
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (predicate(metrics[i]))
            positions.push_back(i);
    }
    return positions;
}

} // namespace

std::string_view toString(Status status)
{
    return kStatuses.text(status);
}
std::optional<Status> parseStatus(std::string_view text)
{
    return kStatuses.parse(text);
}
std::string_view toString(HashAlgorithm hash)
{
    return kHashes.text(hash);
}
std::optional<HashAlgorithm> parseHashAlgorithm(std::string_view text)
{
    return kHashes.parse(text);
}
std::string_view toString(FlagValue value)
{
    return kFlagValues.text(value);
}
std::optional<FlagValue> parseFlagValue(std::string_view text)
{
    return kFlagValues.parse(text);
}

nlohmann::json toJson(const Variant& variant)
{
    return {{"name", variant.name}, {"allocation", variant.allocation}, {"config", variant.config}};
}

std::optional<Variant> variantFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return std::nullopt;
    const auto name = json.find("name");
    const auto allocation = json.find("allocation");
    if (name == json.end() || !name->is_string() || allocation == json.end() || !allocation->is_number())
        return std::nullopt;
    return Variant{name->get<std::string>(), allocation->get<double>(), json.value("config", nlohmann::json::object())};
}

std::optional<std::size_t> variantIndex(const Experiment& experiment, std::string_view name)
{
    const auto it = std::ranges::find(experiment.variants, name, &Variant::name);
    if (it == experiment.variants.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - experiment.variants.begin());
}

Plan presentPlan(const Experiment& experiment)
{
    return experiment.plan ? *experiment.plan : defaultPlan(experiment);
}

Plan decidingPlan(const Experiment& experiment)
{
    return experiment.frozenPlan ? *experiment.frozenPlan : presentPlan(experiment);
}

Headline headlineOf(const Experiment& experiment)
{
    auto primaries = positionsWhere(experiment.metrics, [](const Metric& m) { return m.role == MetricRole::Primary; });
    if (!primaries.empty())
        return {Headline::Kind::Primary, std::move(primaries)};
    return {Headline::Kind::AnyOf,
            positionsWhere(experiment.metrics, [](const Metric& m) { return m.kind == MetricKind::Conversion; })};
}

std::string scopeOf(const std::string& project, const std::string& environment)
{
    return project + "/" + environment;
}

bool keepsAnyConversion(const Experiment& experiment)
{
    const Headline headline = headlineOf(experiment);
    return headline.kind == Headline::Kind::AnyOf && headline.metrics.size() > 1;
}

double anyConversionResolution(const Experiment& experiment)
{
    double coarsest = 0;
    for (const Metric& metric : experiment.metrics) {
        if (metric.kind == MetricKind::Conversion)
            coarsest = std::max(coarsest, metric.resolution);
    }
    return coarsest > 0 ? coarsest : Metric{}.resolution;
}

std::optional<Duration> longestWindow(const Experiment& experiment)
{
    std::optional<Duration> longest;
    for (const Metric& metric : experiment.metrics)
        longest = std::max(longest, watchedFor(metric)); // nothing is less than any
    return longest;
}

Metric anyConversionMetric(const Experiment& experiment)
{
    Metric metric{.name = "any_conversion", .resolution = anyConversionResolution(experiment)};
    bool decrease = true;
    for (const Metric& m : experiment.metrics) {
        if (m.kind != MetricKind::Conversion)
            continue;
        decrease = decrease && m.direction == Direction::Decrease;
        if (m.window)
            metric.window = std::max(metric.window.value_or(Duration(0)), *m.window);
    }
    metric.direction = decrease ? Direction::Decrease : Direction::Increase;
    return metric;
}

} // namespace xp
