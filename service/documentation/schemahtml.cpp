// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/schemahtml.h"

#include "service/documentation/html.h"

#include <algorithm>

namespace xp::service {

namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kSchemas = "#/components/schemas/";

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const std::string& part : parts)
        text.append(text.empty() ? "" : between).append(part);
    return text;
}

std::string wordFor(const std::string& type, const json& schema)
{
    if (type == "string")
        return schema.value("format", "") == "date-time" ? "time"
               : schema.value("format", "") == "uuid"    ? "UUID"
                                                         : "text";
    if (type == "integer")
        return "whole number";
    if (type == "boolean")
        return "true or false";
    if (type == "array")
        return schema.contains("items") ? "list of " + typeHtml(schema["items"]) : "list";
    return type; // number, object, null
}

std::string alternatives(const json& schemas)
{
    std::vector<std::string> parts;
    for (const json& schema : schemas)
        parts.push_back(typeHtml(schema));
    return joined(parts, " or ");
}

std::string values(const json& list)
{
    std::vector<std::string> parts;
    for (const json& value : list)
        parts.push_back(code(value.is_string() ? value.get<std::string>() : value.dump()));
    return joined(parts, ", ");
}

/// `0 to 1`, `at least 1`, `more than 0 and less than 1`.
std::string range(const json& schema)
{
    const auto number = [&schema](const char* name) { return schema.at(name).dump(); };
    if (schema.contains("minimum") && schema.contains("maximum"))
        return number("minimum") + " to " + number("maximum");
    std::vector<std::string> parts;
    if (schema.contains("minimum"))
        parts.push_back("at least " + number("minimum"));
    if (schema.contains("exclusiveMinimum"))
        parts.push_back("more than " + number("exclusiveMinimum"));
    if (schema.contains("exclusiveMaximum"))
        parts.push_back("less than " + number("exclusiveMaximum"));
    return joined(parts, " and ");
}

/// `2 to 100 items`, `up to 200 characters`.
std::string count(const json& schema, const char* least, const char* most, std::string_view what)
{
    std::string text;
    if (schema.contains(least) && schema.contains(most))
        text = schema[least].dump() + " to " + schema[most].dump();
    else if (schema.contains(most))
        text = "up to " + schema[most].dump();
    else if (schema.contains(least))
        text = "at least " + schema[least].dump();
    return text.empty() ? text : text + " " + std::string(what);
}

bool isRequired(const json& schema, const std::string& field)
{
    const auto required = schema.find("required");
    return required != schema.end() && std::find(required->begin(), required->end(), field) != required->end();
}

} // namespace

std::string schemaAnchor(const std::string& reference)
{
    return reference.starts_with(kSchemas) ? "schema-" + reference.substr(kSchemas.size()) : std::string();
}

std::string typeHtml(const json& schema)
{
    if (const auto reference = schema.find("$ref"); reference != schema.end()) {
        const auto name = reference->get<std::string>();
        return link(schemaAnchor(name), name.substr(name.rfind('/') + 1));
    }
    for (const char* list : {"oneOf", "anyOf"}) {
        if (schema.contains(list))
            return alternatives(schema[list]);
    }
    if (schema.contains("const"))
        return code(schema["const"].dump());
    if (schema.contains("enum"))
        return values(schema["enum"]);
    const auto type = schema.find("type");
    if (type == schema.end())
        return "anything";
    if (type->is_string())
        return wordFor(type->get<std::string>(), schema);
    std::vector<std::string> parts;
    for (const json& one : *type)
        parts.push_back(wordFor(one.get<std::string>(), schema));
    return joined(parts, " or ");
}

std::string limitsHtml(const json& schema)
{
    std::vector<std::string> parts{range(schema), count(schema, "minItems", "maxItems", "items"),
                                   count(schema, "minLength", "maxLength", "characters")};
    if (const auto value = schema.find("default"); value != schema.end())
        parts.push_back("default " + code(value->dump()));
    if (const auto examples = schema.find("examples"); examples != schema.end())
        parts.push_back("such as " + values(*examples));
    std::erase(parts, "");
    return joined(parts, ", ");
}

std::string fieldsHtml(const json& schema)
{
    if (!schema.contains("properties"))
        return "<p>" + typeHtml(schema) + "</p>\n";
    std::string text = "<table><thead><tr><th>Field</th><th>Type</th><th>Meaning</th></tr></thead><tbody>\n";
    for (const auto& [name, field] : schema["properties"].items()) {
        text += "<tr><td>" + code(name) +
                (isRequired(schema, name) ? "" : " <span class=\"optional\">optional</span>") + "</td><td>";
        text += typeHtml(field) + "</td><td>" + prose(field.value("description", ""));
        if (const std::string limits = limitsHtml(field); !limits.empty())
            text += " <span class=\"limits\">" + limits + "</span>";
        text += "</td></tr>\n";
        const json* nested = field.contains("properties") ? &field : nullptr;
        if (!nested && field.contains("items") && field["items"].contains("properties"))
            nested = &field["items"];
        if (nested)
            text += "<tr class=\"nested\"><td></td><td colspan=\"2\">" + fieldsHtml(*nested) + "</td></tr>\n";
    }
    return text + "</tbody></table>\n";
}

} // namespace xp::service
