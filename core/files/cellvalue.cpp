// SPDX-License-Identifier: Apache-2.0
#include "core/files/cellvalue.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace xp {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return std::ranges::equal(text, lowerCase, {}, lower);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Digits after the point that matter, the exponent counted in; of a text that is a number.
int decimalsOf(std::string_view number)
{
    const std::size_t exponentAt = number.find_first_of("eE");
    int exponent = 0;
    if (exponentAt != std::string_view::npos) {
        std::string_view digits = number.substr(exponentAt + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        number = number.substr(0, exponentAt);
    }
    const std::size_t point = number.find('.');
    const std::string_view before = number.substr(0, point);
    std::string_view after = point == std::string_view::npos ? std::string_view() : number.substr(point + 1);
    while (after.ends_with('0'))
        after.remove_suffix(1);
    int decimals = static_cast<int>(after.size()) - exponent;
    if (after.empty()) {
        // 100e-2 has none: zeros at the end of the whole part take up the exponent.
        for (std::size_t i = before.size(); i-- > 0 && before[i] == '0' && decimals > 0;)
            --decimals;
    }
    return std::max(decimals, 0);
}

#ifdef __EMSCRIPTEN__
/// Its library has no std::from_chars for doubles, but no locale that strtod could follow either.
std::optional<double> wholeTextToDouble(std::string_view text)
{
    if (text.find_first_not_of("0123456789.eE+-") != std::string_view::npos)
        return std::nullopt; // strtod would also take hexadecimal numbers
    const std::string ended(text);
    char* stopped = nullptr;
    errno = 0;
    const double value = std::strtod(ended.c_str(), &stopped);
    return errno == 0 && stopped == ended.c_str() + ended.size() ? std::optional(value) : std::nullopt;
}
#else
std::optional<double> wholeTextToDouble(std::string_view text)
{
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}
#endif

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<bool> parseBoolean(std::string_view text)
{
    constexpr std::array<std::string_view, 6> kYes{"1", "true", "t", "yes", "y", "1.0"};
    constexpr std::array<std::string_view, 6> kNo{"0", "false", "f", "no", "n", "0.0"};
    text = trimmed(text);
    const auto matches = [&](std::string_view word) { return equalsIgnoringCase(text, word); };
    if (std::ranges::any_of(kYes, matches))
        return true;
    if (std::ranges::any_of(kNo, matches))
        return false;
    return std::nullopt;
}

std::optional<DecimalNumber> parseDecimal(std::string_view text)
{
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    // from_chars would also take "inf", "nan" and a second sign.
    if (text.empty() || !(isDigit(text.front()) || text.front() == '.'))
        return std::nullopt;
    const std::optional<double> size = wholeTextToDouble(text);
    if (!size || !std::isfinite(*size))
        return std::nullopt;
    const double value = negative ? -*size : *size;
    if (text.find_first_of(".eE") == std::string_view::npos)
        return DecimalNumber{value, 0};
    return DecimalNumber{value, value == 0 ? 0 : decimalsOf(text)};
}

} // namespace xp
