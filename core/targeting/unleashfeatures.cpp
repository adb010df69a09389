// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/unleashfeatures.h"

#include <algorithm>

namespace xp {

namespace {

using Json = nlohmann::json;

Json listAt(const Json& object, const char* field)
{
    const auto it = object.find(field);
    return it != object.end() && it->is_array() ? *it : Json::array();
}

std::string textAt(const Json& object, const char* field)
{
    const auto it = object.find(field);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

Json fieldOf(const Json& object, const char* field)
{
    return object.is_object() ? object.value(field, Json()) : Json();
}

void put(Json& list, const char* key, const Json& item)
{
    const Json name = fieldOf(item, key);
    const auto same = std::ranges::find_if(list, [&](const Json& other) { return fieldOf(other, key) == name; });
    if (same == list.end())
        list.push_back(item);
    else
        *same = item;
}

void drop(Json& list, const char* key, const Json& value)
{
    Json kept = Json::array();
    for (Json& item : list) {
        if (fieldOf(item, key) != value)
            kept.push_back(std::move(item));
    }
    list = std::move(kept);
}

/// The state that a delta's events lead to.
Json replayed(const Json& events)
{
    Json state{{"features", Json::array()}, {"segments", Json::array()}};
    for (const Json& event : events) {
        const std::string type = textAt(event, "type");
        if (type == "hydration")
            state = {{"features", listAt(event, "features")}, {"segments", listAt(event, "segments")}};
        else if (type == "feature-updated" && event.contains("feature"))
            put(state["features"], "name", event["feature"]);
        else if (type == "feature-removed")
            drop(state["features"], "name", fieldOf(event, "featureName"));
        else if (type == "segment-updated" && event.contains("segment"))
            put(state["segments"], "id", event["segment"]);
        else if (type == "segment-removed")
            drop(state["segments"], "id", fieldOf(event, "segmentId"));
    }
    return state;
}

} // namespace

UnleashFeatures::UnleashFeatures(const Json& given)
{
    if (!given.is_object())
        return;
    const Json state = given.contains("events") ? replayed(listAt(given, "events")) : given;
    UnleashStrategy::Segments segments;
    for (const Json& segment : listAt(state, "segments")) {
        if (segment.is_object() && segment.contains("id") && segment["id"].is_number_integer())
            segments[segment["id"].get<std::int64_t>()] = constraintsOf(segment);
    }
    read(listAt(state, "features"), segments);
}

void UnleashFeatures::read(const Json& features, const UnleashStrategy::Segments& segments)
{
    for (const Json& json : features) {
        if (!json.is_object())
            continue;
        const std::string name = textAt(json, "name");
        Feature feature{.enabled = json.value("enabled", Json()) == true,
                        .variants = UnleashVariants(listAt(json, "variants"), name, "default")};
        for (const Json& strategy : listAt(json, "strategies")) {
            if (strategy.is_object())
                feature.strategies.emplace_back(strategy, name, segments);
        }
        for (const Json& parent : listAt(json, "dependencies")) {
            Dependency dependency{.feature = textAt(parent, "feature"), .enabled = fieldOf(parent, "enabled") != false};
            for (const Json& variant : listAt(parent, "variants"))
                dependency.variants.push_back(variant.is_string() ? variant.get<std::string>() : std::string());
            feature.dependencies.push_back(std::move(dependency));
        }
        m_features.insert_or_assign(name, std::move(feature));
    }
}

UnleashFeatures::Found UnleashFeatures::evaluate(const Feature& feature, const UnleashContext& context) const
{
    if (!feature.enabled)
        return {};
    if (!std::ranges::all_of(feature.dependencies, [&](const Dependency& d) { return isSatisfied(d, context); }))
        return {};
    if (feature.strategies.empty())
        return {.enabled = true};
    for (const UnleashStrategy& strategy : feature.strategies) {
        if (strategy.holds(context))
            return {.enabled = true, .strategy = &strategy};
    }
    return {};
}

/// A parent must be there and must not depend on others itself, which also rules out circles.
bool UnleashFeatures::isSatisfied(const Dependency& dependency, const UnleashContext& context) const
{
    const auto parent = m_features.find(dependency.feature);
    if (parent == m_features.end() || !parent->second.dependencies.empty())
        return false;
    if (!dependency.enabled)
        return !isEnabled(dependency.feature, context);
    const UnleashVariant chosen = variant(dependency.feature, context);
    return chosen.featureEnabled && (dependency.variants.empty() ||
                                     std::ranges::find(dependency.variants, chosen.name) != dependency.variants.end());
}

bool UnleashFeatures::isEnabled(const std::string& feature, const UnleashContext& context) const
{
    const auto it = m_features.find(feature);
    return it != m_features.end() && evaluate(it->second, context).enabled;
}

UnleashVariant UnleashFeatures::variant(const std::string& feature, const UnleashContext& context) const
{
    const auto it = m_features.find(feature);
    if (it == m_features.end())
        return {};
    const Found found = evaluate(it->second, context);
    if (!found.enabled)
        return {};
    const bool ofStrategy = found.strategy && !found.strategy->variants().isEmpty();
    const UnleashVariants& variants = ofStrategy ? found.strategy->variants() : it->second.variants;
    UnleashVariant chosen = variants.isEmpty() ? UnleashVariant() : variants.choose(context);
    chosen.featureEnabled = true;
    return chosen;
}

} // namespace xp
