// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/history.h"
#include "core/domain/experiment.h"
#include "core/domain/plan.h"
#include "core/domain/sufficientstatistics.h"

namespace xp {

/// Where an experiment stands in its plan.
struct PlanClock
{
    std::int64_t units = 0;     ///< analysed, in the smallest arm
    double fraction = 0;        ///< of the planned size, or of the duration where no size is planned; may pass 1
    std::optional<double> days; ///< since the start (imports: of exposure); nothing where times are not known
    bool completed = false;     ///< the planned size or duration is reached
    bool over = false;          ///< stopped: no more data will come
    bool isLook = false;        ///< group-sequential: a look is due, a planned one or, at a stop, the last

    bool ended() const { return completed || over; }
    bool stoppedEarly(const Plan& plan) const
    {
        return over && !completed && (plan.unitsPerVariant || plan.durationDays);
    }
};

/// Days between start and stop or now; of an import the days of exposure, nothing when all fall on one.
std::optional<double> daysRun(const Experiment& experiment, const SufficientStatistics& data, Timestamp now);

PlanClock planClockOf(const Experiment& experiment, const SufficientStatistics& data, const Plan& plan,
                      const ReportHistory& history, std::int64_t units, Timestamp now);

} // namespace xp
