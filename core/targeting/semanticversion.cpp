// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/semanticversion.h"

#include <algorithm>

namespace xp {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// A number as the standard writes it: no leading zero.
bool isPlainNumber(std::string_view text)
{
    return isNumber(text) && (text.size() == 1 || text.front() != '0');
}

bool isIdentifier(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t dot = text.find('.');
        parts.push_back(text.substr(0, dot));
        if (dot == std::string_view::npos)
            return parts;
        text.remove_prefix(dot + 1);
    }
}

std::strong_ordering compareNumbers(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? a.size() <=> b.size() : a <=> b;
}

std::strong_ordering compareIdentifiers(std::string_view a, std::string_view b)
{
    if (isNumber(a) && isNumber(b))
        return compareNumbers(a, b);
    if (isNumber(a) != isNumber(b))
        return isNumber(a) ? std::strong_ordering::less : std::strong_ordering::greater;
    return a <=> b;
}

} // namespace

std::optional<SemanticVersion> SemanticVersion::parse(std::string_view text)
{
    const std::size_t plus = text.find('+');
    if (plus != std::string_view::npos) {
        if (!std::ranges::all_of(split(text.substr(plus + 1)), isIdentifier))
            return std::nullopt;
        text = text.substr(0, plus);
    }
    SemanticVersion version;
    const std::size_t dash = text.find('-');
    const auto core = split(text.substr(0, dash));
    if (core.size() != 3 || !std::ranges::all_of(core, isPlainNumber))
        return std::nullopt;
    std::ranges::copy(core, version.core.begin());
    if (dash == std::string_view::npos)
        return version;
    for (const std::string_view part : split(text.substr(dash + 1))) {
        if (!isIdentifier(part) || (isNumber(part) && !isPlainNumber(part)))
            return std::nullopt;
        version.prerelease.emplace_back(part);
    }
    return version;
}

std::optional<SemanticVersion> SemanticVersion::parseLoosely(std::string_view text)
{
    if (text.starts_with('v') || text.starts_with('V'))
        text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_of("-+"), text.size());
    std::string whole(text.substr(0, end));
    for (auto dots = std::ranges::count(whole, '.'); dots < 2; ++dots)
        whole += ".0";
    return parse(whole.append(text.substr(end)));
}

std::strong_ordering SemanticVersion::operator<=>(const SemanticVersion& other) const
{
    for (std::size_t i = 0; i < core.size(); ++i) {
        if (const auto order = compareNumbers(core[i], other.core[i]); order != 0)
            return order;
    }
    if (prerelease.empty() != other.prerelease.empty())
        return prerelease.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
    const std::size_t common = std::min(prerelease.size(), other.prerelease.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (const auto order = compareIdentifiers(prerelease[i], other.prerelease[i]); order != 0)
            return order;
    }
    return prerelease.size() <=> other.prerelease.size();
}

} // namespace xp
