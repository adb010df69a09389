// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/shape.h"
#include "core/domain/wideinteger.h"

#include "core/analysis/concentration.h"
#include "core/analysis/evidence.h"
#include "core/analysis/metricanalysis.h"
#include "tests/analysis/databuilder.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace xp;
using namespace xp::test;

namespace {

/// Lognormal spend of one unit in five.
std::vector<std::int64_t> spending(std::uint64_t seed, int units)
{
    std::mt19937_64 random(seed);
    std::lognormal_distribution<double> spend(3, 1.5);
    std::uniform_real_distribution<double> uniform;
    std::vector<std::int64_t> values;
    for (int i = 0; i < units; ++i)
        values.push_back(uniform(random) < 0.2 ? std::llround(spend(random) * 1e6) : 0);
    return values;
}

void add(Histogram& histogram, const Metric& metric, std::int64_t value)
{
    const UnitTotals totals = value == 0 ? UnitTotals{} : totalsOf(1, value);
    Moments moments = contributionOf(totals);
    moments.units = 1;
    histogram.add(binOf(unitValue(metric, totals)), moments);
}

double skewness(const std::vector<std::int64_t>& values)
{
    double mean = 0, second = 0, third = 0;
    const auto n = static_cast<double>(values.size());
    for (const std::int64_t v : values)
        mean += static_cast<double>(v) / n;
    for (const std::int64_t v : values) {
        const double d = static_cast<double>(v) - mean;
        second += d * d / n;
        third += d * d * d / n;
    }
    return third / std::pow(second, 1.5);
}

} // namespace

class TestShape : public QObject
{
    Q_OBJECT

    Metric m_spend = valueMetric("spend", MetricKind::Sum, MetricRole::Primary);

private Q_SLOTS:
    void skewnessAndPercentilesAreThoseOfTheValues()
    {
        auto values = spending(1, 20000);
        Histogram histogram;
        for (const std::int64_t v : values)
            add(histogram, m_spend, v);
        const double exact = skewness(values);
        QVERIFY(std::abs(skewnessOf(m_spend, histogram) / exact - 1) < 0.001);
        std::ranges::sort(values);
        QCOMPARE(percentileOf(histogram, 0.5), 0.0);
        for (const double share : {0.9, 0.99, 0.999}) {
            const auto value = static_cast<double>(values[static_cast<std::size_t>(share * 20000) - 1]);
            QVERIFY(std::abs(percentileOf(histogram, share) / value - 1) < 0.045); // one bin
        }
    }

    void cuttingIsExact()
    {
        const auto values = spending(2, 5000);
        Histogram histogram;
        for (const std::int64_t v : values)
            add(histogram, m_spend, v);
        const auto cap = capAt(histogram, 0.99);
        QVERIFY(cap);
        QVERIFY(cap->unitsCut <= 50);
        Moments direct;
        for (const std::int64_t v : values) {
            direct += contributionOf(v == 0 ? UnitTotals{} : totalsOf(1, std::min(v, cap->value)));
            ++direct.units;
        }
        const Moments cut = cappedMoments(m_spend, histogram, *cap);
        QCOMPARE(cut.units, direct.units);
        QCOMPARE(toWide(cut.sum), toWide(direct.sum));
        QCOMPARE(toWide(cut.sumSquares), toWide(direct.sumSquares));
        QCOMPARE(toWide(cut.cross), toWide(direct.cross));
        QVERIFY(!capAt(histogram, 0.5)); // the median is 0: nothing would be left
    }

    void fewUnitsThatMakeMostAreFound()
    {
        Histograms histograms;
        const auto fill = [&](int bots) {
            histograms.cells.clear();
            for (std::int16_t variant = 0; variant < 2; ++variant) {
                HistogramCell cell{.epoch = 1, .variant = variant, .metric = 0};
                for (const std::int64_t v : spending(static_cast<std::uint64_t>(20 + variant), 10000))
                    add(cell.histogram, m_spend, v);
                for (int i = 0; variant == 1 && i < bots; ++i)
                    add(cell.histogram, m_spend, 20'000'000'000 + i); // twenty thousand each
                histograms.cells.push_back(std::move(cell));
            }
        };
        fill(0);
        QVERIFY(!concentrationOf(m_spend, 0, 2, histograms)); // a heavy tail is no flood
        fill(12);
        const auto few = concentrationOf(m_spend, 0, 2, histograms);
        QVERIFY(few);
        // Beside the twelve, one or two of four thousand spenders are as far out.
        QVERIFY2(few->units >= 12 && few->units <= 16, qPrintable(QString::number(few->units)));
        QVERIFY(few->inVariant >= 12);
        QVERIFY(few->variant == 1);
        QVERIFY2(few->share > 0.4 && few->share < 0.8, qPrintable(QString::number(few->share)));
        QVERIFY(few->all > 3800 && few->all < 4300);
        QVERIFY(!concentrationOf(m_spend, 1, 2, histograms)); // of a metric without values
    }

    void aPlannedCapRulesTheReport()
    {
        Evidence evidence{.experiment = experimentWith({{"control", 0.5}, {"new", 0.5}})};
        evidence.experiment.metrics = {m_spend};
        DataBuilder builder;
        Histograms histograms{.asOf = dayStart(kFirstDay + 8)};
        for (std::int16_t variant = 0; variant < 2; ++variant) {
            HistogramCell cell{.epoch = 1, .variant = variant, .metric = 0};
            auto values = spending(static_cast<std::uint64_t>(10 + variant), 20000);
            values.front() = variant == 1 ? 1'000'000'000'000 : 0; // one whale
            for (const std::int64_t v : values) {
                builder.addUnits({.variant = variant}, 1);
                builder.addTotals({.variant = variant}, 0, v == 0 ? UnitTotals{} : totalsOf(1, v));
                add(cell.histogram, m_spend, v);
            }
            histograms.cells.push_back(std::move(cell));
        }
        evidence.data = builder.build();
        evidence.data.histograms = std::move(histograms);
        const auto metricAt = [&](std::optional<double> quantile) {
            Plan plan = defaultPlan(evidence.experiment);
            plan.metrics.front().capQuantile = quantile;
            return reportUnder(plan, evidence, dayStart(kFirstDay + 10)).planned.metrics.front();
        };
        const auto hasNote = [](const ReportMetric& metric, const char* code) {
            return std::ranges::find(metric.notes, code, &Sentence::code) != metric.notes.end();
        };
        const ReportMetric raw = metricAt(std::nullopt);
        QVERIFY(raw.skewness > 100);
        QVERIFY(raw.gate); // 100 g^2 units are far away
        QVERIFY(hasNote(raw, "cap_proposed"));
        QCOMPARE(raw.arms[0].percentiles.size(), 4u);
        const ReportMetric cut = metricAt(0.999);
        QVERIFY(cut.shape && cut.shape->cap);
        QVERIFY(cut.shape->unitsCut > 10 && cut.shape->unitsCut <= 40);
        QVERIFY(cut.skewness < 12);
        QVERIFY(!cut.gate);
        QVERIFY(hasNote(cut, "values_cut"));
        QVERIFY(std::abs(*cut.cells[0].lift) < std::abs(*raw.cells[0].lift));
        QVERIFY(cut.shape->asOf == dayStart(kFirstDay + 8));
    }
};

QTEST_APPLESS_MAIN(TestShape)
#include "tst_shape.moc"
