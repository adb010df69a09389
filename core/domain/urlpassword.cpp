// SPDX-License-Identifier: Apache-2.0
#include "core/domain/urlpassword.h"

#include <algorithm>

namespace xp {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool holdsPassword(std::string_view option)
{
    const std::string_view name = option.substr(0, option.find('='));
    return name == "password" || name == "sslpassword";
}

/// What follows the `?`, less the options that hold a password.
std::string harmless(std::string_view options)
{
    std::string kept;
    while (!options.empty()) {
        const std::string_view one = options.substr(0, options.find('&'));
        options.remove_prefix(std::min(one.size() + 1, options.size()));
        if (!holdsPassword(one))
            kept.append(kept.empty() ? "?" : "&").append(one);
    }
    return kept;
}

/// Where the user's part ends: at the last @ before the options. One behind a `?` belongs to a password that was not
/// escaped, unless what stands behind the colon is a port.
std::size_t endOfUser(std::string_view rest, std::size_t colon)
{
    const std::size_t end = rest.substr(0, rest.find('?')).rfind('@');
    if (end != kNowhere || colon == kNowhere)
        return end;
    const std::size_t after = rest.find_first_not_of("0123456789", colon + 1);
    const bool isPort = after == kNowhere || std::string_view("/?,").find(rest[after]) != kNowhere;
    return isPort ? kNowhere : rest.rfind('@');
}

} // namespace

std::string withoutPassword(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == kNowhere || url.starts_with("sqlite:"))
        return std::string(url);
    std::string_view rest = url.substr(scheme + 3);
    std::string kept(url.substr(0, scheme + 3));
    const std::size_t colon = rest.find(':');
    if (const std::size_t end = endOfUser(rest, colon); end != kNowhere) {
        kept.append(rest.substr(0, std::min(colon, end)));
        rest.remove_prefix(end);
    }
    const std::size_t options = std::min(rest.find('?'), rest.size());
    kept.append(rest.substr(0, options));
    return options < rest.size() ? kept + harmless(rest.substr(options + 1)) : kept;
}

} // namespace xp
