// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/cohort.h"

namespace xp {

/// A level above which unit values are cut.
struct Cap
{
    std::int32_t bin = 0;      ///< the bin whose largest value it is
    std::int64_t value = 0;    ///< in multiples
    std::int64_t unitsCut = 0; ///< with a larger value
};

/// The units of one metric by their values, over all arms and epochs, or of one arm.
Histogram pooledHistogram(const Histograms& histograms, std::int16_t metric,
                          std::optional<std::size_t> variant = std::nullopt);

/// Third central moment over the 1.5th power of the variance, in multiples; the exact sums of every bin, and nothing of
/// a skewness within it. 0 where nothing varies.
double skewnessOf(const Metric& metric, const Histogram& histogram);

/// The value that a share of the units has at most, in multiples; between the edges of a bin by its place in it.
double percentileOf(const Histogram& histogram, double share);

/// The cap at a quantile of the pooled values: the largest value that its bin can hold, so at most 4.4 % above it and
/// the same for whoever has the histogram. Nothing where the quantile is not above 0.
std::optional<Cap> capAt(const Histogram& pooled, double quantile);

/// What remains of a histogram's moments when values above the cap are cut to it; exact.
Moments cappedMoments(const Metric& metric, const Histogram& histogram, const Cap& cap);
Histogram capped(const Metric& metric, const Histogram& histogram, const Cap& cap);

/// The analysed units with their values cut, as of the histograms' pass.
Cohort cappedCohort(const Experiment& experiment, const Histograms& histograms, std::int16_t metric, const Cap& cap);

} // namespace xp
