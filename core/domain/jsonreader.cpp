// SPDX-License-Identifier: Apache-2.0
#include "core/domain/jsonreader.h"

namespace xp {

JsonReader::JsonReader(const nlohmann::json& object, std::vector<FieldError>& errors, std::string path)
    : m_object(object), m_errors(errors), m_path(std::move(path))
{
    if (!object.is_object())
        errors.push_back({m_path, "type", (m_path.empty() ? "the body" : m_path) + " is not an object"});
}

std::optional<Timestamp> JsonReader::optionalTime(const char* name)
{
    const auto text = optional<std::string>(name);
    if (!text)
        return std::nullopt;
    const auto time = parseIso8601(*text);
    if (!time)
        note(name, "range", "is not an ISO 8601 time: '" + *text + "'");
    return time;
}

Timestamp JsonReader::requiredTime(const char* name)
{
    return parsed(name, [](std::string_view text) { return parseIso8601(text); });
}

const nlohmann::json* JsonReader::find(const char* name) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto it = m_object.find(name);
    return it == m_object.end() ? nullptr : &*it;
}

std::string JsonReader::pathOf(const char* name) const
{
    return m_path.empty() ? name : m_path + "." + name;
}

void JsonReader::note(const char* name, std::string code, const std::string& what)
{
    // The object itself was already reported; its fields would only repeat it.
    if (m_object.is_object())
        m_errors.push_back({pathOf(name), std::move(code), pathOf(name) + " " + what});
}

bool JsonReader::has(const char* name) const
{
    const nlohmann::json* field = find(name);
    return field && !field->is_null();
}

} // namespace xp
