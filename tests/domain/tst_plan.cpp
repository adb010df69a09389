// SPDX-License-Identifier: Apache-2.0
#include "core/domain/plan.h"

#include "core/domain/experiment.h"

#include <QTest>

using namespace xp;
using nlohmann::json;

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheExperimentsDefaults();
    void readsWhatItWrites();
    void namesEveryWrongField_data();
    void namesEveryWrongField();
    void readsWhatWasAccepted();
    void fingerprintsTheMeaning();
    void listsDepartures();
};

namespace {

Experiment experiment()
{
    Experiment e;
    e.targetSampleSize = 2500;
    e.significanceLevel = 0.1;
    e.metrics = {{.name = "order", .role = MetricRole::Primary, .window = std::chrono::hours(168)},
                 {.name = "refund", .role = MetricRole::Guardrail, .direction = Direction::Decrease}};
    return e;
}

const char* const kFull = R"({"method":"group_sequential","alternative":"better","level":0.05,"power":0.9,
    "smallest_effect":0.02,"units_per_variant":40000,"duration_days":28,"minimum_days":14,"looks":[0.25,0.5,1],
    "spending":"kim_demets","spending_gamma":2,"correction_family":"all","correction":"bonferroni","cuped":true,
    "cuped_window":"7d","prior_mean":0.01,"prior_deviation":0.2,
    "metrics":[{"name":"refund","margin":{"value":0.05},"cap_quantile":0.999,"window":"36h"}]})";

} // namespace

/// A level that nobody may choose is kept where it was taken over.
void TestPlan::readsWhatWasAccepted()
{
    Experiment taken = experiment();
    taken.significanceLevel = 0.9;
    const Plan plan = defaultPlan(taken);
    QVERIFY(acceptedPlan(toJson(plan), taken).value() == plan);
    QVERIFY(planFromJson(toJson(plan), taken).value() == plan); // sent back
    QCOMPARE(planFromJson(json{{"level", 0.91}}, taken).error().errors.front().field, "level");
    QCOMPARE(planFromJson(toJson(plan), experiment()).error().errors.front().field, "level");
    QVERIFY(!acceptedPlan(json{{"level", 1}}, taken));
    QVERIFY(!acceptedPlan(json{{"level", 0}}, taken));
}

void TestPlan::hasTheExperimentsDefaults()
{
    const Plan plan = planFromJson(json::object(), experiment()).value();
    QVERIFY(plan == defaultPlan(experiment()));
    QVERIFY(plan.method == Method::Fixed);
    QCOMPARE(plan.level, 0.1);
    QCOMPARE(plan.unitsPerVariant.value(), 2500);
    QCOMPARE(plan.minimumDays, 7);
    QVERIFY(plan.metrics[0].window == Duration(std::chrono::hours(168)));
    QVERIFY(plan.metrics[1].direction == Direction::Decrease);
    // null takes the size away; of all else it says the same as leaving out.
    const Plan endless =
        planFromJson(json{{"method", "always_valid"}, {"units_per_variant", nullptr}, {"level", nullptr}}, experiment())
            .value();
    QVERIFY(!endless.unitsPerVariant);
    QCOMPARE(endless.level, 0.1);
    QVERIFY(planFromJson(toJson(endless), experiment()).value() == endless);
    // Looks without a number of them: four even ones.
    const Plan looks = planFromJson(json{{"method", "group_sequential"}}, experiment()).value();
    QVERIFY((looks.looks == std::vector<double>{0.25, 0.5, 0.75, 1}));
}

void TestPlan::readsWhatItWrites()
{
    const Plan plan = planFromJson(json::parse(kFull), experiment()).value();
    QCOMPARE(plan.metrics[1].margin->value, 0.05);
    QVERIFY(plan.metrics[1].margin->relative);
    QCOMPARE(plan.spendingGamma, 2.0);
    const auto again = planFromJson(toJson(plan), experiment());
    QVERIFY(again && *again == plan);
    const Plan plain = defaultPlan(experiment());
    QVERIFY(planFromJson(toJson(plain), experiment()).value() == plain);
}

void TestPlan::namesEveryWrongField_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* body, const char* field) {
        QTest::newRow(body) << QString::fromLatin1(body) << QString::fromLatin1(field);
    };
    row(R"({"method":"guess"})", "method");
    row(R"({"level":0})", "level");
    row(R"({"level":0.6})", "level");
    row(R"({"power":1})", "power");
    row(R"({"smallest_effect":0})", "smallest_effect");
    row(R"({"looks":[0.5,0.25,1]})", "looks");
    row(R"({"looks":[0.5,0.9]})", "looks");
    row(R"({"looks":[0,1]})", "looks");
    row(R"({"looks":21})", "looks");
    row(R"({"method":"group_sequential","looks":[]})", "looks");
    row(R"({"spending":"kim_demets","spending_gamma":-1})", "spending_gamma");
    row(R"({"cuped_window":"two weeks"})", "cuped_window");
    row(R"({"metrics":[{"name":"clicks"}]})", "metrics[0].name");
    row(R"({"metrics":[{"name":"order"},{"name":"refund","margin":{"value":1.5}}]})", "metrics[1].margin.value");
    row(R"({"metrics":[{"name":"refund","margin":{"value":-0.1}}]})", "metrics[0].margin.value");
    row(R"({"metrics":[{"name":"refund","cap_quantile":1}]})", "metrics[0].cap_quantile");
    row(R"({"alpha":0.05})", "alpha");
}

void TestPlan::namesEveryWrongField()
{
    QFETCH(QString, body);
    QFETCH(QString, field);
    const auto plan = planFromJson(json::parse(body.toStdString()), experiment());
    QVERIFY(!plan);
    QCOMPARE(plan.error().errors.size(), 1u);
    QCOMPARE(QString::fromStdString(plan.error().errors.front().field), field);
}

void TestPlan::fingerprintsTheMeaning()
{
    const Plan plan = planFromJson(json::parse(kFull), experiment()).value();
    const std::string print = fingerprintOf(plan);
    QCOMPARE(print.size(), 64u);
    QCOMPARE(fingerprintOf(planFromJson(toJson(plan), experiment()).value()), print);
    Plan other = plan;
    other.level = 0.049999999999999996;
    QVERIFY(fingerprintOf(other) != print);
}

void TestPlan::listsDepartures()
{
    const Plan frozen = planFromJson(json::parse(kFull), experiment()).value();
    QVERIFY(departuresOf(frozen, frozen).empty());
    Plan present = frozen;
    present.level = 0.1;
    present.metrics[1].margin = Margin{.value = 0.1};
    const auto departures = departuresOf(frozen, present);
    QCOMPARE(departures.size(), 2u);
    QCOMPARE(departures[0].text, std::string("level was planned as 0.05 and is now 0.1."));
    QCOMPARE(departures[1].arguments["field"].get<std::string>(), std::string("metrics.refund.margin"));
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
