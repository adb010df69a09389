// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace xp {

namespace {

std::string fixed(double value, int decimals)
{
    std::array<char, 400> text{};
    const auto result =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    return std::string(text.data(), result.ptr);
}

std::string scientific(double value)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 2);
    return std::string(text.data(), result.ptr);
}

/// With the minus sign that is as wide as the plus, as the studio writes it.
std::string withMinus(std::string text)
{
    return text.starts_with('-') ? "\u2212" + text.substr(1) : text;
}

/// About three digits that say something.
std::string readable(double value)
{
    const double size = std::abs(value);
    if (size == 0)
        return "0";
    if (size >= 1e9 || size < 1e-4)
        return scientific(value);
    if (size >= 1000)
        return fixed(value, 0);
    const int decimals = size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 6;
    return fixed(value, decimals);
}

std::string percentDigits(double percent)
{
    const double size = std::abs(percent);
    if (size == 0)
        return "0";
    if (size >= 1e6 || size < 1e-3)
        return scientific(percent);
    return fixed(percent, size >= 100 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 4);
}

std::string withSign(double value, std::string text)
{
    return value > 0 ? "+" + std::move(text) : text;
}

} // namespace

std::string countText(std::int64_t count)
{
    std::string digits = std::to_string(count);
    const std::size_t first = count < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, ",");
    }
    return withMinus(digits);
}

std::string countText(std::int64_t count, std::string_view one, std::string_view many)
{
    return countText(count) + " " + std::string(count == 1 ? one : many);
}

std::string percentText(double share)
{
    return withMinus(percentDigits(share * 100)) + " %";
}
std::string signedPercentText(double share)
{
    return withSign(share, percentText(share));
}
std::string numberText(double value)
{
    return withMinus(readable(value));
}
std::string signedNumberText(double value)
{
    return withSign(value, numberText(value));
}

std::string plainText(double value)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 5);
    return withMinus(std::string(text.data(), result.ptr));
}

std::string levelText(double level)
{
    const double rest = 100 * std::min(level, 1 - level); // what tells it from all or nothing
    const int decimals = rest >= 0.5 ? 1 : 1 + static_cast<int>(std::ceil(-std::log10(std::max(rest, 1e-12))));
    std::string text = fixed(100 * level, decimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

std::string pEquationText(double p)
{
    return p < 1e-4 ? "p < 0.0001" : "p = " + fixed(p, p < 0.01 ? 4 : 3);
}

std::string inQuotes(std::string_view name)
{
    return "'" + std::string(name) + "'";
}

} // namespace xp
