// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace xp {

/// Finds units that may occur twice, in eight bytes a unit: the 64-bit hash of each is kept, in 256 parts that are
/// sorted one after the other, so that a window has time to breathe in between. Of ten million different units two
/// share a hash once in 370,000 files; who asks looks those up in the file.
class UnitFingerprints
{
public:
    static std::uint64_t of(std::string_view unit);

    void add(std::string_view unit);
    /// Looks through the next part; false when all have been. Call it after the last add().
    bool checkNext();
    /// Hashes that were there more than once, rising; kMost at most.
    const std::vector<std::uint64_t>& suspects() const { return m_suspects; }

    static constexpr std::size_t kMost = 1000;

private:
    std::array<std::vector<std::uint64_t>, 256> m_parts;
    std::size_t m_next = 0;
    std::vector<std::uint64_t> m_suspects;
};

} // namespace xp
