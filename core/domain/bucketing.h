// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/growthbookhash.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// Why a unit got what it got; the wire's `reason`.
enum class AssignmentReason {
    Split,      ///< in, by the split
    Traffic,    ///< outside the share of the traffic
    NotRunning, ///< draft, paused or ended
    Targeting,  ///< the conditions do not hold
    Layer,      ///< in another slice of the layer
    Holdout,    ///< held out of the project's experiments
    Forced,     ///< in, by name; not analysed
    Excluded,   ///< in, by the split; a rule leaves it out of the analysis
};
std::string_view toString(AssignmentReason reason);

/// Where a hash put a unit: `bucket` of `buckets`, counted from 0 (unleash: from 1, as there).
struct Draw
{
    std::uint32_t bucket = 0;
    std::uint32_t buckets = 0;

    double share() const { return bucket / double(buckets); }
};

/// A draw on its own, of 10,000 buckets: XXH64(unit id, XXH64(seed, 0)) mod 10,000. Independent of those under other
/// seeds.
Draw drawUnder(std::string_view seed, std::string_view unit);
/// Whether it lies within [from, to), shares of all units.
bool isWithin(const Draw& draw, double from, double to);

/// Decides, without any state, whether a unit is admitted and which variant it gets. Made once for each version of
/// an experiment; const and free of locks, so that all threads share it. Two hashes of independent seeds: one admits,
/// one splits, so that raising the traffic never moves an admitted unit.
///
/// Native: XXH64(unit id, seed) mod 10,000, both seeds made from the experiment's salt; admitted below
/// traffic * 10,000; the first variant whose running sum of allocations lies above the bucket.
/// GrowthbookV1, GrowthbookV2: growthbookHash of that version with the salt as the seed splits, by bucketRanges;
/// version 2 with the seed "traffic:" + salt admits below the traffic share.
/// Unleash: group id = salt; unleashHash mod 100 admits up to traffic * 100, mod 1,000 under kUnleashVariantSeed
/// splits: the first variant whose running sum of allocations in thousandths reaches it. Sha256Mod10000:
/// int(sha256("{salt}:traffic:{unit}")) mod 10,000 / 10,000 <= traffic admits, but 0 admits nobody;
/// int(sha256("{salt}:{unit}")) mod 10,000 / 10,000 <= running sum of allocations splits, the last takes the rest.
class Bucketing
{
public:
    explicit Bucketing(const Experiment& experiment);

    bool admits(std::string_view unit) const { return admits(unit, m_traffic); }
    /// Whether the unit could have been admitted at any traffic share the experiment ever had.
    bool everAdmitted(std::string_view unit) const { return admits(unit, m_peakTraffic); }
    std::size_t variantOf(std::string_view unit) const;

    /// The two hashes on their own.
    Draw trafficDraw(std::string_view unit) const;
    Draw splitDraw(std::string_view unit) const;
    /// What the two hashes mix in, in words: the seed, or the text around the unit's id.
    std::string trafficSeed() const;
    std::string splitSeed() const { return m_salt; }

    static constexpr std::uint32_t kBuckets = 10000;

private:
    bool admits(std::string_view unit, double traffic) const;

    HashAlgorithm m_hash;
    std::string m_salt;
    std::uint64_t m_nativeTrafficSeed = 0;
    std::uint64_t m_nativeSplitSeed = 0;
    double m_traffic;
    double m_peakTraffic;
    std::vector<double> m_allocations;
    std::vector<BucketRange> m_ranges;         ///< GrowthBook: of [0, 1)
    std::vector<std::uint32_t> m_upperBuckets; ///< native: first bucket beyond each variant; unleash: its last
};

} // namespace xp
