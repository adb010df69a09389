// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/reportview.h"

namespace xp {

/// What to look at before believing a report: the split, units in several variants, the pre-period, too little data,
/// effects too good to be true, guardrails, effects that change between early and late units.
std::vector<HealthCheck> healthOf(const ReportInput& input, const SampleBalance& balance, const ViewBuilder& builder);

} // namespace xp
