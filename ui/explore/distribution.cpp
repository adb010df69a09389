// SPDX-License-Identifier: Apache-2.0
#include "ui/explore/distribution.h"

#include "core/analysis/shape.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Distribution)
};

constexpr int kBinsTogether = kBinsPerOctave / 4;

struct Summary
{
    std::map<int, double> steps; ///< lower edge in kBinsTogether -> share of the units
    double zeros = 0;            ///< share
    double negative = 0;
};

Summary spreadOf(const Histogram& histogram)
{
    Summary spread;
    const auto all = double(histogram.units());
    for (const HistogramBin& bin : histogram.bins) {
        const double share = double(bin.moments.units) / all;
        if (bin.bin == 0)
            spread.zeros += share;
        else if (bin.bin < 0)
            spread.negative += share;
        else
            spread.steps[(bin.bin - 1) / kBinsTogether] += share;
    }
    return spread;
}

/// log10 of the edge below a step, in the metric's unit.
double edgeOf(int step, double unit)
{
    return double(step * kBinsTogether) / kBinsPerOctave * std::log10(2.0) + std::log10(unit);
}

/// A level line over each step, down to nothing at both ends.
PlotLine lineOf(const Summary& spread, double unit)
{
    PlotLine line;
    const int first = spread.steps.begin()->first;
    const int last = spread.steps.rbegin()->first;
    line.points.emplace_back(edgeOf(first, unit), 0);
    for (int step = first; step <= last; ++step) {
        const auto it = spread.steps.find(step);
        const double share = it == spread.steps.end() ? 0 : it->second;
        line.points.emplace_back(edgeOf(step, unit), share);
        line.points.emplace_back(edgeOf(step + 1, unit), share);
    }
    line.points.emplace_back(edgeOf(last + 1, unit), 0);
    return line;
}

} // namespace

Distribution distributionOf(const Experiment& experiment, const Histograms* histograms, std::size_t position,
                            std::optional<double> cap)
{
    Distribution result;
    Plot& plot = result.plot;
    if (position >= experiment.metrics.size())
        return result;
    const Metric& metric = experiment.metrics[position];
    plot.empty = !hasShape(metric) ? Words::tr("A conversion is 0 or 1 for each unit: its rate says all.")
                                   : Words::tr("The distribution is known after the first pass over the units, a few "
                                               "minutes after they arrive.");
    if (!hasShape(metric) || !histograms)
        return result;
    const double unit = countsEvents(metric) ? 1 : metric.resolution;
    QStringList notes;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double most = 0;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        const Histogram pooled = pooledHistogram(*histograms, std::int16_t(position), v);
        if (pooled.units() == 0)
            continue;
        const Summary spread = spreadOf(pooled);
        const QString name = text(experiment.variants[v].name);
        QString note = Words::tr("%1: %2 zero").arg(name, percent(spread.zeros, 1));
        if (spread.negative > 0)
            note += Words::tr(", %1 negative").arg(percent(spread.negative, 1));
        notes << note + Words::tr(", median %1, 99 % below %2")
                            .arg(number(percentileOf(pooled, 0.5) * unit), number(percentileOf(pooled, 0.99) * unit));
        if (spread.steps.empty())
            continue;
        PlotLine line = lineOf(spread, unit);
        line.tone = v == 0 ? Tone::Neutral : Tone::Accent;
        line.dashed = v > 1;
        line.label = name;
        low = std::min(low, line.points.front().x());
        high = std::max(high, line.points.back().x());
        for (const QPointF& point : line.points)
            most = std::max(most, point.y());
        plot.lines.push_back(std::move(line));
    }
    result.note = notes.join(QStringLiteral(" · "));
    if (plot.lines.empty())
        return result;
    plot.xLow = low;
    plot.xHigh = high;
    plot.yHigh = most * 1.12;
    for (double decade = std::floor(low); decade <= high; decade += 1) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double x = decade + std::log10(factor);
            if (x >= low && x <= high && (factor == 1.0 || high - low < 2.5))
                plot.xTicks.push_back(x);
        }
    }
    if (cap && *cap > 0)
        plot.marks.push_back({std::log10(*cap), Words::tr("cut at %1").arg(number(*cap)), Tone::Warning});
    plot.xText = [](double x) { return number(std::pow(10.0, x)); };
    const int decimals = most < 0.004 ? 2 : most < 0.04 ? 1 : 0; // of some five ticks, none like its neighbour
    plot.yText = [decimals](double y) { return percent(y, decimals); };
    plot.summary = Words::tr("Distribution of %1. %2").arg(text(metric.name), result.note);
    return result;
}

} // namespace xp::ui
