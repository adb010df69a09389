// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/peeking.h"

#include "core/stats/alwaysvalid.h"
#include "core/stats/distributions.h"
#include "core/stats/groupsequential.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// Standard error of the relative lift at the planned size: sqrt(2 (1 - p) / (p n)).
double plannedError(const PeekingSetup& setup)
{
    return std::sqrt(2 * (1 - setup.baseline) / (setup.baseline * setup.unitsPerVariant));
}

std::vector<double> groupSequentialBounds(const PeekingSetup& setup, const std::vector<double>& shares)
{
    const auto bounds =
        stats::groupSequentialBounds(shares, setup.level / 2, {.family = static_cast<stats::Spending>(setup.spending)});
    // A level or number of looks that has no bounds has no test either.
    return bounds ? bounds->criticalValues : std::vector<double>(shares.size(), 1e9);
}

double alwaysValidBound(const PeekingSetup& setup, double share)
{
    const double total = 2 * setup.unitsPerVariant;
    return stats::sequenceCriticalValue(share * total, stats::sequenceRho(setup.level, total), setup.level);
}

/// The posterior mean is shrunk by prior and data: |z| sqrt(d^2 / (d^2 + se^2)) must pass the single look's bound.
double bayesianBound(const PeekingSetup& setup, double share, double single)
{
    const double ratio = plannedError(setup) / std::sqrt(share) / setup.priorDeviation;
    return single * std::sqrt(1 + ratio * ratio);
}

} // namespace

PeekingSimulation::PeekingSimulation(const PeekingSetup& setup)
    : m_setup(setup)
    , m_drift(setup.lift / plannedError(setup))
    , m_random(setup.seed)
    , m_motion(std::size_t(setup.experiments))
    , m_paths(std::size_t(setup.experiments))
{
    std::vector<double> shares;
    for (int look = 1; look <= setup.looks; ++look)
        shares.push_back(double(look) / setup.looks);
    const double single = stats::normalTwoSidedQuantile(1 - setup.level);
    m_bounds[std::size_t(PeekingRule::Fixed)].assign(shares.size(), single);
    m_bounds[std::size_t(PeekingRule::GroupSequential)] = groupSequentialBounds(setup, shares);
    for (const double share : shares) {
        m_bounds[std::size_t(PeekingRule::AlwaysValid)].push_back(alwaysValidBound(setup, share));
        m_bounds[std::size_t(PeekingRule::Bayesian)].push_back(bayesianBound(setup, share, single));
    }
    for (auto& called : m_calledAt)
        called.assign(std::size_t(setup.experiments), 0);
    for (auto& path : m_paths)
        path.reserve(std::size_t(steps()));
}

/// Marsaglia's polar method: unlike std::normal_distribution the same everywhere.
double PeekingSimulation::normal()
{
    constexpr double kUnit = 1.0 / 9007199254740992.0; // 2^-53
    for (;;) {
        const double x = 2 * double(m_random() >> 11) * kUnit - 1;
        const double y = 2 * double(m_random() >> 11) * kUnit - 1;
        const double size = x * x + y * y;
        if (size > 0 && size < 1)
            return x * std::sqrt(-2 * std::log(size) / size);
    }
}

void PeekingSimulation::advance()
{
    if (isOver())
        return;
    ++m_step;
    const double width = 1.0 / steps();
    const double share = m_step * width;
    for (std::size_t i = 0; i < m_motion.size(); ++i) {
        m_motion[i] += m_drift * width + std::sqrt(width) * normal();
        m_paths[i].push_back(float(m_motion[i] / std::sqrt(share)));
    }
    if (m_step % m_setup.stepsPerLook == 0)
        look();
}

void PeekingSimulation::look()
{
    const auto taken = std::int16_t(looksTaken());
    for (std::size_t rule = 0; rule < kPeekingRules; ++rule) {
        const double bound = m_bounds[rule][std::size_t(taken) - 1];
        for (std::size_t i = 0; i < m_paths.size(); ++i) {
            if (m_calledAt[rule][i] == 0 && std::abs(double(m_paths[i].back())) >= bound) {
                m_calledAt[rule][i] = taken;
                ++m_called[rule];
            }
        }
    }
}

double PeekingSimulation::meanShareUsed(PeekingRule rule) const
{
    double used = 0;
    for (const std::int16_t look : m_calledAt[std::size_t(rule)])
        used += look > 0 ? double(look) / m_setup.looks : 1;
    return used / m_setup.experiments;
}

} // namespace xp
