// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::stats {

// What rounding leaves where all of it cancels is no number: no lift is relative to it, no difference is tested by it.

/// `sum`, or 0 where it is no more than rounding leaves of terms whose sizes add up to `size` (64 epsilon of it).
double beyondRounding(double sum, double size);

/// The variance of y - slope x: variance - 2 slope covariance + slope^2 varianceOfX, with the digits that are left when
/// x explains nearly all of y. 0 where that is no more than the rounding of the three moments (4 epsilon of them).
double residualVariance(double variance, double covariance, double varianceOfX, double slope);

} // namespace xp::stats
