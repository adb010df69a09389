// SPDX-License-Identifier: Apache-2.0
#include "core/domain/histogram.h"

#include "core/domain/experiment.h"
#include "core/domain/statisticscodec.h"
#include "core/domain/wideinteger.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace xp;

class TestHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgesAreSixteenAnOctave()
    {
        for (std::int32_t octave = 0; octave <= 62; ++octave)
            QCOMPARE(histogramEdge(octave * 16), std::int64_t{1} << octave);
        QCOMPARE(histogramEdge(160 + 8), 1449); // 1024 sqrt 2 = 1448.15
        for (std::int32_t i = 1; i <= 62 * 16; ++i)
            QVERIFY(histogramEdge(i) >= histogramEdge(i - 1));
    }

    void everyValueLiesBetweenItsEdges()
    {
        for (const std::int64_t value : {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, std::int64_t{1448},
                                         std::int64_t{1449}, std::int64_t{123'456'789'012'345}}) {
            const std::int32_t bin = binOf(value);
            QVERIFY(bin > 0 && histogramEdge(bin - 1) <= value && value <= largestOf(bin));
            QCOMPARE(binOf(-value), -bin);
            QCOMPARE(binOf(largestOf(bin)), bin);
            QVERIFY(binOf(largestOf(bin) + 1) > bin);
        }
        QCOMPARE(binOf(0), 0);
        QCOMPARE(binOf(std::numeric_limits<std::int64_t>::max()), kLastBin);
    }

    void whatIsKeptComesBackToTheLastDigit()
    {
        UnitTotals large;
        large.count = 2'000'000'000;
        large.sum = {-7, -(std::int64_t{1} << 29)};
        Moments moments = contributionOf(large);
        for (int i = 0; i < 20; ++i)
            moments += moments;
        moments.units = std::int64_t{1} << 20;
        SufficientStatistics data;
        data.cells = {{1, 0, kUnitsOnly, 20000, {.units = 5}}, {1, 1, 0, 20001, moments}};
        CovariateMoments covariate = covariateContributionOf(-9007199254740992, large);
        covariate += covariate;
        data.covariates = {{1, 0, 0, 20000, true, covariate}};
        Histogram histogram;
        histogram.add(-5, moments);
        histogram.add(7, {.units = 3});
        data.histograms = Histograms{Timestamp(std::chrono::hours(5)), {{1, 0, 2, histogram}}};
        const auto back = sufficientStatisticsFromJson(toJson(data));
        QVERIFY(back);
        QCOMPARE(back->cells.size(), data.cells.size());
        QCOMPARE(back->cells[0].day, 20000);
        QCOMPARE(toWide(back->cells[1].moments.sumSquares), toWide(moments.sumSquares));
        QCOMPARE(toWide(back->cells[1].moments.cross), toWide(moments.cross));
        QCOMPARE(toWide(back->covariates[0].moments.xSum), toWide(covariate.xSum));
        QCOMPARE(toWide(back->covariates[0].moments.xConverted), toWide(covariate.xConverted));
        QCOMPARE(back->histograms->asOf, data.histograms->asOf);
        QCOMPARE(back->histograms->cells[0].histogram.bins.size(), 2u);
        QVERIFY(toJson(*back) == toJson(data)); // and again the same text
    }

    void wrongRowsAreNamed()
    {
        nlohmann::json body = toJson(SufficientStatistics{.cells = {{1, 0, 0, 20000, {.units = 5}}}});
        body["moments"]["rows"][0][7] = "12x";
        body.erase("covariates");
        const auto wrong = sufficientStatisticsFromJson(body);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().errors.size(), 2u);
        QCOMPARE(wrong.error().errors[0].field, "moments.rows[0]");
        QCOMPARE(wrong.error().errors[1].field, "covariates");
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
