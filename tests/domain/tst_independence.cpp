// SPDX-License-Identifier: Apache-2.0
// Draws under different seeds know nothing of each other: between experiments, between admission and split, and of the
// layer. Pearson's chi-squared test of each pair of draws, and of the sum over all pairs; seeds are fixed, so that the
// numbers are the same every time.
#include "core/domain/bucketing.h"

#include <QTest>
#include <QUuid>
#include <array>
#include <cmath>
#include <functional>

using namespace xp;

namespace {

constexpr int kPairs = 200;
constexpr int kUnits = 10000;

Experiment experimentNamed(const std::string& salt, HashAlgorithm hash)
{
    Experiment e;
    e.salt = salt;
    e.hash = hash;
    e.trafficAllocation = 0.5;
    e.variants = {{"control", 0.5}, {"b", 0.3}, {"c", 0.2}};
    return e;
}

const std::string& unit(int i)
{
    static const std::vector<std::string> s_units = [] {
        std::vector<std::string> units;
        for (int n = 0; n < 2 * kUnits; ++n)
            units.push_back("user-" + std::to_string(n));
        return units;
    }();
    return s_units[static_cast<std::size_t>(i)];
}

/// Of a table of 3 x 3, four degrees of freedom; a table of fewer classes leaves rows empty.
double chiSquared(const std::array<std::array<double, 3>, 3>& table)
{
    std::array<double, 3> rows{};
    std::array<double, 3> columns{};
    double total = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            rows[i] += table[i][j];
            columns[j] += table[i][j];
            total += table[i][j];
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            const double expected = rows[i] * columns[j] / total;
            if (expected > 0)
                sum += (table[i][j] - expected) * (table[i][j] - expected) / expected;
        }
    }
    return sum;
}

using Class = std::function<std::size_t(const std::string&)>;

double chiSquared(const Class& a, const Class& b)
{
    std::array<std::array<double, 3>, 3> table{};
    for (int i = 0; i < kUnits; ++i)
        ++table[a(unit(i))][b(unit(i))];
    return chiSquared(table);
}

/// The variants of all units, in their order.
std::vector<std::size_t> splitOf(const Bucketing& bucketing)
{
    std::vector<std::size_t> variants;
    for (int i = 0; i < kUnits; ++i)
        variants.push_back(bucketing.variantOf(unit(i)));
    return variants;
}

double chiSquared(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b)
{
    std::array<std::array<double, 3>, 3> table{};
    for (std::size_t i = 0; i < a.size(); ++i)
        ++table[a[i]][b[i]];
    return chiSquared(table);
}

} // namespace

class TestIndependence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsOfTwoExperiments_data()
    {
        QTest::addColumn<int>("hash");
        for (const HashAlgorithm hash : {HashAlgorithm::Native, HashAlgorithm::GrowthbookV2, HashAlgorithm::Unleash,
                                         HashAlgorithm::Sha256Mod10000})
            QTest::newRow(std::string(toString(hash)).c_str()) << int(hash);
    }
    void splitsOfTwoExperiments()
    {
        QFETCH(int, hash);
        double sum = 0;
        double largest = 0;
        for (int pair = 0; pair < kPairs; ++pair) {
            const Bucketing a(experimentNamed("left-" + std::to_string(pair), HashAlgorithm(hash)));
            const Bucketing b(experimentNamed("right-" + std::to_string(pair), HashAlgorithm(hash)));
            const double value = chiSquared([&](const std::string& u) { return a.variantOf(u); },
                                            [&](const std::string& u) { return b.variantOf(u); });
            sum += value;
            largest = std::max(largest, value);
        }
        // 4 degrees of freedom a pair: 33.4 has p = 1e-6. The sum has mean 800 and deviation 40.
        QVERIFY2(largest < 33.4, qPrintable(QString::number(largest)));
        QVERIFY2(std::abs(sum - 4.0 * kPairs) < 5 * std::sqrt(8.0 * kPairs), qPrintable(QString::number(sum)));
    }

    /// Version 1 of GrowthBook's hash, FNV-1a(id + seed) mod 1,000, cannot pass the test above. The id is read first,
    /// so that all that a seed meets of a user is one state of 32 bits; and as neither xor nor the multiplication with
    /// an odd number carries downwards, the lowest three bits of the hash follow from those of the state. Users with
    /// one residue modulo 8 (a divisor of 1,000) under one seed share one under every seed; seeds that end alike leave
    /// even less to chance. Ours is GrowthBook's to the bucket, or a test could not move here; what is measured here is
    /// why docs/api.md says to choose it for nothing else. Everything but two tests of version 1 is independent.
    void growthbookV1IsIndependentOfAllButItself()
    {
        const auto salt = [](const char* side, int pair) {
            const QString name = QLatin1String(side) + QString::number(pair);
            return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces).toStdString();
        };
        constexpr auto kV1 = HashAlgorithm::GrowthbookV1;
        const std::vector<HashAlgorithm> others{kV1, HashAlgorithm::Native, HashAlgorithm::GrowthbookV2,
                                                HashAlgorithm::Unleash, HashAlgorithm::Sha256Mod10000};
        std::vector<double> sums(others.size(), 0.0);
        double admission = 0;
        double neighbours = 0;
        for (int pair = 0; pair < kPairs; ++pair) {
            const Bucketing left(experimentNamed(salt("left", pair), kV1));
            const std::vector<std::size_t> split = splitOf(left);
            for (std::size_t i = 0; i < others.size(); ++i)
                sums[i] += chiSquared(split, splitOf(Bucketing(experimentNamed(salt("right", pair), others[i]))));
            std::vector<std::size_t> admitted;
            for (int i = 0; i < kUnits; ++i)
                admitted.push_back(left.admits(unit(i)) ? 1 : 0);
            admission += chiSquared(split, admitted);
            const std::string seed = "checkout-" + std::to_string(pair);
            const std::string next = "checkout-" + std::to_string(pair + 1);
            neighbours += chiSquared(splitOf(Bucketing(experimentNamed(seed, kV1))),
                                     splitOf(Bucketing(experimentNamed(next, kV1))));
        }
        qInfo("chi-squared, 4 expected: %.1f over %d pairs of two version 1 tests, %.0f of neighbouring seeds",
              sums[0] / kPairs, kPairs, neighbours / kPairs);
        QVERIFY(sums[0] / kPairs > 20 && neighbours / kPairs > 500);
        for (std::size_t i = 1; i < others.size(); ++i)
            QVERIFY2(std::abs(sums[i] - 4.0 * kPairs) < 5 * std::sqrt(8.0 * kPairs),
                     qPrintable(QString::number(sums[i] / kPairs)));
        QVERIFY2(std::abs(admission - 2.0 * kPairs) < 5 * std::sqrt(4.0 * kPairs),
                 qPrintable(QString::number(admission / kPairs)));
    }

    void admissionSplitAndLayer()
    {
        double sum = 0;
        for (int pair = 0; pair < kPairs; ++pair) {
            const Bucketing bucketing(experimentNamed("seed-" + std::to_string(pair), HashAlgorithm::Native));
            const std::string layer = "layer:default:layer-" + std::to_string(pair);
            const Class split = [&](const std::string& u) { return bucketing.variantOf(u); };
            const Class admitted = [&](const std::string& u) { return std::size_t(bucketing.admits(u)); };
            const Class slice = [&](const std::string& u) {
                const Draw draw = drawUnder(layer, u);
                return std::size_t(isWithin(draw, 0.3, 0.6)) + 2 * std::size_t(isWithin(draw, 0.6, 1));
            };
            for (const double value :
                 {chiSquared(slice, split), chiSquared(slice, admitted), chiSquared(admitted, split)}) {
                QVERIFY2(value < 33.4, qPrintable(QString::number(value)));
                sum += value;
            }
        }
        // 4, 2 and 2 degrees of freedom: mean 8, variance 16 a round.
        QVERIFY2(std::abs(sum - 8.0 * kPairs) < 5 * std::sqrt(16.0 * kPairs), qPrintable(QString::number(sum)));
    }

    void moreTrafficMovesNobody_data()
    {
        splitsOfTwoExperiments_data();
        QTest::newRow("growthbook_v1") << int(HashAlgorithm::GrowthbookV1);
    }
    void moreTrafficMovesNobody()
    {
        QFETCH(int, hash);
        Experiment experiment = experimentNamed("ramp", HashAlgorithm(hash));
        std::vector<int> variants(kUnits, -1);
        int admitted = 0;
        for (const double traffic : {0.01, 0.05, 0.2, 0.5, 0.51, 0.99, 1.0}) {
            experiment.trafficAllocation = traffic;
            const Bucketing bucketing(experiment);
            admitted = 0;
            for (int i = 0; i < kUnits; ++i) {
                const bool in = bucketing.admits(unit(i));
                int& known = variants[std::size_t(i)];
                QVERIFY(in || known < 0); // once in, always in
                if (!in)
                    continue;
                const int variant = int(bucketing.variantOf(unit(i)));
                QVERIFY(known < 0 || known == variant);
                known = variant;
                ++admitted;
            }
            QVERIFY(std::abs(admitted - traffic * kUnits) < 5 * std::sqrt(kUnits * 0.25) + 1);
        }
        QCOMPARE(admitted, kUnits);
    }

    void aDrawIsWhatItsRangeSays()
    {
        int within = 0;
        for (int i = 0; i < 20000; ++i) {
            const Draw draw = drawUnder("layer:default:checkout", unit(i));
            QVERIFY(draw.bucket < draw.buckets);
            // Neighbouring slices share no unit and leave none out.
            QCOMPARE(int(isWithin(draw, 0, 0.3)) + int(isWithin(draw, 0.3, 0.6)) + int(isWithin(draw, 0.6, 1)), 1);
            within += isWithin(draw, 0.3, 0.6);
        }
        QVERIFY(std::abs(within - 6000) < 5 * std::sqrt(20000 * 0.21));
        QVERIFY(!isWithin(drawUnder("s", "u"), 0, 0));
    }
};

QTEST_APPLESS_MAIN(TestIndependence)
#include "tst_independence.moc"
