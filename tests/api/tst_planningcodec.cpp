// SPDX-License-Identifier: Apache-2.0
#include "core/api/planningcodec.h"

#include <QFloat16> // QCOMPARE of JSON asks whether it can be one
#include <QTest>

using namespace xp;
using nlohmann::json;

class TestPlanningCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnInput();
    void namesEveryWrongField_data();
    void namesEveryWrongField();
    void writesTheAnswer();
};

namespace {

json body()
{
    return json::parse(R"({"metrics":[{"name":"order","baseline":0.1},
        {"name":"spend","kind":"sum","role":"secondary","baseline":12,"standard_deviation":40},
        {"name":"refund","role":"guardrail","direction":"decrease","baseline":0.02}],
        "plan":{"method":"always_valid","smallest_effect":0.1,"metrics":[{"name":"refund","margin":{"value":0.2}}]},
        "treatments":2,"units_per_day":3000})");
}

} // namespace

void TestPlanningCodec::readsAnInput()
{
    const PlanningInput input = planningInputFromJson(body()).value();
    QCOMPARE(input.treatments, 2);
    QCOMPARE(input.unitsPerDay, 3000.0);
    QVERIFY(input.plan.method == Method::AlwaysValid);
    QVERIFY(input.plan.metrics[0].role == MetricRole::Primary);
    QCOMPARE(input.plan.metrics[2].margin->value, 0.2);
    QVERIFY(input.metrics[0].isRate && !input.metrics[1].isRate);
    QCOMPARE(*input.metrics[1].standardDeviation, 40.0);
}

void TestPlanningCodec::namesEveryWrongField_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* pointer, const char* value, const char* field) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromLatin1(value)
                               << QString::fromLatin1(field);
    };
    row("/units_per_day", "0", "units_per_day");
    row("/treatments", "0", "treatments");
    row("/metrics/0/baseline", "1.5", "metrics[0].baseline");
    row("/metrics/1/standard_deviation", "0", "metrics[1].standard_deviation");
    row("/metrics/2/name", R"("order")", "metrics[2].name");
    row("/metrics/2/kind", R"("quantile")", "metrics[2].kind");
    row("/plan/method", R"("guess")", "plan.method");
    row("/plan/metrics/0/margin/value", "2", "plan.metrics[0].margin.value");
    row("/metrics/0/correlation", "1", "metrics[0].correlation");
    row("/extra", "1", "extra");
}

void TestPlanningCodec::namesEveryWrongField()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, field);
    json wrong = body();
    wrong[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
    const auto input = planningInputFromJson(wrong);
    QVERIFY(!input);
    QVERIFY(
        std::ranges::any_of(input.error().errors, [&](const FieldError& e) { return e.field == field.toStdString(); }));
}

void TestPlanningCodec::writesTheAnswer()
{
    const json answer = toJson(evaluatePlan(planningInputFromJson(body()).value()).value());
    QCOMPARE(answer["methods"].size(), 4u);
    QCOMPARE(answer["methods"][2]["method"].get<std::string>(), std::string("always_valid"));
    QCOMPARE(answer["methods"][2]["units_per_variant"], answer["units_per_variant"]);
    QCOMPARE(answer["metrics"].size(), 2u); // a secondary metric needs nothing
    QVERIFY(!answer["power"].empty() && !answer["effects"].empty());
}

QTEST_APPLESS_MAIN(TestPlanningCodec)
#include "tst_planningcodec.moc"
