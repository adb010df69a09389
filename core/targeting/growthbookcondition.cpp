// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/growthbookcondition.h"

#include "core/targeting/jsvalue.h"

#include <algorithm>
#include <set>

namespace xp {

namespace {

using Json = nlohmann::json;

const Json kNull;

bool isOperators(const Json& json)
{
    return json.is_object() && !json.empty() &&
           std::ranges::all_of(json.items(), [](const auto& item) { return item.key().starts_with('$'); });
}

Json folded(const Json& value, bool ignoresCase)
{
    return ignoresCase && value.is_string() ? Json(lowerCase(value.get_ref<const std::string&>())) : value;
}

/// In the order of the library two of these are equal where jsIsSame() says so.
Json comparable(const Json& value, bool ignoresCase)
{
    return value.is_number() ? Json(value.get<double>()) : folded(value, ignoresCase);
}

/// An attribute that is a list needs one element among the expected values. Both may have thousands, the attribute
/// from whoever asks: they are not compared one by one.
bool isIn(const Json& actual, const Json& expected, bool ignoresCase)
{
    std::set<Json> given;
    const auto give = [&](const Json& value) {
        if (!value.is_structured())
            given.insert(comparable(value, ignoresCase));
    };
    if (actual.is_array())
        std::ranges::for_each(actual, give);
    else
        give(actual);
    return std::ranges::any_of(expected, [&](const Json& value) {
        return !value.is_structured() && given.contains(comparable(value, ignoresCase));
    });
}

/// Versions become texts whose order is theirs: "v" and "+build" go, numbers are padded to five places, and a release
/// comes after its previews because '~' comes after letters and digits.
std::string paddedVersion(const Json& value)
{
    std::string text = value.is_number() ? jsText(value) : value.is_string() ? value.get<std::string>() : "";
    if (text.empty())
        text.assign(1, '0');
    if (text.starts_with('v'))
        text.erase(0, 1);
    text.erase(std::min(text.find('+'), text.size()));
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == '-' || c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    if (parts.size() == 3)
        parts.emplace_back("~");
    std::string padded;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string& part = parts[i];
        const bool isNumber = !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
        padded.append(i > 0 ? "-" : "");
        padded.append(isNumber && part.size() < 5 ? 5 - part.size() : 0, ' ').append(part);
    }
    return padded;
}

std::string_view typeOf(const Json& value)
{
    if (value.is_null())
        return "null";
    if (value.is_array())
        return "array";
    if (value.is_object())
        return "object";
    if (value.is_string())
        return "string";
    return value.is_boolean() ? "boolean" : "number";
}

/// Whether an order is what the name says; never for an unknown name.
bool compared(std::string_view name, std::partial_ordering order)
{
    if (name == "lt")
        return order < 0;
    if (name == "lte")
        return order <= 0;
    if (name == "gt")
        return order > 0;
    return name == "gte" && order >= 0;
}

} // namespace

GrowthbookCondition::GrowthbookCondition(Json condition, Json groups)
    : m_condition(std::move(condition)), m_groups(std::move(groups))
{
    compilePatterns(m_condition);
    compilePatterns(m_groups);
}

void GrowthbookCondition::compilePatterns(const Json& part)
{
    if (!part.is_structured())
        return;
    for (const auto& item : part.items()) {
        const bool isPattern = part.is_object() && (item.key() == "$regex" || item.key() == "$regexi");
        if (!isPattern || !item.value().is_string()) {
            compilePatterns(item.value());
            continue;
        }
        const auto& text = item.value().get_ref<const std::string&>();
        const bool ignoresCase = item.key() == "$regexi";
        if (auto pattern = Pattern::compile(text, ignoresCase))
            m_patterns.emplace(std::pair(text, ignoresCase), std::move(*pattern));
    }
}

bool GrowthbookCondition::holds(const Json& attributes) const
{
    return holds(m_condition, attributes, {});
}

bool GrowthbookCondition::holds(const Json& condition, const Json& attributes, const Visited& visited) const
{
    if (!condition.is_object())
        return false;
    const auto fieldHolds = [&](const std::string& key, const Json& value) {
        if (key == "$or")
            return anyHolds(value, attributes, visited);
        if (key == "$nor")
            return !anyHolds(value, attributes, visited);
        if (key == "$and")
            return std::ranges::all_of(value, [&](const Json& part) { return holds(part, attributes, visited); });
        if (key == "$not")
            return !holds(value, attributes, visited);
        if (key == "$savedGroup")
            return isInSavedGroup(value, attributes, visited);
        const Json* actual = memberAt(attributes, key);
        return valueHolds(value, actual ? *actual : kNull, false, visited);
    };
    return std::ranges::all_of(condition.items(),
                               [&](const auto& item) { return fieldHolds(item.key(), item.value()); });
}

bool GrowthbookCondition::anyHolds(const Json& conditions, const Json& attributes, const Visited& visited) const
{
    return conditions.empty() ||
           std::ranges::any_of(conditions, [&](const Json& part) { return holds(part, attributes, visited); });
}

bool GrowthbookCondition::isInSavedGroup(const Json& reference, const Json& attributes, const Visited& visited) const
{
    if (!reference.is_object() || !reference.contains("id") || !reference["id"].is_string())
        return false;
    const auto& id = reference["id"].get_ref<const std::string&>();
    const auto group = m_groups.find(id);
    if (visited.contains(id) || group == m_groups.end() || !group->is_object())
        return false;
    const Json type = group->value("type", Json());
    if (type == "condition") {
        Visited deeper = visited;
        deeper.insert(id);
        return group->contains("condition") && holds((*group)["condition"], attributes, deeper);
    }
    const Json name =
        reference.contains("attributeKey") ? reference["attributeKey"] : group->value("attributeKey", Json());
    const Json values = group->value("values", Json());
    if (type != "list" || !name.is_string() || !values.is_array())
        return false;
    const Json* actual = memberAt(attributes, name.get_ref<const std::string&>());
    return isIn(actual ? *actual : kNull, values, false);
}

bool GrowthbookCondition::valueHolds(const Json& expected, const Json& actual, bool ignoresCase,
                                     const Visited& visited) const
{
    if (expected.is_string())
        return folded(jsText(actual), ignoresCase) == folded(expected, ignoresCase);
    if (expected.is_number())
        return jsNumber(actual) == expected.get<double>();
    if (expected.is_boolean())
        return !actual.is_null() && jsIsTruthy(actual) == expected.get<bool>();
    if (expected.is_null())
        return actual.is_null();
    if (!isOperators(expected))
        return actual == expected;
    return std::ranges::all_of(
        expected.items(), [&](const auto& item) { return operatorHolds(item.key(), actual, item.value(), visited); });
}

bool GrowthbookCondition::operatorHolds(const std::string& name, const Json& actual, const Json& expected,
                                        const Visited& visited) const
{
    const std::string_view plain = std::string_view(name).substr(1);
    if (plain.starts_with('l') || plain.starts_with('g'))
        return compared(plain, jsCompare(actual, expected));
    if (plain == "eq" || plain == "ne")
        return jsIsSame(actual, expected) == (plain == "eq");
    if (plain == "veq" || plain == "vne")
        return (paddedVersion(actual) == paddedVersion(expected)) == (plain == "veq");
    if (plain.starts_with('v')) {
        const auto order = paddedVersion(actual) <=> paddedVersion(expected);
        return compared(plain.substr(1), order);
    }
    if (plain == "exists")
        return actual.is_null() != jsIsTruthy(expected);
    if (plain == "type")
        return expected == typeOf(actual);
    if (plain == "in" || plain == "ini")
        return expected.is_array() && isIn(actual, expected, plain == "ini");
    if (plain == "nin" || plain == "nini")
        return expected.is_array() && !isIn(actual, expected, plain == "nini");
    if (plain == "all" || plain == "alli")
        return hasAll(actual, expected, plain == "alli", visited);
    if (plain == "regex" || plain == "regexi")
        return matches(actual, expected, plain == "regexi");
    if (plain == "inGroup" || plain == "notInGroup")
        return isInGroup(actual, expected, plain == "inGroup");
    if (plain == "not")
        return !valueHolds(expected, actual, false, visited);
    if (plain == "size")
        return actual.is_array() && valueHolds(expected, actual.size(), false, visited);
    return plain == "elemMatch" && anyElementHolds(actual, expected, visited);
}

bool GrowthbookCondition::anyElementHolds(const Json& actual, const Json& expected, const Visited& visited) const
{
    return actual.is_array() && std::ranges::any_of(actual, [&](const Json& element) {
               if (element.is_null())
                   return false;
               return isOperators(expected) ? valueHolds(expected, element, false, visited)
                                            : holds(expected, element, visited);
           });
}

bool GrowthbookCondition::hasAll(const Json& actual, const Json& expected, bool ignoresCase,
                                 const Visited& visited) const
{
    return expected.is_array() && actual.is_array() && std::ranges::all_of(expected, [&](const Json& wanted) {
               return std::ranges::any_of(
                   actual, [&](const Json& element) { return valueHolds(wanted, element, ignoresCase, visited); });
           });
}

bool GrowthbookCondition::matches(const Json& actual, const Json& pattern, bool ignoresCase) const
{
    if (!pattern.is_string())
        return false;
    const auto compiled = m_patterns.find({pattern.get<std::string>(), ignoresCase});
    return compiled != m_patterns.end() && compiled->second.isFoundIn(jsText(actual));
}

bool GrowthbookCondition::isInGroup(const Json& actual, const Json& group, bool wanted) const
{
    const auto found =
        m_groups.is_object() && group.is_string() ? m_groups.find(group.get_ref<const std::string&>()) : m_groups.end();
    if (found == m_groups.end())
        return !wanted; // an unknown group has no members
    const Json* values = &*found;
    if (found->is_object())
        values = found->value("type", Json()) == "list" && found->contains("values") ? &(*found)["values"] : &kNull;
    if (!values->is_array())
        return false; // what is no list matches nobody, either way
    return isIn(actual, *values, false) == wanted;
}

} // namespace xp
