// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/segments.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

class TestSegments : public QObject
{
    Q_OBJECT

    static Segment segment(const std::string& value, std::int64_t units, std::int64_t control, std::int64_t treatment)
    {
        const auto arm = [&](std::int16_t variant, std::int64_t converted) {
            BreakdownCell cell{.epoch = 1, .variant = variant};
            UnitTotals one;
            one.addEvent(1);
            for (std::int64_t i = 0; i < converted; ++i)
                cell.moments += contributionOf(one);
            cell.moments.units = units;
            return cell;
        };
        return {value, {arm(0, control), arm(1, treatment)}};
    }

    static const SegmentCell& cellOf(const SegmentBreakdown& breakdown, const std::string& segment)
    {
        return *std::ranges::find(breakdown.cells, segment, &SegmentCell::segment);
    }

private Q_SLOTS:
    void anEffectInOneSegmentOnly()
    {
        const Experiment experiment = runningExperiment();
        const SegmentStatistics statistics{.attribute = "country",
                                           .asOf = at(kStart),
                                           .segments = {segment("NP", 1000, 100, 200), segment("DE", 1000, 100, 100),
                                                        segment("FR", 1000, 100, 108), segment("tiny", 20, 1, 15)},
                                           .unitsOfOthers = 3,
                                           .unitsWithoutAny = 4};
        const SegmentBreakdown breakdown = breakdownOf(experiment, 0.05, statistics);
        QCOMPARE(breakdown.cells.size(), std::size_t(4));
        QCOMPARE(breakdown.unitsWithoutAny, std::int64_t(4));
        QVERIFY(cellOf(breakdown, "NP").word == Word::Better);
        QCOMPARE(*cellOf(breakdown, "NP").lift, 1.0);
        QVERIFY(cellOf(breakdown, "NP").interval->excludesZero());
        // Too few units for a test, however striking: neither word nor p-value.
        QVERIFY(cellOf(breakdown, "tiny").word == Word::TooEarly);
        QVERIFY(!cellOf(breakdown, "tiny").pValue);
        QVERIFY(cellOf(breakdown, "DE").word == Word::Undecided);
        // Corrected over the breakdown: at least as large as alone.
        QVERIFY(*cellOf(breakdown, "FR").adjustedPValue > *cellOf(breakdown, "FR").pValue);
        // By hand: 0.1, 0 and 0.008 with variances (0.1 0.9 + 0.2 0.8) / 1000, 0.18 / 1000, (0.09 + 0.108 0.892) /
        // 1000.
        QCOMPARE(breakdown.heterogeneity.size(), std::size_t(1));
        const Heterogeneity& h = breakdown.heterogeneity.front();
        QCOMPARE(h.degreesOfFreedom, std::int64_t(2));
        const std::array<double, 3> effects{0.1, 0, 0.008};
        const std::array<double, 3> variances{0.25 / 1000, 0.18 / 1000, (0.09 + 0.108 * 0.892) / 1000};
        double weights = 0, weighted = 0, q = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            weights += 1 / variances[i];
            weighted += effects[i] / variances[i];
        }
        for (std::size_t i = 0; i < 3; ++i)
            q += (effects[i] - weighted / weights) * (effects[i] - weighted / weights) / variances[i];
        QVERIFY(std::abs(h.statistic / q - 1) < 1e-9);
        QVERIFY(std::abs(h.pValue / std::exp(-q / 2) - 1) < 1e-9); // chi-squared of two degrees
    }

    void noEffectAnywhereIsCalledSeldom()
    {
        const Experiment experiment = runningExperiment();
        SegmentStatistics statistics{.attribute = "country", .asOf = at(kStart)};
        for (int i = 0; i < 20; ++i)
            statistics.segments.push_back(segment(std::to_string(i), 1000, 100, 100 + (i == 7 ? 28 : i % 3)));
        const SegmentBreakdown breakdown = breakdownOf(experiment, 0.05, statistics);
        QVERIFY(*cellOf(breakdown, "7").pValue < 0.05); // alone it would be significant
        QVERIFY(cellOf(breakdown, "7").word == Word::Undecided);
        QVERIFY(!cellOf(breakdown, "7").interval->excludesZero());
    }

    void aSegmentSplitOtherwiseIsUnusable()
    {
        const Experiment experiment = runningExperiment();
        SegmentStatistics statistics{.attribute = "browser", .asOf = at(kStart)};
        statistics.segments = {segment("one", 1000, 100, 200), segment("other", 1000, 100, 200)};
        for (BreakdownCell& cell : statistics.segments[1].cells) {
            if (cell.variant == 1)
                cell.moments.units -= 250; // lost after they were assigned
        }
        const SegmentBreakdown breakdown = breakdownOf(experiment, 0.05, statistics);
        QCOMPARE(breakdown.splits.size(), std::size_t(2));
        QVERIFY(!breakdown.splits[0].balance.mismatch && breakdown.splits[1].balance.mismatch);
        QVERIFY((breakdown.splits[1].balance.observed == std::vector<double>{1000, 750}));
        QVERIFY((breakdown.splits[1].balance.expected == std::vector<double>{875, 875}));
        QVERIFY(cellOf(breakdown, "one").word == Word::Better);
        QVERIFY(cellOf(breakdown, "other").word == Word::Unusable);
    }

    void nothingToBreakDown()
    {
        const SegmentBreakdown breakdown =
            breakdownOf(runningExperiment(), 0.05, {.attribute = "country", .asOf = at(kStart), .unitsWithoutAny = 9});
        QVERIFY(breakdown.cells.empty() && breakdown.heterogeneity.empty());
        QCOMPARE(breakdown.unitsWithoutAny, std::int64_t(9));
    }
};

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
