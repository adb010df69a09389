// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <nlohmann/json.hpp>
#include <string>

namespace xp {

// Values of JSON as JavaScript (ECMA-262) converts and compares them: GrowthBook's conditions mean what its JavaScript
// SDK makes of them.

/// String(value): null is "null", an array its elements with commas, an object "[object Object]".
std::string jsText(const nlohmann::json& value);
/// Number(value): NaN for what is none.
double jsNumber(const nlohmann::json& value);
bool jsIsTruthy(const nlohmann::json& value);

/// `===`; two arrays or objects are never the same one.
bool jsIsSame(const nlohmann::json& a, const nlohmann::json& b);
/// `<`, `>`: two texts by their UTF-16 units, all else as numbers; unordered where one is NaN.
std::partial_ordering jsCompare(const nlohmann::json& a, const nlohmann::json& b);

/// In lower case, by Unicode's rules.
std::string lowerCase(std::string_view utf8);

/// The member at a dotted path, also through positions of arrays; nullptr when there is none.
const nlohmann::json* memberAt(const nlohmann::json& object, std::string_view path);

} // namespace xp
