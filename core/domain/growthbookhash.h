// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xp {

/// GrowthBook's way from an id to a variation, as its documentation ("Build your own SDK") describes it. Texts are
/// UTF-8 here and hashed as the JavaScript SDK does: FNV-1a (32 bits) over UTF-16 units, not over bytes, so that ids
/// that are not ASCII get the bucket that browsers give them.

/// FNV-1a, 32 bits, over the UTF-16 units of the texts one after the other.
std::uint32_t fnv1a32(std::string_view utf8, std::string_view followedBy = {});

/// A number in [0, 1). Version 1: fnv1a32(id + seed) mod 1,000 / 1,000; version 2: fnv1a32(decimal text of
/// fnv1a32(seed + id)) mod 10,000 / 10,000. std::nullopt for any other version.
std::optional<double> growthbookHash(std::string_view seed, std::string_view id, int version);

/// Half-open: [from, to).
struct BucketRange
{
    double from = 0;
    double to = 0;

    bool contains(double n) const { return n >= from && n < to; }
    bool operator==(const BucketRange&) const = default;
};

/// `count` equal shares; empty for a count below 1.
std::vector<double> equalWeights(int count);

/// Each variation's range. Coverage is cut to [0, 1] and shortens every range from its end, so that raising it moves
/// nobody. Weights of another number than `count`, or whose sum is not within 0.01 of 1, are replaced by equal ones.
std::vector<BucketRange> bucketRanges(int count, double coverage, std::span<const double> weights);

/// The first range that holds n; std::nullopt when none does.
std::optional<std::size_t> chooseVariation(double n, std::span<const BucketRange> ranges);

/// Whether the id falls into a part of a namespace: version 1 of the hash with the seed "__" + name.
bool inNamespace(std::string_view id, std::string_view name, BucketRange part);

} // namespace xp
