// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/unleashconstraint.h"

#include "core/targeting/jsvalue.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xp {

namespace {

constexpr std::array kPlainOperators = {"IN",         "NOT_IN",      "STR_STARTS_WITH", "STR_ENDS_WITH", "STR_CONTAINS",
                                        "NUM_EQ",     "NUM_GT",      "NUM_GTE",         "NUM_LT",        "NUM_LTE",
                                        "DATE_AFTER", "DATE_BEFORE", "SEMVER_EQ",       "SEMVER_GT",     "SEMVER_GTE",
                                        "SEMVER_LT",  "SEMVER_LTE",  "IN_CIDR",         "REGEX"};

std::optional<double> numberOf(const std::string& text)
{
    const double number = text.empty() ? std::nan("") : jsNumber(text);
    return std::isnan(number) ? std::nullopt : std::optional(number);
}

bool flag(const nlohmann::json& json, const char* field)
{
    return json.value(field, nlohmann::json()) == true;
}

std::string textAt(const nlohmann::json& json, const char* field)
{
    const auto it = json.find(field);
    return it == json.end() || it->is_null() ? std::string() : jsText(*it);
}

} // namespace

UnleashConstraint::UnleashConstraint(const nlohmann::json& json)
{
    if (!json.is_object())
        return;
    m_name = textAt(json, "contextName");
    m_operator = textAt(json, "operator");
    m_value = textAt(json, "value");
    m_inverted = flag(json, "inverted");
    m_ignoresCase = flag(json, "caseInsensitive");
    const bool folds = m_ignoresCase && m_operator.starts_with("STR_"); // IN is exact whatever it says
    if (const auto values = json.find("values"); values != json.end() && values->is_array()) {
        for (const nlohmann::json& value : *values) {
            m_values.push_back(folds ? lowerCase(jsText(value)) : jsText(value));
            if (const auto network = Network::parse(m_values.back()))
                m_networks.push_back(*network);
        }
    }
    m_number = numberOf(m_value);
    m_time = parseIso8601(m_value);
    m_version = SemanticVersion::parse(m_value);
    if (m_operator == "REGEX") {
        if (auto pattern = Pattern::compile(m_value, m_ignoresCase))
            m_pattern = std::move(*pattern);
    }
}

bool UnleashConstraint::isKnown() const
{
    return std::ranges::find(kPlainOperators, m_operator) != kPlainOperators.end();
}

bool UnleashConstraint::holds(const UnleashContext& context) const
{
    if (!isKnown())
        return false;
    if (m_name == "currentTime") {
        const std::string time = context.currentTime();
        return plainlyHolds(&time) != m_inverted;
    }
    return plainlyHolds(context.find(m_name)) != m_inverted;
}

bool UnleashConstraint::plainlyHolds(const std::string* actual) const
{
    if (!actual)
        return m_operator == "NOT_IN";
    if (m_operator == "IN" || m_operator == "NOT_IN")
        return (std::ranges::find(m_values, *actual) != m_values.end()) == (m_operator == "IN");
    if (m_operator.starts_with("STR_"))
        return textHolds(m_ignoresCase ? lowerCase(*actual) : *actual);
    if (m_operator == "REGEX")
        return m_pattern && m_pattern->isFoundIn(*actual);
    if (m_operator == "IN_CIDR") {
        const auto address = IpAddress::parse(*actual);
        return address && std::ranges::any_of(m_networks, [&](const Network& n) { return n.contains(*address); });
    }
    if (m_operator.starts_with("NUM_")) {
        const auto number = numberOf(*actual);
        return number && m_number && orderHolds(*number <=> *m_number);
    }
    if (m_operator.starts_with("DATE_")) {
        const auto time = parseIso8601(*actual);
        return time && m_time && (m_operator == "DATE_AFTER" ? *time > *m_time : *time < *m_time);
    }
    const auto version = SemanticVersion::parse(*actual);
    return version && m_version && orderHolds(*version <=> *m_version);
}

bool UnleashConstraint::textHolds(const std::string& actual) const
{
    return std::ranges::any_of(m_values, [&](const std::string& value) {
        if (m_operator == "STR_STARTS_WITH")
            return actual.starts_with(value);
        if (m_operator == "STR_ENDS_WITH")
            return actual.ends_with(value);
        return actual.find(value) != std::string::npos;
    });
}

bool UnleashConstraint::orderHolds(std::partial_ordering order) const
{
    const std::string_view name = std::string_view(m_operator).substr(m_operator.find('_') + 1);
    if (name == "EQ")
        return order == 0;
    if (name == "GT")
        return order > 0;
    if (name == "GTE")
        return order >= 0;
    return name == "LT" ? order < 0 : order <= 0;
}

bool allHold(const std::vector<UnleashConstraint>& constraints, const UnleashContext& context)
{
    return std::ranges::all_of(constraints, [&](const UnleashConstraint& c) { return c.holds(context); });
}

std::vector<UnleashConstraint> constraintsOf(const nlohmann::json& object, const char* field)
{
    std::vector<UnleashConstraint> constraints;
    const auto list = object.find(field);
    if (list != object.end() && list->is_array()) {
        for (const nlohmann::json& constraint : *list)
            constraints.emplace_back(constraint);
    }
    return constraints;
}

} // namespace xp
