// SPDX-License-Identifier: Apache-2.0
#include "core/domain/canonicaljson.h"

#include "core/domain/identifiers.h"

#include <QCryptographicHash>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace xp {

namespace {

using nlohmann::json;

/// Orders UTF-8 as its UTF-16 code units would be: surrogates (lead bytes F0 to F4) stand before U+E000 to U+FFFF (lead
/// bytes EE and EF); otherwise bytes and code units order alike.
bool utf16Less(const std::string& a, const std::string& b)
{
    const auto [x, y] = std::ranges::mismatch(a, b);
    if (x == a.end() || y == b.end())
        return x == a.end() && y != b.end();
    const auto rank = [](char c) {
        const unsigned byte = static_cast<unsigned char>(c);
        return byte >= 0xF0 ? byte - 2 : byte >= 0xEE ? byte + 5 : byte;
    };
    return rank(*x) < rank(*y);
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t nul = std::min(text.find('\0'), text.size());
        if (!isStorableText(text.substr(0, nul)))
            return false;
        text.remove_prefix(std::min(nul + 1, text.size()));
    }
    return true;
}

void appendString(std::string& out, const std::string& text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                const auto code = static_cast<unsigned char>(c);
                out += "\\u00";
                out += kHex[code >> 4];
                out += kHex[code & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

bool append(std::string& out, const json& value);

bool appendObject(std::string& out, const json& object)
{
    std::vector<const std::string*> keys;
    for (const auto& [key, member] : object.items())
        keys.push_back(&key);
    std::ranges::sort(keys, [](const std::string* a, const std::string* b) { return utf16Less(*a, *b); });
    out += '{';
    bool first = true;
    for (const std::string* key : keys) {
        if (!isUtf8(*key))
            return false;
        if (!first)
            out += ',';
        first = false;
        appendString(out, *key);
        out += ':';
        if (!append(out, object[*key]))
            return false;
    }
    out += '}';
    return true;
}

bool appendArray(std::string& out, const json& array)
{
    out += '[';
    bool first = true;
    for (const json& element : array) {
        if (!first)
            out += ',';
        first = false;
        if (!append(out, element))
            return false;
    }
    out += ']';
    return true;
}

bool append(std::string& out, const json& value)
{
    switch (value.type()) {
    case json::value_t::object:
        return appendObject(out, value);
    case json::value_t::array:
        return appendArray(out, value);
    case json::value_t::string: {
        const auto& text = value.get_ref<const std::string&>();
        appendString(out, text);
        return isUtf8(text);
    }
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
    case json::value_t::number_float: {
        const auto number = value.get<double>();
        if (!std::isfinite(number))
            return false;
        out += ecmaScriptNumber(number);
        return true;
    }
    case json::value_t::boolean:
        out += value.get<bool>() ? "true" : "false";
        return true;
    case json::value_t::null:
        out += "null";
        return true;
    case json::value_t::binary:
    case json::value_t::discarded:
        return false;
    }
    return false;
}

} // namespace

std::string ecmaScriptNumber(double value)
{
    if (value == 0)
        return "0"; // also -0
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    std::string digits;
    std::ranges::copy_if(text.substr(0, e), std::back_inserter(digits), [](char c) { return c != '.'; });
    int exponent = 0;
    std::string_view power = text.substr(e + 1);
    if (power.starts_with('+'))
        power.remove_prefix(1);
    std::from_chars(power.data(), power.data() + power.size(), exponent);

    // ECMAScript's n: the position of the point within the digits. Plain notation for -6 < n <= 21.
    const int n = exponent + 1;
    const auto k = static_cast<int>(digits.size());
    std::string out = value < 0 ? "-" : "";
    if (k <= n && n <= 21)
        return out + digits + std::string(static_cast<std::size_t>(n - k), '0');
    if (0 < n && n <= 21)
        return out + digits.insert(static_cast<std::size_t>(n), ".");
    if (-6 < n && n <= 0)
        return out + "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
    if (k > 1)
        digits.insert(1, ".");
    return out + digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

std::optional<std::string> canonicalJson(const json& value)
{
    std::string out;
    if (!append(out, value))
        return std::nullopt;
    return out;
}

std::string fingerprintOf(const json& value)
{
    const auto text = canonicalJson(value);
    if (!text)
        return {};
    const QByteArray bytes = QByteArray::fromRawData(text->data(), static_cast<qsizetype>(text->size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace xp
