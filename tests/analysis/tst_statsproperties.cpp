// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/stats.h"
#include "tests/analysis/randomexperiment.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

/// Whatever the data, every number is finite or absent, and what is said of a cell agrees with its numbers.
class TestStatsProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdForRandomExperiments();
};

namespace {

bool isFinite(const std::optional<double>& x)
{
    return !x || std::isfinite(*x);
}
bool isFinite(const std::optional<Interval>& x)
{
    return !x || (std::isfinite((*x)[0]) && std::isfinite((*x)[1]) && (*x)[0] <= (*x)[1]);
}
bool isShare(const std::optional<double>& p)
{
    return !p || (*p >= 0 && *p <= 1);
}

bool excludesZero(const Interval& interval)
{
    return interval[0] > 0 || interval[1] < 0;
}

/// Nothing, or what is wrong.
QString problemOf(const VariantStats& v)
{
    if (!isShare(v.conversionRate) || !isFinite(v.meanValue) || !isFinite(v.stdDev) || v.stdDev.value_or(0) < 0 ||
        v.stdDev.has_value() != (v.sampleSize > 1))
        return QStringLiteral("variant");
    if (!isFinite(v.confidenceInterval) || v.conversionRate.has_value() != v.confidenceInterval.has_value())
        return QStringLiteral("rate interval");
    if (v.confidenceInterval &&
        ((*v.confidenceInterval)[0] > *v.conversionRate || (*v.confidenceInterval)[1] < *v.conversionRate))
        return QStringLiteral("rate outside its interval");
    return {};
}

QString problemOf(const Comparison& c, double alpha)
{
    if (!isFinite(c.estimate) || !isFinite(c.effectSize) || !isFinite(c.statistic) || !isShare(c.pValue) ||
        !isShare(c.adjustedPValue) || !isFinite(c.confidenceInterval) || !isFinite(c.effectSizeInterval))
        return QStringLiteral("not finite");
    if (c.pValue.has_value() != c.adjustedPValue.has_value() || (c.pValue && *c.adjustedPValue < *c.pValue))
        return QStringLiteral("adjusted");
    const bool significant = c.adjustedPValue && *c.adjustedPValue <= alpha;
    for (const auto& [interval, estimate] :
         {std::pair{c.confidenceInterval, c.estimate}, std::pair{c.effectSizeInterval, c.effectSize}}) {
        if (!interval)
            continue;
        if (excludesZero(*interval) != significant)
            return QStringLiteral("interval and p-value disagree");
        if (!estimate || (*interval)[0] > *estimate || (*interval)[1] < *estimate)
            return QStringLiteral("estimate outside its interval");
        if (significant && ((*interval)[0] > 0) != (*c.statistic > 0))
            return QStringLiteral("interval on the wrong side");
    }
    return {};
}

QString problemOf(const Stats& s, double alpha)
{
    for (const MetricStats& m : s.metrics) {
        for (const VariantStats& v : m.variants) {
            if (const QString problem = problemOf(v); !problem.isEmpty())
                return problem;
        }
        for (const Comparison& c : m.comparisons) {
            if (const QString problem = problemOf(c, alpha); !problem.isEmpty())
                return problem;
        }
    }
    if (!isShare(s.pValue) || !isFinite(s.effectSize) || !isShare(s.sampleRatio.pValue) ||
        !isFinite(s.sampleRatio.statistic) || !isShare(s.progress.fraction))
        return QStringLiteral("summary");
    if (s.recommendation.text.empty() || s.decision.empty())
        return QStringLiteral("nothing said");
    if (s.winner && (!s.statisticalSignificance || *s.pValue > alpha || s.decision == "invalid"))
        return QStringLiteral("winner without significance");
    if (s.statisticalSignificance && *s.pValue > alpha)
        return QStringLiteral("significant with a large p");
    if (s.decision == "ship" && (!s.winner || !s.plannedLook))
        return QStringLiteral("ship without a winner");
    if (s.recommendation.code == "ship" && s.decision != "ship")
        return QStringLiteral("recommends to ship against the decision");
    if (s.progress.smallestVariant < 100 && s.winner && s.recommendation.code == "ship")
        return QStringLiteral("ships below 100 units");
    return {};
}

} // namespace

void TestStatsProperties::holdForRandomExperiments()
{
    std::map<std::string, int> decisions;
    int winners = 0;
    int intervals = 0;
    for (unsigned seed = 1; seed <= 10000; ++seed) {
        RandomExperiment generator(seed);
        const Experiment experiment = generator.experiment();
        const Stats stats = computeStats(experiment, generator.data(experiment), dayStart(kFirstDay + 16));
        const QString problem = problemOf(stats, experiment.significanceLevel);
        QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(problem)));
        ++decisions[stats.decision];
        winners += stats.winner ? 1 : 0;
        for (const MetricStats& m : stats.metrics)
            intervals += static_cast<int>(std::ranges::count_if(
                m.comparisons, [](const Comparison& c) { return c.effectSizeInterval.has_value(); }));
    }
    // The cases are worth something: every decision occurs, and cells are not mostly empty.
    QCOMPARE(decisions.size(), 7u);
    QVERIFY(winners > 200);
    QVERIFY(intervals > 5000);
}

QTEST_APPLESS_MAIN(TestStatsProperties)
#include "tst_statsproperties.moc"
