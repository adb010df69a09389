// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xp {

// zlib on texts in memory, as zip files need it.

/// Raw deflate (RFC 1951), without a header; at most 4 GiB.
std::string deflated(std::string_view text);

/// What `packed` says, when that is exactly `size` bytes and nothing follows it; std::nullopt otherwise. Takes no more
/// memory than `size`.
std::optional<std::string> inflated(std::string_view packed, std::size_t size);

/// CRC-32 of ISO 3309, as in zip and PNG.
std::uint32_t crc32Of(std::string_view text);

} // namespace xp
