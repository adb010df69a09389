// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// A version as semver.org 2.0.0 defines it; what follows a '+' does not take part in the order.
struct SemanticVersion
{
    std::array<std::string, 3> core; ///< major, minor, patch: digits without leading zeros, of any length
    std::vector<std::string> prerelease;

    /// By the letter of the standard.
    static std::optional<SemanticVersion> parse(std::string_view text);
    /// Also "v1.2.3", "1.2" and "1": what is missing is 0.
    static std::optional<SemanticVersion> parseLoosely(std::string_view text);

    std::strong_ordering operator<=>(const SemanticVersion& other) const;
    bool operator==(const SemanticVersion& other) const { return (*this <=> other) == 0; }
};

} // namespace xp
