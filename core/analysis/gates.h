// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/arm.h"

#include <optional>
#include <vector>

namespace xp {

/// Below this many units in an arm nothing at all is said.
inline constexpr std::int64_t kFewestUnits = 100;

/// How much more a metric needs before any verdict on it (docs/semantics.md, "No verdict before").
struct Gate
{
    std::int64_t missingUnits = 0;     ///< in the arm that lacks most
    std::int64_t missingConverted = 0; ///< conversions only: units with an event, in the arm that lacks most
    std::int64_t missingRest = 0;      ///< conversions only: units without one

    bool isOpen() const { return missingUnits == 0 && missingConverted == 0 && missingRest == 0; }
};

/// Conversion: 25 units with and 25 without an event in each arm. Otherwise max(100, 100 g^2) units in each arm, g the
/// skewness of the unit values.
Gate gateOf(const Metric& metric, const std::vector<Moments>& arms, std::optional<double> skewness = std::nullopt);

/// The skewness of the pooled unit values, judged from what moments hold: the share of units that are not zero, and
/// mean and variance of those. They are taken as lognormal, the heavy tail that revenue has (with cv = their
/// coefficient of variation, third moment = mean^3 (1 + cv^2)^3), so this errs towards waiting longer. 0 where it
/// cannot be judged.
double presumedSkewness(const Metric& metric, const std::vector<Moments>& arms);

/// Where one look at a fixed number of units starts to be trusted without a warning: 355 g^2 (Boos and Hughes-Oliver,
/// The American Statistician 54 (2000) 121-128; Kohavi et al., KDD 2014).
std::int64_t unitsForFixedTest(double skewness);

} // namespace xp
