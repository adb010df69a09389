// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/reportview.h"

namespace xp {

/// Every method on the same data, for every treatment and primary metric, as if each allowed a verdict now; and a
/// sentence where one finds what another does not.
std::vector<SecondOpinion> secondOpinionsOf(const ReportInput& input, const std::vector<MetricAnalysis>& analyses,
                                            const Plan& plan, const PlanClock& clock, bool isUnusable);

} // namespace xp
