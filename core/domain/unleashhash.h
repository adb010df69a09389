// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace xp {

/// MurmurHash3, x86, 32 bits (Austin Appleby, public domain algorithm), of UTF-8 bytes.
std::uint32_t murmur3(std::string_view text, std::uint32_t seed);

/// The seed with which Unleash splits variants since 2023; its rollouts use 0, so that the two are unrelated.
inline constexpr std::uint32_t kUnleashVariantSeed = 86028157;

/// Unleash's normalised hash: murmur3(group + ":" + id, seed) mod `modulus` + 1, in 1..modulus.
std::uint32_t unleashHash(std::string_view group, std::string_view id, std::uint32_t modulus, std::uint32_t seed = 0);

} // namespace xp
