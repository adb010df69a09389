// SPDX-License-Identifier: Apache-2.0
#include "core/offline/unitfingerprints.h"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xp {

std::uint64_t UnitFingerprints::of(std::string_view unit)
{
    return XXH64(unit.data(), unit.size(), 0);
}

void UnitFingerprints::add(std::string_view unit)
{
    const std::uint64_t hash = of(unit);
    m_parts[hash >> 56].push_back(hash);
}

bool UnitFingerprints::checkNext()
{
    if (m_next == m_parts.size())
        return false;
    std::vector<std::uint64_t> part = std::move(m_parts[m_next++]);
    std::ranges::sort(part);
    for (auto it = std::ranges::adjacent_find(part); it != part.end() && m_suspects.size() < kMost;) {
        m_suspects.push_back(*it);
        it = std::adjacent_find(std::upper_bound(it, part.end(), *it), part.end());
    }
    return true;
}

} // namespace xp
