// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/means.h"

#include <span>

namespace xp::stats {

// What needs the values of the units themselves, not their moments.

struct QuantileEffect
{
    double controlQuantile = 0;
    double treatmentQuantile = 0;
    double estimate = 0; ///< treatment - control
    double standardError = 0;
    double pValue = 1; ///< two-sided, normal reference
    double lower = 0;
    double upper = 0;
};

/// Difference of a quantile over units. Each arm's quantile is its order statistic number ceil(n q); its standard error
/// is (x_(u) - x_(l)) / (2 z), l = floor(n q - z sqrt(n q (1-q))), u = ceil(n q + z sqrt(n q (1-q))), z of the
/// confidence: the distribution-free interval of order statistics, without estimating a density. Source: Woodruff, JASA
/// 47 (1952) 635-646; Deng, Knoblich, Lu, KDD 2018, section 5. Values in any order, one per unit. Errors: q outside (0,
/// 1); TooFewUnits when l < 1 or u > n; ZeroVariance when x_(u) = x_(l) in both arms.
StatsResult<QuantileEffect> quantileEffect(std::span<const double> control, std::span<const double> treatment,
                                           double quantile, double confidence);

struct Winsorised
{
    Sample sample;       ///< moments after capping
    double lowerCap = 0; ///< the smallest and largest value that is left
    double upperCap = 0;
};

/// The floor(n * lowerShare) smallest values are raised to the next one, the floor(n * upperShare) largest lowered.
/// Source: Tukey, Annals of Mathematical Statistics 33 (1962) 1-67, section 14.
/// Errors: fewer than 2 values; shares outside [0, 1) or reaching 1 together; values that are not finite.
StatsResult<Winsorised> winsorise(std::span<const double> values, double lowerShare, double upperShare);

} // namespace xp::stats
