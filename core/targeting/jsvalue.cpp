// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/jsvalue.h"

#include <QLocale>
#include <QString>
#include <charconv>
#include <cmath>
#include <limits>

namespace xp {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kSpaces = " \t\n\v\f\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kSpaces);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

double numberOfText(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return 0;
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+')
        text.remove_prefix(1);
    double value = kNaN;
    // from_chars also knows "inf", "nan" and a second sign, JavaScript does not.
    const bool isDigits = !text.empty() && (text.front() == '.' || (text.front() >= '0' && text.front() <= '9'));
    if (text == "Infinity")
        value = std::numeric_limits<double>::infinity();
    else if (isDigits) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size())
            return kNaN;
    }
    return negative ? -value : value;
}

std::string textOfNumber(double value)
{
    if (value == std::trunc(value) && std::abs(value) < 1e15)
        return std::to_string(static_cast<std::int64_t>(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest).toStdString();
}

QString utf16(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

std::string jsText(const nlohmann::json& value)
{
    switch (value.type()) {
    case nlohmann::json::value_t::string:
        return value.get<std::string>();
    case nlohmann::json::value_t::number_float:
        return textOfNumber(value.get<double>());
    case nlohmann::json::value_t::array: {
        std::string text;
        for (std::size_t i = 0; i < value.size(); ++i)
            text.append(i > 0 ? "," : "").append(value[i].is_null() ? "" : jsText(value[i]));
        return text;
    }
    case nlohmann::json::value_t::object:
        return "[object Object]";
    default:
        return value.dump();
    }
}

double jsNumber(const nlohmann::json& value)
{
    if (value.is_number())
        return value.get<double>();
    if (value.is_null())
        return 0;
    if (value.is_boolean())
        return value.get<bool>() ? 1 : 0;
    if (value.is_string())
        return numberOfText(value.get_ref<const std::string&>());
    return value.is_array() ? numberOfText(jsText(value)) : kNaN;
}

bool jsIsTruthy(const nlohmann::json& value)
{
    if (value.is_string())
        return !value.get_ref<const std::string&>().empty();
    if (value.is_number())
        return value.get<double>() != 0;
    return value.is_boolean() ? value.get<bool>() : !value.is_null();
}

bool jsIsSame(const nlohmann::json& a, const nlohmann::json& b)
{
    if (a.is_structured() || b.is_structured())
        return false;
    if (a.is_number() && b.is_number())
        return a.get<double>() == b.get<double>();
    return a.type() == b.type() && a == b;
}

std::partial_ordering jsCompare(const nlohmann::json& a, const nlohmann::json& b)
{
    const auto isText = [](const nlohmann::json& value) { return value.is_string() || value.is_structured(); };
    if (isText(a) && isText(b))
        return utf16(jsText(a)).compare(utf16(jsText(b))) <=> 0;
    return jsNumber(a) <=> jsNumber(b);
}

std::string lowerCase(std::string_view utf8)
{
    return utf16(utf8).toLower().toStdString();
}

const nlohmann::json* memberAt(const nlohmann::json& object, std::string_view path)
{
    const nlohmann::json* current = &object;
    for (;;) {
        const std::size_t dot = path.find('.');
        const std::string_view name = path.substr(0, dot);
        if (current->is_object()) {
            const auto member = current->find(name);
            if (member == current->end())
                return nullptr;
            current = &*member;
        } else if (current->is_array()) {
            std::size_t position = 0;
            const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), position);
            if (error != std::errc() || end != name.data() + name.size() || position >= current->size())
                return nullptr;
            current = &(*current)[position];
        } else {
            return nullptr;
        }
        if (dot == std::string_view::npos)
            return current;
        path.remove_prefix(dot + 1);
    }
}

} // namespace xp
