// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/evidence.h"

#include "core/domain/sentencecodec.h"

namespace xp {

Report reportOf(const Evidence& evidence, Timestamp now, const ReportRequest& request)
{
    const Plan frozen = decidingPlan(evidence.experiment);
    const Plan present = presentPlan(evidence.experiment);
    return computeReport({.experiment = evidence.experiment,
                          .data = evidence.data,
                          .frozen = frozen,
                          .present = present,
                          .history = evidence.history,
                          .now = now,
                          .request = request,
                          .facts = evidence.facts,
                          .ages = evidence.ages ? &*evidence.ages : nullptr});
}

Report reportUnder(const Plan& plan, const Evidence& evidence, Timestamp now)
{
    const ReportHistory none;
    return computeReport({.experiment = evidence.experiment,
                          .data = evidence.data,
                          .frozen = plan,
                          .present = plan,
                          .history = none,
                          .now = now,
                          .facts = evidence.facts,
                          .ages = evidence.ages ? &*evidence.ages : nullptr});
}

Stats statsOf(const Evidence& evidence, const Report& report, Timestamp now)
{
    Stats stats = computeStats(evidence.experiment, evidence.data, now);
    const std::string decision(toString(report.planned.decision));
    const bool differs = report.planned.method != Method::Fixed && stats.decision != decision;
    stats.plannedMethod = toString(report.planned.method);
    stats.decision = decision;
    if (!differs || report.planned.reasons.empty())
        return stats;
    const Sentence& plan = report.planned.reasons.front();
    stats.recommendation = {"plan_first",
                            {{"plan", toJson(plan)}, {"single_look", toJson(stats.recommendation)}},
                            plan.text + " Looked at once only: " + stats.recommendation.text};
    return stats;
}

} // namespace xp
