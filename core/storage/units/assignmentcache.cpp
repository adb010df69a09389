// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/assignmentcache.h"

#include <QRandomGenerator>
#include <algorithm>
#include <bit>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xp {

namespace {

constexpr std::int32_t kLastEpoch = (1 << 13) - 1; ///< that an entry has room for

} // namespace

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

std::array<AssignmentCache::Entry*, 2> AssignmentCache::Shard::groupsOf(std::uint64_t hash)
{
    const std::uint64_t last = entries.size() / kWays - 1;
    return {&entries[(hash & last) * kWays], &entries[(hash >> 32 & last) * kWays]};
}

AssignmentCache::Entry* AssignmentCache::Shard::find(const Key& key)
{
    if (entries.empty())
        return nullptr;
    for (Entry* const group : groupsOf(key.group)) {
        Entry* const place = std::find_if(group, group + kWays, [&](const Entry& e) { return e.isOf(key); });
        if (place != group + kWays)
            return place;
    }
    return nullptr;
}

AssignmentCache::Entry* AssignmentCache::Shard::freePlace(std::uint64_t hash)
{
    if (entries.empty())
        return nullptr;
    Entry* best = nullptr;
    std::ptrdiff_t fewest = kWays;
    for (Entry* const group : groupsOf(hash)) {
        Entry* const place = std::find_if(group, group + kWays, [](const Entry& e) { return e.variant < 0; });
        if (place - group < fewest) {
            best = place;
            fewest = place - group;
        }
    }
    return best;
}

AssignmentCache::Entry* AssignmentCache::Shard::makeRoom(std::uint64_t hash)
{
    Entry* const group = groupsOf(hash).front();
    return std::move(group + 1, group + kWays, group);
}

bool AssignmentCache::Shard::hold(const std::vector<Entry>& old, std::size_t size)
{
    entries = std::vector<Entry>(size);
    used = 0;
    std::size_t left = 0;
    for (const Entry& entry : old) {
        if (entry.variant < 0)
            continue;
        Entry* const place = freePlace(entry.group);
        ++(place ? used : left);
        if (place)
            *place = entry;
    }
    return left == 0;
}

void AssignmentCache::Shard::grow(std::size_t most)
{
    const std::vector<Entry> old = std::move(entries);
    std::size_t size = std::max(std::size_t{kWays}, old.size() * 2);
    while (!hold(old, size) && size < most)
        size *= 2;
}

std::optional<CachedAssignment> AssignmentCache::find(std::string_view experimentId, std::string_view unit) const
{
    const Key key = keyOf(experimentId, unit);
    Shard& shard = m_shards[key.shard];
    const std::scoped_lock lock(shard.mutex);
    const Entry* const entry = shard.find(key);
    if (!entry)
        return std::nullopt;
    return CachedAssignment{entry->variant, fromMicros(entry->assignedAt), static_cast<LeftOut>(entry->leftOut),
                            entry->epoch};
}

void AssignmentCache::clearEntries()
{
    m_generation.fetch_add(1, std::memory_order_acq_rel);
    for (Shard& shard : m_shards) {
        const std::scoped_lock lock(shard.mutex);
        shard.entries.clear();
        shard.used = 0;
    }
}

void AssignmentCache::turnTo(std::string_view database)
{
    if (m_database == database)
        return;
    if (std::exchange(m_database, database)) {
        clearEntries();
        m_removals.store(-1, std::memory_order_release);
    }
}

void AssignmentCache::take(std::int64_t removals)
{
    if (removals <= this->removals())
        return; // read before what was heard meanwhile
    clearEntries();
    m_removals.store(removals, std::memory_order_release);
}

void AssignmentCache::belongTo(std::string_view database)
{
    const std::scoped_lock lock(m_hearing);
    turnTo(database);
}

void AssignmentCache::hear(std::int64_t removals)
{
    const std::scoped_lock lock(m_hearing);
    take(removals);
}

std::optional<std::uint64_t> AssignmentCache::trust(std::string_view database, std::int64_t removals)
{
    const std::scoped_lock lock(m_hearing);
    turnTo(database);
    take(removals);
    return removals == this->removals() ? std::optional(generation()) : std::nullopt;
}

void AssignmentCache::insert(std::string_view experimentId, std::string_view unit, CachedAssignment assignment,
                             std::uint64_t generation)
{
    if (assignment.epoch < 0 || assignment.epoch > kLastEpoch)
        return;
    const Key key = keyOf(experimentId, unit);
    Shard& shard = m_shards[key.shard];
    const std::scoped_lock lock(shard.mutex);
    if (generation != this->generation())
        return;
    Entry* place = shard.find(key);
    if (!place) {
        place = shard.freePlace(key.group);
        while (!place && shard.entries.size() < m_maxPerShard) {
            shard.grow(m_maxPerShard);
            place = shard.freePlace(key.group);
        }
        if (place)
            ++shard.used;
        else
            place = shard.makeRoom(key.group);
    }
    *place = Entry{.group = key.group,
                   .assignedAt = toMicros(assignment.assignedAt),
                   .rest = key.rest,
                   .variant = assignment.variant,
                   .leftOut = static_cast<std::uint16_t>(static_cast<std::uint16_t>(assignment.leftOut) & 7U),
                   .epoch = static_cast<std::uint16_t>(static_cast<std::uint32_t>(assignment.epoch) & 8191U)};
}

void AssignmentCache::erase(std::string_view experimentId, std::string_view unit)
{
    const Key key = keyOf(experimentId, unit);
    Shard& shard = m_shards[key.shard];
    const std::scoped_lock lock(shard.mutex);
    if (Entry* const place = shard.find(key)) {
        *place = Entry{};
        --shard.used;
    }
}

std::size_t AssignmentCache::size() const
{
    std::size_t total = 0;
    for (Shard& shard : m_shards) {
        const std::scoped_lock lock(shard.mutex);
        total += shard.used;
    }
    return total;
}

} // namespace xp
