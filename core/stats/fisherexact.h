// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/proportions.h"

namespace xp::stats {

/// P-value of Fisher's exact test of equal rates, given all margins (hypergeometric distribution of the treatment's
/// successes). Two-sided: all tables at most as probable as the observed one. Exists for every table, rates of 0 and 1
/// included. Source: Fisher, JRSS 98 (1935) 39-82. Cost: proportional to the standard deviation of the successes
/// (1 ms at about a hundred million units). Errors: an empty arm, x outside [0, n].
StatsResult<double> fisherExactTest(const Proportion& control, const Proportion& treatment, Alternative alternative);

} // namespace xp::stats
