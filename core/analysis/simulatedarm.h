// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/plansimulation.h"
#include "core/domain/limbs.h"

namespace xp {

/// Simulated values are whole multiples of a ten-thousandth of the control's mean: rounding adds less than a
/// millionth to the variance. Counts stay whole.
inline constexpr double kSimulatedMean = 10'000;

/// One arm of one metric as it fills, unit by unit (rates: as counts of units).
class SimulatedArm
{
public:
    SimulatedArm(const Metric& metric, const SimulatedMetric& values, double factor, bool withHistory);

    /// What n more units come to; they also enter the histogram.
    struct Drawn
    {
        Moments moments; ///< without `units`
        CovariateMoments history;
    };
    Drawn draw(std::mt19937_64& engine, std::int64_t n);
    /// Of all units drawn since the last clear(); empty for rates.
    Histogram histogram() const;
    void clear();

private:
    /// Of a unit: its value, its covariate, and where in m_slots it is counted.
    struct Atom
    {
        std::int32_t value = 0;
        std::int32_t covariate = 0;
        std::uint32_t slot = 0;
    };
    struct Slot
    {
        std::int32_t bin = 0;
        std::int64_t units = 0;
        std::int64_t sum = 0;
        Int128 squares = 0;
    };

    void makeAtoms(const SimulatedMetric& values);
    Drawn drawRate(std::mt19937_64& engine, std::int64_t n) const;
    Moments momentsOf(const Slot& slot) const;

    bool m_counts = false;
    bool m_withHistory = false;
    double m_factor = 1;
    double m_rate = 0;     ///< of this arm
    double m_baseline = 0; ///< of its covariate
    double m_correlation = 0;
    std::shared_ptr<const std::vector<Atom>> m_atoms; ///< 2^16, shared by copies; none: a rate
    std::vector<Slot> m_slots;
};

} // namespace xp
