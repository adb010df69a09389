// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/conditionreader.h"

#include <algorithm>
#include <array>

namespace xp {

namespace {

constexpr int kDeepest = 16;
constexpr int kMostConditions = 1000;
constexpr std::array kForms{"all", "any", "not", "attribute", "segment", "experiment", "growthbook", "unleash"};

/// Which form an object has; nullptr when it has none, or several.
const char* formOf(const nlohmann::json& json)
{
    const char* found = nullptr;
    for (const char* form : kForms) {
        if (!json.contains(form))
            continue;
        if (found)
            return nullptr;
        found = form;
    }
    return found;
}

void collect(const nlohmann::json& json, const char* field, std::set<std::string>& names)
{
    if (json.is_array()) {
        for (const auto& part : json)
            collect(part, field, names);
    }
    if (!json.is_object())
        return;
    if (const auto it = json.find(field); it != json.end() && it->is_string())
        names.insert(it->get<std::string>());
    for (const char* inner : {"all", "any", "not"}) {
        if (const auto it = json.find(inner); it != json.end())
            collect(*it, field, names);
    }
}

} // namespace

std::set<std::string> segmentsIn(const nlohmann::json& condition)
{
    std::set<std::string> names;
    collect(condition, "segment", names);
    return names;
}

std::set<std::string> experimentsIn(const nlohmann::json& condition)
{
    std::set<std::string> names;
    collect(condition, "experiment", names);
    return names;
}

std::optional<Condition> ConditionReader::read(const nlohmann::json& json, const std::string& path)
{
    const std::size_t before = m_errors.size();
    auto condition = part(json, path, 0);
    if (m_errors.size() > before)
        return std::nullopt;
    std::ranges::sort(m_prerequisites);
    const auto repeated = std::ranges::unique(m_prerequisites);
    m_prerequisites.erase(repeated.begin(), repeated.end());
    condition->m_prerequisites = std::move(m_prerequisites);
    return condition;
}

void ConditionReader::note(const std::string& path, const char* code, const std::string& message)
{
    m_errors.push_back({path, code, path + " " + message});
}

std::optional<Condition> ConditionReader::part(const nlohmann::json& json, const std::string& path, int depth)
{
    const std::size_t before = m_errors.size();
    Condition condition;
    condition.m_json = json;
    if (!json.is_object()) {
        note(path, "type", "must be an object");
        return std::nullopt;
    }
    if (depth > kDeepest || ++m_count > kMostConditions) {
        note(path, "too_many", "is one too many: at most 1,000 conditions, nested 16 deep, are allowed");
        return std::nullopt;
    }
    if (json.empty() && depth == 0)
        return condition;
    const char* form = formOf(json);
    if (!form) {
        note(path, "form",
             "must have exactly one of all, any, not, attribute, segment, experiment, growthbook, unleash");
        return std::nullopt;
    }
    const std::string_view name = form;
    const std::string inner = path + "." + form;
    const nlohmann::json& value = json[form];
    if (name != "attribute")
        FieldReader(json, path, m_errors).refuseUnknown({name, name == "experiment" ? "variants" : name});
    if (name == "all")
        condition.m_rule = Condition::All{parts(value, inner, depth)};
    else if (name == "any")
        condition.m_rule = Condition::Any{parts(value, inner, depth)};
    else if (name == "not") {
        auto negated = part(value, inner, depth + 1);
        condition.m_rule = Condition::Not{negated ? std::make_shared<const Condition>(std::move(*negated)) : nullptr};
    } else if (name == "attribute") {
        if (auto test = AttributeTest::read(json, path, m_errors))
            condition.m_rule = std::move(*test);
    } else if (name == "segment") {
        if (auto found = segment(json, path, depth))
            condition.m_rule = std::move(*found);
    } else if (name == "experiment") {
        if (auto found = prerequisite(json, path))
            condition.m_rule = std::move(*found);
    } else if (!(name == "growthbook" ? value.is_object() : value.is_array())) {
        note(inner, "type", name == "growthbook" ? "must be an object" : "must be a list of constraints");
    } else if (name == "growthbook") {
        condition.m_rule = GrowthbookCondition(value);
    } else {
        condition.m_rule = Condition::Foreign{constraintsOf(json, "unleash")};
    }
    if (m_errors.size() > before)
        return std::nullopt;
    return condition;
}

std::vector<Condition> ConditionReader::parts(const nlohmann::json& json, const std::string& path, int depth)
{
    std::vector<Condition> read;
    if (!json.is_array() || json.empty()) {
        note(path, "type", "must be a list of at least one condition");
        return read;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (auto one = part(json[i], path + "[" + std::to_string(i) + "]", depth + 1))
            read.push_back(std::move(*one));
    }
    return read;
}

std::optional<Condition::Segment> ConditionReader::segment(const nlohmann::json& json, const std::string& path,
                                                           int depth)
{
    FieldReader fields(json, path, m_errors);
    const auto name = fields.text("segment", {.most = 100});
    if (!name)
        return std::nullopt;
    const auto saved = m_segments.find(*name);
    if (saved == m_segments.end()) {
        fields.add("segment", "unknown", "is " + shown(*name) + ", and there is no segment of this key");
        return std::nullopt;
    }
    if (!m_within.insert(*name).second) {
        fields.add("segment", "circle", "is " + shown(*name) + ", which refers to itself");
        return std::nullopt;
    }
    const bool isEverybody = saved->is_object() && saved->empty();
    auto condition =
        isEverybody ? std::optional(Condition()) : part(*saved, path + ".segment(" + *name + ")", depth + 1);
    m_within.erase(*name);
    if (!condition)
        return std::nullopt;
    return Condition::Segment{*name, std::make_shared<const Condition>(std::move(*condition))};
}

std::optional<Condition::Prerequisite> ConditionReader::prerequisite(const nlohmann::json& json,
                                                                     const std::string& path)
{
    FieldReader fields(json, path, m_errors);
    Condition::Prerequisite read{.experiment = fields.text("experiment", {.most = 100}).value_or("")};
    if (const nlohmann::json* variants = fields.find("variants")) {
        const bool texts = variants->is_array() && !variants->empty() &&
                           std::ranges::all_of(*variants, [](const auto& name) { return name.is_string(); });
        if (!texts)
            fields.add("variants", "type", "must be a list of at least one variant's name");
        else
            read.variants = variants->get<std::vector<std::string>>();
    }
    if (!read.experiment.empty())
        m_prerequisites.push_back(read.experiment);
    return read;
}

} // namespace xp
