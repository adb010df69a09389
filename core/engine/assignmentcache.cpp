// SPDX-License-Identifier: Apache-2.0
#include "core/engine/assignmentcache.h"

#include <QRandomGenerator>
#include <algorithm>
#include <bit>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xp {

AssignmentCache::AssignmentCache(std::size_t maxEntries)
    : m_seed(QRandomGenerator::system()->generate64())
    , m_maxPerShard(std::max(kWays, std::bit_floor(maxEntries / kShards)))
{
}

AssignmentCache::Key AssignmentCache::keyOf(std::string_view experimentId, std::string_view unit) const
{
    const std::uint64_t experiment = XXH3_64bits_withSeed(experimentId.data(), experimentId.size(), m_seed);
    const XXH128_hash_t hash = XXH3_128bits_withSeed(unit.data(), unit.size(), experiment);
    return {hash.high64, static_cast<std::uint32_t>(hash.low64 >> 32),
            static_cast<std::uint32_t>(hash.low64 % kShards)};
}

std::size_t AssignmentCache::groupOf(const Shard& shard, std::uint64_t hash)
{
    return (hash & (shard.entries.size() / kWays - 1)) * kWays;
}

std::optional<CachedAssignment> AssignmentCache::find(std::string_view experimentId, std::string_view unit) const
{
    const Key key = keyOf(experimentId, unit);
    const Shard& shard = m_shards[key.shard];
    const std::scoped_lock lock(shard.mutex);
    if (shard.entries.empty())
        return std::nullopt;
    const std::size_t group = groupOf(shard, key.group);
    for (std::size_t i = group; i < group + kWays; ++i) {
        const Entry& entry = shard.entries[i];
        if (entry.isOf(key))
            return CachedAssignment{entry.variant, fromMicros(entry.assignedAt), entry.leftOut};
    }
    return std::nullopt;
}

void AssignmentCache::clear()
{
    m_generation.fetch_add(1, std::memory_order_acq_rel);
    for (Shard& shard : m_shards) {
        const std::scoped_lock lock(shard.mutex);
        shard.entries.clear();
        shard.used = 0;
    }
}

void AssignmentCache::insert(std::string_view experimentId, std::string_view unit, CachedAssignment assignment,
                             std::uint64_t generation)
{
    const Key key = keyOf(experimentId, unit);
    Shard& shard = m_shards[key.shard];
    const std::scoped_lock lock(shard.mutex);
    if (generation != this->generation())
        return;
    if (shard.used * 4 >= shard.entries.size() * 3 && shard.entries.size() < m_maxPerShard)
        grow(shard);
    Entry* const group = &shard.entries[groupOf(shard, key.group)];
    Entry* place = std::find_if(group, group + kWays, [&](const Entry& e) { return e.variant < 0 || e.isOf(key); });
    if (place == group + kWays) // full: the oldest makes room
        place = std::move(group + 1, group + kWays, group);
    else if (place->variant < 0)
        ++shard.used;
    *place = Entry{key.group, toMicros(assignment.assignedAt), key.rest, assignment.variant, assignment.leftOut};
}

void AssignmentCache::erase(std::string_view experimentId, std::string_view unit)
{
    const Key key = keyOf(experimentId, unit);
    Shard& shard = m_shards[key.shard];
    const std::scoped_lock lock(shard.mutex);
    if (shard.entries.empty())
        return;
    Entry* const group = &shard.entries[groupOf(shard, key.group)];
    Entry* const place = std::find_if(group, group + kWays, [&](const Entry& e) { return e.isOf(key); });
    if (place == group + kWays)
        return;
    *place = Entry{};
    --shard.used;
}

void AssignmentCache::grow(Shard& shard) const
{
    std::vector<Entry> old = std::move(shard.entries);
    shard.entries = std::vector<Entry>(std::max(kWays * 4, old.size() * 2));
    shard.used = 0;
    for (const Entry& entry : old) {
        if (entry.variant < 0)
            continue;
        Entry* const group = &shard.entries[groupOf(shard, entry.group)];
        Entry* const place = std::find_if(group, group + kWays, [](const Entry& e) { return e.variant < 0; });
        if (place == group + kWays)
            continue;
        *place = entry;
        ++shard.used;
    }
}

std::size_t AssignmentCache::size() const
{
    std::size_t total = 0;
    for (const Shard& shard : m_shards) {
        const std::scoped_lock lock(shard.mutex);
        total += shard.used;
    }
    return total;
}

} // namespace xp
