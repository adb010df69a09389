// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xp::service {

enum class Plus { Literal, IsSpace };

/// Decodes `%41`. Nothing when an escape is broken, or when the result holds a NUL or is not UTF-8: such text could
/// neither be stored nor be answered as JSON.
std::optional<std::string> percentDecoded(std::string_view text, Plus plus = Plus::Literal);

/// The names and values of a query, in order, decoded. Nothing when one of them cannot be decoded.
std::optional<std::vector<std::pair<std::string, std::string>>> parsedQuery(std::string_view query);

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

/// ASCII only, as names of header fields and tokens are compared.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// Without the blanks and tabs at both ends.
std::string_view trimmed(std::string_view text);

} // namespace xp::service
