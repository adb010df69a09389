// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/seriesplots.h"

#include "core/stats/alwaysvalid.h"
#include "core/stats/distributions.h"
#include "core/stats/groupsequential.h"
#include "core/stats/proportions.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OverTime)
};

constexpr double kSmallestP = 1e-6;
constexpr double kHighestZ = 6;

double xOf(Timestamp time)
{
    return double(toMicros(time)) / 1000;
}

QString momentText(double x)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(x)), Words::tr("d MMM"));
}

/// `0.05`; small ones as a power of ten.
QString evidenceText(double p)
{
    static const QString kDigits = QString::fromUtf8("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079");
    const int power = int(std::round(-std::log10(p)));
    const bool isRound = std::abs(std::log10(p) + power) < 1e-6;
    if (isRound && power >= 3 && power <= 9)
        return QStringLiteral("10\u207b%1").arg(kDigits[power]);
    return QLocale().toString(p, 'g', 2);
}

const Metric* metricOf(const SeriesChoice& choice)
{
    const auto it = std::ranges::find(choice.experiment->metrics, choice.metric, &Metric::name);
    return it == choice.experiment->metrics.end() ? nullptr : &*it;
}

std::vector<const SeriesRow*> rowsOf(const SeriesChoice& choice, const std::string& variant)
{
    std::vector<const SeriesRow*> rows;
    for (const SeriesRow& row : choice.rows) {
        if (row.metric == choice.metric && row.variant == variant)
            rows.push_back(&row);
    }
    return rows;
}

/// The treatment's rows with the control's of the same moment.
std::vector<std::pair<const SeriesRow*, const SeriesRow*>> pairsOf(const SeriesChoice& choice)
{
    const auto controls = rowsOf(choice, choice.experiment->variants.front().name);
    std::vector<std::pair<const SeriesRow*, const SeriesRow*>> pairs;
    for (const SeriesRow* row : rowsOf(choice, choice.treatment)) {
        const auto control = std::ranges::find(controls, row->time, &SeriesRow::time);
        if (control != controls.end())
            pairs.emplace_back(*control, row);
    }
    return pairs;
}

std::optional<double> zOf(const SeriesRow& control, const SeriesRow& treatment)
{
    const auto test = stats::twoProportionZTest({double(control.units), double(control.converted)},
                                                {double(treatment.units), double(treatment.converted)},
                                                stats::Alternative::TwoSided, true);
    return test ? std::optional(test->statistic) : std::nullopt;
}

Plot emptyPlot()
{
    Plot plot{.empty = Words::tr("The curve appears with the first snapshots: hourly in the first three days, then "
                                 "daily.")};
    plot.xText = momentText;
    plot.yText = [](double y) { return number(y); };
    return plot;
}

Plot timePlot(const SeriesChoice& choice)
{
    Plot plot = emptyPlot();
    plot.timeX = true;
    plot.marks = choice.marks;
    if (choice.rows.empty())
        return plot;
    plot.xLow = xOf(choice.experiment->startedAt.value_or(choice.rows.front().time));
    plot.xHigh = std::max(xOf(choice.rows.back().time), plot.xLow + 3'600'000);
    return plot;
}

bool isConversion(const SeriesChoice& choice)
{
    const Metric* metric = metricOf(choice);
    return metric && isRate(metric->kind) && !metric->perUnit;
}

/// The bounds on |z| at shares of the planned size, as the plan sets them.
std::vector<QPointF> boundsOf(const SeriesChoice& choice, const Plan& plan)
{
    const double alpha = plan.level;
    std::vector<QPointF> bounds;
    if (plan.method == Method::GroupSequential) {
        const auto exact = stats::groupSequentialBounds(
            plan.looks, alpha / 2, {static_cast<stats::Spending>(plan.spending), plan.spendingGamma});
        for (std::size_t i = 0; exact && i < plan.looks.size(); ++i)
            bounds.emplace_back(plan.looks[i], exact->criticalValues[i]);
        return bounds;
    }
    const double total = double(plan.unitsPerVariant.value_or(2500)) *
                         double(std::max<std::size_t>(2, choice.experiment->variants.size()));
    const double single = stats::normalTwoSidedQuantile(1 - alpha);
    for (int i = 1; i <= 100; ++i) {
        const double share = i / 100.0 * 1.2;
        const double bound = plan.method == Method::AlwaysValid
                                 ? stats::sequenceCriticalValue(share * total, stats::sequenceRho(alpha, total), alpha)
                                 : single;
        bounds.emplace_back(share, bound);
    }
    return bounds;
}

} // namespace

std::optional<double> singleLookPValue(const SeriesRow& control, const SeriesRow& treatment)
{
    const auto z = zOf(control, treatment);
    return z ? std::optional(2 * stats::normalTail(std::abs(*z))) : std::nullopt;
}

std::vector<PlotMark> marksOf(const Experiment& experiment, const std::vector<AuditLine>& audit,
                              const std::vector<Note>& notes)
{
    std::vector<PlotMark> marks;
    for (const AuditLine& line : audit) {
        const double x = xOf(line.at);
        if (line.action == "experiment.start")
            marks.push_back({xOf(experiment.startedAt.value_or(line.at)), Words::tr("start"), Tone::Neutral});
        else if (line.action == "experiment.pause")
            marks.push_back({x, Words::tr("paused"), Tone::Warning});
        else if (line.action == "experiment.resume")
            marks.push_back({x, Words::tr("resumed"), Tone::Neutral});
        else if (line.action == "experiment.stop")
            marks.push_back({xOf(experiment.stoppedAt.value_or(line.at)), Words::tr("stop"), Tone::Neutral});
        else if (line.action == "experiment.update" && line.changes.is_object() && experiment.startedAt &&
                 line.at > *experiment.startedAt) {
            const auto traffic = line.changes.find("traffic_allocation");
            const auto share = [](const nlohmann::json& change, const char* end) {
                return change.is_object() && change.contains(end) && change[end].is_number()
                           ? percent(change[end].get<double>(), 0)
                           : none();
            };
            if (traffic != line.changes.end())
                marks.push_back({x, Words::tr("traffic %1 → %2").arg(share(*traffic, "from"), share(*traffic, "to")),
                                 Tone::Warning});
            else if (line.changes.contains("variants"))
                marks.push_back({x, Words::tr("new split"), Tone::Warning});
            else if (line.changes.contains("plan"))
                marks.push_back({x, Words::tr("departure from the plan"), Tone::Warning});
        }
    }
    for (const Note& note : notes) {
        QString words = text(note.text).section(QLatin1Char('\n'), 0, 0);
        if (words.size() > 28)
            words = words.left(27) + QChar(0x2026);
        marks.push_back({xOf(note.at), words, Tone::Accent});
    }
    std::ranges::sort(marks, {}, &PlotMark::x);
    return marks;
}

Plot liftPlot(const SeriesChoice& choice)
{
    Plot plot = timePlot(choice);
    PlotLine line{.tone = Tone::Accent};
    PlotBand band;
    for (const SeriesRow* row : rowsOf(choice, choice.treatment)) {
        if (!row->lift)
            continue;
        const double x = xOf(row->time);
        line.points.emplace_back(x, *row->lift);
        if (row->liftLower || row->liftUpper) {
            band.lower.emplace_back(x, row->liftLower.value_or(-10));
            band.upper.emplace_back(x, row->liftUpper.value_or(10));
        }
    }
    if (line.points.empty())
        return plot;
    // The first looks are wild: the axis is made for the later ones.
    const double settled = plot.xLow + (plot.xHigh - plot.xLow) * 0.4;
    double reach = 0.02;
    for (std::size_t i = 0; i < band.lower.size(); ++i) {
        if (band.lower[i].x() >= settled || i + 1 == band.lower.size())
            reach = std::max({reach, std::min(3.0, -band.lower[i].y()), std::min(3.0, band.upper[i].y())});
    }
    for (const QPointF& point : line.points) {
        if (point.x() >= settled)
            reach = std::max(reach, std::abs(point.y()));
    }
    plot.yLow = -reach * 1.1;
    plot.yHigh = reach * 1.1;
    plot.yText = [](double y) {
        return std::abs(y) < 1e-12 ? percent(0, 0) : signedPercent(y, std::abs(y) < 0.0995 ? 1 : 0);
    };
    line.label = signedPercent(line.points.back().y());
    plot.summary = Words::tr("Lift over time: %1 at the last snapshot").arg(line.label);
    plot.lines.push_back(std::move(line));
    plot.bands.push_back(std::move(band));
    return plot;
}

Plot evidencePlot(const SeriesChoice& choice)
{
    Plot plot = timePlot(choice);
    const Plan plan = decidingPlan(*choice.experiment);
    PlotLine planned{.tone = Tone::Accent};
    PlotLine single{.tone = Tone::Neutral, .dashed = true, .label = Words::tr("one look")};
    double smallest = 0.005;
    for (const auto& [control, treatment] : pairsOf(choice)) {
        const double x = xOf(treatment->time);
        if (const auto p = treatment->pValue) {
            planned.points.emplace_back(x, std::max(*p, kSmallestP));
            smallest = std::min(smallest, *p);
        }
        const auto p = isConversion(choice) ? singleLookPValue(*control, *treatment) : std::nullopt;
        if (p && plan.method != Method::Fixed) {
            single.points.emplace_back(x, std::max(*p, kSmallestP));
            smallest = std::min(smallest, *p);
        }
    }
    if (planned.points.empty() && single.points.empty())
        return plot;
    planned.label = plan.method == Method::AlwaysValid       ? Words::tr("always valid")
                    : plan.method == Method::GroupSequential ? Words::tr("group sequential")
                    : plan.method == Method::Bayesian        ? Words::tr("Bayesian")
                                                             : Words::tr("one look");
    plot.logY = true;
    plot.yLow = std::max(kSmallestP, smallest / 2);
    plot.yHigh = 1.15;
    plot.yText = evidenceText;
    plot.levels.push_back({plan.level, Words::tr("level %1").arg(QLocale().toString(plan.level, 'g', 2)), Tone::Good});
    plot.summary = planned.points.empty()
                       ? QString()
                       : Words::tr("p-value over time: %1 at the last snapshot, level %2")
                             .arg(pValue(planned.points.back().y()), QLocale().toString(plan.level, 'g', 2));
    for (PlotLine* line : {&planned, &single}) {
        if (!line->points.empty())
            plot.lines.push_back(std::move(*line));
    }
    return plot;
}

Plot boundsPlot(const SeriesChoice& choice)
{
    Plot plot = emptyPlot();
    const Plan plan = decidingPlan(*choice.experiment);
    if (!isConversion(choice) || !plan.unitsPerVariant) {
        plot.empty = Words::tr("Bounds are drawn for conversions of a plan with a size.");
        return plot;
    }
    const double planned = double(*plan.unitsPerVariant);
    PlotLine path{.tone = Tone::Accent, .label = Words::tr("z")};
    for (const auto& [control, treatment] : pairsOf(choice)) {
        const double share = double(std::min(control->units, treatment->units)) / planned;
        if (const auto z = zOf(*control, *treatment); z && (path.points.empty() || share > path.points.back().x()))
            path.points.emplace_back(share, std::clamp(*z, -kHighestZ, kHighestZ));
    }
    plot.xHigh = std::max(1.0, path.points.empty() ? 1.0 : path.points.back().x() * 1.02);
    plot.yLow = -kHighestZ;
    plot.yHigh = kHighestZ;
    plot.xText = [](double x) { return percent(x, 0); };
    plot.yText = [](double y) {
        return QLocale()
            .toString(y, 'f', std::abs(y - std::round(y)) > 0.01 ? 2 : 0)
            .replace(QLocale().negativeSign(), QChar(0x2212));
    };
    PlotLine upper{.tone = Tone::Good, .dashed = true, .label = Words::tr("better")};
    PlotLine lower{.tone = Tone::Bad, .dashed = true, .label = Words::tr("worse")};
    for (const QPointF& bound : boundsOf(choice, plan)) {
        if (bound.y() > kHighestZ || bound.x() > plot.xHigh + 1e-9)
            continue;
        upper.points.push_back(bound);
        lower.points.emplace_back(bound.x(), -bound.y());
    }
    plot.summary = Words::tr("z and the plan's bounds by share of the planned size");
    if (!path.points.empty())
        plot.lines.push_back(std::move(path));
    plot.lines.push_back(std::move(upper));
    plot.lines.push_back(std::move(lower));
    return plot;
}

Plot unitsPlot(const SeriesChoice& choice)
{
    Plot plot = timePlot(choice);
    double most = 0;
    QStringList ends;
    bool control = true;
    for (const Variant& variant : choice.experiment->variants) {
        PlotLine line{.tone = std::exchange(control, false) ? Tone::Neutral : Tone::Accent,
                      .label = text(variant.name)};
        for (const SeriesRow* row : rowsOf(choice, variant.name))
            line.points.emplace_back(xOf(row->time), double(row->units));
        if (line.points.empty())
            continue;
        most = std::max(most, line.points.back().y());
        ends << QStringLiteral("%1 %2").arg(line.label, count(std::int64_t(line.points.back().y())));
        plot.lines.push_back(std::move(line));
    }
    plot.yText = [](double y) { return count(std::llround(y)); };
    const Plan plan = decidingPlan(*choice.experiment);
    plot.yHigh = std::max(1.0, most * 1.08);
    if (plan.unitsPerVariant && double(*plan.unitsPerVariant) < most * 2.5) {
        plot.levels.push_back({double(*plan.unitsPerVariant), Words::tr("planned"), Tone::Good});
        plot.yHigh = std::max(plot.yHigh, double(*plan.unitsPerVariant) * 1.08);
    }
    plot.summary = Words::tr("Units over time: %1").arg(ends.join(QLatin1String("; ")));
    return plot;
}

} // namespace xp::ui
