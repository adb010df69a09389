// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <numbers>
#include <random>

namespace xp {

/// Draws that are the same with every standard library, so that a story has the same numbers everywhere.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    /// Uniform on [0, 1).
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return uniform() < probability; }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    /// Standard normal (Box and Muller, Ann. Math. Statist. 29 (1958) 610).
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log1p(-uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    /// Lognormal with this mean and standard deviation of its logarithm, in hundredths: what people spend.
    double spend(double mean, double spread)
    {
        return std::round(mean * std::exp(spread * normal() - spread * spread / 2) * 100) / 100;
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace xp
