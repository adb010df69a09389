// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/leftout.h"
#include "core/domain/timestamp.h"

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// What the cache knows of a unit.
struct CachedAssignment
{
    std::int16_t variant = 0;
    Timestamp assignedAt{};
    LeftOut leftOut = LeftOut::No; ///< never by name: such a variant may become another
    std::int32_t epoch = 0;        ///< of the assignment
};

/// Assignments of units seen lately, so that a repeated question needs no database. An assignment never changes once it
/// is stored but by being removed or joined to another's (a merge; those concerned erase()). When some are removed, or
/// an experiment comes back under its id, every process forgets all it knows (hear()); until then the count of that
/// tells a writer, in its transaction, that it must not rely on it. An experiment that is gone has no version any more,
/// and needs no count. Thread-safe; bounded: 24 bytes an entry, grown as it fills, then older neighbours make room. An
/// entry stands in the emptier of two groups of four (Azar et al., Balanced Allocations, 1994), so that hardly any has
/// to go before the whole is three quarters full: each that goes is asked of the database again.
///
/// A unit is known by a hash of experiment and id (102 bits of it, with the place) under a seed drawn at start: two
/// units sharing one is less likely than a broken disk, and nobody outside can look for such a pair.
class AssignmentCache
{
public:
    explicit AssignmentCache(std::size_t maxEntries = std::size_t{1} << 21);

    std::optional<CachedAssignment> find(std::string_view experimentId, std::string_view unit) const;
    /// `generation` is that of before the database was read: what was read before it forgot everything is not
    /// remembered after. Nor is an assignment of an epoch beyond 8191.
    void insert(std::string_view experimentId, std::string_view unit, CachedAssignment assignment,
                std::uint64_t generation);
    std::uint64_t generation() const { return m_generation.load(std::memory_order_acquire); }
    /// What is known is of this database (Connection::serverRun()); of another one it forgets everything, and what was
    /// heard: the latest rows may be lost there.
    void belongTo(std::string_view database);
    /// The database's count of removals (readRemovals()) was read: forgets everything where it has grown.
    void hear(std::int64_t removals);
    /// The count that was heard last; -1: none yet.
    std::int64_t removals() const { return m_removals.load(std::memory_order_acquire); }
    /// Both, for a transaction that has read the count over a connection to `database`. The generation for what it
    /// reads; nothing where it must not rely on what is found, having begun before others heard of a removal.
    std::optional<std::uint64_t> trust(std::string_view database, std::int64_t removals);
    /// For a unit that is to be forgotten.
    void erase(std::string_view experimentId, std::string_view unit);
    std::size_t size() const;

private:
    static constexpr std::size_t kShards = 64;
    static constexpr std::size_t kWays = 4; ///< places an entry may stand in

    struct Key
    {
        std::uint64_t group; ///< its two halves are groups within the shard
        std::uint32_t rest;
        std::uint32_t shard;
    };
    struct Entry
    {
        std::uint64_t group = 0;
        std::int64_t assignedAt = 0;
        std::uint32_t rest = 0;
        std::int16_t variant = -1; ///< -1: free
        std::uint16_t leftOut : 3 = 0;
        std::uint16_t epoch : 13 = 0;

        bool isOf(const Key& key) const { return variant >= 0 && group == key.group && rest == key.rest; }
    };
    static_assert(sizeof(Entry) == 24);
    struct alignas(64) Shard
    {
        std::mutex mutex;
        std::vector<Entry> entries; ///< groups of kWays; the number of groups is a power of two
        std::size_t used = 0;

        /// Null when it is not there.
        Entry* find(const Key& key);
        /// In the emptier one of the two groups of this hash; null when both are full.
        Entry* freePlace(std::uint64_t hash);
        /// The place of the oldest entry of a group of this hash, which is forgotten.
        Entry* makeRoom(std::uint64_t hash);
        /// To twice the size; further, up to `most`, where that has no place for one that was there.
        void grow(std::size_t most);

    private:
        std::array<Entry*, 2> groupsOf(std::uint64_t hash);
        /// These entries alone, in so many places; whether there was one for each.
        bool hold(const std::vector<Entry>& old, std::size_t size);
    };

    Key keyOf(std::string_view experimentId, std::string_view unit) const;
    void clearEntries();
    void turnTo(std::string_view database); ///< with m_hearing held
    void take(std::int64_t removals);       ///< with m_hearing held

    std::atomic<std::uint64_t> m_generation{0};
    std::mutex m_hearing;
    std::optional<std::string> m_database;    ///< with m_hearing held
    std::atomic<std::int64_t> m_removals{-1}; ///< changes with m_hearing held, once the entries are gone
    std::uint64_t m_seed;
    std::size_t m_maxPerShard;
    mutable std::array<Shard, kShards> m_shards;
};

} // namespace xp
