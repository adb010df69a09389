// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/contrast.h"
#include "core/analysis/scoretest.h"
#include "core/analysis/sequence.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

#include <QFile>
#include <fstream>

using namespace xp;
using namespace xp::test;

class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invertsTheScoreTest_data();
    void invertsTheScoreTest();
    void findsTheLikeliestRateFromBesideAPole();
    void hasAnIntervalWithoutEvents();
    void addsUpEpochs();
    void mergesAndLeavesOutSmallEpochs();
    void losesNothingToCancellation();
    void testsRatiosOverUnits();
    void agreesWithTheReferenceSequence();
    void countsOnlyMaturedUnits();
};

namespace {

bool isNear(double got, double want, double relative)
{
    const bool near = std::abs(got - want) <= relative * std::abs(want);
    if (!near)
        qWarning("got %.17g, want %.17g", got, want);
    return near;
}

Moments rate(std::int64_t units, std::int64_t converted)
{
    return {.units = units, .converted = converted};
}

Contrast rates(std::int64_t xc, std::int64_t nc, std::int64_t xt, std::int64_t nt)
{
    return Contrast({{{1, rate(nc, xc), rate(nt, xt)}}, {}}, conversion("c"));
}

Moments valuesOf(const std::vector<std::pair<std::int64_t, std::int64_t>>& units)
{
    Moments moments;
    for (const auto& [count, value] : units) {
        moments += contributionOf(totalsOf(count, value));
        ++moments.units;
    }
    return moments;
}

} // namespace

void TestContrast::invertsTheScoreTest_data()
{
    QTest::addColumn<QList<qint64>>("counts");
    QTest::addColumn<double>("alpha");
    QTest::addColumn<QList<double>>("want");
    // mpmath 1.2, 40 digits: likelihood maximised under each hypothesis by bisection, roots of z -+ z_alpha by
    // bisection. (statsmodels 0.13.5 confint_proportions_2indep agrees for ratios; its rates under a difference are not
    // the likeliest.)
    QTest::newRow("plain") << QList<qint64>{45, 500, 60, 500} << 0.05
                           << QList<double>{-0.00809940500761636, 0.0686015281505592, 0.9269372882465114,
                                            1.9201529647432416};
    QTest::newRow("large") << QList<qint64>{8502, 44700, 8279, 45489} << 0.05
                           << QList<double>{-0.0132822980744788, -0.0031214439635436, 0.931109135821939,
                                            0.983365321385176};
    QTest::newRow("small") << QList<qint64>{3, 10, 9, 10} << 0.1
                           << QList<double>{0.256692424057173, 0.811743802620128, 1.5175081137121, 7.18258869314595};
    QTest::newRow("rare") << QList<qint64>{7, 90000, 1, 5000} << 0.01
                          << QList<double>{-9.11313415109848e-5, 0.00162381937135238, 0.271334192393622,
                                           24.3540413736457};
    // The search of an end comes by a difference that puts an end of the allowed rates beside the pooled one.
    QTest::newRow("by a pole") << QList<qint64>{2, 12, 1, 4} << 0.05
                               << QList<double>{-0.290877757286844, 0.572969466504208, 0.21394362516865,
                                                8.6420212436305};
    QTest::newRow("by another") << QList<qint64>{2, 13, 3, 13} << 0.05
                                << QList<double>{-0.242072764483616, 0.386475342703127, 0.345449315945058,
                                                 6.74259411766185};
}

void TestContrast::invertsTheScoreTest()
{
    QFETCH(QList<qint64>, counts);
    QFETCH(double, alpha);
    QFETCH(QList<double>, want);
    const Contrast contrast = rates(counts[0], counts[1], counts[2], counts[3]);
    const Interval difference = contrast.interval(alpha).value();
    const Interval lift = contrast.liftInterval(alpha).value();
    QVERIFY(isNear(difference[0], want[0], 1e-10));
    QVERIFY(isNear(difference[1], want[1], 1e-10));
    QVERIFY(isNear(lift[0] + 1, want[2], 1e-10));
    QVERIFY(isNear(lift[1] + 1, want[3], 1e-10));
}

void TestContrast::findsTheLikeliestRateFromBesideAPole()
{
    // The search begins at the pooled rate: of hypotheses that put an end of the allowed rates beside it.
    for (int units = 2; units <= 16; ++units) {
        for (int successes = 1; successes < 2 * units; ++successes) {
            const double treated = std::min(units, successes);
            const RateStratum s{1, double(units), successes - treated, double(units), treated};
            const double pooled = successes / (2.0 * units);
            for (const double end : {-pooled, 1 - pooled}) {
                const double beside = std::nextafter(std::nextafter(std::nextafter(end, 0), 0), 0);
                const double near = end - std::copysign(1e-9, end);
                const double z = *scoreOfDifference({&s, 1}, near);
                QVERIFY(std::abs(*scoreOfDifference({&s, 1}, beside) - z) <= 1e-6 * std::max(std::abs(z), 0.01));
            }
        }
    }
}

void TestContrast::hasAnIntervalWithoutEvents()
{
    const Contrast none = rates(0, 200, 0, 300);
    QVERIFY(!none.pValue());
    QVERIFY(!none.lift());
    const Interval interval = none.interval(0.05).value();
    // Without an event in n units the score test refutes rates from z^2 / (n + z^2) on.
    QVERIFY(isNear(interval[0], -3.841458820694124 / (200 + 3.841458820694124), 1e-9));
    QVERIFY(isNear(interval[1], 3.841458820694124 / (300 + 3.841458820694124), 1e-9));
    const Contrast all = rates(200, 200, 300, 300);
    QVERIFY(!all.pValue());
    QCOMPARE(*all.estimate(), 0.0);
    QVERIFY(all.interval(0.05).value()[0] < 0 && all.interval(0.05).value()[1] > 0);
}

void TestContrast::addsUpEpochs()
{
    // mpmath, as above
    const Strata strata{{{0.6, rate(90000, 1800), rate(10000, 200)}, {0.4, rate(50000, 2500), rate(50000, 2600)}}, {}};
    const Contrast contrast(strata, conversion("c"));
    QVERIFY(isNear(*contrast.statistic(), 0.764945051094049, 1e-9));
    const Interval difference = contrast.interval(0.05).value();
    QVERIFY(isNear(difference[0], -0.00121481635016127, 1e-9));
    QVERIFY(isNear(difference[1], 0.00293354973251571, 1e-9));
    const Interval lift = contrast.liftInterval(0.05).value();
    QVERIFY(isNear(lift[0] + 1, 0.96215429077154, 1e-6));
    QVERIFY(isNear(lift[1] + 1, 1.09189916305236, 1e-9));
}

void TestContrast::mergesAndLeavesOutSmallEpochs()
{
    const auto epoch = [](std::int32_t number, std::vector<double> split, std::int64_t control,
                          std::int64_t treatment) {
        return EpochArms{number, std::move(split), {rate(control, 0), rate(treatment, 0)}};
    };
    const std::vector<double> half{0.5, 0.5};
    const std::vector<double> tenth{0.9, 0.1};
    // The second is small and goes to the first of equal split; the third has too few and no such neighbour.
    const Cohort cohort{
        {epoch(1, half, 100, 100), epoch(2, half, 10, 10), epoch(3, tenth, 200, 29), epoch(4, half, 300, 300)}};
    const Strata strata = stratify(cohort, 0, 1);
    QCOMPARE(strata.leftOut, std::vector<std::int32_t>{3});
    QCOMPARE(strata.used.size(), 2u);
    QCOMPARE(strata.used[0].control.units, 110);
    QCOMPARE(strata.used[0].weight, 220.0 / 820);
    QCOMPARE(strata.used[1].weight, 600.0 / 820);
    // The only epoch with data is analysed however small it is.
    QCOMPARE(stratify({{epoch(1, tenth, 5, 3)}}, 0, 1).used.size(), 1u);
    // A small first epoch goes to its later neighbour.
    QCOMPARE(stratify({{epoch(1, half, 5, 3), epoch(2, half, 50, 50)}}, 0, 1).used.front().control.units, 55);
    // An epoch before the treatment existed is no part of its comparison.
    const Strata later = stratify({{epoch(1, {1, 0}, 500, 0), epoch(2, half, 50, 50)}}, 0, 1);
    QVERIFY(later.leftOut.empty());
    QCOMPARE(later.used.size(), 1u);
    QCOMPARE(later.used.front().control.units, 50);
}

void TestContrast::losesNothingToCancellation()
{
    // Values near 4e18 multiples that differ by one: sums of squares in doubles would cancel to nothing.
    const std::int64_t big = 4'000'000'000'000'000'000;
    std::vector<std::pair<std::int64_t, std::int64_t>> units;
    for (int i = 0; i < 1000; ++i)
        units.emplace_back(1, big + i % 2);
    const Metric metric = valueMetric("v", MetricKind::Sum);
    const Arm arm = armOf(valuesOf(units), metric);
    QVERIFY(isNear(arm.variance, 250.0 / 999, 1e-15));

    // Each unit's ratio is a thousand million and hardly more: parts of the variance, rounded one by one, leave -277.
    // Python's fractions.
    const Moments control = valuesOf({{3, 3000000001}, {70, 70000000000}, {11, 11000000002}, {900, 900000000005}});
    const Moments treatment = valuesOf({{5, 5000000003}, {60, 60000000001}, {17, 17000000000}, {800, 800000000009}});
    const Contrast ratios({{{1, control, treatment}}, {}}, valueMetric("m", MetricKind::Mean));
    QVERIFY(isNear(*ratios.controlError(), 0.003765157831567271e-6, 1e-14));
    QVERIFY(isNear(*ratios.standardError(), 0.00650683839034404e-6, 1e-14));
}

void TestContrast::testsRatiosOverUnits()
{
    // numpy 1.24: ratios of sums, delta method with ddof = 1
    const Moments control = valuesOf({{1, 2'000'000}, {2, 5'000'000}, {0, 0}, {3, 4'000'000}, {1, 1'000'000}});
    const Moments treatment = valuesOf({{2, 6'000'000}, {1, 4'000'000}, {4, 9'000'000}, {0, 0}});
    const Contrast contrast({{{1, control, treatment}}, {}}, valueMetric("m", MetricKind::Mean));
    QCOMPARE(contrast.testName(), "ratio_delta");
    QVERIFY(isNear(*contrast.control(), 12.0 / 7, 1e-14));
    QVERIFY(isNear(*contrast.treatment(), 19.0 / 7, 1e-14));
    QVERIFY(isNear(*contrast.standardError(), 0.5090463054107546, 1e-12));
    QVERIFY(isNear(*contrast.pValue(), 0.04947702217096019, 1e-12));
}

/// Against the published vectors: the interval's half-width in standard errors, and the p-value.
void TestContrast::agreesWithTheReferenceSequence()
{
    std::ifstream file(qEnvironmentVariable("XP_CONFORMANCE_DIR").toStdString() +
                       "/vectors/asymptotic_confidence_sequence.json");
    if (!file)
        QSKIP("skipped: no data");
    const auto vectors = nlohmann::json::parse(file);
    int compared = 0;
    for (const auto& entry : vectors["cases"]) {
        const auto& in = entry["input"];
        const auto& out = entry["expected"];
        const auto variance = [&](const char* arm) {
            return in[arm]["variance"].get<double>() / in[arm]["n"].get<double>();
        };
        const double units = in["control"]["n"].get<double>() + in["treatment"]["n"].get<double>();
        const double error = std::sqrt(variance("control") + variance("treatment"));
        const double estimate = out["estimate"].get<double>();
        const double level = in["significance_level"].get<double>();
        const Sequence sequence(level, in["tuning_sample_size"].get<double>());
        QVERIFY(isNear(2 * error * sequence.critical(units, level),
                       out["upper"].get<double>() - out["lower"].get<double>(), 1e-8));
        const double p = sequence.pValue(units, estimate / error);
        const double want = out["p_value"].get<double>();
        QVERIFY(want < 1e-300 ? p < 1e-290 : isNear(p, want, 1e-8));
        ++compared;
    }
    QVERIFY(compared > 10);
}

void TestContrast::countsOnlyMaturedUnits()
{
    Experiment e = experimentWith({{"control", 0.5}, {"b", 0.5}});
    e.metrics = {conversion("c")};
    DataBuilder data;
    for (int day = 0; day < 3; ++day)
        data.addRate({.day = kFirstDay + day}, 0, 10, 4);
    const auto window = std::optional<Duration>(std::chrono::hours(24));
    const auto at = [&](Timestamp now) { return selectCohort(e, data.build(), 0, window, now); };
    // Units of the first day have all been watched for a day only when the second day is over.
    QCOMPARE(at(dayStart(kFirstDay + 2) - Duration(2)).maturing, 30);
    QCOMPARE(at(dayStart(kFirstDay + 2) - Duration(1)).maturing, 20); // the last of them was exposed a day ago just now
    const Cohort cohort = at(dayStart(kFirstDay + 2));
    QCOMPARE(cohort.maturing, 20);
    QCOMPARE(cohort.total(0).units, 10);
    QCOMPARE(cohort.total(0).converted, 4);
    // Of a day that has matured in part the sums by day do not tell who has.
    SufficientStatistics known = data.build();
    const Timestamp noon = dayStart(kFirstDay + 2) + std::chrono::hours(12);
    const Moments three{.units = 3, .converted = 2, .count = 2};
    known.matured = MaturedPart{
        .asOf = noon, .cells = {{1, 0, 0, kFirstDay + 1, three}, {1, 0, 1, kFirstDay + 1, three}}, .covariates = {}};
    const auto with = [&](Timestamp now, const ExposureRange& days = {}) {
        return selectCohort(e, known, 0, window, now, days);
    };
    QCOMPARE(with(noon).total(0).units, 13);
    QCOMPARE(with(noon).total(0).converted, 6);
    QCOMPARE(with(noon).maturing, 17);
    QCOMPARE(with(noon - std::chrono::hours(1)).maturing, 17);  // a clock that is slow
    QCOMPARE(with(dayStart(kFirstDay + 3)).total(0).units, 20); // the day has matured as a whole
    QCOMPARE(with(noon, {.firstDay = kFirstDay, .lastDay = kFirstDay}).total(0).units, 10);
    const ExposureRange range{.firstDay = kFirstDay + 1, .lastDay = kFirstDay + 1};
    QCOMPARE(selectCohort(e, data.build(), 0, std::nullopt, dayStart(kFirstDay + 9), range).total(0).units, 10);
}

QTEST_APPLESS_MAIN(TestContrast)
#include "tst_contrast.moc"
