// SPDX-License-Identifier: Apache-2.0
#include "core/domain/propertyfilter.h"

#include "core/domain/enumtext.h"

#include <algorithm>

namespace xp {

namespace {

using Op = PropertyOperator;

constexpr std::size_t kMostConditions = 20;
constexpr std::size_t kMostValues = 100;

constexpr EnumText kOperators{std::array{
    EnumName{Op::Equals, "eq"}, EnumName{Op::NotEquals, "ne"}, EnumName{Op::Less, "lt"}, EnumName{Op::AtMost, "lte"},
    EnumName{Op::Greater, "gt"}, EnumName{Op::AtLeast, "gte"}, EnumName{Op::In, "in"}, EnumName{Op::NotIn, "not_in"},
    EnumName{Op::Contains, "contains"}, EnumName{Op::Exists, "exists"}}};

std::optional<Op> parseOperator(std::string_view text)
{
    return kOperators.parse(text);
}

bool areOrdered(const nlohmann::json& a, const nlohmann::json& b)
{
    return (a.is_number() && b.is_number()) || (a.is_string() && b.is_string());
}

bool isOneOf(const nlohmann::json& value, const nlohmann::json& list)
{
    return std::ranges::any_of(list, [&](const nlohmann::json& item) { return item == value; });
}

bool holds(const PropertyFilter& filter, const nlohmann::json* found)
{
    const bool isThere = found && !found->is_null();
    switch (filter.op) {
    case Op::Exists:
        return isThere == filter.value.get<bool>();
    case Op::NotEquals:
        return !isThere || *found != filter.value;
    case Op::NotIn:
        return !isThere || !isOneOf(*found, filter.value);
    default:
        break;
    }
    if (!isThere)
        return false;
    const bool ordered = areOrdered(*found, filter.value);
    switch (filter.op) {
    case Op::Equals:
        return *found == filter.value;
    case Op::In:
        return isOneOf(*found, filter.value);
    case Op::Less:
        return ordered && *found < filter.value;
    case Op::AtMost:
        return ordered && *found <= filter.value;
    case Op::Greater:
        return ordered && *found > filter.value;
    case Op::AtLeast:
        return ordered && *found >= filter.value;
    case Op::Contains:
        return found->is_string() && found->get_ref<const std::string&>().find(
                                         filter.value.get_ref<const std::string&>()) != std::string::npos;
    default:
        return false;
    }
}

/// What is wrong with the value of a condition; empty when nothing is.
std::string_view problemWith(Op op, const nlohmann::json& value)
{
    const auto isSimple = [](const nlohmann::json& v) { return v.is_string() || v.is_number() || v.is_boolean(); };
    switch (op) {
    case Op::Equals:
    case Op::NotEquals:
        return isSimple(value) ? "" : "must be a text, a number, true or false";
    case Op::Less:
    case Op::AtMost:
    case Op::Greater:
    case Op::AtLeast:
        return value.is_number() || value.is_string() ? "" : "must be a number or a text";
    case Op::In:
    case Op::NotIn:
        return value.is_array() && !value.empty() && value.size() <= kMostValues && std::ranges::all_of(value, isSimple)
                   ? ""
                   : "must be a list of 1 to 100 texts, numbers, true or false";
    case Op::Contains:
        return value.is_string() && !value.get_ref<const std::string&>().empty() ? "" : "must be a text";
    case Op::Exists:
        return value.is_boolean() ? "" : "must be true or false";
    }
    return "";
}

PropertyFilter readOne(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors)
{
    FieldReader fields(item, path, errors);
    if (!item.is_object())
        return {};
    fields.require("property");
    fields.refuseUnknown({"property", "op", "value"});
    PropertyFilter filter{
        .property = fields.text("property", {.most = 100}).value_or(""), .op = Op::Equals, .value = nullptr};
    const std::size_t before = errors.size();
    filter.op = fields
                    .choice<Op>("op", parseOperator,
                                {"eq", "ne", "lt", "lte", "gt", "gte", "in", "not_in", "contains", "exists"})
                    .value_or(Op::Equals);
    if (errors.size() > before)
        return filter;
    const nlohmann::json* value = fields.find("value");
    filter.value = value ? *value : filter.op == Op::Exists ? nlohmann::json(true) : nlohmann::json();
    if (const std::string_view problem = problemWith(filter.op, filter.value); !problem.empty())
        fields.add("value", "type", std::string(problem) + " for " + std::string(kOperators.text(filter.op)));
    return filter;
}

} // namespace

bool matches(std::span<const PropertyFilter> filter, std::string_view properties)
{
    if (filter.empty())
        return true;
    const auto object = nlohmann::json::parse(properties, nullptr, false);
    return std::ranges::all_of(filter, [&](const PropertyFilter& condition) {
        const auto it = object.is_object() ? object.find(condition.property) : object.end();
        return holds(condition, object.is_object() && it != object.end() ? &*it : nullptr);
    });
}

nlohmann::json toJson(const PropertyFilter& filter)
{
    return {{"property", filter.property}, {"op", kOperators.text(filter.op)}, {"value", filter.value}};
}

std::vector<PropertyFilter> readPropertyFilters(FieldReader& fields, std::string_view field,
                                                std::vector<FieldError>& errors)
{
    const nlohmann::json* items = fields.find(field);
    if (!items || items->is_null())
        return {};
    if (!items->is_array() || items->size() > kMostConditions) {
        fields.add(field, "type",
                   "must be a list of at most 20 conditions such as "
                   "{\"property\": \"plan\", \"op\": \"eq\", \"value\": \"pro\"}");
        return {};
    }
    std::vector<PropertyFilter> filters;
    for (std::size_t i = 0; i < items->size(); ++i)
        filters.push_back(readOne((*items)[i], fields.pathOf(field) + "[" + std::to_string(i) + "]", errors));
    return filters;
}

} // namespace xp
