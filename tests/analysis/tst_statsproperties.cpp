// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/stats.h"
#include "tests/analysis/databuilder.h"

#include <QtTest>

#include <random>

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

class Generator
{
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    Experiment experiment()
    {
        Experiment e = experimentWith({{"control", 1.0}});
        const int arms = between(2, 4);
        e.variants.clear();
        for (int i = 0; i < arms; ++i)
            e.variants.push_back({.name = "v" + std::to_string(i), .allocation = 1.0 / arms});
        e.status = pick({Status::Draft, Status::Running, Status::Paused, Status::Stopped, Status::Archived});
        if (e.status >= Status::Stopped)
            e.stoppedAt = dayStart(kFirstDay + between(0, 20));
        e.imported = chance(0.2);
        e.significanceLevel = pick({0.05, 0.1, 0.01, 0.001});
        e.targetSampleSize = pick({std::int64_t{1}, std::int64_t{100}, std::int64_t{1000}, std::int64_t{1000000}});
        const int metrics = between(1, 4);
        for (int i = 0; i < metrics; ++i)
            e.metrics.push_back(metric("m" + std::to_string(i)));
        e.epochs.clear();
        const int epochs = between(1, 3);
        for (int i = 1; i <= epochs; ++i)
            e.epochs.push_back({.number = i, .startedAt = *e.startedAt, .allocations = split(e.variants.size())});
        return e;
    }

    SufficientStatistics data(const Experiment& e)
    {
        DataBuilder data;
        const std::int64_t scale = pick({std::int64_t{0}, std::int64_t{1}, std::int64_t{3}, std::int64_t{100},
                                         std::int64_t{1000}, std::int64_t{100000}});
        for (const Epoch& epoch : e.epochs) {
            for (std::size_t v = 0; v < e.variants.size(); ++v) {
                for (int day = 0; day < 2; ++day)
                    addArm(data, e,
                           {.variant = static_cast<std::int16_t>(v), .epoch = epoch.number, .day = kFirstDay + 6 * day},
                           scale);
            }
        }
        return data.build();
    }

private:
    int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    bool chance(double p) { return std::uniform_real_distribution<double>()(m_random) < p; }
    double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }
    template <typename T>
    T pick(std::initializer_list<T> values)
    {
        return values.begin()[static_cast<std::size_t>(between(0, static_cast<int>(values.size()) - 1))];
    }

    Metric metric(std::string name)
    {
        Metric m{.name = name,
                 .kind = pick({MetricKind::Conversion, MetricKind::Count, MetricKind::Sum, MetricKind::Mean}),
                 .role = pick({MetricRole::Primary, MetricRole::Secondary, MetricRole::Guardrail}),
                 .direction = pick({Direction::Increase, Direction::Decrease}),
                 .event = name,
                 .resolution = pick({1e-6, 1.0, 1e-300, 1e290})};
        if (chance(0.2))
            m.window = std::chrono::hours(between(1, 300));
        m.perUnit = chance(0.2);
        return m;
    }

    std::vector<double> split(std::size_t arms)
    {
        std::vector<double> shares(arms);
        double sum = 0;
        for (double& share : shares)
            sum += share = chance(0.1) ? 0.0 : uniform(0.01, 1);
        for (double& share : shares)
            share = sum > 0 ? share / sum : 1.0 / static_cast<double>(arms);
        return shares;
    }

    void addArm(DataBuilder& data, const Experiment& e, const DataBuilder::Place& place, std::int64_t scale)
    {
        // Mostly a split that could be by chance, so that there is something to decide.
        const Epoch& epoch = e.epochs[static_cast<std::size_t>(place.epoch - 1)];
        const double share = e.imported ? 1.0
                                        : epoch.allocations[static_cast<std::size_t>(place.variant)] *
                                              static_cast<double>(e.variants.size());
        const double expected = static_cast<double>(scale) * share;
        const auto units = static_cast<std::int64_t>(std::max(
            0.0,
            std::round(chance(0.1) ? expected * uniform(0.5, 1.5) : expected + std::sqrt(expected) * uniform(-1, 1))));
        data.addUnits(place, units);
        const double rate = pick({0.0, 1.0, 0.5, 0.1, 0.001}) * uniform(0.9, 1);
        for (std::size_t m = 0; m < e.metrics.size(); ++m)
            addMetric(data, place, static_cast<std::int16_t>(m), units, rate);
        if (keepsAnyConversion(e))
            addMetric(data, place, kAnyConversion, units, rate);
    }

    /// A few groups of equal units, so that ten thousand cases are quick.
    void addMetric(DataBuilder& data, const DataBuilder::Place& place, std::int16_t metric, std::int64_t units,
                   double rate)
    {
        std::int64_t left =
            static_cast<std::int64_t>(static_cast<double>(units) * std::min(1.0, rate * uniform(0.9, 1.1)));
        for (int group = 0; group < 4 && left > 0; ++group) {
            const std::int64_t size = group == 3 ? left : (left + 1) / 2;
            const std::int64_t value = chance(0.1)
                                           ? pick({std::int64_t{1} << 30, std::int64_t{0}, -(std::int64_t{1} << 30)})
                                           : between(-50, 1000);
            const Moments one = contributionOf(totalsOf(between(1, 5), value));
            Moments many;
            for (std::int64_t i = 0; i < 62; ++i) { // size times one, by doubling
                Moments power = one;
                if (((size >> i) & 1) == 0)
                    continue;
                for (std::int64_t j = 0; j < i; ++j)
                    power += Moments(power);
                many += power;
            }
            data.addMoments(place, metric, many);
            left -= size;
        }
    }

    std::mt19937 m_random;
};

bool isFinite(double x)
{
    return std::isfinite(x);
}
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
    if (!isShare(v.conversionRate) || !isFinite(v.meanValue) || !isFinite(v.stdDev) || v.stdDev < 0)
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
        Generator generator(seed);
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
