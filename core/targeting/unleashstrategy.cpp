// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/unleashstrategy.h"

#include "core/domain/unleashhash.h"
#include "core/targeting/jsvalue.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace xp {

namespace {

std::string textAt(const nlohmann::json& json, const char* field)
{
    const auto it = json.find(field);
    return it == json.end() || it->is_null() ? std::string() : jsText(*it);
}

/// What a split sticks to; nullptr: chance decides.
const std::string* stuckTo(const std::string& stickiness, const UnleashContext& context,
                           std::initializer_list<const char*> byDefault)
{
    if (stickiness == "random")
        return nullptr;
    if (!stickiness.empty() && stickiness != "default")
        return context.find(stickiness);
    for (const char* name : byDefault) {
        if (const std::string* value = context.find(name))
            return value;
    }
    return nullptr;
}

} // namespace

UnleashVariants::UnleashVariants(const nlohmann::json& list, std::string group, const std::string& stickiness)
    : m_group(std::move(group)), m_stickiness(stickiness)
{
    if (!list.is_array())
        return;
    for (const nlohmann::json& json : list) {
        if (!json.is_object())
            continue;
        Weighted weighted;
        weighted.variant = {.name = textAt(json, "name"), .enabled = true, .featureEnabled = true};
        if (const auto payload = json.find("payload"); payload != json.end() && payload->is_object())
            weighted.variant.payload = *payload;
        const double weight = jsNumber(json.value("weight", nlohmann::json()));
        weighted.weight = weight > 0 ? static_cast<std::uint32_t>(std::min(weight, 1e6)) : 0;
        for (const nlohmann::json& given : json.value("overrides", nlohmann::json::array())) {
            if (!given.is_object())
                continue;
            Override& added = weighted.overrides.emplace_back();
            added.name = textAt(given, "contextName");
            for (const nlohmann::json& value : given.value("values", nlohmann::json::array()))
                added.values.push_back(jsText(value));
        }
        m_total += weighted.weight;
        m_variants.push_back(std::move(weighted));
    }
    if (!m_variants.empty() && !textAt(list.front(), "stickiness").empty())
        m_stickiness = textAt(list.front(), "stickiness");
}

UnleashVariant UnleashVariants::choose(const UnleashContext& context) const
{
    const auto isOverridden = [&](const Override& given) {
        const std::string* value = context.find(given.name);
        return value && std::ranges::find(given.values, *value) != given.values.end();
    };
    for (const Weighted& weighted : m_variants) {
        if (std::ranges::any_of(weighted.overrides, isOverridden))
            return weighted.variant;
    }
    const std::string* value = stuckTo(m_stickiness, context, {"userId", "sessionId", "remoteAddress"});
    const std::uint32_t target =
        value ? unleashHash(m_group, *value, m_total, kUnleashVariantSeed) : context.random(m_total);
    std::uint32_t sum = 0;
    for (const Weighted& weighted : m_variants) {
        sum += weighted.weight;
        if (weighted.weight > 0 && sum >= target)
            return weighted.variant;
    }
    return {};
}

UnleashStrategy::UnleashStrategy(const nlohmann::json& json, const std::string& feature, const Segments& segments)
    : m_name(textAt(json, "name")), m_constraints(constraintsOf(json))
{
    if (json.value("disabled", nlohmann::json()) == true)
        m_name.clear(); // it is there, but never holds
    if (const auto given = json.find("parameters"); given != json.end() && given->is_object())
        m_parameters = *given;
    m_group = parameter("groupId");
    if (m_group.empty() && m_name == "flexibleRollout")
        m_group = feature;
    const double percentage = jsNumber(parameter(m_name == "flexibleRollout" ? "rollout" : "percentage"));
    m_percentage = std::isnan(percentage) ? 0 : percentage;
    m_list = listOf(m_name == "userWithId" ? "userIds" : "hostNames");
    for (const std::string& text : listOf("IPs")) {
        if (const auto network = Network::parse(text))
            m_networks.push_back(*network);
    }
    for (const nlohmann::json& id : json.value("segments", nlohmann::json::array())) {
        const auto segment = id.is_number_integer() ? segments.find(id.get<std::int64_t>()) : segments.end();
        m_knowsSegments = m_knowsSegments && segment != segments.end();
        if (segment != segments.end())
            m_constraints.insert(m_constraints.end(), segment->second.begin(), segment->second.end());
    }
    m_variants = UnleashVariants(json.value("variants", nlohmann::json::array()), m_group, parameter("stickiness"));
}

std::string UnleashStrategy::parameter(const char* name) const
{
    return textAt(m_parameters, name);
}

/// "a, b,c" as a, b, c.
std::vector<std::string> UnleashStrategy::listOf(const char* name) const
{
    std::vector<std::string> items(1);
    for (const char c : parameter(name)) {
        if (c == ',')
            items.emplace_back();
        else
            items.back() += c;
    }
    for (std::string& item : items) {
        const std::size_t first = item.find_first_not_of(' ');
        item = first == std::string::npos ? "" : item.substr(first, item.find_last_not_of(' ') - first + 1);
    }
    std::erase(items, std::string());
    return items;
}

bool UnleashStrategy::holds(const UnleashContext& context) const
{
    return m_knowsSegments && allHold(m_constraints, context) && ruleHolds(context);
}

bool UnleashStrategy::ruleHolds(const UnleashContext& context) const
{
    if (m_name == "default")
        return true;
    if (m_name == "flexibleRollout")
        return flexiblyHolds(context);
    if (m_name == "gradualRolloutUserId")
        return rollsOutTo(context.find("userId"));
    if (m_name == "gradualRolloutSessionId")
        return rollsOutTo(context.find("sessionId"));
    if (m_name == "gradualRolloutRandom")
        return context.random(100) <= m_percentage;
    if (m_name == "userWithId") {
        const std::string* user = context.find("userId");
        return user && std::ranges::find(m_list, *user) != m_list.end();
    }
    if (m_name == "remoteAddress") {
        const std::string* text = context.find("remoteAddress");
        const auto address = text ? IpAddress::parse(*text) : std::nullopt;
        return address && std::ranges::any_of(m_networks, [&](const Network& n) { return n.contains(*address); });
    }
    return m_name == "applicationHostname" && std::ranges::any_of(m_list, [&](const std::string& host) {
               return lowerCase(host) == lowerCase(context.hostName);
           });
}

bool UnleashStrategy::rollsOutTo(const std::string* value) const
{
    return value && m_percentage > 0 && unleashHash(m_group, *value, 100) <= m_percentage;
}

bool UnleashStrategy::flexiblyHolds(const UnleashContext& context) const
{
    const std::string stickiness = parameter("stickiness");
    if (const std::string* value = stuckTo(stickiness, context, {"userId", "sessionId"}))
        return rollsOutTo(value);
    // What is to stick to something that is not there is left out; else chance decides.
    const bool byChance = stickiness.empty() || stickiness == "default" || stickiness == "random";
    return byChance && context.random(100) <= m_percentage;
}

} // namespace xp
