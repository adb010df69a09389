// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/plot.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace xp::ui {

std::vector<QPointF> thinned(const std::vector<QPointF>& points, int columns)
{
    if (columns <= 0 || points.size() <= std::size_t(2 * columns))
        return points;
    std::vector<QPointF> kept;
    const double width = (points.back().x() - points.front().x()) / columns;
    for (std::size_t i = 0; i < points.size();) {
        const double end = points[i].x() + width;
        std::size_t low = i;
        std::size_t high = i;
        std::size_t next = i + 1;
        for (; next < points.size() && points[next].x() < end; ++next) {
            low = points[next].y() < points[low].y() ? next : low;
            high = points[next].y() > points[high].y() ? next : high;
        }
        kept.push_back(points[std::min(low, high)]);
        if (low != high)
            kept.push_back(points[std::max(low, high)]);
        i = next;
    }
    return kept;
}

std::vector<double> roundTicks(double low, double high, double wanted)
{
    if (!(high > low))
        return {};
    constexpr std::size_t kFewest = 3; // two numbers on an axis, or zero alone, tell of no scale
    const double raw = (high - low) / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    std::vector<double> ticks;
    for (const double factor : {10.0, 5.0, 2.5, 2.0, 1.0, 0.5, 0.25}) {
        const double step = factor * power;
        if (step < raw && ticks.size() >= kFewest)
            break;
        ticks.clear();
        for (double k = std::ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k += 1)
            ticks.push_back(k * step);
    }
    return ticks;
}

std::vector<double> logTicks(double low, double high)
{
    const double first = std::ceil(std::log10(low) - 1e-9);
    const double last = std::floor(std::log10(high) + 1e-9);
    const double every = std::max(1.0, std::ceil((last - first) / 5));
    std::vector<double> ticks;
    for (double power = last; power >= first; power -= every)
        ticks.push_back(std::pow(10.0, power));
    return ticks;
}

std::vector<double> timeTicks(double low, double high, double wanted)
{
    constexpr double kHour = 3'600'000;
    const double raw = (high - low) / wanted;
    double step = 24 * kHour * 364;
    for (const double hours : {2184.0, 672.0, 336.0, 168.0, 96.0, 48.0, 24.0, 12.0, 6.0, 3.0, 1.0}) {
        if (hours * kHour >= raw)
            step = hours * kHour;
    }
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(qint64(low)).date().startOfDay();
    std::vector<double> ticks;
    for (double at = double(start.toMSecsSinceEpoch()); at <= high; at += step) {
        if (at >= low)
            ticks.push_back(at);
    }
    return ticks;
}

} // namespace xp::ui
