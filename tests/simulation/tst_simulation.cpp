// SPDX-License-Identifier: Apache-2.0
// Seeded simulations of what the methods promise: error rates without an effect, coverage with one. A cell passes when
// its rate lies within the 99.9 % binomial bounds of the promise (or below them, for methods that promise at most a
// rate).
#include "core/stats/alwaysvalid.h"
#include "core/stats/cuped.h"
#include "core/stats/groupsequential.h"
#include "core/stats/proportions.h"
#include "core/stats/relativelift.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace xp::stats;

namespace {

constexpr int kRuns = 20000;
using Random = std::mt19937_64;

/// Mean and variance of n normal values, drawn from their own distributions.
Sample normalSample(Random& random, double n, double mean, double deviation)
{
    std::normal_distribution<double> normal(mean, deviation / std::sqrt(n));
    std::chi_squared_distribution<double> chi(n - 1);
    return {n, normal(random), deviation * deviation * chi(random) / (n - 1)};
}

/// Moments of n units whose value y = x + noise is correlated with a covariate x; `shift` is added to y.
CupedSample cupedSample(Random& random, int n, double shift)
{
    std::normal_distribution<double> normal;
    double y1 = 0, y2 = 0, x1 = 0, x2 = 0, xy = 0;
    for (int i = 0; i < n; ++i) {
        const double x = normal(random);
        const double y = 5 + shift + x + 0.7 * normal(random);
        y1 += y;
        y2 += y * y;
        x1 += x;
        x2 += x * x;
        xy += x * y;
    }
    const double d = n - 1;
    return {double(n), y1 / n, (y2 - y1 * y1 / n) / d, x1 / n, (x2 - x1 * x1 / n) / d, (xy - x1 * y1 / n) / d};
}

double share(std::uint64_t seed, const std::function<bool(Random&)>& happens, int runs = kRuns)
{
    Random random(seed);
    int count = 0;
    for (int i = 0; i < runs; ++i)
        count += happens(random);
    return double(count) / runs;
}

double slack(double rate, int runs = kRuns)
{
    return 3.29 * std::sqrt(rate * (1 - rate) / runs);
}

/// How often a one-sided group-sequential test stops without an effect: the score process at its information rates.
bool stopsForNothing(Random& random, const std::vector<double>& rates, const std::vector<double>& critical)
{
    std::normal_distribution<double> normal;
    double score = 0;
    double before = 0;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        score += std::sqrt(rates[k] - before) * normal(random);
        before = rates[k];
        if (score / std::sqrt(before) >= critical[k])
            return true;
    }
    return false;
}

} // namespace

class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void welchErrorRateAndCoverage_data();
    void welchErrorRateAndCoverage();
    void fiellerCoverage();
    void proportionsErrorRateAndCoverage_data();
    void proportionsErrorRateAndCoverage();
    void cupedErrorRateAndCoverage();
    void groupSequentialAtPlannedLooks();
    void groupSequentialAtMovedLooks();
    void alwaysValidUnderContinuousPeeking();
    void peekingAtAFixedTestIsCaught();
};

void SimulationTest::welchErrorRateAndCoverage_data()
{
    QTest::addColumn<double>("control");
    QTest::addColumn<double>("treatment");
    QTest::addColumn<double>("deviation"); // of the treatment; the control's is 1
    QTest::newRow("tiny, unequal variances") << 8.0 << 20.0 << 3.0;
    QTest::newRow("50/50") << 500.0 << 500.0 << 1.0;
    QTest::newRow("95/5") << 9500.0 << 500.0 << 2.0;
}

void SimulationTest::welchErrorRateAndCoverage()
{
    QFETCH(double, control);
    QFETCH(double, treatment);
    QFETCH(double, deviation);
    const double wrong = share(1, [&](Random& random) {
        return welchTTest(normalSample(random, control, 3, 1), normalSample(random, treatment, 3, deviation),
                          Alternative::TwoSided, 0.95)
                   ->pValue < 0.05;
    });
    // Welch's approximation itself is off by a few thousandths for arms of eight.
    QVERIFY2(std::abs(wrong - 0.05) < slack(0.05) + (control < 10 ? 0.003 : 0), qPrintable(QString::number(wrong)));
    const double covered = share(2, [&](Random& random) {
        const auto test = welchTTest(normalSample(random, control, 3, 1),
                                     normalSample(random, treatment, 3.2, deviation), Alternative::TwoSided, 0.95);
        return test->lower <= 0.2 && 0.2 <= test->upper;
    });
    QVERIFY2(std::abs(covered - 0.95) < slack(0.95) + (control < 10 ? 0.003 : 0), qPrintable(QString::number(covered)));
}

void SimulationTest::fiellerCoverage()
{
    // The control mean is only 5 standard errors from 0, where the delta method is asymmetric.
    const double covered = share(3, [](Random& random) {
        const auto interval =
            fiellerInterval(normalSample(random, 400, 0.5, 2), normalSample(random, 400, 0.6, 2), 0.95);
        return !interval->bounded || (interval->lower <= 0.2 && 0.2 <= interval->upper);
    });
    QVERIFY2(std::abs(covered - 0.95) < slack(0.95) + 0.002, qPrintable(QString::number(covered)));
}

void SimulationTest::proportionsErrorRateAndCoverage_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("units");
    QTest::newRow("0.1 %") << 0.001 << 100000;
    QTest::newRow("2 %") << 0.02 << 5000;
    QTest::newRow("50 %") << 0.5 << 1000;
}

void SimulationTest::proportionsErrorRateAndCoverage()
{
    QFETCH(double, rate);
    QFETCH(int, units);
    std::binomial_distribution<int> control(units, rate);
    std::binomial_distribution<int> better(units, rate * 1.1);
    const double n = units;
    const double wrong = share(4, [&](Random& random) {
        const auto test =
            twoProportionZTest({n, double(control(random))}, {n, double(control(random))}, Alternative::TwoSided, true);
        return test->pValue < 0.05;
    });
    QVERIFY2(std::abs(wrong - 0.05) < slack(0.05) + 0.002, qPrintable(QString::number(wrong))); // counts are discrete
    const double covered = share(5, [&](Random& random) {
        const auto interval = proportionDifferenceInterval({n, double(control(random))}, {n, double(better(random))},
                                                           0.95, DifferenceMethod::Newcombe);
        return interval->lower <= 0.1 * rate && 0.1 * rate <= interval->upper;
    });
    QVERIFY2(std::abs(covered - 0.95) < slack(0.95) + 0.002, qPrintable(QString::number(covered)));
}

void SimulationTest::cupedErrorRateAndCoverage()
{
    constexpr int kFewer = 4000;
    double narrower = 0;
    const double covered = share(
        6,
        [&](Random& random) {
            const auto test = cuped(cupedSample(random, 150, 0), cupedSample(random, 300, 0.3), 0.95);
            narrower += test->test.standardError;
            return test->test.lower <= 0.3 && 0.3 <= test->test.upper;
        },
        kFewer);
    QVERIFY2(std::abs(covered - 0.95) < slack(0.95, kFewer), qPrintable(QString::number(covered)));
    // It is worth its trouble: the noise of 0.7 is left, the covariate's 1 is gone.
    QVERIFY(std::abs(narrower / kFewer - 0.7 * std::sqrt(1.0 / 150 + 1.0 / 300)) < 0.001);
}

void SimulationTest::groupSequentialAtPlannedLooks()
{
    const std::vector<double> rates{0.2, 0.4, 0.6, 0.8, 1.0};
    for (const Spending family : {Spending::OBrienFleming, Spending::Pocock}) {
        const auto bounds = groupSequentialBounds(rates, 0.025, {family});
        const double wrong =
            share(7, [&](Random& random) { return stopsForNothing(random, rates, bounds->criticalValues); });
        QVERIFY2(std::abs(wrong - 0.025) < slack(0.025), qPrintable(QString::number(wrong)));
    }
}

void SimulationTest::groupSequentialAtMovedLooks()
{
    // Looks come up to 20 % of a step early or late; the bounds are spent again for the information that there is.
    constexpr int kFewer = 4000;
    const double wrong = share(
        8,
        [](Random& random) {
            std::uniform_real_distribution<double> moved(-0.2, 0.2);
            std::vector<double> rates;
            for (int k = 1; k < 5; ++k)
                rates.push_back((k + moved(random)) / 5);
            rates.push_back(1);
            const auto bounds = groupSequentialBounds(rates, 0.05, {Spending::Pocock});
            return stopsForNothing(random, rates, bounds->criticalValues);
        },
        kFewer);
    QVERIFY2(std::abs(wrong - 0.05) < slack(0.05, kFewer), qPrintable(QString::number(wrong)));
}

namespace {

/// Whether a look after each of 200 batches ever rejects without an effect.
bool everRejects(Random& random, const std::function<bool(const Sample&, const Sample&)>& rejects)
{
    std::normal_distribution<double> normal;
    constexpr double kBatch = 50;
    double control = 0, treatment = 0, n = 0;
    for (int look = 0; look < 200; ++look) {
        n += kBatch;
        control += std::sqrt(kBatch) * normal(random);
        treatment += std::sqrt(kBatch) * normal(random);
        if (rejects({n, control / n, 1}, {n, treatment / n, 1}))
            return true;
    }
    return false;
}

} // namespace

void SimulationTest::alwaysValidUnderContinuousPeeking()
{
    constexpr int kFewer = 5000;
    const double sequence = share(
        9,
        [](Random& random) {
            return everRejects(random, [](const Sample& c, const Sample& t) {
                return asymptoticConfidenceSequence(c, t, 0.05, 5000)->pValue < 0.05;
            });
        },
        kFewer);
    QVERIFY2(sequence < 0.05 + slack(0.05, kFewer), qPrintable(QString::number(sequence)));
    QVERIFY(sequence > 0.005); // and it is no test that never rejects
    const double mixture = share(
        10,
        [](Random& random) {
            return everRejects(random, [](const Sample& c, const Sample& t) {
                return *mixtureSprt(t.mean - c.mean, std::sqrt(2 / c.n), 0.05) < 0.05;
            });
        },
        kFewer);
    QVERIFY2(mixture < 0.05 + slack(0.05, kFewer), qPrintable(QString::number(mixture)));
    QVERIFY(mixture > 0.005);
}

void SimulationTest::peekingAtAFixedTestIsCaught()
{
    // The same harness finds what the sequences are for: 200 looks at a fixed test.
    const double wrong = share(
        11,
        [](Random& random) {
            return everRejects(random, [](const Sample& c, const Sample& t) {
                return welchTTest(c, t, Alternative::TwoSided, 0.95)->pValue < 0.05;
            });
        },
        1000);
    QVERIFY2(wrong > 0.3, qPrintable(QString::number(wrong)));
}

QTEST_APPLESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
