// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace re2 {
class RE2;
}

namespace xp {

/// A regular expression of RE2's syntax: it takes time in proportion to the text, whoever wrote it; there is no
/// looking ahead and no reference back. Immutable; copies share what was compiled.
class Pattern
{
public:
    /// The error says what RE2 does not understand. Patterns that would need more than 1 MiB are refused.
    static tl::expected<Pattern, std::string> compile(std::string_view text, bool ignoresCase = false);

    /// Whether any part of the text matches.
    bool isFoundIn(std::string_view text) const;

private:
    explicit Pattern(std::shared_ptr<const re2::RE2> compiled) : m_compiled(std::move(compiled)) {}

    std::shared_ptr<const re2::RE2> m_compiled;
};

} // namespace xp
