// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/stats.h"
#include "core/domain/experiment.h"

namespace xp::test {

/// An experiment `id-N` with `treatments` + 1 variants and one metric of each role.
Experiment sampleExperiment(int number, Status status = Status::Running, int treatments = 1);

/// Results that suit it: `units` in each variant, conversions of 10 % in the control and 10 % * (1 + lift) else.
/// What a plan's report says of them, word for word as a single look does.
ReportView sampleView(const Stats& stats, Method method);
Stats sampleStats(const Experiment& experiment, std::int64_t units = 10'000, double lift = 0.1);

} // namespace xp::test
