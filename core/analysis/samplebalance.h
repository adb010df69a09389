// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/cohort.h"

#include <optional>
#include <vector>

namespace xp {

/// Below this p-value the split is not what it was meant to be.
inline constexpr double kMismatchLevel = 0.001;

/// Observed units per variant against what the splits of all epochs together let expect.
struct SampleBalance
{
    std::vector<double> observed;
    std::vector<double> expected;
    std::optional<double> statistic; ///< chi-squared; nothing without units or with one arm
    std::optional<double> pValue;
    bool mismatch = false; ///< p < kMismatchLevel
};

/// A variant that was to get no unit and got some is a mismatch of p = 0.
SampleBalance balanceOf(const Cohort& units);

/// The same by a test that may be looked at as often as one likes: within each epoch the multinomial counts against a
/// Dirichlet mixture around the split, worth 1,000 units; p = min(1, 1 / product of the likelihood ratios).
/// Source: Lindon and Malek, "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022.
SampleBalance sequentialBalanceOf(const Cohort& units);

} // namespace xp
