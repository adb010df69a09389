// SPDX-License-Identifier: Apache-2.0
#include "ui/models/cells.h"

#include "core/stats/distributions.h"
#include "ui/text/methodtext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xp::ui {

namespace {

/// How many times the middle mark's reach the axis may extend before a mark is cut.
constexpr double kWidestOverMedian = 4;
constexpr double kSmallestReach = 0.01;
constexpr double kTicksWanted = 6;

/// 1, 2 or 5 times a power of ten, about `range` / kTicksWanted.
double tickStep(double range)
{
    const double raw = range / kTicksWanted;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw)
            return factor * power;
    }
    return 10 * power;
}

constexpr double kOpenEnd = 1e6;

} // namespace

std::optional<Interval> drawnInterval(const std::optional<Bounds>& bounds)
{
    return bounds ? std::optional(Interval{bounds->lower.value_or(-kOpenEnd), bounds->upper.value_or(kOpenEnd)})
                  : std::nullopt;
}

LiftMark markOf(const ReportCell& cell, Method method)
{
    LiftMark mark{.estimate = cell.lift, .interval = drawnInterval(cell.liftInterval), .tone = wordTone(cell.word)};
    if (method == Method::Bayesian && cell.posterior) {
        const auto [low, high] = cell.posterior->interval;
        mark.posterior = Spread{(low + high) / 2, (high - low) / 2 / stats::normalTwoSidedQuantile(cell.level)};
    }
    return mark;
}

LiftAxis axisFor(const std::vector<LiftMark>& marks)
{
    std::vector<double> reaches;
    double low = 0;
    double high = 0;
    const auto ends = [](const LiftMark& mark) -> std::optional<Interval> {
        return mark.interval   ? mark.interval
               : mark.estimate ? std::optional(Interval{*mark.estimate, *mark.estimate})
                               : std::nullopt;
    };
    for (const LiftMark& mark : marks) {
        if (const auto reach = ends(mark))
            reaches.push_back(std::max(std::abs((*reach)[0]), std::abs((*reach)[1])));
    }
    if (reaches.empty())
        return {};
    std::ranges::nth_element(reaches, reaches.begin() + std::ptrdiff_t(reaches.size() / 2));
    const double most = std::max(kSmallestReach, kWidestOverMedian * reaches[reaches.size() / 2]);
    for (const LiftMark& mark : marks) {
        if (const auto reach = ends(mark)) {
            low = std::min(low, std::max((*reach)[0], -most));
            high = std::max(high, std::min((*reach)[1], most));
        }
    }
    if (high - low < kSmallestReach) {
        low -= kSmallestReach / 2;
        high += kSmallestReach / 2;
    }
    const double margin = (high - low) * 0.06;
    LiftAxis axis{low - margin, high + margin, {}};
    const double step = tickStep(axis.high - axis.low);
    for (double k = std::ceil(axis.low / step); k * step <= axis.high; k += 1)
        axis.ticks.push_back(k * step);
    return axis;
}

} // namespace xp::ui
