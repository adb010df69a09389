// SPDX-License-Identifier: Apache-2.0
// Where naive formulas fail: far tails, huge samples, tiny rates, looks close together. Expected numbers are closed
// forms.
#include "core/stats/bayesproportions.h"
#include "core/stats/cupedestimates.h"
#include "core/stats/distributions.h"
#include "core/stats/fisherexact.h"
#include "core/stats/groupsequential.h"
#include "core/stats/multiplicity.h"
#include "core/stats/noncentralt.h"
#include "core/stats/proportions.h"
#include "core/stats/relativeeffect.h"
#include "core/stats/relativelift.h"

#include <QTest>

#include <array>
#include <cmath>
#include <ctime>
#include <numeric>

using namespace xp::stats;

namespace {
bool near(double got, double want, double relative)
{
    return std::abs(got - want) <= relative * std::abs(want);
}
} // namespace

class ExtremesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalTailsKeepTheirPrecision();
    void studentTailOfOneDegreeIsCauchy();
    void studentQuantilesUndoTheirTails();
    void tinyRatesOfHugeSamples();
    void differenceOfNearlyEqualRates();
    void exactTestOfRatesZeroAndOne();
    void fiellerExcludesZeroExactlyWhenTheTestRejects();
    void fiellerKeepsItsDigitsBesideALargeSharedPart();
    void whatRoundingLeavesOfAVarianceIsNone();
    void posteriorsOfArmsWithoutUnits();
    void boundsSpendWhatTheyMay();
    void boundsAreFiniteForAnyAlpha();
    void twentyLooksCloseTogether();
    void twentyLooksWithFutilityTakeMilliseconds();
    void noncentralTailWithoutNoncentralityIsStudents();
};

void ExtremesTest::normalTailsKeepTheirPrecision()
{
    // log P(Z > z) = log phi(z) - log z - 1/z^2 + 5/(2 z^4) - ..., here at 1000 where only the first terms are left.
    const double asymptotic = -5e5 - 0.5 * std::log(2 * M_PI) - std::log(1000.0) - 1e-6;
    QVERIFY(near(normalLogTail(1000), asymptotic, 1e-14));
    for (const double z : {-30.0, -3.0, -0.1, 0.0, 0.5, 4.0, 20.0, 37.0, 60.0, 1e4})
        QVERIFY(std::abs(normalUpperQuantileOfLog(normalLogTail(z)) - z) < 1e-9 * (1 + std::abs(z)));
    QVERIFY(near(normalTail(37), 5.725571222524577e-300, 1e-12)); // mpmath 1.2.1, 40 digits
}

void ExtremesTest::studentTailOfOneDegreeIsCauchy()
{
    for (const double t : {1e-3, 1.0, 1e6, 1e100})
        QVERIFY(near(studentTail(t, 1), std::atan(1 / t) / M_PI, 1e-13));
    // Two degrees of freedom: 1/2 - t / (2 sqrt(2 + t^2)) = 1 / (sqrt(2 + t^2) (sqrt(2 + t^2) + t)).
    for (const double t : {1e-3, 1.0, 1e6, 1e120}) {
        const double root = std::hypot(std::sqrt(2.0), t);
        QVERIFY(near(studentTail(t, 2), 1 / root / (root + t), 1e-13));
    }
}

void ExtremesTest::studentQuantilesUndoTheirTails()
{
    // On both sides of where the expansion in 1 / df takes over, which the tails know nothing of.
    for (const double degrees : {1.5, 30.0, 300.0, 900.0, 1100.0, 5000.0, 1e6, 1e12}) {
        for (const double tail : {1e-30, 1e-9, 1e-4, 0.005, 0.025, 0.1, 0.3, 0.499, 0.7, 0.975})
            QVERIFY(near(studentTail(studentUpperQuantile(tail, degrees), degrees), tail, 2e-13));
        for (const double confidence : {1e-6, 0.2, 0.5, 0.95, 0.999})
            QVERIFY(near(1 - 2 * studentTail(studentTwoSidedQuantile(confidence, degrees), degrees), confidence, 1e-9));
    }
}

void ExtremesTest::tinyRatesOfHugeSamples()
{
    // No success in n: the upper end is 1 - (tail)^(1/n); one success: solves (1-p)^n + n p (1-p)^(n-1) = tail, with
    // n p -> 5.571643390938 (half of the chi-squared quantile with 4 degrees of freedom) for large n.
    const auto none = proportionInterval({1e12, 0}, 0.95, ProportionMethod::ClopperPearson);
    QVERIFY(none && none->lower == 0 && near(none->upper, -std::log(0.025) / 1e12, 1e-11));
    const auto one = proportionInterval({1e12, 1}, 0.95, ProportionMethod::ClopperPearson);
    QVERIFY(one && near(one->upper * 1e12, 5.571643390938, 1e-11));
    QVERIFY(near(one->lower * 1e12, -std::log(0.975), 1e-11));
    const auto wilson = proportionInterval({1e12, 0}, 0.95, ProportionMethod::Wilson);
    QVERIFY(wilson && wilson->lower == 0 && wilson->upper > 0);
}

void ExtremesTest::differenceOfNearlyEqualRates()
{
    // The rates differ by 1 / (n (n + 1)), far below the rounding of either.
    const double n = 1e9;
    const auto interval = proportionDifferenceInterval({n + 1, n / 2}, {n, n / 2}, 0.95, DifferenceMethod::Wald);
    QVERIFY(interval && near(interval->estimate, 0.5 / (n + 1), 1e-12));
}

void ExtremesTest::exactTestOfRatesZeroAndOne()
{
    // All of 10 against none of 10: one table in choose(20, 10).
    const auto greater = fisherExactTest({10, 0}, {10, 10}, Alternative::Greater);
    QVERIFY(greater && near(*greater, 1.0 / 184756, 1e-12));
    const auto two = fisherExactTest({10, 0}, {10, 10}, Alternative::TwoSided);
    QVERIFY(two && near(*two, 2.0 / 184756, 1e-12));
    const auto equal = fisherExactTest({7, 0}, {9, 0}, Alternative::TwoSided);
    QVERIFY(equal && *equal == 1);
}

void ExtremesTest::fiellerExcludesZeroExactlyWhenTheTestRejects()
{
    for (int i = -400; i <= 400; ++i) {
        const double treatment = 10 + 0.01 * i;
        const EstimatePair pair{.control = 10,
                                .treatment = treatment,
                                .difference = treatment - 10,
                                .controlVariance = 0.3,
                                .treatmentVariance = 0.5,
                                .sharedVariance = 0.1};
        const double z = std::abs(treatment - 10) / std::sqrt(0.4 + 0.6 - 0.2);
        const auto interval = fiellerAt(pair, 1.96);
        QVERIFY(interval && interval->bounded);
        QCOMPARE(interval->lower > 0 || interval->upper<0, z> 1.96);
    }
    QVERIFY(!fiellerAt(independentPair(1, 5, 0.4, 0.6), 1.96)->bounded); // the control may be 0
}

void ExtremesTest::fiellerKeepsItsDigitsBesideALargeSharedPart()
{
    // Own parts of 1e-17 and 3e-17 beside a shared one of 0.01: of doubles of the whole variances nothing would be
    // left.
    const EstimatePair pair{.control = 1,
                            .treatment = 1 + 2e-9,
                            .difference = 2e-9,
                            .controlVariance = 1e-17,
                            .treatmentVariance = 3e-17,
                            .sharedVariance = 0.01,
                            .controlShared = 1e-11,
                            .treatmentShared = -2e-11};
    const double critical = 1.96;
    const auto interval = fiellerAt(pair, critical);
    QVERIFY(interval && interval->bounded);
    for (const double lift : {interval->lower, interval->upper}) {
        // (d - L c)^2 = k^2 (B + (1 + L)^2 A + L^2 V - 2 L (cov of B - (1 + L) cov of A)), in long doubles.
        const long double L = lift;
        const long double variance =
            3e-17L + (1 + L) * (1 + L) * 1e-17L + L * L * 0.01L - 2 * L * (-2e-11L - (1 + L) * 1e-11L);
        const long double distance = std::abs(2e-9L - L);
        QVERIFY2(std::abs(distance / std::sqrt(variance) / critical - 1) < 1e-12L, qPrintable(QString::number(lift)));
        QVERIFY(near(pair.varianceAtLift(lift), static_cast<double>(variance), 1e-12));
    }
    QVERIFY(interval->lower < 2e-9 && 2e-9 < interval->upper);
}

void ExtremesTest::whatRoundingLeavesOfAVarianceIsNone()
{
    // An arm whose units are all alike, but for the last bit of a covariance: it has an interval for all that.
    const CupedSample control{.n = 50, .mean = 2, .variance = 1, .covariateMean = 1};
    const CupedSample treatment{.n = 50, .mean = 4, .covariateMean = 1, .covariance = 1e-17};
    const EstimatePair pair = cupedEstimatesAt(control, treatment, 1e-12);
    QCOMPARE(pair.wholeTreatmentVariance(), 0.0);
    // Nor of a control whose parts cancel but for rounding.
    const double below = std::nextafter(0.5, 1);
    QVERIFY(fiellerAt({.control = 2,
                       .treatment = 4,
                       .difference = 2,
                       .controlVariance = 0.5,
                       .treatmentVariance = 0.1,
                       .sharedVariance = 0.5,
                       .controlShared = -below,
                       .treatmentShared = 0},
                      2));
    const auto interval = fiellerAt(pair, 2);
    QVERIFY(interval && interval->bounded);
    QVERIFY(near(interval->lower, 4 / (2 + 2 * std::sqrt(0.02)) - 1, 1e-12));
}

void ExtremesTest::posteriorsOfArmsWithoutUnits()
{
    const std::vector<Proportion> arms(10, Proportion{0, 0});
    for (const BetaPrior prior : {BetaPrior{1, 1}, BetaPrior{0.01, 0.01}, BetaPrior{0.001, 300}, BetaPrior{1e9, 1e3}}) {
        const auto best = probabilityBest(arms, prior);
        QVERIFY(best.has_value());
        for (const double probability : *best)
            QVERIFY(near(probability, 0.1, 1e-9));
        const auto comparison = betaBinomialComparison(arms[0], arms[1], prior);
        QVERIFY(comparison && near(comparison->probabilityTreatmentBetter, 0.5, 1e-9));
        QVERIFY(near(comparison->expectedLossControl, comparison->expectedLossTreatment, 1e-9));
    }
}

void ExtremesTest::boundsSpendWhatTheyMay()
{
    // The stopping probabilities without an effect are the increments of alpha: the recursion read backwards.
    const std::vector<double> rates{0.1, 0.11, 0.4, 0.75, 1.0};
    for (const Spending family :
         {Spending::OBrienFleming, Spending::Pocock, Spending::KimDeMets, Spending::HwangShihDeCani}) {
        const auto bounds = groupSequentialBounds(rates, 0.025, {family, 2});
        QVERIFY(bounds.has_value());
        const auto stops = stoppingProbabilities(rates, bounds->criticalValues, {}, 0);
        QVERIFY(stops.has_value());
        double spent = 0;
        for (std::size_t k = 0; k < rates.size(); ++k) {
            spent += stops->efficacy[k];
            QVERIFY(near(spent, bounds->cumulativeAlpha[k], 1e-9));
        }
    }
}

void ExtremesTest::boundsAreFiniteForAnyAlpha()
{
    const std::vector<double> rates{1e-9, 1e-6, 1e-3, 0.5, 0.500000000001, 1};
    for (const double alpha : {1e-300, 1e-6, 0.025}) {
        for (const SpendingFunction& spending :
             {SpendingFunction{Spending::OBrienFleming}, SpendingFunction{Spending::Pocock},
              SpendingFunction{Spending::KimDeMets, 30}, SpendingFunction{Spending::HwangShihDeCani, -700},
              SpendingFunction{Spending::HwangShihDeCani, 60}}) {
            const auto bounds = groupSequentialBounds(rates, alpha, spending);
            QVERIFY(bounds.has_value());
            for (const double bound : bounds->criticalValues)
                QVERIFY(std::isfinite(bound));
        }
    }
    // One look is the fixed test.
    const auto one = groupSequentialBounds(std::array{1.0}, 1e-300, {});
    QVERIFY(one && near(one->criticalValues[0], normalUpperQuantile(1e-300), 1e-12));
}

void ExtremesTest::twentyLooksCloseTogether()
{
    std::vector<double> rates;
    for (int i = 0; i < 20; ++i)
        rates.push_back(1 - 1e-6 * (19 - i));
    const auto bounds = groupSequentialBounds(rates, 0.025, {Spending::OBrienFleming});
    QVERIFY(bounds.has_value());
    const auto stops = stoppingProbabilities(rates, bounds->criticalValues, {}, 0);
    QVERIFY(near(std::accumulate(stops->efficacy.begin(), stops->efficacy.end(), 0.0), 0.025, 1e-9));
    // Hardly anything happens between looks this close: the first bound is nearly the fixed test's.
    QVERIFY(std::abs(bounds->criticalValues.front() - normalUpperQuantile(0.025)) < 1e-3);
}

/// 20 ms are allowed, of the processor's own time; more than that here, for builds and machines that are slow. In any
/// build the drift costs no more than a few times what the bounds alone do.
void ExtremesTest::twentyLooksWithFutilityTakeMilliseconds()
{
    std::vector<double> rates(20);
    std::iota(rates.begin(), rates.end(), 1.0);
    for (double& rate : rates)
        rate /= 20;
    const auto fastest = [](const auto& compute) {
        double best = 1e9;
        for (int i = 0; i < 7; ++i) {
            const std::clock_t start = std::clock();
            compute();
            best = std::min(best, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        }
        return best;
    };
    const double bounds = fastest([&] { (void)groupSequentialBounds(rates, 0.025, {Spending::OBrienFleming}); });
    const double futility = fastest(
        [&] { (void)groupSequentialFutility(rates, 0.025, 0.1, {Spending::OBrienFleming}, {Spending::Pocock}); });
    qInfo("bounds %.1f ms, with futility %.1f ms", bounds, futility);
    QVERIFY(futility < 8 * bounds);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY(futility < 100);
#endif
}

void ExtremesTest::noncentralTailWithoutNoncentralityIsStudents()
{
    for (const double degrees : {0.5, 1.0, 2.0, 7.5, 100.0, 1e6, 1e12}) {
        for (const double t : {0.0, 0.3, 2.0, 8.0, 30.0})
            QVERIFY(std::abs(noncentralStudentTail(t, degrees, 0) - studentTail(t, degrees)) < 1e-11);
    }
}

QTEST_APPLESS_MAIN(ExtremesTest)
#include "tst_extremes.moc"
