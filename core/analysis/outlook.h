// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"
#include "core/analysis/planclock.h"

namespace xp {

struct CellOutlook
{
    std::optional<double> power;
    std::optional<double> daysLeft;
};

/// The chance that one look at the present data finds the plan's smallest effect of interest, with the present standard
/// error of the lift (normal approximation, two-sided at `alpha`), and the days until it is the plan's power at the
/// present rate of units: n_needed = n ((z(alpha/2) + z(1 - power)) * se / effect)^2.
CellOutlook outlookOf(const Plan& plan, const Contrast& contrast, double alpha, const PlanClock& clock);

} // namespace xp
