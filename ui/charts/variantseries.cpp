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
        if (arm.sampleSize == 0)
            continue;
        VariantPoint point{.variant = text(arm.variant), .label = variantValue(metric.kind, arm)};
        if (isRate(metric.kind)) {
            point.value = arm.conversionRate.value_or(0);
            point.interval = arm.confidenceInterval;
        } else {
            point.value = arm.meanValue;
            if ((!isRatio || onePerUnit) && arm.sampleSize > 1) {
                const double reach =
                    stats::normalTwoSidedQuantile(level) * arm.stdDev / std::sqrt(static_cast<double>(arm.sampleSize));
                point.interval = Interval{arm.meanValue - reach, arm.meanValue + reach};
            }
        }
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace xp::ui
