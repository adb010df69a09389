// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/report.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

#include <random>

using namespace xp;
using namespace xp::test;

/// Experiments simulated from their first unit to their end, read by the report at every look: how often it is wrong.
/// Seeded; the bounds are those of a binomial count at three standard deviations.
class TestErrorRates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepTheLevel_data();
    void keepTheLevel();
    void coverTheTruth();
    void findAnEffect();
};

namespace {

struct Outcome
{
    bool called = false;   ///< better or worse at any look
    bool missed = false;   ///< an interval without the truth at any look
    bool finished = false; ///< called better
};

class Simulation
{
public:
    Simulation(Method method, int looks, std::int64_t unitsPerLook, double rate, double treatedRate)
        : m_looks(looks), m_unitsPerLook(unitsPerLook), m_rates{rate, treatedRate}
    {
        m_experiment.metrics = {conversion("order", MetricRole::Primary)};
        m_plan = defaultPlan(m_experiment);
        m_plan.method = method;
        m_plan.unitsPerVariant = looks * unitsPerLook;
        m_plan.looks = evenLooks(looks);
        m_plan.spending = SpendingKind::Pocock;
    }

    Outcome run(std::mt19937& random) const
    {
        Outcome outcome;
        ReportHistory history;
        std::array<Moments, 2> arms{};
        for (int look = 1; look <= m_looks; ++look) {
            DataBuilder data;
            for (std::int16_t v = 0; v < 2; ++v) {
                Moments& arm = arms[static_cast<std::size_t>(v)];
                std::binomial_distribution<std::int64_t> draw(m_unitsPerLook, m_rates[static_cast<std::size_t>(v)]);
                arm.converted += draw(random);
                arm.units += m_unitsPerLook;
                data.addUnits({.variant = v}, arm.units);
                data.addMoments({.variant = v}, 0, {.converted = arm.converted});
            }
            const SufficientStatistics built = data.build();
            const Report report = computeReport(
                {m_experiment, built, m_plan, m_plan, history, dayStart(kFirstDay + 10 + look), {.briefly = true}});
            history = report.history;
            add(outcome, report.planned.metrics[0].cells[0]);
        }
        return outcome;
    }

    int count(int runs, bool Outcome::*what) const
    {
        std::mt19937 random(20261124);
        int found = 0;
        for (int i = 0; i < runs; ++i)
            found += run(random).*what ? 1 : 0;
        return found;
    }

private:
    void add(Outcome& outcome, const ReportCell& cell) const
    {
        const double truth = m_rates[1] - m_rates[0];
        outcome.called = outcome.called || cell.word == Word::Better || cell.word == Word::Worse;
        outcome.finished = outcome.finished || cell.word == Word::Better;
        outcome.missed =
            outcome.missed || (cell.interval && (*cell.interval->lower > truth || *cell.interval->upper < truth));
    }

    Experiment m_experiment = experimentWith({{"control", 0.5}, {"b", 0.5}});
    Plan m_plan;
    int m_looks;
    std::int64_t m_unitsPerLook;
    std::array<double, 2> m_rates;
};

constexpr int kRuns = 2000;

/// Whether a count of `kRuns` is compatible with a chance between `low` and `high`.
bool isBetween(int count, double low, double high)
{
    const auto slack = [](double p) { return 3 * std::sqrt(kRuns * p * (1 - p)); };
    const bool between = count >= kRuns * low - slack(low) && count <= kRuns * high + slack(high);
    if (!between)
        qWarning("%d of %d", count, kRuns);
    return between;
}

} // namespace

void TestErrorRates::keepTheLevel_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<int>("looks");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("fixed, watched all the time") << static_cast<int>(Method::Fixed) << 8 << 0.04 << 0.05;
    QTest::newRow("group-sequential") << static_cast<int>(Method::GroupSequential) << 2 << 0.04 << 0.05;
    QTest::newRow("always valid") << static_cast<int>(Method::AlwaysValid) << 16 << 0.0 << 0.05;
}

void TestErrorRates::keepTheLevel()
{
    QFETCH(int, method);
    QFETCH(int, looks);
    QFETCH(double, low);
    QFETCH(double, high);
    const Simulation simulation(static_cast<Method>(method), looks, 500, 0.2, 0.2);
    QVERIFY(isBetween(simulation.count(kRuns, &Outcome::called), low, high));
}

void TestErrorRates::coverTheTruth()
{
    // At every look at once; a single fixed look would miss at 16 looks several times as often.
    QVERIFY(isBetween(Simulation(Method::AlwaysValid, 16, 500, 0.2, 0.24).count(kRuns, &Outcome::missed), 0, 0.05));
    QVERIFY(
        isBetween(Simulation(Method::GroupSequential, 2, 2000, 0.2, 0.24).count(kRuns, &Outcome::missed), 0.035, 0.05));
    QVERIFY(isBetween(Simulation(Method::Fixed, 1, 4000, 0.02, 0.03).count(kRuns, &Outcome::missed), 0.05, 0.05));
}

void TestErrorRates::findAnEffect()
{
    // 20 against 23 % of 4,000 units: a single look has a power of 0.90.
    QVERIFY(isBetween(Simulation(Method::Fixed, 1, 4000, 0.2, 0.23).count(kRuns, &Outcome::finished), 0.9, 0.915));
    QVERIFY(isBetween(Simulation(Method::GroupSequential, 2, 2000, 0.2, 0.23).count(kRuns, &Outcome::finished), 0.86,
                      0.91));
    QVERIFY(isBetween(Simulation(Method::AlwaysValid, 8, 500, 0.2, 0.23).count(kRuns, &Outcome::finished), 0.6, 0.9));
}

QTEST_APPLESS_MAIN(TestErrorRates)
#include "tst_errorrates.moc"
