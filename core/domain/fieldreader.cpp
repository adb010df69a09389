// SPDX-License-Identifier: Apache-2.0
#include "core/domain/fieldreader.h"

#include "core/domain/identifiers.h"
#include "core/domain/jsonfault.h"
#include "core/domain/objectbuilder.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

std::string_view typeName(const nlohmann::json& value)
{
    if (value.is_null())
        return "null";
    if (value.is_boolean())
        return "a boolean";
    if (value.is_number())
        return "a number";
    if (value.is_string())
        return "text";
    return value.is_array() ? "a list" : "an object";
}

} // namespace

std::string shown(std::string_view text)
{
    std::string out = "'";
    std::size_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0u) != 0x80u && ++count > 60) {
            out += "...";
            break;
        }
        out.push_back(byte < 0x20 || byte == 0x7F ? '?' : c);
    }
    return out + "'";
}

std::string shown(double value)
{
    return nlohmann::json(value).dump();
}

Result<nlohmann::json> parseObject(std::string_view body, std::span<const std::size_t> noNumbers, std::size_t firstLine)
{
    ObjectBuilder builder(noNumbers);
    const bool isRead = nlohmann::json::sax_parse(body.begin(), body.end(), &builder);
    const std::string where = firstLine > 1 ? " on line " + std::to_string(firstLine) : "";
    if (builder.tooDeep())
        return fail(ErrorCode::Malformed, "too_deep", "The JSON" + where + " nests deeper than 64 levels");
    if (!isRead)
        return Failure(jsonFault(body, firstLine));
    if (builder.twice())
        return fail(ErrorCode::Malformed, "duplicate_key",
                    "The JSON" + where + " names " + shown(*builder.twice()) + " twice");
    if (!builder.root().is_object())
        return failInvalid(
            {{"", "type", "The body must be a JSON object, not " + std::string(typeName(builder.root()))}});
    return std::move(builder.root());
}

FieldReader::FieldReader(const nlohmann::json& object, std::string path, std::vector<FieldError>& errors)
    : m_object(object), m_path(std::move(path)), m_errors(errors)
{
    if (!m_object.is_object())
        m_errors.push_back(
            {m_path, "type",
             (m_path.empty() ? "The body" : m_path) + " must be an object, not " + std::string(typeName(m_object))});
}

const nlohmann::json* FieldReader::find(std::string_view field) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto it = m_object.find(field);
    return it == m_object.end() ? nullptr : &*it;
}

std::string FieldReader::pathOf(std::string_view field) const
{
    if (m_path.empty())
        return std::string(field);
    return m_path + "." + std::string(field);
}

void FieldReader::add(std::string_view field, std::string code, std::string message)
{
    m_errors.push_back({pathOf(field), std::move(code), std::string(field) + " " + std::move(message)});
}

void FieldReader::require(std::string_view field)
{
    if (m_object.is_object() && !has(field))
        add(field, "required", "is required");
}

std::optional<std::string> FieldReader::text(std::string_view field, Text rule)
{
    const nlohmann::json* value = find(field);
    if (!value)
        return std::nullopt;
    if (!value->is_string()) {
        add(field, "type", "must be text, not " + std::string(typeName(*value)));
        return std::nullopt;
    }
    const auto& text = value->get_ref<const std::string&>();
    if (!isStorableText(text)) {
        add(field, "encoding", "must be valid UTF-8 without the character U+0000");
        return std::nullopt;
    }
    if (beginsWithMark(text)) {
        add(field, "encoding", "must not begin with U+FEFF, a byte order mark");
        return std::nullopt;
    }
    if (!rule.mayBeEmpty && text.find_first_not_of(" \t\r\n") == std::string::npos) {
        add(field, "empty", "must not be empty");
        return std::nullopt;
    }
    if (const std::size_t length = codePoints(text); length > rule.most) {
        add(field, "too_long",
            "has " + std::to_string(length) + " characters; at most " + std::to_string(rule.most) + " are allowed");
        return std::nullopt;
    }
    if (std::string fault = formFault(text, rule.form); !fault.empty()) {
        add(field, "format", std::move(fault));
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> FieldReader::text(std::string_view field, Text rule, std::span<const std::string> stored)
{
    const Text loose{.most = rule.most, .mayBeEmpty = rule.mayBeEmpty};
    auto read = text(field, loose);
    return read && std::ranges::find(stored, *read) == stored.end() ? text(field, rule) : std::move(read);
}

std::string FieldReader::formFault(std::string_view text, Form form)
{
    if (form != Form::Free && holdsUnseen(text))
        return "must be one line without control characters and others that are not seen";
    if (form != Form::Free && !text.empty() && !isSeen(text))
        return "must hold something that is seen";
    return form == Form::Name && isPadded(text) ? "must not begin or end with white space" : "";
}

std::optional<double> FieldReader::number(std::string_view field)
{
    const nlohmann::json* value = find(field);
    if (!value)
        return std::nullopt;
    if (!value->is_number()) {
        add(field, "type", "must be a number, not " + std::string(typeName(*value)));
        return std::nullopt;
    }
    const double number = value->get<double>();
    if (!std::isfinite(number)) {
        add(field, "range", "must be a finite number");
        return std::nullopt;
    }
    return number;
}

std::optional<double> FieldReader::number(std::string_view field, Range range)
{
    const auto value = number(field);
    if (!value)
        return std::nullopt;
    const bool low = range.excludeLeast ? *value <= range.least : *value < range.least;
    const bool high = range.excludeMost ? *value >= range.most : *value > range.most;
    if (low || high) {
        add(field, "range",
            "is " + shown(*value) + "; it must be " + (range.excludeLeast ? "above " : "at least ") +
                shown(range.least) + " and " + (range.excludeMost ? "below " : "at most ") + shown(range.most));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> FieldReader::integer(std::string_view field, std::int64_t least, std::int64_t most)
{
    const nlohmann::json* value = find(field);
    if (!value)
        return std::nullopt;
    const bool tooLarge =
        value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t(most < 0 ? 0 : most);
    const bool whole = value->is_number_integer() ||
                       (value->is_number_float() && std::trunc(value->get<double>()) == value->get<double>());
    if (!whole) {
        add(field, "type", "must be a whole number");
        return std::nullopt;
    }
    const bool outside = value->is_number_float() && !(std::abs(value->get<double>()) < 9e15);
    const std::int64_t number = tooLarge || outside ? 0 : value->get<std::int64_t>();
    if (tooLarge || outside || number < least || number > most) {
        add(field, "range", "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> FieldReader::boolean(std::string_view field)
{
    const nlohmann::json* value = find(field);
    if (!value)
        return std::nullopt;
    if (!value->is_boolean()) {
        add(field, "type", "must be true or false, not " + std::string(typeName(*value)));
        return std::nullopt;
    }
    return value->get<bool>();
}

void FieldReader::refuseUnknown(std::initializer_list<std::string_view> known)
{
    if (!m_object.is_object())
        return;
    for (const auto& item : m_object.items()) {
        if (std::ranges::find(known, std::string_view(item.key())) == known.end())
            m_errors.push_back({pathOf(isStorableText(item.key()) ? item.key() : "?"), "unknown_field",
                                shown(item.key()) + " is not a field of this object"});
    }
}

void FieldReader::addNotAllowed(std::string_view field, std::string_view got,
                                std::initializer_list<std::string_view> allowed)
{
    std::string list;
    for (const std::string_view name : allowed)
        list.append(list.empty() ? "" : ", ").append(name);
    add(field, "not_allowed", "is " + shown(got) + "; it must be one of " + list);
}

} // namespace xp
