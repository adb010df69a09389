// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/breakdowns.h"

namespace xp {

/// Every treatment against the control in every segment, by the fixed test at the plan's level. Exploratory: p-values
/// and words are corrected over the segments and treatments of a metric (Benjamini-Hochberg), a segment whose gate is
/// closed has no test, and nothing here decides. Of a segment that is not split as planned nothing is said. Whether the
/// effect differs between segments is tested by Cochran's Q over those with an open gate: Q = sum w_i (e_i - e)^2, w_i
/// = 1 / se_i^2, e the weighted mean, chi-squared with one degree less than segments (Cochran, Biometrics 10 (1954)
/// 101-129).
SegmentBreakdown breakdownOf(const Experiment& experiment, double level, const SegmentStatistics& statistics);

} // namespace xp
