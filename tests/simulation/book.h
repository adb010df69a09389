// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/valuetable.h"
#include "tests/simulation/cell.h"

namespace xp::simulation {

using Share = SimulatedShare;

struct Judged
{
    std::string group;
    std::string name;
    Promise promise = Promise::None;
    std::int64_t runs = 0;
    Share error;
    Share coverage;
    Share liftCoverage;
    bool hasCoverage = false;
    std::vector<std::string> broken; ///< promises that were not kept, in words

    /// An exact error of 0.05 has an upper bound above 0.055 in a quarter of all simulations of 20,000 runs: then more
    /// of them must tell.
    bool isUndecided() const { return promise != Promise::None && error.upper > 0.055 && error.lower < 0.055; }
};

/// Promises at full size: the upper bound of the error is at most 0.055; the coverage of fixed intervals is 0.945 to
/// 0.955; that of sequential ones, which spend the level exactly, has an upper bound of at least 0.95. Fewer runs only
/// tell what lies outside bounds of 99.9999 %: there are some two hundred promises, and none shall break by chance.
Judged judge(const Cell& cell, const Counts& counts, bool isFull);

/// docs/validation.md, and one picture of errors and one of coverages (SVG).
std::string bookOf(const std::vector<Judged>& cells, std::int64_t runs, std::uint64_t seed);
std::string errorPicture(const std::vector<Judged>& cells);
std::string coveragePicture(const std::vector<Judged>& cells);

} // namespace xp::simulation
