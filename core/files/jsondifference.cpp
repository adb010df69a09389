// SPDX-License-Identifier: Apache-2.0
#include "core/files/jsondifference.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

using nlohmann::json;

constexpr std::size_t kShownText = 200; ///< bytes of a value that are shown

std::string shownValue(const json* value)
{
    if (!value)
        return "nothing";
    std::string text = value->dump(-1, ' ', true, json::error_handler_t::replace);
    if (text.size() > kShownText)
        text = text.substr(0, kShownText) + "...";
    return text;
}

bool isSameNumber(const json& a, const json& b)
{
    if (a.is_number_integer() && b.is_number_integer())
        return a == b;
    const auto x = a.get<double>();
    const auto y = b.get<double>();
    return x == y || std::abs(x - y) <= kSameNumber * std::max(std::abs(x), std::abs(y));
}

const json* fieldOf(const json& object, const std::string& name)
{
    const auto it = object.find(name);
    return it == object.end() ? nullptr : &*it;
}

std::optional<JsonDifference> difference(const json* said, const json* expected, const std::string& path,
                                         Missing missing)
{
    const auto here = [&] { return JsonDifference{path, shownValue(said), shownValue(expected)}; };
    if (!said || !expected)
        return here();
    if (said->is_number() && expected->is_number())
        return isSameNumber(*said, *expected) ? std::nullopt : std::optional(here());
    if (said->type() != expected->type())
        return here();
    if (said->is_object()) {
        json names = *expected; // those of both, in order
        names.update(*said);
        for (const auto& [name, ignored] : names.items()) {
            const json* left = fieldOf(*said, name);
            if (!left && missing == Missing::IsFine)
                continue;
            auto found = difference(left, fieldOf(*expected, name), path.empty() ? name : path + "." + name, missing);
            if (found)
                return found;
        }
        return std::nullopt;
    }
    if (said->is_array()) {
        for (std::size_t i = 0; i < std::max(said->size(), expected->size()); ++i) {
            auto found =
                difference(i < said->size() ? &(*said)[i] : nullptr, i < expected->size() ? &(*expected)[i] : nullptr,
                           path + "[" + std::to_string(i) + "]", missing);
            if (found)
                return found;
        }
        return std::nullopt;
    }
    return *said == *expected ? std::nullopt : std::optional(here());
}

} // namespace

std::optional<JsonDifference> firstDifference(const json& said, const json& expected, Missing missing)
{
    return difference(&said, &expected, {}, missing);
}

std::size_t countNumbers(const json& value)
{
    if (value.is_number())
        return 1;
    std::size_t count = 0;
    if (value.is_structured()) {
        for (const json& element : value)
            count += countNumbers(element);
    }
    return count;
}

} // namespace xp
