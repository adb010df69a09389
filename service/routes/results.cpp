// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"

#include "core/api/statscodec.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

/// A metric's test has crossed when the planned look says so, or earlier only as the contract's single look shows it.
void countCrossings(Metrics& metrics, const Experiment& experiment, const Stats& stats)
{
    if (!stats.plannedLook)
        return;
    for (const MetricStats& metric : stats.metrics) {
        for (const Comparison& comparison : metric.comparisons) {
            if (comparison.adjustedPValue && *comparison.adjustedPValue <= experiment.significanceLevel)
                metrics.significant(experiment, comparison.treatment, metric.name);
        }
    }
}

void stats(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto start = std::chrono::steady_clock::now();
    inStore(
        context, call, [live = *live](Store& store) { return readStats(store, live->experiment(), now()); },
        [&context, call, live = *live, start](const Stats& result) {
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
            context.metrics.analysed(live->experiment(), took.count());
            countCrossings(context.metrics, live->experiment(), result);
            answerCached(call, xp::toJson(result));
        });
}

} // namespace

std::vector<Endpoint> resultEndpoints()
{
    return {{Method::Get, kApi + "/experiments/{id}/stats", Permission::Stats, stats}};
}

} // namespace xp::service
