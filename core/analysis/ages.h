// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/domain/breakdowns.h"

namespace xp {

/// The effect on what units do on the n-th day after their exposure, of the metrics that the pass has read;
/// fixed-sample intervals of 95 %, stratified by epoch. Days without enough data for a verdict (the gates of the
/// metric) are left out.
std::vector<AgeEffect> effectsByAge(const Experiment& experiment, const AgeStatistics& statistics);

/// Whether an effect changes with the days since exposure: a line of the lift over log(1 + age), weighted by its
/// variance, over at least four days; a warning where its slope differs from 0 at 0.01 divided by the number of cells.
/// What a unit does on one day goes with what it does on another, which makes differences between days smaller than the
/// test takes them to be, so it is on the safe side. Passed without a finding; not checked where no cell has enough
/// days.
std::vector<HealthCheck> noveltyChecks(const Experiment& experiment, const AgeStatistics* statistics);

} // namespace xp
