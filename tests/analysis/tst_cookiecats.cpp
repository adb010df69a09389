// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/stats.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace xp;
using namespace xp::test;

/// The real file, against figures that were published with it (scipy and statsmodels).
class TestCookieCats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsUnits();
    void testsEveryMetric();
    void looksAtTheSplit();
    void saysWhatToDo();

private:
    const Comparison& comparison(std::size_t metric) const { return m_stats.metrics[metric].comparisons.front(); }

    Stats m_stats;
};

namespace {

bool isNear(double got, double want, double relative)
{
    const bool near = std::abs(got - want) <= relative * std::abs(want);
    if (!near)
        qWarning("got %.17g, want %.17g", got, want);
    return near;
}

} // namespace

void TestCookieCats::initTestCase()
{
    std::ifstream file(qEnvironmentVariable("XP_CONFORMANCE_DIR").toStdString() + "/data/cookie_cats.csv");
    if (!file)
        QSKIP("skipped: no data");
    Experiment e = experimentWith({{"gate_30", 0.5}, {"gate_40", 0.5}});
    e.imported = true;
    e.metrics = {conversion("retention_1"), conversion("retention_7", MetricRole::Primary),
                 valueMetric("sum_gamerounds", MetricKind::Mean)};
    e.metrics[2].perUnit = true;

    DataBuilder data;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> cells;
        std::stringstream row(line);
        for (std::string cell; std::getline(row, cell, ',');)
            cells.push_back(cell);
        const DataBuilder::Place place{.variant = static_cast<std::int16_t>(cells[1] == "gate_40" ? 1 : 0)};
        data.addUnits(place, 1);
        for (std::int16_t metric = 0; metric < 2; ++metric) {
            if (cells[static_cast<std::size_t>(3 + metric)].starts_with("TRUE"))
                data.addConverted(place, metric, 1);
        }
        UnitTotals rounds;
        rounds.addEvent(toMultiples(std::stod(cells[2]), e.metrics[2].resolution).value());
        data.addTotals(place, 2, rounds);
    }
    m_stats = computeStats(e, data.build(), dayStart(kFirstDay + 30));
}

void TestCookieCats::countsUnits()
{
    QCOMPARE(m_stats.variants[0].sampleSize, 44700);
    QCOMPARE(m_stats.variants[1].sampleSize, 45489);
    QCOMPARE(m_stats.sampleSizePerVariant, 45094);
    QCOMPARE(m_stats.controlVariant, "gate_30");
}

void TestCookieCats::testsEveryMetric()
{
    QVERIFY(isNear(*m_stats.metrics[1].variants[0].conversionRate, 0.190201, 3e-6));
    QVERIFY(isNear(*m_stats.metrics[1].variants[1].conversionRate, 0.182000, 3e-6));
    QCOMPARE(comparison(1).test, "two_proportion_z");
    QVERIFY(isNear(*comparison(1).statistic, -3.16436, 2e-6));
    QVERIFY(isNear(*comparison(1).pValue, 0.00155425, 2e-6));
    QVERIFY(isNear(*comparison(0).pValue, 0.0744097, 1e-6));
    QVERIFY(isNear(*m_stats.metrics[2].variants[0].meanValue, 52.45626, 1e-7));
    QVERIFY(isNear(*m_stats.metrics[2].variants[1].meanValue, 51.29878, 1e-7));
    QCOMPARE(comparison(2).test, "welch_t");
    QVERIFY(isNear(*comparison(2).pValue, 0.375924, 2e-6));
    QVERIFY(isNear(*comparison(2).estimate, 51.29878 - 52.45626, 1e-5));
}

void TestCookieCats::looksAtTheSplit()
{
    QVERIFY(isNear(*m_stats.sampleRatio.pValue, 0.00860799, 1e-6));
    QVERIFY(!m_stats.sampleRatio.mismatch);
}

void TestCookieCats::saysWhatToDo()
{
    QVERIFY(!m_stats.winner);
    QVERIFY(m_stats.statisticalSignificance);
    QVERIFY(isNear(*m_stats.pValue, 0.00155425, 2e-6));
    QVERIFY(isNear(*m_stats.effectSize, 0.182000 / 0.190201 - 1, 1e-4));
    QCOMPARE(m_stats.decision, std::string("keep_control"));
    QCOMPARE(m_stats.recommendation.text,
             std::string("Keep 'gate_30': 'gate_40' is worse, retention_7 is 18.2 % against 19.0 %, −4.3 % "
                         "(95 % interval −6.9 % to −1.7 %)."));
    // One player with 49,854 rounds makes the mean's test rough: no verdict on it.
    QVERIFY(std::ranges::any_of(m_stats.warnings, [](const Sentence& s) {
        return s.code == "too_early" && s.arguments["metric"] == "sum_gamerounds";
    }));
}

QTEST_APPLESS_MAIN(TestCookieCats)
#include "tst_cookiecats.moc"
