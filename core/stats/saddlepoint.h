// SPDX-License-Identifier: Apache-2.0
#pragma once

// Probabilities of huge counts without the cancellation of log-gamma differences.
// Source: Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
namespace xp::stats {

/// log Gamma(x + 1) minus Stirling's formula: what is left of x! after sqrt(2 pi x) (x/e)^x. x >= 0; 0 at x = 0 by
/// convention of the callers, which leave out the factor of an empty cell.
double stirlingError(double x);

/// x log(x/m) + m - x, the deviance of a count x = m + excess against its expectation m > 0; x >= 0. The excess comes
/// apart: the difference of two counts of 1e15 has only half of their digits left.
double deviance(double x, double m, double excess);

/// log of the probability of x successes and y failures, p and q = 1 - p theirs; x, y >= 0, 0 < p < 1. Both counts are
/// given, as x + y above 2^53 is rounded. What p + q misses of 1 to rounding cancels between probabilities of the same
/// p and q.
double logBinomialProbability(double x, double y, double p, double q);

} // namespace xp::stats
