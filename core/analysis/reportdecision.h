// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/reportview.h"

namespace xp {

/// Beyond these the data of an experiment cannot be trusted.
inline constexpr double kMostInSeveralVariants = 0.01; ///< share of units
inline constexpr double kImbalanceLevel = 0.001;       ///< p-value of the balance before exposure

/// Why the data of an experiment cannot be trusted at all; empty when they can.
std::vector<Sentence> invalidReasons(const ReportInput& input, const SampleBalance& balance);

/// What is to be said of a guardrail that does not pass.
Sentence guardrailReason(const ViewBuilder& builder, const TestedMetric& guardrail, std::size_t treatment);

/// The ordered rule over the cells of a view, and the sentences that explain it; sets decision, treatments and reasons.
void decideView(ReportView& view, const ViewBuilder& builder, const ReportInput& input, const Plan& plan,
                const PlanClock& clock, const std::vector<Sentence>& invalid);

} // namespace xp
