// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace xp {

/// Why a unit got what it got; the wire's `reason`.
enum class AssignmentReason { Split, Traffic, NotRunning };
std::string_view toString(AssignmentReason reason);

/// Decides, without any state, whether a unit is admitted and which variant it gets. Made once for each version of
/// an experiment; const and free of locks, so that all threads share it.
///
/// Native: bucket = XXH64(unit id, seed) mod 10,000; one seed admits (bucket < traffic * 10,000), an independent one
/// splits (the first variant whose running sum of allocations lies above the bucket). Both seeds come from the
/// experiment's salt. Raising the traffic therefore never moves an admitted unit.
/// Sha256Mod10000: int(sha256("{salt}:traffic:{unit}")) mod 10,000 / 10,000 <= traffic admits, but 0 admits nobody;
/// int(sha256("{salt}:{unit}")) mod 10,000 / 10,000 <= running sum of allocations splits, the last takes the rest.
class Bucketing
{
public:
    explicit Bucketing(const Experiment& experiment);

    bool admits(std::string_view unit) const { return admits(unit, m_traffic); }
    /// Whether the unit could have been admitted at any traffic share the experiment ever had.
    bool everAdmitted(std::string_view unit) const { return admits(unit, m_peakTraffic); }
    std::size_t variantOf(std::string_view unit) const;

    static constexpr std::uint32_t kBuckets = 10000;

private:
    bool admits(std::string_view unit, double traffic) const;

    HashAlgorithm m_hash;
    std::string m_salt;
    std::uint64_t m_trafficSeed = 0;
    std::uint64_t m_splitSeed = 0;
    double m_traffic;
    double m_peakTraffic;
    std::vector<double> m_allocations;
    std::vector<std::uint32_t> m_upperBuckets; ///< native: first bucket beyond each variant
};

} // namespace xp
