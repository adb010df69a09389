// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp {

/// HMAC-SHA256 as 64 hexadecimal digits.
std::string hmacSha256Hex(std::string_view key, std::string_view text);

} // namespace xp
