// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/simulatedarm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace xp {

namespace {

std::int64_t binomial(std::mt19937_64& engine, std::int64_t n, double p)
{
    if (n == 0 || p <= 0)
        return 0;
    return p >= 1 ? n : std::binomial_distribution<std::int64_t>(n, p)(engine);
}

std::int32_t bounded(double value)
{
    constexpr auto kMost = static_cast<double>(std::numeric_limits<std::int32_t>::max());
    return static_cast<std::int32_t>(std::clamp(std::round(value), -kMost, kMost));
}

} // namespace

SimulatedArm::SimulatedArm(const Metric& metric, const SimulatedMetric& values, double factor, bool withHistory)
    : m_counts(countsEvents(metric))
    , m_withHistory(withHistory)
    , m_factor(factor)
    , m_rate(std::clamp(values.baseline * factor, 0.0, 1.0))
    , m_baseline(values.baseline)
    , m_correlation(values.correlation)
{
    if (values.table)
        makeAtoms(values);
}

/// The covariate of a unit is its value without the effect, mixed with that of another one chosen at random:
/// r v + sqrt(1 - r^2) w has the correlation r with v, and the variance of v.
void SimulatedArm::makeAtoms(const SimulatedMetric& values)
{
    const std::vector<double>& table = values.table->values();
    std::vector<double> others = table;
    std::mt19937_64 mixing(1); // one order for all arms: it is part of the world, not of a run
    for (std::size_t i = others.size(); i-- > 1;)
        std::swap(others[i], others[mixing() % (i + 1)]);
    const double rest = std::sqrt(1 - m_correlation * m_correlation);
    std::map<std::int32_t, std::uint32_t> places;
    std::vector<Atom> atoms;
    atoms.reserve(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        Atom atom{.value = bounded(table[i] * m_factor),
                  .covariate = bounded(m_correlation * table[i] + rest * others[i])};
        const std::int32_t bin = binOf(atom.value);
        const auto [it, isNew] = places.try_emplace(bin, static_cast<std::uint32_t>(m_slots.size()));
        if (isNew)
            m_slots.push_back({.bin = bin});
        atom.slot = it->second;
        atoms.push_back(atom);
    }
    m_atoms = std::make_shared<const std::vector<Atom>>(std::move(atoms));
}

Moments SimulatedArm::momentsOf(const Slot& slot) const
{
    const std::int64_t converted = slot.bin != 0 ? slot.units : 0;
    if (m_counts)
        return {.converted = converted, .count = slot.sum, .countSquares = limbsOf<2>(slot.squares)};
    // One event of each unit whose value is not 0.
    return {.converted = converted,
            .count = converted,
            .countSquares = limbsOf<2>(converted),
            .sum = limbsOf<2>(slot.sum),
            .sumSquares = limbsOf<4>(slot.squares),
            .cross = limbsOf<3>(slot.sum)};
}

/// Of 0 and 1 with the same rate p and correlation r: P(1 | 1) = p + r (1 - p), P(1 | 0) = p (1 - r).
SimulatedArm::Drawn SimulatedArm::drawRate(std::mt19937_64& engine, std::int64_t n) const
{
    const std::int64_t converted = binomial(engine, n, m_rate);
    Drawn drawn{.moments = {.converted = converted, .count = converted, .countSquares = limbsOf<2>(converted)},
                .history = {}};
    if (!m_withHistory)
        return drawn;
    const std::int64_t both = binomial(engine, converted, m_baseline + m_correlation * (1 - m_baseline));
    const std::int64_t before = both + binomial(engine, n - converted, m_baseline * (1 - m_correlation));
    drawn.history = {.units = n,
                     .x = limbsOf<2>(before),
                     .xSquares = limbsOf<4>(before),
                     .xCount = limbsOf<3>(both),
                     .xConverted = limbsOf<2>(both),
                     .outcome = drawn.moments};
    return drawn;
}

SimulatedArm::Drawn SimulatedArm::draw(std::mt19937_64& engine, std::int64_t n)
{
    if (!m_atoms)
        return drawRate(engine, n);
    const std::vector<Atom>& atoms = *m_atoms;
    Slot all;
    std::int64_t zeros = 0;
    Int128 x = 0;
    Int128 xSquares = 0;
    Int128 xValue = 0;
    Int128 xConverted = 0;
    std::uint64_t bits = 0;
    for (std::int64_t i = 0; i < n; ++i, bits >>= 16) {
        if (i % 4 == 0)
            bits = engine();
        const Atom& atom = atoms[bits & 0xffff];
        Slot& slot = m_slots[atom.slot];
        const std::int64_t value = atom.value;
        ++slot.units;
        slot.sum += value;
        slot.squares += value * value;
        all.sum += value;
        all.squares += value * value;
        zeros += value == 0;
        if (!m_withHistory)
            continue;
        const std::int64_t covariate = atom.covariate;
        x += covariate;
        xSquares += covariate * covariate;
        xValue += covariate * value;
        xConverted += value != 0 ? covariate : 0;
    }
    all.bin = 1;
    all.units = n - zeros;
    Drawn drawn{.moments = momentsOf(all), .history = {}};
    if (m_withHistory)
        drawn.history = {.units = n,
                         .x = limbsOf<2>(x),
                         .xSquares = limbsOf<4>(xSquares),
                         .xSum = limbsOf<4>(m_counts ? Int128(0) : xValue),
                         .xCount = limbsOf<3>(m_counts ? xValue : xConverted),
                         .xConverted = limbsOf<2>(xConverted),
                         .outcome = drawn.moments};
    return drawn;
}

Histogram SimulatedArm::histogram() const
{
    Histogram histogram;
    for (const Slot& slot : m_slots) {
        if (slot.units == 0)
            continue;
        Moments moments = momentsOf(slot);
        moments.units = slot.units;
        histogram.add(slot.bin, moments);
    }
    return histogram;
}

void SimulatedArm::clear()
{
    for (Slot& slot : m_slots)
        slot = {.bin = slot.bin};
}

} // namespace xp
