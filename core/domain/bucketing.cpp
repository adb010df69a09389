// SPDX-License-Identifier: Apache-2.0
#include "core/domain/bucketing.h"

#include "core/domain/enumtext.h"
#include "core/domain/unleashhash.h"

#include <QCryptographicHash>
#include <cmath>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xp {

namespace {

using Reason = AssignmentReason;

constexpr EnumText kReasons{std::array{
    EnumName{Reason::Split, "split"}, EnumName{Reason::Traffic, "traffic"}, EnumName{Reason::NotRunning, "not_running"},
    EnumName{Reason::Targeting, "targeting"}, EnumName{Reason::Layer, "layer"}, EnumName{Reason::Holdout, "holdout"},
    EnumName{Reason::Forced, "forced"}, EnumName{Reason::Excluded, "excluded"}}};

std::uint64_t xxh64(std::string_view text, std::uint64_t seed)
{
    return XXH64(text.data(), text.size(), seed);
}

/// int(sha256(text)) mod 10,000, the digest read as one big-endian number.
std::uint32_t sha256Bucket(std::string_view text)
{
    const QByteArray digest = QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                                       QCryptographicHash::Sha256);
    std::uint32_t remainder = 0;
    for (const char c : digest)
        remainder = (remainder * 256 + static_cast<unsigned char>(c)) % Bucketing::kBuckets;
    return remainder;
}

std::string joined(std::string_view a, std::string_view b, std::string_view c)
{
    std::string text;
    text.reserve(a.size() + b.size() + c.size());
    text.append(a).append(b).append(c);
    return text;
}

constexpr std::uint32_t kUnleashRollout = 100;
constexpr std::uint32_t kUnleashWeights = 1000;

Draw growthbookDraw(std::string_view seed, std::string_view unit, int version)
{
    const std::uint32_t buckets = version == 1 ? 1000 : 10000;
    return {static_cast<std::uint32_t>(std::lround(*growthbookHash(seed, unit, version) * buckets)), buckets};
}

/// The position of the first element that `holds`; the last one where none does.
template <typename T, typename Holds>
std::size_t firstWhere(const std::vector<T>& items, Holds&& holds)
{
    std::size_t i = 0;
    while (i + 1 < items.size() && !holds(items[i]))
        ++i;
    return i;
}

} // namespace

std::string_view toString(AssignmentReason reason)
{
    return kReasons.text(reason);
}

Draw drawUnder(std::string_view seed, std::string_view unit)
{
    return {static_cast<std::uint32_t>(xxh64(unit, xxh64(seed, 0)) % Bucketing::kBuckets), Bucketing::kBuckets};
}

bool isWithin(const Draw& draw, double from, double to)
{
    const auto edge = [&](double share) { return static_cast<std::uint32_t>(std::lround(share * draw.buckets)); };
    return draw.bucket >= edge(from) && draw.bucket < edge(to);
}

Bucketing::Bucketing(const Experiment& experiment)
    : m_hash(experiment.hash)
    , m_salt(experiment.salt)
    , m_nativeTrafficSeed(xxh64(joined(experiment.salt, ":", "traffic"), 0))
    , m_nativeSplitSeed(xxh64(joined(experiment.salt, ":", "split"), 0))
    // Where a flag of Unleash's decides who is in, its rollout is the share.
    , m_traffic(experiment.unleashFlag.empty() ? experiment.trafficAllocation : 1)
    , m_peakTraffic(experiment.unleashFlag.empty() ? std::max(experiment.peakTraffic, experiment.trafficAllocation) : 1)
{
    const std::uint32_t buckets = m_hash == HashAlgorithm::Unleash ? kUnleashWeights : kBuckets;
    double sum = 0;
    for (const Variant& variant : experiment.variants) {
        sum += variant.allocation;
        m_allocations.push_back(variant.allocation);
        m_upperBuckets.push_back(static_cast<std::uint32_t>(std::lround(sum * buckets)));
    }
    if (!m_upperBuckets.empty())
        m_upperBuckets.back() = buckets; // shares that sum to 0.9999999 still cover every bucket
    m_ranges = bucketRanges(static_cast<int>(m_allocations.size()), 1, m_allocations);
}

Draw Bucketing::trafficDraw(std::string_view unit) const
{
    switch (m_hash) {
    case HashAlgorithm::Native:
        return {static_cast<std::uint32_t>(xxh64(unit, m_nativeTrafficSeed) % kBuckets), kBuckets};
    case HashAlgorithm::GrowthbookV1: // whose low bits hardly depend on the seed: two of its draws are related
    case HashAlgorithm::GrowthbookV2:
        return growthbookDraw(trafficSeed(), unit, 2);
    case HashAlgorithm::Unleash:
        return {unleashHash(m_salt, unit, kUnleashRollout), kUnleashRollout};
    case HashAlgorithm::Sha256Mod10000:
        break;
    }
    return {sha256Bucket(joined(m_salt, ":traffic:", unit)), kBuckets};
}

Draw Bucketing::splitDraw(std::string_view unit) const
{
    switch (m_hash) {
    case HashAlgorithm::Native:
        return {static_cast<std::uint32_t>(xxh64(unit, m_nativeSplitSeed) % kBuckets), kBuckets};
    case HashAlgorithm::GrowthbookV1:
        return growthbookDraw(m_salt, unit, 1);
    case HashAlgorithm::GrowthbookV2:
        return growthbookDraw(m_salt, unit, 2);
    case HashAlgorithm::Unleash:
        return {unleashHash(m_salt, unit, kUnleashWeights, kUnleashVariantSeed), kUnleashWeights};
    case HashAlgorithm::Sha256Mod10000:
        break;
    }
    return {sha256Bucket(joined(m_salt, ":", unit)), kBuckets};
}

std::string Bucketing::trafficSeed() const
{
    return "traffic:" + m_salt;
}

bool Bucketing::admits(std::string_view unit, double traffic) const
{
    if (traffic <= 0)
        return false;
    if (traffic >= 1)
        return true;
    const Draw draw = trafficDraw(unit);
    switch (m_hash) {
    case HashAlgorithm::Native:
        return draw.bucket < static_cast<std::uint32_t>(std::lround(traffic * kBuckets));
    case HashAlgorithm::GrowthbookV1:
    case HashAlgorithm::GrowthbookV2:
        return draw.share() < traffic;
    case HashAlgorithm::Unleash:
        return draw.bucket <= static_cast<std::uint32_t>(std::lround(traffic * kUnleashRollout));
    case HashAlgorithm::Sha256Mod10000:
        break;
    }
    return draw.share() <= traffic;
}

std::size_t Bucketing::variantOf(std::string_view unit) const
{
    const Draw draw = splitDraw(unit);
    const std::size_t last = m_allocations.size() - 1;
    switch (m_hash) {
    case HashAlgorithm::Native:
        return firstWhere(m_upperBuckets, [&](std::uint32_t upper) { return draw.bucket < upper; });
    case HashAlgorithm::GrowthbookV1:
    case HashAlgorithm::GrowthbookV2:
        return chooseVariation(draw.share(), m_ranges).value_or(last);
    case HashAlgorithm::Unleash:
        return firstWhere(m_upperBuckets, [&](std::uint32_t upper) { return draw.bucket <= upper; });
    case HashAlgorithm::Sha256Mod10000:
        break;
    }
    double sum = 0;
    return firstWhere(m_allocations, [&](double share) { return (sum += share) >= draw.share(); });
}

} // namespace xp
