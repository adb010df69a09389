// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp::service {

/// Text as HTML shows it, within an attribute too.
std::string escaped(std::string_view text);

/// The same, with `code` between backticks set as such.
std::string prose(std::string_view text);

inline std::string code(std::string_view text)
{
    return "<code>" + escaped(text) + "</code>";
}

inline std::string link(std::string_view anchor, std::string_view text)
{
    return "<a href=\"#" + escaped(anchor) + "\">" + escaped(text) + "</a>";
}

} // namespace xp::service
