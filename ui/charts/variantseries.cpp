// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/variantseries.h"

#include "core/stats/distributions.h"
#include "ui/text/format.h"

#include <cmath>

namespace xp::ui {

std::vector<VariantPoint> variantPoints(const MetricStats& metric, double level)
{
    std::vector<VariantPoint> points;
    // An imported mean has one value per unit, which Welch's test tells.
    const bool onePerUnit = !metric.comparisons.empty() && metric.comparisons.front().test == "welch_t";
    const bool isRatio = metric.kind == MetricKind::Mean || metric.kind == MetricKind::Ratio;
    for (const VariantStats& arm : metric.variants) {
        const std::optional<double>& value = isRate(metric.kind) ? arm.conversionRate : arm.meanValue;
        if (!value)
            continue;
        VariantPoint point{.variant = text(arm.variant), .value = *value, .label = variantValue(metric.kind, arm)};
        if (isRate(metric.kind)) {
            point.interval = arm.confidenceInterval;
        } else if ((!isRatio || onePerUnit) && arm.stdDev) {
            const double reach =
                stats::normalTwoSidedQuantile(level) * *arm.stdDev / std::sqrt(static_cast<double>(arm.sampleSize));
            point.interval = Interval{*value - reach, *value + reach};
        }
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace xp::ui
