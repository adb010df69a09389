// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/outlook.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace xp {

CellOutlook outlookOf(const Plan& plan, const Contrast& contrast, double alpha, const PlanClock& clock)
{
    const auto error = contrast.liftStandardError();
    if (!plan.smallestEffect || !error)
        return {};
    const double critical = stats::normalUpperQuantile(alpha / 2);
    const double drift = *plan.smallestEffect / *error;
    CellOutlook outlook{.power =
                            std::min(1.0, stats::normalTail(critical - drift) + stats::normalTail(critical + drift))};
    if (clock.over || !clock.days || !(*clock.days > 0))
        return outlook;
    const double factor = (critical + stats::normalUpperQuantile(1 - plan.power)) / drift;
    // Units grow in proportion to time, so n_needed / n is also the ratio of the days.
    const double days = *clock.days * std::max(0.0, factor * factor - 1);
    if (std::isfinite(days))
        outlook.daysLeft = days;
    return outlook;
}

} // namespace xp
