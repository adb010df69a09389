// SPDX-License-Identifier: Apache-2.0
// The charts over time as values, and the lines of logs.
#include "core/analysis/projection.h"
#include "tests/ui/samples.h"
#include "ui/charts/plotview.h"
#include "ui/charts/rateschart.h"
#include "ui/charts/seriesplots.h"
#include "ui/models/linesmodel.h"
#include "ui/text/format.h"
#include "ui/widgets/titledcard.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QGraphicsSimpleTextItem>
#include <QPointF>
#include <QTest>

#include <cmath>

using namespace xp;
using namespace xp::ui;

namespace {

/// An always-valid plan whose report was kept daily.
struct Story
{
    Experiment experiment = test::sampleExperiment(1);
    SeriesChoice choice;

    Story()
    {
        experiment.plan = defaultPlan(experiment);
        experiment.plan->method = Method::AlwaysValid;
        experiment.plan->unitsPerVariant = 10'000;
        choice.experiment = &experiment;
        choice.metric = "purchase";
        choice.treatment = "treatment-1";
        for (int day = 1; day <= 20; ++day) {
            const Timestamp at = *experiment.startedAt + std::chrono::hours(24 * day);
            SeriesRow control{.time = at, .metric = "purchase", .variant = "control", .units = 500 * day};
            control.converted = 50 * day;
            SeriesRow treatment = control;
            treatment.variant = "treatment-1";
            treatment.converted = 56 * day;
            treatment.lift = 0.12;
            treatment.liftLower = 0.12 - 1 / std::sqrt(double(day));
            treatment.liftUpper = 0.12 + 1 / std::sqrt(double(day));
            treatment.pValue = std::min(1.0, 8 * *singleLookPValue(control, treatment));
            choice.rows.push_back(control);
            choice.rows.push_back(treatment);
        }
    }
};

} // namespace

class TestPlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liftHasItsBandAndItsEnd()
    {
        const Story story;
        const Plot plot = liftPlot(story.choice);
        QCOMPARE(plot.lines.size(), std::size_t(1));
        QCOMPARE(plot.lines[0].points.size(), std::size_t(20));
        QCOMPARE(plot.bands[0].lower.size(), std::size_t(20));
        QVERIFY(plot.lines[0].label.startsWith(QStringLiteral("+12.0")));
        QVERIFY(plot.yHigh < 0.12 + 1.0); // not made for the first, wild days
    }

    void evidenceShowsBothLooksAndTheLevel()
    {
        const Story story;
        const Plot plot = evidencePlot(story.choice);
        QCOMPARE(plot.lines.size(), std::size_t(2));
        QCOMPARE(plot.lines[0].points.size(), std::size_t(20));
        QCOMPARE(plot.lines[1].points.size(), std::size_t(20));
        for (std::size_t i = 0; i < plot.lines[0].points.size(); ++i)
            QVERIFY(plot.lines[0].points[i].y() > plot.lines[1].points[i].y());
        QCOMPARE(plot.levels[0].y, 0.05);
        QVERIFY(plot.logY && plot.yLow > 0);
    }

    void boundsOfAGroupSequentialPlanAreItsLooks()
    {
        Story story;
        story.experiment.plan->method = Method::GroupSequential;
        story.experiment.plan->looks = {0.25, 0.5, 0.75, 1};
        const Plot plot = boundsPlot(story.choice);
        const PlotLine& upper = plot.lines[1];
        QCOMPARE(upper.points.size(), std::size_t(4));
        QVERIFY(std::abs(upper.points.back().y() - 2.02) < 0.02); // O'Brien-Fleming spending, four looks
        QVERIFY(upper.points.front().y() > upper.points.back().y());
    }

    void marksTellWhatHappened()
    {
        const Story story;
        const Timestamp later = *story.experiment.startedAt + std::chrono::hours(30);
        const std::vector<AuditLine> audit{
            {.id = "2",
             .at = later,
             .action = "experiment.update",
             .changes = {{"traffic_allocation", {{"from", 0.2}, {"to", 0.5}}}}},
            {.id = "1", .at = *story.experiment.startedAt, .action = "experiment.start"}};
        const auto marks = marksOf(story.experiment, audit, {{.id = "n", .at = later, .text = "Sale began\nmore"}});
        QCOMPARE(marks.size(), std::size_t(3));
        QVERIFY(marks[1].text.contains(QStringLiteral("→")) || marks[2].text.contains(QStringLiteral("→")));
        QVERIFY(marks[1].text == QStringLiteral("Sale began") || marks[2].text == QStringLiteral("Sale began"));
    }

    /// An axis that names nothing but 0 has no scale.
    void anAxisNamesThreeNumbersAtLeast()
    {
        for (double reach = 0.02; reach < 4; reach *= 1.07) {
            const auto ticks = roundTicks(-reach, reach, 3.5);
            QVERIFY(ticks.size() >= 3 && ticks.size() <= 8);
            QVERIFY(std::ranges::any_of(ticks, [](double tick) { return std::abs(tick) < 1e-12; }));
            for (std::size_t i = 1; i < ticks.size(); ++i)
                QVERIFY(std::abs((ticks[i] - ticks[i - 1]) - (ticks[1] - ticks[0])) < 1e-9);
            QVERIFY(ticks.front() >= -reach - 1e-9 && ticks.back() <= reach + 1e-9);
        }
    }

    /// Days that differ make the end less certain than chance alone does; the pace and so the end stay the same.
    void theProjectedEndIsAsSureAsTheDaysAreAlike()
    {
        const Experiment experiment = test::sampleExperiment(1);
        const auto rowsOf = [&](const std::vector<std::int64_t>& byDay) {
            std::vector<SeriesRow> rows;
            std::int64_t units = 0;
            for (std::size_t day = 0; day < byDay.size(); ++day) {
                units += byDay[day];
                const Timestamp at = *experiment.startedAt + std::chrono::hours(24 * (day + 1));
                rows.push_back({.time = at, .metric = "purchase", .variant = "control", .units = units + 5});
                rows.push_back({.time = at, .metric = "purchase", .variant = "treatment-1", .units = units});
                rows.push_back({.time = at, .metric = "other", .variant = "treatment-1", .units = 1});
            }
            return rows;
        };
        const auto even = unitsByDay(experiment, rowsOf({100, 100, 100, 100, 100, 100, 100}));
        QCOMPARE(even, std::vector<double>(7, 100));
        const auto uneven = unitsByDay(experiment, rowsOf({150, 150, 150, 150, 100, 0, 0}));
        QCOMPARE(uneven, (std::vector<double>{150, 150, 150, 150, 100, 0, 0}));
        const Timestamp now = *experiment.startedAt + std::chrono::hours(24 * 7);
        const Progress progress{1400, 700, 0.5};
        const auto sure = projectionOf(experiment, progress, now, even);
        const auto unsure = projectionOf(experiment, progress, now, uneven);
        QVERIFY(sure && unsure);
        QVERIFY(sure->end == unsure->end);
        const auto days = [](Duration span) { return std::chrono::duration<double>(span).count() / 86'400; };
        QVERIFY(std::abs(days(sure->end - *experiment.startedAt) - 14) < 1e-6);
        QVERIFY(std::abs(days(sure->margin) - 1.959964 * std::sqrt(100 * (7 + 7.0)) / 100) < 1e-6);
        const double variance = (4 * 2500 + 0 + 2 * 10'000) / 6.0;
        QVERIFY(std::abs(days(unsure->margin) - 1.959964 * std::sqrt(variance * (7 + 7.0)) / 100) < 1e-6);
        // A day without a snapshot has its share of those around it.
        auto gap = rowsOf({100, 100, 100, 100});
        gap.erase(gap.begin() + 3, gap.begin() + 6);
        QCOMPARE(unitsByDay(experiment, gap), std::vector<double>(4, 100));
    }

    void thinningKeepsThePeaks()
    {
        std::vector<QPointF> points;
        for (int i = 0; i < 10'000; ++i)
            points.emplace_back(i, i == 5000 ? 100 : std::sin(i * 0.01));
        const auto kept = thinned(points, 300);
        QVERIFY(kept.size() <= 620);
        QVERIFY(std::ranges::any_of(kept, [](const QPointF& point) { return point.y() == 100; }));
        QVERIFY(std::ranges::is_sorted(kept, {}, &QPointF::x));
    }

    void aChartIsNamedBeforeItShowsSomething()
    {
        auto* view = new PlotView;
        const TitledCard card(QStringLiteral("Evidence"), {}, view);
        QCOMPARE(view->accessibleName(), QStringLiteral("Evidence"));
        view->show({.summary = QStringLiteral("Falls to 0.01")});
        QCOMPARE(view->accessibleName(), QStringLiteral("Falls to 0.01"));
    }

    void zoomMovesAndComesBack()
    {
        const Story story;
        PlotView view;
        view.resize(600, 240);
        view.show(liftPlot(story.choice));
        QVERIFY(!view.isZoomed());
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.isZoomed());
        view.show(liftPlot(story.choice)); // new data leave the view where it is
        QVERIFY(view.isZoomed());
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(!view.isZoomed());
        QVERIFY(!view.accessibleName().isEmpty());
    }

    void sixLinesOf500PointsAreQuicklyUpToDate()
    {
        Plot plot;
        plot.xHigh = 500;
        plot.yLow = -2;
        plot.yHigh = 2;
        plot.xText = plot.yText = [](double value) { return QString::number(value); };
        for (int line = 0; line < 6; ++line) {
            PlotLine& added = plot.lines.emplace_back();
            for (int i = 0; i < 500; ++i)
                added.points.emplace_back(i, std::sin(i * 0.05 + line));
        }
        PlotView view;
        view.resize(900, 300);
        view.show(plot);
        view.grab();
        QElapsedTimer timer;
        timer.start();
        view.show(plot);
        view.grab();
        qInfo("an update of 6 x 500 points and its picture: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 200); // the aim is 16 of the thread's time; a busy machine is given room
    }

    void newLinesComeOnTopAndLeaveTheOthers()
    {
        LinesModel model({QStringLiteral("When"), QStringLiteral("What")});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto line = [](const char* id) {
            return LinesModel::Line{QLatin1String(id), {QLatin1String(id), QStringLiteral("x")}, {}};
        };
        model.setLines({line("2"), line("1")});
        const QPersistentModelIndex one(model.index(1, 0));
        model.setLines({line("4"), line("3"), line("2"), line("1")});
        QCOMPARE(one.row(), 3);
        model.setLines({line("5"), line("4"), line("3"), line("2")}); // a list of the latest has an end
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(!one.isValid());
        model.setLines({line("9")});
        QCOMPARE(model.rowCount(), 1);
    }

    /// Ticks at 17.5 % and 22.5 % were once told as 18 % and 23 %.
    void theTicksOfRatesAreToldAsTheyAre()
    {
        RatesChart chart;
        chart.resize(700, 160);
        chart.show({{QStringLiteral("a"), 0.199, Interval{0.188, 0.211}, QStringLiteral("19.9 %")},
                    {QStringLiteral("b"), 0.248, Interval{0.236, 0.261}, QStringLiteral("24.8 %")}},
                   true);
        QStringList words;
        for (QGraphicsItem* item : chart.scene()->items()) {
            if (const auto* label = qgraphicsitem_cast<QGraphicsSimpleTextItem*>(item))
                words << label->text();
        }
        for (const double tick : {0.175, 0.2, 0.225, 0.25, 0.275})
            QVERIFY2(words.contains(percent(tick, 1)), qPrintable(words.join(QStringLiteral(" | "))));
        QVERIFY(words.contains(QStringLiteral("a")) && words.contains(QStringLiteral("b")));
    }
};

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"
