// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QPointF>
#include <QString>

#include <functional>
#include <vector>

namespace xp::ui {

struct PlotLine
{
    std::vector<QPointF> points; ///< by rising x
    Tone tone = Tone::Accent;
    bool dashed = false;
    QString label; ///< at the line's end, and in the read-out
};

/// What lies between two curves with the same x.
struct PlotBand
{
    std::vector<QPointF> lower;
    std::vector<QPointF> upper;
    Tone tone = Tone::Accent;
};

/// Something that happened at a moment: a vertical line with its word.
struct PlotMark
{
    double x = 0;
    QString text;
    Tone tone = Tone::Warning;
};

/// A height that matters: a horizontal line with its word at the end.
struct PlotLevel
{
    double y = 0;
    QString text;
    Tone tone = Tone::Good;
};

/// A chart as a value: what PlotView draws.
struct Plot
{
    std::vector<PlotLine> lines;
    std::vector<PlotBand> bands;
    std::vector<PlotMark> marks;
    std::vector<PlotLevel> levels;
    double xLow = 0, xHigh = 1;
    double yLow = 0, yHigh = 1;
    bool logY = false;          ///< yLow > 0 then
    bool timeX = false;         ///< x in milliseconds since 1970
    bool zeroLine = true;       ///< drawn stronger
    std::vector<double> xTicks; ///< where x is labelled; round numbers or times without
    std::function<QString(double)> xText;
    std::function<QString(double)> yText;
    QString summary; ///< for screen readers
    QString empty;   ///< said when there is nothing to draw

    bool isEmpty() const { return lines.empty() && bands.empty(); }
};

/// At most two points (lowest and highest) for each of `columns` steps of x; the shape that pixels can show.
std::vector<QPointF> thinned(const std::vector<QPointF>& points, int columns);

/// Where an axis is labelled: about `wanted` round steps between two ends.
std::vector<double> roundTicks(double low, double high, double wanted);
std::vector<double> logTicks(double low, double high);
/// In milliseconds since 1970, at whole hours or local midnights.
std::vector<double> timeTicks(double low, double high, double wanted);

} // namespace xp::ui
