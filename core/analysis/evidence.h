// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/stats.h"
#include "core/domain/breakdowns.h"
#include "core/domain/sufficientstatistics.h"

namespace xp {

/// Everything that a report is computed from: what a service sends, a bundle keeps and a browser works with.
struct Evidence
{
    Experiment experiment;
    SufficientStatistics data;
    ReportHistory history;
    ReportFacts facts;
    std::optional<AgeStatistics> ages = {}; ///< of the last pass over the units
};

/// As the service computes it from its database, at the moment `now`. With `plan` as if that one had been frozen, with
/// no looks behind it: what another design would have said.
Report reportOf(const Evidence& evidence, Timestamp now, const ReportRequest& request = {});
Report reportUnder(const Plan& plan, const Evidence& evidence, Timestamp now);

/// The single-look view with the decision of the plan's own report; where that differs from what one look says, the
/// recommendation begins with it.
Stats statsOf(const Evidence& evidence, const Report& report, Timestamp now);

} // namespace xp
