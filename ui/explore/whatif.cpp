// SPDX-License-Identifier: Apache-2.0
#include "ui/explore/whatif.h"

#include <algorithm>
#include <tuple>

namespace xp::ui {

namespace {

constexpr int kLooks = 5; ///< of a group-sequential plan that was none

Report reportOf(const WhatIf& whatIf, const Evidence& evidence, Timestamp now, const ReportRequest& request)
{
    const Plan frozen = decidingPlan(evidence.experiment);
    const Plan plan = planOf(whatIf, frozen, evidence.experiment);
    const ReportHistory none;
    return computeReport({.experiment = evidence.experiment,
                          .data = evidence.data,
                          .frozen = plan,
                          .present = plan,
                          .history = plan == frozen ? evidence.history : none,
                          .now = now,
                          .request = request,
                          .facts = evidence.facts});
}

} // namespace

bool WhatIf::operator==(const WhatIf& other) const
{
    const auto all = [](const WhatIf& w) {
        return std::tie(w.method, w.level, w.correction, w.cap, w.priorDeviation, w.cuped, w.range.firstDay,
                        w.range.lastDay);
    };
    return all(*this) == all(other);
}

WhatIf asPlanned(const Plan& plan)
{
    return {.method = plan.method,
            .level = plan.level,
            .correction = plan.correction,
            .priorDeviation = plan.priorDeviation,
            .cuped = plan.cuped};
}

Plan planOf(const WhatIf& whatIf, const Plan& frozen, const Experiment& experiment)
{
    Plan plan = frozen;
    plan.method = whatIf.method;
    plan.level = whatIf.level;
    plan.correction = whatIf.correction;
    plan.priorDeviation = whatIf.priorDeviation;
    plan.cuped = whatIf.cuped;
    if (plan.method == Method::GroupSequential && plan.looks.empty())
        plan.looks = evenLooks(kLooks);
    for (std::size_t i = 0; whatIf.cap && i < plan.metrics.size() && i < experiment.metrics.size(); ++i) {
        if (hasShape(experiment.metrics[i]))
            plan.metrics[i].capQuantile = *whatIf.cap < 1 ? whatIf.cap : std::nullopt;
    }
    return plan;
}

ReportView answerOf(const WhatIf& whatIf, const Evidence& evidence, Timestamp now)
{
    const Report report = reportOf(whatIf, evidence, now, {.range = whatIf.range, .briefly = true});
    return report.viewed.value_or(report.planned);
}

std::vector<SecondOpinion> opinionsOf(const WhatIf& whatIf, const Evidence& evidence, Timestamp now)
{
    return reportOf(whatIf, evidence, now, {}).secondOpinions;
}

std::optional<std::pair<std::int32_t, std::int32_t>> exposureDays(const SufficientStatistics& data)
{
    if (data.cells.empty())
        return std::nullopt;
    const auto [first, last] = std::ranges::minmax_element(data.cells, {}, &MomentCell::day);
    return std::pair{first->day, last->day};
}

} // namespace xp::ui
