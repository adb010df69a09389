// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/fieldreader.h"

#include <span>

namespace xp {

/// How a property of an event is compared.
enum class PropertyOperator {
    Equals,
    NotEquals,
    Less,
    AtMost,
    Greater,
    AtLeast,
    In,       ///< equals one of a list
    NotIn,    ///< equals none of them
    Contains, ///< a text that holds another one
    Exists,   ///< is there and not null, or with false: is not
};

/// One condition over the properties of an event. Numbers are compared as numbers and texts by their bytes; values of
/// different types are different, and neither is less. A property that is not there equals nothing, so that only
/// NotEquals, NotIn and `Exists false` hold for it.
struct PropertyFilter
{
    std::string property;
    PropertyOperator op = PropertyOperator::Equals;
    nlohmann::json value;

    bool operator==(const PropertyFilter&) const = default;
};

/// Whether all conditions hold. `properties` is the JSON text of an object, or empty; other text holds no property.
bool matches(std::span<const PropertyFilter> filter, std::string_view properties);

nlohmann::json toJson(const PropertyFilter& filter);

/// Reads the list `field` of conditions `{property, op, value}`, at most 20 (`op` is `eq` unless given); absent is
/// empty. What is wrong is noted.
std::vector<PropertyFilter> readPropertyFilters(FieldReader& fields, std::string_view field,
                                                std::vector<FieldError>& errors);

} // namespace xp
