// SPDX-License-Identifier: Apache-2.0
#include "core/domain/growthbookhash.h"

#include <QString>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace xp {

namespace {

constexpr std::uint32_t kFnvBasis = 0x811C9DC5;
constexpr std::uint32_t kFnvPrime = 0x01000193;
constexpr double kWeightTolerance = 0.01;

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::uint32_t fnvStep(std::uint32_t hash, std::string_view utf8)
{
    if (isAscii(utf8)) {
        for (const char c : utf8)
            hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
        return hash;
    }
    for (const QChar unit : QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())))
        hash = (hash ^ unit.unicode()) * kFnvPrime;
    return hash;
}

} // namespace

std::uint32_t fnv1a32(std::string_view utf8, std::string_view followedBy)
{
    return fnvStep(fnvStep(kFnvBasis, utf8), followedBy);
}

std::optional<double> growthbookHash(std::string_view seed, std::string_view id, int version)
{
    if (version == 1)
        return fnv1a32(id, seed) % 1000 / 1000.0;
    if (version == 2)
        return fnv1a32(std::to_string(fnv1a32(seed, id))) % 10000 / 10000.0;
    return std::nullopt;
}

std::vector<double> equalWeights(int count)
{
    return count < 1 ? std::vector<double>()
                     : std::vector<double>(static_cast<std::size_t>(count), 1.0 / static_cast<double>(count));
}

std::vector<BucketRange> bucketRanges(int count, double coverage, std::span<const double> weights)
{
    const double covered = std::clamp(coverage, 0.0, 1.0);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const bool usable = std::cmp_equal(weights.size(), count) && std::abs(sum - 1) <= kWeightTolerance;
    const std::vector<double> equal = usable ? std::vector<double>() : equalWeights(count);
    std::vector<BucketRange> ranges;
    double from = 0;
    for (const double weight : usable ? weights : std::span<const double>(equal)) {
        ranges.push_back({from, from + covered * weight});
        from += weight;
    }
    return ranges;
}

std::optional<std::size_t> chooseVariation(double n, std::span<const BucketRange> ranges)
{
    const auto it = std::ranges::find_if(ranges, [n](const BucketRange& range) { return range.contains(n); });
    if (it == ranges.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - ranges.begin());
}

bool inNamespace(std::string_view id, std::string_view name, BucketRange part)
{
    return part.contains(*growthbookHash("__" + std::string(name), id, 1));
}

} // namespace xp
