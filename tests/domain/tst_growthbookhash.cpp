// SPDX-License-Identifier: Apache-2.0
#include "core/domain/growthbookhash.h"

#include "core/domain/bucketing.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

using namespace xp;

namespace {

/// GrowthBook's published cases, by function; null without the file.
nlohmann::json publishedCases()
{
    QFile file(qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/conformance/growthbook/cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    return nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
}

/// A range as its file writes it: four decimals.
BucketRange rounded(BucketRange range)
{
    const auto cut = [](double value) { return std::round(value * 10000) / 10000; };
    return {cut(range.from), cut(range.to)};
}

std::vector<BucketRange> rangesOf(const nlohmann::json& json)
{
    std::vector<BucketRange> ranges;
    for (const auto& range : json)
        ranges.push_back({range.at(0).get<double>(), range.at(1).get<double>()});
    return ranges;
}

} // namespace

class TestGrowthbookHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedCasesAgree_data()
    {
        QTest::addColumn<QString>("function");
        for (const char* function : {"hash", "getBucketRange", "chooseVariation", "inNamespace", "getEqualWeights"})
            QTest::newRow(function) << QString::fromLatin1(function);
    }
    void publishedCasesAgree()
    {
        QFETCH(QString, function);
        const nlohmann::json all = publishedCases();
        if (all.is_null())
            QSKIP("skipped: no data");
        const nlohmann::json& cases = all.at(function.toStdString());
        QVERIFY(!cases.empty());
        for (const nlohmann::json& c : cases)
            QVERIFY2(agrees(function, c), c.dump().c_str());
        qInfo("%zu cases of %s", cases.size(), qPrintable(function));
    }

    /// Ids that are not ASCII: FNV-1a over UTF-16 units, as in JavaScript; over bytes they would be 5217 and 6383.
    void hashesUtf16Units()
    {
        QCOMPARE(fnv1a32("é") % 10000, 7940u);
        QCOMPARE(fnv1a32("用户42") % 10000, 666u);
        QCOMPARE(fnv1a32("a", "b"), fnv1a32("ab"));
        QCOMPARE(fnv1a32("é", "用"), fnv1a32("é用"));
    }

    /// An experiment with this hash gives a unit what GrowthBook's functions give.
    void experimentsFollow()
    {
        for (const int version : {1, 2}) {
            Experiment e;
            e.hash = version == 1 ? HashAlgorithm::GrowthbookV1 : HashAlgorithm::GrowthbookV2;
            e.salt = "my-test";
            e.trafficAllocation = 0.37;
            e.variants = {{"a", 0.2}, {"b", 0.3}, {"c", 0.5}};
            const Bucketing bucketing(e);
            const auto ranges = bucketRanges(3, 1, std::vector{0.2, 0.3, 0.5});
            for (int i = 0; i < 20000; ++i) {
                const std::string unit = (i % 2 == 0 ? "user-" : "użytkownik-") + std::to_string(i);
                QCOMPARE(bucketing.variantOf(unit),
                         chooseVariation(*growthbookHash("my-test", unit, version), ranges).value());
                QCOMPARE(bucketing.admits(unit), *growthbookHash("traffic:my-test", unit, 2) < 0.37);
            }
        }
    }

private:
    static bool agrees(const QString& function, const nlohmann::json& c)
    {
        if (function == QLatin1String("hash")) {
            const auto n = growthbookHash(c.at(0).get<std::string>(), c.at(1).get<std::string>(), c.at(2).get<int>());
            return c.at(3).is_null() ? !n : n == c.at(3).get<double>();
        }
        if (function == QLatin1String("getEqualWeights")) {
            std::vector<double> weights = equalWeights(c.at(0).get<int>());
            const auto expected = c.at(1).get<std::vector<double>>();
            return std::ranges::equal(weights, expected, [](double a, double b) { return std::abs(a - b) < 1e-8; });
        }
        if (function == QLatin1String("inNamespace")) {
            const nlohmann::json& space = c.at(2);
            return inNamespace(c.at(1).get<std::string>(), space.at(0).get<std::string>(),
                               {space.at(1).get<double>(), space.at(2).get<double>()}) == c.at(3).get<bool>();
        }
        if (function == QLatin1String("chooseVariation")) {
            const auto chosen = chooseVariation(c.at(1).get<double>(), rangesOf(c.at(2)));
            return (chosen ? static_cast<int>(*chosen) : -1) == c.at(3).get<int>();
        }
        const nlohmann::json& given = c.at(1);
        std::vector<double> weights;
        if (given.at(2).is_array())
            weights = given.at(2).get<std::vector<double>>();
        const auto ranges = bucketRanges(given.at(0).get<int>(), given.at(1).get<double>(), weights);
        return std::ranges::equal(ranges, rangesOf(c.at(2)), {}, rounded, rounded);
    }
};

QTEST_APPLESS_MAIN(TestGrowthbookHash)
#include "tst_growthbookhash.moc"
