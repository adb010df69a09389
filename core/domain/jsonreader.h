// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace xp {

/// Reads the fields of one JSON object without an exception and notes everything that is wrong, by its dotted path.
/// Unknown fields are not looked at: a newer service may send more than this program knows.
class JsonReader
{
public:
    /// `path` is where the object stands in the body: empty, or `variants[1]`. `errors` must outlive the reader.
    JsonReader(const nlohmann::json& object, std::vector<FieldError>& errors, std::string path = {});

    /// The field's value; noted as missing or of the wrong type otherwise, and the default value returned.
    template <typename T>
    T required(const char* name)
    {
        const auto value = read<T>(name);
        if (!value)
            note(name, has(name) ? "type" : "required", has(name) ? "has the wrong type" : "is missing");
        return value.value_or(T{});
    }

    /// Without a value when the field is absent or null; noted when it is of the wrong type.
    template <typename T>
    std::optional<T> optional(const char* name)
    {
        auto value = read<T>(name);
        if (!value && has(name))
            note(name, "type", "has the wrong type");
        return value;
    }

    /// A text that `parse` turns into a value (an enumeration, a time); noted when it does not.
    template <typename Parse>
    auto parsed(const char* name, Parse&& parse) -> std::remove_cvref_t<decltype(*parse(std::string_view{}))>
    {
        const std::string text = required<std::string>(name);
        const auto value = parse(text);
        if (!value && has(name))
            note(name, "range", "has the unknown value '" + text + "'");
        return value.value_or(std::remove_cvref_t<decltype(*value)>{});
    }

    std::optional<Timestamp> optionalTime(const char* name);
    Timestamp requiredTime(const char* name);

    /// Calls `each(element, path)` for every element of an array that must be there.
    template <typename Each>
    void array(const char* name, Each&& each)
    {
        const nlohmann::json* field = find(name);
        if (!field || !field->is_array()) {
            note(name, field ? "type" : "required", field ? "is not a list" : "is missing");
            return;
        }
        for (std::size_t i = 0; i < field->size(); ++i)
            each((*field)[i], pathOf(name) + "[" + std::to_string(i) + "]");
    }

    /// The field, null included; nullptr when it is absent.
    const nlohmann::json* find(const char* name) const;
    std::string pathOf(const char* name) const;
    void note(const char* name, std::string code, const std::string& what);

private:
    bool has(const char* name) const;

    template <typename T>
    std::optional<T> read(const char* name) const
    {
        const nlohmann::json* field = find(name);
        if (!field)
            return std::nullopt;
        if constexpr (std::is_same_v<T, std::string>) {
            if (field->is_string())
                return field->template get<std::string>();
        } else if constexpr (std::is_same_v<T, bool>) {
            if (field->is_boolean())
                return field->template get<bool>();
        } else if constexpr (std::is_integral_v<T>) {
            if (field->is_number_integer())
                return field->template get<T>();
        } else {
            static_assert(std::is_floating_point_v<T>);
            if (field->is_number())
                return field->template get<T>();
        }
        return std::nullopt;
    }

    const nlohmann::json& m_object;
    std::vector<FieldError>& m_errors;
    std::string m_path;
};

/// `null` for what does not exist.
template <typename T>
nlohmann::json orNull(const std::optional<T>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

} // namespace xp
