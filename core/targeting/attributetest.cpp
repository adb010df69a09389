// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/attributetest.h"

#include "core/domain/enumtext.h"
#include "core/targeting/jsvalue.h"
#include "core/targeting/useragent.h"

#include <algorithm>

namespace xp {

namespace {

constexpr EnumText kOperators{std::array{EnumName{Operator::Equals, "equals"},
                                         EnumName{Operator::NotEquals, "not_equals"},
                                         EnumName{Operator::In, "in"},
                                         EnumName{Operator::NotIn, "not_in"},
                                         EnumName{Operator::Less, "less"},
                                         EnumName{Operator::LessOrEqual, "less_or_equal"},
                                         EnumName{Operator::Greater, "greater"},
                                         EnumName{Operator::GreaterOrEqual, "greater_or_equal"},
                                         EnumName{Operator::StartsWith, "starts_with"},
                                         EnumName{Operator::EndsWith, "ends_with"},
                                         EnumName{Operator::Contains, "contains"},
                                         EnumName{Operator::Matches, "matches"},
                                         EnumName{Operator::VersionEquals, "version_equals"},
                                         EnumName{Operator::VersionLess, "version_less"},
                                         EnumName{Operator::VersionLessOrEqual, "version_less_or_equal"},
                                         EnumName{Operator::VersionGreater, "version_greater"},
                                         EnumName{Operator::VersionGreaterOrEqual, "version_greater_or_equal"},
                                         EnumName{Operator::Before, "before"},
                                         EnumName{Operator::After, "after"},
                                         EnumName{Operator::InNetwork, "in_network"},
                                         EnumName{Operator::Exists, "exists"},
                                         EnumName{Operator::IsBot, "is_bot"}}};

constexpr std::size_t kMostValues = 10000;
constexpr FieldReader::Text kText{.most = 1000, .mayBeEmpty = true};

std::optional<Operator> parseOperator(std::string_view text)
{
    return kOperators.parse(text);
}

bool isOneOf(Operator op, std::initializer_list<Operator> list)
{
    return std::ranges::find(list, op) != list.end();
}

/// Several values are possible.
bool takesValues(Operator op)
{
    return isOneOf(op, {Operator::In, Operator::NotIn, Operator::StartsWith, Operator::EndsWith, Operator::Contains,
                        Operator::InNetwork});
}

bool comparesNumbers(Operator op)
{
    return isOneOf(op, {Operator::Less, Operator::LessOrEqual, Operator::Greater, Operator::GreaterOrEqual});
}

bool comparesVersions(Operator op)
{
    return isOneOf(op, {Operator::VersionEquals, Operator::VersionLess, Operator::VersionLessOrEqual,
                        Operator::VersionGreater, Operator::VersionGreaterOrEqual});
}

} // namespace

std::optional<AttributeTest> AttributeTest::read(const nlohmann::json& json, const std::string& path,
                                                 std::vector<FieldError>& errors)
{
    const std::size_t before = errors.size();
    FieldReader fields(json, path, errors);
    fields.refuseUnknown({"attribute", "operator", "value", "values", "ignore_case"});
    fields.require("operator");
    AttributeTest test;
    test.m_attribute = fields.text("attribute", {.most = 200}).value_or("");
    test.m_operator = fields
                          .choice<Operator>("operator", parseOperator,
                                            {"equals",
                                             "not_equals",
                                             "in",
                                             "not_in",
                                             "less",
                                             "less_or_equal",
                                             "greater",
                                             "greater_or_equal",
                                             "starts_with",
                                             "ends_with",
                                             "contains",
                                             "matches",
                                             "version_equals",
                                             "version_less",
                                             "version_less_or_equal",
                                             "version_greater",
                                             "version_greater_or_equal",
                                             "before",
                                             "after",
                                             "in_network",
                                             "exists",
                                             "is_bot"})
                          .value_or(Operator::Exists);
    test.m_ignoresCase = fields.boolean("ignore_case").value_or(false);
    if (errors.size() == before)
        test.readOperand(fields);
    if (errors.size() > before)
        return std::nullopt;
    return test;
}

void AttributeTest::readOperand(FieldReader& fields)
{
    const bool several = takesValues(m_operator);
    const bool none = isOneOf(m_operator, {Operator::Exists, Operator::IsBot});
    if (fields.has("values") && !several)
        fields.add("values", "not_allowed",
                   "belongs to other operators; this one takes " + std::string(none ? "no value" : "one value"));
    if (fields.has("value") && (none || (several && fields.has("values"))))
        fields.add("value", "not_allowed",
                   none ? "is not used by " + std::string(kOperators.text(m_operator))
                        : "and values cannot both be given");
    if (none)
        return;
    if (several || isOneOf(m_operator, {Operator::Equals, Operator::NotEquals}))
        return readValues(fields);
    fields.require("value");
    if (comparesNumbers(m_operator)) {
        m_number = fields.number("value").value_or(0);
        return;
    }
    const auto text = fields.text("value", kText);
    if (!text)
        return;
    if (m_operator == Operator::Matches) {
        if (auto pattern = Pattern::compile(*text, m_ignoresCase))
            m_pattern = std::move(*pattern);
        else
            fields.add("value", "format", "is no regular expression of RE2's syntax: " + pattern.error());
    } else if (comparesVersions(m_operator)) {
        m_version = SemanticVersion::parseLoosely(*text);
        if (!m_version)
            fields.add("value", "format",
                       "is " + shown(*text) + "; it must be a version such as 1.4.0 or 2.0.0-beta.1");
    } else if (const auto time = parseIso8601(*text)) {
        m_time = *time;
    } else {
        fields.add("value", "format", "is " + shown(*text) + "; it must be a time such as 2026-01-31T12:00:00Z");
    }
}

void AttributeTest::readValues(FieldReader& fields)
{
    const nlohmann::json* list = fields.find("values");
    const nlohmann::json* single = fields.find("value");
    if (!list && !single)
        return fields.require(takesValues(m_operator) ? "values" : "value");
    if (list && (!list->is_array() || list->empty() || list->size() > kMostValues))
        return fields.add("values", "type", "must be a list of 1 to 10,000 values");
    const nlohmann::json values = list ? *list : nlohmann::json::array({*single});
    const std::string field = list ? "values" : "value";
    const bool onlyTexts = takesValues(m_operator) && m_operator != Operator::In && m_operator != Operator::NotIn;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const nlohmann::json& value = values[i];
        const std::string place = list ? field + "[" + std::to_string(i) + "]" : field;
        if (value.is_structured() || value.is_null() || (onlyTexts && !value.is_string())) {
            fields.add(place, "type", onlyTexts ? "must be a text" : "must be a text, a number or true or false");
            continue;
        }
        if (m_operator == Operator::InNetwork) {
            if (const auto network = Network::parse(value.get_ref<const std::string&>()))
                m_networks.push_back(*network);
            else
                fields.add(place, "format",
                           "is " + shown(value.get_ref<const std::string&>()) +
                               "; it must be an address or a network such as 10.0.0.0/8");
        }
        const bool folds = m_ignoresCase && value.is_string();
        const nlohmann::json kept = folds ? nlohmann::json(lowerCase(value.get_ref<const std::string&>())) : value;
        if (onlyTexts)
            m_texts.push_back(kept.get<std::string>());
        else
            m_equals.add(kept);
    }
}

bool AttributeTest::holds(const nlohmann::json* actual) const
{
    const bool negated = isOneOf(m_operator, {Operator::NotEquals, Operator::NotIn});
    if (!actual || actual->is_null())
        return negated;
    if (m_operator == Operator::Exists)
        return true;
    const bool passed = actual->is_array()
                            ? std::ranges::any_of(*actual, [this](const nlohmann::json& item) { return passes(item); })
                            : passes(*actual);
    return passed != negated;
}

bool AttributeTest::passes(const nlohmann::json& actual) const
{
    if (isOneOf(m_operator, {Operator::Equals, Operator::NotEquals, Operator::In, Operator::NotIn}))
        return equalsAny(actual);
    if (comparesNumbers(m_operator)) {
        const auto number = numberIn(actual);
        return number && orderPasses(*number <=> m_number);
    }
    if (!actual.is_string())
        return false;
    const auto& text = actual.get_ref<const std::string&>();
    if (m_operator == Operator::IsBot)
        return isProgram(text);
    if (comparesVersions(m_operator)) {
        const auto version = SemanticVersion::parseLoosely(text);
        return version && orderPasses(*version <=> *m_version);
    }
    return textPasses(text);
}

bool AttributeTest::equalsAny(const nlohmann::json& actual) const
{
    if (m_ignoresCase && actual.is_string())
        return m_equals.contains(lowerCase(actual.get_ref<const std::string&>()));
    return m_equals.contains(actual);
}

bool AttributeTest::textPasses(const std::string& actual) const
{
    if (m_operator == Operator::Matches)
        return m_pattern->isFoundIn(actual);
    if (m_operator == Operator::Before || m_operator == Operator::After) {
        const auto time = parseIso8601(actual);
        return time && (m_operator == Operator::Before ? *time < m_time : *time > m_time);
    }
    if (m_operator == Operator::InNetwork) {
        const auto address = IpAddress::parse(actual);
        return address && std::ranges::any_of(m_networks, [&](const Network& n) { return n.contains(*address); });
    }
    const std::string text = m_ignoresCase ? lowerCase(actual) : actual;
    return std::ranges::any_of(m_texts, [&](const std::string& part) {
        if (m_operator == Operator::StartsWith)
            return text.starts_with(part);
        return m_operator == Operator::EndsWith ? text.ends_with(part) : text.find(part) != std::string::npos;
    });
}

bool AttributeTest::orderPasses(std::partial_ordering order) const
{
    switch (m_operator) {
    case Operator::Less:
    case Operator::VersionLess:
        return order < 0;
    case Operator::LessOrEqual:
    case Operator::VersionLessOrEqual:
        return order <= 0;
    case Operator::Greater:
    case Operator::VersionGreater:
        return order > 0;
    case Operator::GreaterOrEqual:
    case Operator::VersionGreaterOrEqual:
        return order >= 0;
    default:
        return order == 0;
    }
}

} // namespace xp
