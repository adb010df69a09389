// SPDX-License-Identifier: Apache-2.0
#include "core/domain/unleashhash.h"

#include <bit>
#include <string>

namespace xp {

namespace {

std::uint32_t scrambled(std::uint32_t block)
{
    return std::rotl(block * 0xCC9E2D51u, 15) * 0x1B873593u;
}

} // namespace

std::uint32_t murmur3(std::string_view text, std::uint32_t seed)
{
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[i])}; };
    std::uint32_t hash = seed;
    const std::size_t whole = text.size() / 4 * 4;
    for (std::size_t i = 0; i < whole; i += 4) {
        const std::uint32_t block = byte(i) | byte(i + 1) << 8 | byte(i + 2) << 16 | byte(i + 3) << 24;
        hash = std::rotl(hash ^ scrambled(block), 13) * 5 + 0xE6546B64u;
    }
    std::uint32_t tail = 0;
    for (std::size_t i = text.size(); i > whole; --i)
        tail = tail << 8 | byte(i - 1);
    hash ^= scrambled(tail);
    hash ^= static_cast<std::uint32_t>(text.size());
    hash = (hash ^ hash >> 16) * 0x85EBCA6Bu;
    hash = (hash ^ hash >> 13) * 0xC2B2AE35u;
    return hash ^ hash >> 16;
}

std::uint32_t unleashHash(std::string_view group, std::string_view id, std::uint32_t modulus, std::uint32_t seed)
{
    std::string text;
    text.reserve(group.size() + 1 + id.size());
    text.append(group).append(1, ':').append(id);
    return murmur3(text, seed) % modulus + 1;
}

} // namespace xp
