// SPDX-License-Identifier: Apache-2.0
#include "core/domain/limbs.h"
#include "core/domain/liveexperiment.h"
#include "core/domain/wideinteger.h"

#include <QTest>
#include <limits>
#include <random>

using namespace xp;

namespace {

constexpr std::int64_t kLargest = std::int64_t{1} << 62;

LiveExperiment live(std::vector<Metric> metrics)
{
    Experiment e;
    e.variants = {{"a", 0.5, {}}, {"b", 0.5, {}}};
    e.metrics = std::move(metrics);
    return LiveExperiment(e);
}

Timestamp at(int seconds)
{
    return fromMicros(1'700'000'000'000'000) + std::chrono::seconds(seconds);
}

} // namespace

class TestMoments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreWholeMultiples()
    {
        QCOMPARE(*toMultiples(0.1, 1e-6), 100000);
        QCOMPARE(*toMultiples(-2.5, 1), -3); // ties away from zero
        QCOMPARE(*toMultiples(4611686018427.388, 1e-6), kLargest);
        QVERIFY(!toMultiples(4611686018427.39, 1e-6));
        QVERIFY(!toMultiples(std::numeric_limits<double>::quiet_NaN(), 1));
        QVERIFY(!toMultiples(std::numeric_limits<double>::infinity(), 1));
    }

    /// A million of the largest values still add up exactly, and so do their squares.
    void nothingOverflows()
    {
        UnitTotals totals;
        for (int i = 0; i < 1000000; ++i)
            totals.addEvent(i % 3 == 0 ? -kLargest : kLargest);
        QVERIFY(toWide(totals.sum) == WideInteger(kLargest) * (1000000 - 2 * 333334));
        const Moments one = contributionOf(totals);
        Moments sum;
        for (int i = 0; i < 1000; ++i)
            sum += one;
        QVERIFY(toWide(sum.sumSquares) == toWide(one.sumSquares) * 1000);
        QVERIFY(toWide(sum.cross) == toWide(one.cross) * 1000);
        QCOMPARE(sum.units, 1000); // each is beyond the range, and counts as its end
        QCOMPARE(contributionOf({.count = 1, .sum = limbsOf<2>(kLargest)}).units, 0);
        QCOMPARE(contributionOf({.count = 2, .sum = limbsOf<2>(Int128(kLargest) + 1)}).units, 1);
        QCOMPARE(contributionOf({.count = std::int64_t{1} << 31, .sum = {}}).units, 1);
    }

    /// What a ratio divides by may be below zero for a unit: more was given back than taken.
    void aNegativeDenominatorCounts()
    {
        const Moments one = contributionOf({.count = -3, .sum = limbsOf<2>(5)});
        QCOMPARE(one.count, -3);
        QCOMPARE(one.converted, 0);
        QVERIFY(toWide(one.countSquares) == 9);
        QVERIFY(toWide(one.cross) == -15);
        const Moments largest = contributionOf({.count = -4'000'000'000, .sum = limbsOf<2>(-kLargest)});
        QCOMPARE(largest.count, -2147483647);
        QVERIFY(toWide(largest.cross) == WideInteger(kLargest) * 2147483647);
    }

    void differencesTakeTheOldStateBack()
    {
        std::mt19937_64 random(7);
        std::uniform_int_distribution<std::int64_t> values(-kLargest, kLargest);
        Moments moments;
        UnitTotals totals;
        for (int i = 0; i < 2000; ++i) {
            UnitTotals next = totals;
            next.addEvent(values(random));
            moments += contributionOf(next);
            moments -= contributionOf(totals);
            totals = next;
        }
        // Limbs may differ in form; the numbers may not.
        const Moments direct = contributionOf(totals);
        QVERIFY(toWide(moments.sum) == toWide(direct.sum));
        QVERIFY(toWide(moments.sumSquares) == toWide(direct.sumSquares));
        QVERIFY(toWide(moments.cross) == toWide(direct.cross));
        QCOMPARE(moments.count, direct.count);
        QCOMPARE(moments.converted, direct.converted);
        QCOMPARE(moments.units, direct.units);
    }

    void anEventCountsWithinItsWindow()
    {
        const LiveExperiment experiment = live({{.name = "m", .event = "e", .window = std::chrono::seconds(10)}});
        const auto counts = [&](int time) { return !experiment.changes({"e", 1.0, at(time)}, at(0)).empty(); };
        QVERIFY(!counts(-1));
        QVERIFY(counts(0));
        QVERIFY(counts(9));
        QVERIFY(!counts(10));
        QVERIFY(experiment.changes({"other", 1.0, at(1)}, at(0)).empty());
    }

    void nothingCountsAfterTheStop()
    {
        Experiment e;
        e.metrics = {{.name = "m", .event = "e"}};
        e.stoppedAt = at(5);
        const LiveExperiment experiment(e);
        QCOMPARE(experiment.changes({"e", 1.0, at(5)}, at(0)).size(), std::size_t(1));
        QVERIFY(experiment.changes({"e", 1.0, at(6)}, at(0)).empty());
    }

    /// Kept as a count, of which a unit holds 2^31 - 1: single values within that cannot leave 64 bits.
    void aDenominatorHasARangeOfItsOwn()
    {
        Metric ratio{.name = "per visit", .event = "spend"};
        ratio.kind = MetricKind::Ratio;
        ratio.denominator = Denominator{.event = "visit", .filter = {}, .sumsValues = true, .resolution = 0.01};
        const LiveExperiment experiment = live({ratio});
        for (const double sign : {1.0, -1.0}) {
            QVERIFY(!experiment.limitExceeded({"visit", sign * 21'474'836.47, {}}));
            const auto limit = experiment.limitExceeded({"visit", sign * 21'474'836.48, {}});
            // ... and adds nothing where it was recorded before anyone listened.
            QVERIFY(experiment.changes({"visit", sign * 21'474'836.48, {}}, {}).empty());
            QVERIFY(!experiment.changes({"visit", sign * 21'474'836.47, {}}, {}).empty());
            QVERIFY(limit && limit->most == 2147483647.0 && limit->resolution == 0.01);
            QVERIFY(!experiment.limitExceeded({"spend", sign * 21'474'836.48, {}}));
        }
    }

    void anyConversionIsKeptWithoutAPrimary()
    {
        const auto positions = [](const LiveExperiment& experiment) {
            std::vector<std::int16_t> list;
            for (const MetricChange& change : experiment.changes({"a", 2.0, at(1)}, at(0)))
                list.push_back(change.metric);
            return list;
        };
        const Metric a{.name = "a", .event = "a"};
        const Metric b{.name = "b", .event = "b"};
        Metric primary = a;
        primary.role = MetricRole::Primary;
        QCOMPARE(positions(live({a, b})), (std::vector<std::int16_t>{0, kAnyConversion}));
        QCOMPARE(positions(live({a})), std::vector<std::int16_t>{0});
        QCOMPARE(positions(live({primary, b})), std::vector<std::int16_t>{0});
    }
};

QTEST_APPLESS_MAIN(TestMoments)
#include "tst_moments.moc"
