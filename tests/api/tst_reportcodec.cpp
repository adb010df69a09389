// SPDX-License-Identifier: Apache-2.0
#include "core/api/reportcodec.h"
#include "tests/analysis/databuilder.h"

#include <QTest>

using namespace xp;
using namespace xp::test;
using nlohmann::json;

class TestReportCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void namesWhatIsMissing();
};

namespace {

Report reportOf(Method method, bool withData)
{
    Experiment e = experimentWith({{"control", 0.5}, {"b", 0.5}});
    e.metrics = {conversion("order", MetricRole::Primary),
                 conversion("refund", MetricRole::Guardrail, Direction::Decrease),
                 valueMetric("spend", MetricKind::Sum)};
    Plan plan = defaultPlan(e);
    plan.method = method;
    plan.alternative = method == Method::Fixed ? Alternative::Better : Alternative::TwoSided;
    plan.unitsPerVariant = 2000;
    plan.smallestEffect = 0.1;
    plan.looks = evenLooks(2);
    plan.metrics[1].margin = Margin{.value = 0.2};
    Plan present = plan;
    present.power = 0.9;
    DataBuilder data;
    for (std::int16_t v = 0; withData && v < 2; ++v) {
        data.addRate({.variant = v}, 0, 1500, v == 0 ? 150 : 260);
        data.addConverted({.variant = v}, 1, 60);
    }
    const SufficientStatistics built = data.build();
    return computeReport({e,
                          built,
                          plan,
                          present,
                          {},
                          dayStart(kFirstDay + 9),
                          {.method = Method::Bayesian, .level = 0.1},
                          {.shareInSeveralVariants = 0.0}});
}

} // namespace

void TestReportCodec::readsWhatItWrites_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<bool>("withData");
    QTest::newRow("one-sided") << static_cast<int>(Method::Fixed) << true;
    QTest::newRow("group-sequential") << static_cast<int>(Method::GroupSequential) << true;
    QTest::newRow("always valid") << static_cast<int>(Method::AlwaysValid) << true;
    QTest::newRow("Bayesian") << static_cast<int>(Method::Bayesian) << true;
    QTest::newRow("no data") << static_cast<int>(Method::AlwaysValid) << false;
}

void TestReportCodec::readsWhatItWrites()
{
    QFETCH(int, method);
    QFETCH(bool, withData);
    const json written = toJson(reportOf(static_cast<Method>(method), withData));
    const auto report = reportFromJson(json::parse(written.dump()));
    QVERIFY(report);
    QCOMPARE(toJson(*report).dump(2), written.dump(2));
    QVERIFY(!written["planned"]["reasons"].empty());
    QCOMPARE(written["viewed"]["method"].get<std::string>(), std::string("bayesian"));
    const json& cell = written["planned"]["metrics"][0]["comparisons"][0];
    QCOMPARE(cell["estimate"].is_null(), !withData);
    QCOMPARE(written["departures"].size(), 1u);
}

void TestReportCodec::namesWhatIsMissing()
{
    json body = toJson(reportOf(Method::Fixed, true));
    body["planned"]["metrics"][0]["comparisons"][0]["word"] = "splendid";
    body.erase("fingerprint");
    const auto report = reportFromJson(body);
    QVERIFY(!report);
    QCOMPARE(report.error().errors.size(), 2u);
    QCOMPARE(report.error().errors[0].field, std::string("fingerprint"));
    QCOMPARE(report.error().errors[1].field, std::string("planned.metrics[0].comparisons[0].word"));
    QVERIFY(!reportFromJson(json::array()));
}

QTEST_APPLESS_MAIN(TestReportCodec)
#include "tst_reportcodec.moc"
