// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/contrast.h"
#include "core/domain/orderstatistics.h"
#include "core/stats/distributions.h"
#include "core/stats/unitvalues.h"

#include <QTest>
#include <random>

using namespace xp;

/// What a quantile metric says from three numbers an arm, against the kernel, which has all values.
class TestQuantile : public QObject
{
    Q_OBJECT

private:
    static Metric wait(double quantile)
    {
        Metric metric{.name = "wait", .kind = MetricKind::Quantile, .resolution = 0.001};
        metric.quantile = quantile;
        return metric;
    }

    static Stratum stratumOf(std::vector<std::int64_t> control, std::vector<std::int64_t> treatment, double quantile)
    {
        Stratum stratum;
        stratum.control.units = static_cast<std::int64_t>(control.size());
        stratum.treatment.units = static_cast<std::int64_t>(treatment.size());
        stratum.quantiles = QuantilePair{orderStatisticsOf(control, quantile), orderStatisticsOf(treatment, quantile)};
        return stratum;
    }

private Q_SLOTS:
    void agreesWithTheKernel()
    {
        QCOMPARE(kOrderStatisticsZ, stats::normalTwoSidedQuantile(0.95));
        std::mt19937 random(5);
        std::lognormal_distribution<double> value(6, 1);
        for (const double q : {0.1, 0.5, 0.9, 0.99}) {
            std::vector<std::int64_t> control(2000);
            std::vector<std::int64_t> treatment(2500);
            for (std::int64_t& v : control)
                v = static_cast<std::int64_t>(value(random) * 1000);
            for (std::int64_t& v : treatment)
                v = static_cast<std::int64_t>(value(random) * 1100);
            std::vector<double> c;
            std::vector<double> t;
            for (const std::int64_t v : control)
                c.push_back(static_cast<double>(v) * 0.001);
            for (const std::int64_t v : treatment)
                t.push_back(static_cast<double>(v) * 0.001);
            const auto expected = stats::quantileEffect(c, t, q, 0.95);
            QVERIFY(expected);
            const Contrast contrast(Strata{{stratumOf(control, treatment, q)}, {}}, wait(q));
            QCOMPARE(contrast.testName(), "quantile_z");
            QCOMPARE(*contrast.control(), expected->controlQuantile);
            QCOMPARE(*contrast.estimate(), expected->estimate);
            QCOMPARE(*contrast.standardError(), expected->standardError);
            QCOMPARE(*contrast.pValue(), expected->pValue);
            QCOMPARE((*contrast.interval(0.05))[0], expected->lower);
            QCOMPARE((*contrast.interval(0.05))[1], expected->upper);
        }
    }

    void tooFewUnitsSayNothing()
    {
        const Contrast few(Strata{{stratumOf({1, 2, 3}, {4, 5, 6}, 0.9)}, {}}, wait(0.9));
        QVERIFY(!few.exists() && !few.estimate() && !few.pValue());
        Stratum withoutPass;
        withoutPass.control.units = withoutPass.treatment.units = 1000;
        QVERIFY(!Contrast(Strata{{withoutPass}, {}}, wait(0.9)).exists());
    }
};

QTEST_APPLESS_MAIN(TestQuantile)
#include "tst_quantile.moc"
