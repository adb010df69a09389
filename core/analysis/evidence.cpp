// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/evidence.h"

#include "core/domain/sentencecodec.h"

#include <algorithm>
#include <cmath>

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

namespace {

/// How much a cell says for or against its treatment; the most comes first.
double weightOf(const ReportCell& cell)
{
    if (cell.posterior)
        return std::abs(cell.posterior->probabilityBetter - 0.5);
    return cell.adjustedPValue ? 1 - *cell.adjustedPValue : -1;
}

/// Nothing without a primary metric, and before there is an estimate.
std::optional<PlannedEffect> plannedEffect(const ReportView& view)
{
    const auto metric = std::ranges::find(view.metrics, MetricRole::Primary, &ReportMetric::role);
    if (metric == view.metrics.end() || metric->cells.empty())
        return std::nullopt;
    auto cell = view.treatments.empty()
                    ? metric->cells.end()
                    : std::ranges::find(metric->cells, view.treatments.front(), &ReportCell::treatment);
    if (cell == metric->cells.end())
        cell = std::ranges::max_element(metric->cells, {}, weightOf);
    if (!cell->lift)
        return std::nullopt;
    PlannedEffect effect{.metric = metric->name,
                         .treatment = cell->treatment,
                         .lift = cell->lift,
                         .interval = cell->liftInterval,
                         .level = cell->level};
    if (view.method == Method::Bayesian && cell->posterior)
        effect.probability = cell->posterior->probabilityBetter;
    else
        effect.pValue = cell->adjustedPValue;
    return effect;
}

} // namespace

Stats statsOf(const Evidence& evidence, const Report& report, Timestamp now)
{
    Stats stats = computeStats(evidence.experiment, evidence.data, now);
    const std::string decision(toString(report.planned.decision));
    // One look does not know of all that makes data invalid: who follows its sentence alone would ship them.
    const bool isOther = report.planned.method != Method::Fixed || report.planned.decision == Decision::Invalid;
    const bool differs = isOther && stats.decision != decision;
    stats.plannedMethod = toString(report.planned.method);
    stats.decision = decision;
    stats.planned = plannedEffect(report.planned);
    if (!differs || report.planned.reasons.empty())
        return stats;
    const Sentence& plan = report.planned.reasons.front();
    stats.recommendation = {"plan_first",
                            {{"plan", toJson(plan)}, {"single_look", toJson(stats.recommendation)}},
                            plan.text + " Looked at once only: " + stats.recommendation.text};
    return stats;
}

} // namespace xp
