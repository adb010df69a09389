// SPDX-License-Identifier: Apache-2.0
#include "ui/design/pastrates.h"

#include "ui/models/experimentlistmodel.h"
#include "ui/text/format.h"

namespace xp::ui {

std::vector<PastRate> pastRates(const ExperimentListModel& experiments)
{
    std::vector<PastRate> rates;
    for (int row = 0; row < experiments.rowCount() && rates.size() < kMostPastRates; ++row) {
        const Experiment& experiment = experiments.at(row);
        const Stats* stats = experiments.stats(experiment.id);
        if (!stats)
            continue;
        for (const MetricStats& metric : stats->metrics) {
            if (metric.kind != MetricKind::Conversion || metric.variants.empty())
                continue;
            const VariantStats& control = metric.variants.front();
            const auto rate = control.conversionRate;
            if (rate && *rate > 0 && *rate < 1 && control.sampleSize >= kFewestUnitsOfARate)
                rates.push_back(
                    {QStringLiteral("%1: %2 · %3").arg(percent(*rate), text(metric.name), text(experiment.name)),
                     *rate});
        }
    }
    return rates;
}

} // namespace xp::ui
