// SPDX-License-Identifier: Apache-2.0
#include "core/domain/bucketing.h"

#include "core/domain/enumtext.h"

#include <QCryptographicHash>
#include <cmath>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xp {

namespace {

constexpr EnumText kReasons{std::array{EnumName{AssignmentReason::Split, "split"},
                                       EnumName{AssignmentReason::Traffic, "traffic"},
                                       EnumName{AssignmentReason::NotRunning, "not_running"}}};

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

} // namespace

std::string_view toString(AssignmentReason reason)
{
    return kReasons.text(reason);
}

Bucketing::Bucketing(const Experiment& experiment)
    : m_hash(experiment.hash)
    , m_salt(experiment.salt)
    , m_trafficSeed(xxh64(joined(experiment.salt, ":", "traffic"), 0))
    , m_splitSeed(xxh64(joined(experiment.salt, ":", "split"), 0))
    , m_traffic(experiment.trafficAllocation)
    , m_peakTraffic(std::max(experiment.peakTraffic, experiment.trafficAllocation))
{
    double sum = 0;
    for (const Variant& variant : experiment.variants) {
        sum += variant.allocation;
        m_allocations.push_back(variant.allocation);
        m_upperBuckets.push_back(static_cast<std::uint32_t>(std::lround(sum * kBuckets)));
    }
    if (!m_upperBuckets.empty())
        m_upperBuckets.back() = kBuckets; // shares that sum to 0.9999999 still cover every bucket
}

bool Bucketing::admits(std::string_view unit, double traffic) const
{
    if (traffic <= 0)
        return false;
    if (m_hash == HashAlgorithm::Sha256Mod10000)
        return sha256Bucket(joined(m_salt, ":traffic:", unit)) / double(kBuckets) <= traffic;
    if (traffic >= 1)
        return true;
    return xxh64(unit, m_trafficSeed) % kBuckets < static_cast<std::uint64_t>(std::llround(traffic * kBuckets));
}

std::size_t Bucketing::variantOf(std::string_view unit) const
{
    if (m_hash == HashAlgorithm::Sha256Mod10000) {
        const double value = sha256Bucket(joined(m_salt, ":", unit)) / double(kBuckets);
        double sum = 0;
        for (std::size_t i = 0; i < m_allocations.size(); ++i) {
            sum += m_allocations[i];
            if (sum >= value)
                return i;
        }
        return m_allocations.size() - 1;
    }
    const std::uint64_t bucket = xxh64(unit, m_splitSeed) % kBuckets;
    std::size_t variant = 0;
    while (variant + 1 < m_upperBuckets.size() && bucket >= m_upperBuckets[variant])
        ++variant;
    return variant;
}

} // namespace xp
