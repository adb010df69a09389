// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::stats {

// Tails are computed as tails, never as 1 - cdf, so they keep their relative precision down to 1e-300. The functions
// take arguments that their caller has checked; outside the stated range the result is unspecified.

/// Density of the standard normal distribution.
double normalDensity(double z);
/// P(Z > z), any z.
double normalTail(double z);
/// log P(Z > z), any z, also where P underflows (z > 38).
double normalLogTail(double z);
/// The z with P(Z > z) = tail, 0 < tail < 1.
double normalUpperQuantile(double tail);
/// The same from log(tail) < 0, also where tail underflows.
double normalUpperQuantileOfLog(double logTail);
/// The z with P(|Z| <= z) = confidence, 0 < confidence < 1.
double normalTwoSidedQuantile(double confidence);

/// E[max(Z - z, 0)], any z: the expected loss of a decision whose posterior lies z standard deviations on its good
/// side.
double normalLoss(double z);

/// P(T > t) of Student's t, degrees of freedom > 0 (real).
double studentTail(double t, double degreesOfFreedom);
/// The t with P(T > t) = tail, 0 < tail < 1.
double studentUpperQuantile(double tail, double degreesOfFreedom);
/// The t with P(|T| <= t) = confidence, 0 < confidence < 1.
double studentTwoSidedQuantile(double confidence, double degreesOfFreedom);

/// P(X > x) of the chi-squared distribution, x >= 0, degrees of freedom > 0.
double chiSquaredTail(double x, double degreesOfFreedom);

/// The x with P(X > x) = tail of the gamma distribution of scale 1, 0 < tail < 1, shape > 0.
double gammaUpperQuantile(double tail, double shape);

} // namespace xp::stats
