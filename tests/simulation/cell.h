// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace xp::simulation {

using Engine = std::mt19937_64;

/// What many simulated experiments of one kind came to.
struct Counts
{
    std::int64_t runs = 0;
    std::int64_t wrong = 0;         ///< without an effect, yet called better or worse at any look
    std::int64_t missed = 0;        ///< with an effect: the interval of the difference without it, at any look
    std::int64_t missedLift = 0;    ///< likewise, of the lift
    std::int64_t intervals = 0;     ///< runs that had an interval
    std::int64_t liftIntervals = 0; ///< runs that had one of the lift

    Counts& operator+=(const Counts& other);
};

/// What a method promises.
enum class Promise {
    Fixed,      ///< error 0.05, coverage 0.95, at one look
    Sequential, ///< error at most 0.05 and coverage at least 0.95, over all looks together
    None,       ///< reported, not bounded
};

/// One kind of experiment and one method, simulated.
struct Cell
{
    std::string group;
    std::string name;
    Promise promise = Promise::Fixed;
    std::function<Counts(Engine&, std::int64_t runs)> simulate;
};

std::vector<Cell> fixedRateCells();  ///< fixedrates.cpp: conversions, one look; ramps of the split
std::vector<Cell> fixedValueCells(); ///< fixedvalues.cpp: skewed values, ratios, CUPED
std::vector<Cell> peekingCells(); ///< peeking.cpp: always-valid and Bayesian, 24 looks a day; growing values; windows
std::vector<Cell> plannedCells(); ///< planned.cpp: group-sequential, looks as planned and moved

} // namespace xp::simulation
