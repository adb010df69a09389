// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"

namespace xp::ui {

/// What a reader may try on the data at hand, without any of it becoming the plan.
struct WhatIf
{
    Method method = Method::Fixed;
    double level = 0.05; ///< 0..0.5
    CorrectionMethod correction = CorrectionMethod::Holm;
    std::optional<double> cap;   ///< quantile above which values are cut; nothing: as each metric's plan says
    double priorDeviation = 0.1; ///< of the relative lift
    bool cuped = false;
    ExposureRange range; ///< of the exposure

    bool operator==(const WhatIf& other) const;
};

WhatIf asPlanned(const Plan& plan);

/// The plan that this would have been. A group-sequential one without looks gets five even ones.
Plan planOf(const WhatIf& whatIf, const Plan& frozen, const Experiment& experiment);

/// Computed here, from the sums alone, as the service computes a report. As planned it is the service's own, with the
/// looks that were taken; anything else has no looks behind it.
ReportView answerOf(const WhatIf& whatIf, const Evidence& evidence, Timestamp now);

/// What all methods say under it, on all days; takes a few times as long.
std::vector<SecondOpinion> opinionsOf(const WhatIf& whatIf, const Evidence& evidence, Timestamp now);

/// The days on which units were exposed, UTC since 1970; nothing without any.
std::optional<std::pair<std::int32_t, std::int32_t>> exposureDays(const SufficientStatistics& data);

} // namespace xp::ui
