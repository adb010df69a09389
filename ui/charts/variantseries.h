// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"

#include <QString>

namespace xp::ui {

/// One variant's value and its interval, in the metric's own unit.
struct VariantPoint
{
    QString variant;
    double value = 0;
    std::optional<Interval> interval;
    QString label;

    bool operator==(const VariantPoint&) const = default;
};

/// What the chart of a metric shows: the rate with its Wilson interval for a conversion; the mean over units with its
/// normal interval (mean +- z s / sqrt(n), z of `level`) for counts and sums; the ratio alone for means, whose spread
/// the statistics do not carry. Variants without units are left out.
std::vector<VariantPoint> variantPoints(const MetricStats& metric, double level);

} // namespace xp::ui
