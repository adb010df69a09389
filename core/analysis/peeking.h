// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/plan.h"

#include <array>
#include <cstdint>
#include <random>
#include <vector>

namespace xp {

/// Many experiments of one plan whose truth is known, looked at again and again.
struct PeekingSetup
{
    int experiments = 1000;
    int looks = 21;        ///< evenly spaced, the last at the planned size
    int stepsPerLook = 10; ///< points of a path between two looks
    double level = 0.05;   ///< two-sided
    double unitsPerVariant = 10'000;
    double baseline = 0.1; ///< rate of the control; what the prior, which is of the relative lift, is about
    double lift = 0;       ///< the true relative effect; 0: nothing differs
    double priorDeviation = 0.1;
    SpendingKind spending = SpendingKind::OBrienFleming;
    std::uint64_t seed = 1;

    bool operator==(const PeekingSetup&) const = default;
};

/// Ways to call a difference at a look, each as a bound on |z|.
enum class PeekingRule {
    Fixed,           ///< the bound of a single look, used at every look
    GroupSequential, ///< the bounds of a plan with these looks
    AlwaysValid,     ///< the confidence sequence tuned to the planned total size
    Bayesian,        ///< a posterior probability of 1 - level/2 that one variant is better
};
inline constexpr std::size_t kPeekingRules = 4;

/// Runs all experiments at once, step by step, so that it can be watched. Each is a Brownian motion B(t) with drift, t
/// the share of the planned size, z = B(t) / sqrt(t): what the difference of two means is on many units. The same setup
/// gives the same numbers, on every machine.
class PeekingSimulation
{
public:
    explicit PeekingSimulation(const PeekingSetup& setup);

    const PeekingSetup& setup() const { return m_setup; }
    int step() const { return m_step; } ///< done; 0 before the first
    int steps() const { return m_setup.looks * m_setup.stepsPerLook; }
    bool isOver() const { return m_step >= steps(); }
    int looksTaken() const { return m_step / m_setup.stepsPerLook; }

    /// One step of every experiment; a look where one is due. Not once it is over.
    void advance();

    /// The path of an experiment so far, z after each step.
    const std::vector<float>& path(int experiment) const { return m_paths[std::size_t(experiment)]; }
    /// The look at which a rule first called a difference, counted from 1; 0 for not yet.
    int calledAt(PeekingRule rule, int experiment) const
    {
        return m_calledAt[std::size_t(rule)][std::size_t(experiment)];
    }
    /// Experiments called so far.
    int called(PeekingRule rule) const { return m_called[std::size_t(rule)]; }
    /// Mean share of the planned size that was used, experiments not called counting as 1.
    double meanShareUsed(PeekingRule rule) const;
    /// The bound on |z| at each look.
    const std::vector<double>& bounds(PeekingRule rule) const { return m_bounds[std::size_t(rule)]; }

private:
    double normal();
    void look();

    PeekingSetup m_setup;
    double m_drift = 0; ///< of B at t = 1
    int m_step = 0;
    std::mt19937_64 m_random;
    std::array<std::vector<double>, kPeekingRules> m_bounds;
    std::array<std::vector<std::int16_t>, kPeekingRules> m_calledAt;
    std::array<int, kPeekingRules> m_called{};
    std::vector<double> m_motion;
    std::vector<std::vector<float>> m_paths;
};

} // namespace xp
