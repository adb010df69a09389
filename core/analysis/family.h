// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

namespace xp {

/// How the hypotheses of a family share the level.
enum class FamilyRule {
    None,              ///< each on its own
    Bonferroni,        ///< like Holm, but by equal parts
    Holm,              ///< the chance of any false positive stays below the level
    BenjaminiHochberg, ///< the expected share of false positives stays below the level
};

/// One hypothesis after the correction.
struct Adjusted
{
    std::optional<double> pValue; ///< adjusted; nothing where there was no test
    bool significant = false;     ///< adjusted p <= level
    /// The level of the interval that goes with it: it excludes "no effect" exactly when the hypothesis is significant.
    double intervalAlpha = 0.05;
};

/// Corrects a family of raw two-sided p-values at `alpha`. A hypothesis without a test counts in the family's size.
///
/// Intervals. Holm: the simultaneous (Bonferroni) level alpha / m, except for a hypothesis that only a later step of
/// Holm rejects, which has the level of that step; so together they cover at 1 - alpha save where Holm says more than
/// any simultaneous interval could. Benjamini-Hochberg: alpha * R / m with R the number rejected (at least 1), which
/// keeps the expected share of selected intervals that miss below alpha (Benjamini and Yekutieli, JASA 100 (2005)
/// 71-81).
std::vector<Adjusted> adjustFamily(const std::vector<std::optional<double>>& pValues, FamilyRule rule, double alpha);

} // namespace xp
