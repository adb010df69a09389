// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp {

/// HMAC-SHA256 (RFC 2104), in base64 (RFC 4648): 44 characters.
std::string hmacSha256Base64(std::string_view key, std::string_view text);

} // namespace xp
