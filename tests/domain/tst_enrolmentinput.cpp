// SPDX-License-Identifier: Apache-2.0
#include "core/domain/enrolmentinput.h"

#include "core/domain/experimentinput.h"

#include <QTest>

using namespace xp;
using nlohmann::json;

namespace {

json bodyWith(const json& more)
{
    json body = json::parse(R"({"name":"Homepage layout",
        "variants":[{"name":"control","allocation":0.5},{"name":"new","allocation":0.5}],"metrics":["click"]})");
    body.update(more);
    return body;
}

std::string problems(const Error& error)
{
    std::string text;
    for (const FieldError& e : error.errors)
        text += (text.empty() ? "" : " ") + e.field + ":" + e.code;
    return text;
}

Experiment stored(Status status, const json& more)
{
    Experiment e = readNewExperiment(bodyWith(more))->experiment;
    e.status = status;
    return e;
}

const json kRules = json::parse(R"({"targeting":{"attribute":"country","operator":"equals","value":"DE"},
    "layer":{"name":"checkout","from":0.2,"to":0.5},"ignore_holdouts":true,
    "forced":{"tester":"new"},"exposure":"explicit"})");

} // namespace

class TestEnrolmentInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhoIsLetIn()
    {
        const Enrolment read = readNewExperiment(bodyWith(kRules))->experiment.enrolment;
        QVERIFY(read.targeting == kRules["targeting"]);
        QVERIFY(read.layer == (LayerSlice{"checkout", 0.2, 0.5}));
        QVERIFY(read.ignoresHoldouts);
        QVERIFY(read.forced == (std::map<std::string, std::string>{{"tester", "new"}}));
        QVERIFY(read.exposure == Exposure::Explicit);
    }

    void whatIsNotSentStaysAndNullTakesAway()
    {
        const Experiment running = stored(Status::Running, kRules);
        QVERIFY(readChanges(running, {{"description", "d"}})->experiment.enrolment == running.enrolment);
        const auto changed =
            readChanges(running, {{"targeting", nullptr}, {"layer", nullptr}, {"forced", nullptr}})->experiment;
        QVERIFY(changed.enrolment.targeting.is_null());
        QVERIFY(!changed.enrolment.layer);
        QVERIFY(changed.enrolment.forced.empty());
        QVERIFY(changed.enrolment.ignoresHoldouts);
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* fields, const char* expected) {
            QTest::newRow(fields) << QByteArray(fields) << QByteArray(expected);
        };
        row(R"({"targeting":[]})", "targeting:type");
        row(R"({"exclude":"bots"})", "exclude:type");
        row(R"({"layer":"checkout"})", "layer:type");
        row(R"({"layer":{"name":"a b","from":0,"to":1}})", "layer.name:format");
        row(R"({"layer":{"name":"a"}})", "layer.from:required layer.to:required");
        row(R"({"layer":{"name":"a","from":0.5,"to":0.5}})", "layer.to:range");
        row(R"({"layer":{"name":"a","from":0,"to":1.5}})", "layer.to:range");
        row(R"({"layer":{"name":"a","from":0,"to":0.33333}})", "layer.to:step");
        row(R"({"layer":{"name":"a","from":0,"to":1,"size":2}})", "layer.size:unknown_field");
        row(R"({"ignore_holdouts":"yes"})", "ignore_holdouts:type");
        row(R"({"forced":["tester"]})", "forced:type");
        row(R"({"forced":{"tester":"purple"}})", "forced.tester:not_allowed");
        row(R"({"forced":{"":"new"}})", "forced:format");
        row(R"({"exposure":"sometimes"})", "exposure:not_allowed");
    }
    void namesWhatIsWrong()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, expected);
        const auto read = readNewExperiment(bodyWith(json::parse(fields.toStdString())));
        QVERIFY(!read);
        QCOMPARE(QByteArray::fromStdString(problems(read.error())), expected);
    }

    void oneMoreForcedUserThanAllowed()
    {
        json forced = json::object();
        for (std::size_t i = 0; i < kMostForced; ++i)
            forced["tester-" + std::to_string(i)] = "new";
        QVERIFY(readNewExperiment(bodyWith({{"forced", forced}})));
        forced["another"] = "new";
        QCOMPARE(problems(readNewExperiment(bodyWith({{"forced", forced}})).error()), std::string("forced:too_many"));
    }

    void theStartFreezesTheExposureAndTheEndEverything()
    {
        const json other = {{"targeting", nullptr},
                            {"exclude", {{"all", json::array()}}},
                            {"layer", nullptr},
                            {"ignore_holdouts", false},
                            {"forced", json::object()}};
        QVERIFY(readChanges(stored(Status::Draft, kRules), {{"exposure", "assignment"}}));
        QVERIFY(readChanges(stored(Status::Running, kRules), other));
        const auto running = readChanges(stored(Status::Running, kRules), {{"exposure", "assignment"}});
        QCOMPARE(problems(running.error()), std::string("exposure:frozen"));
        QVERIFY(running.error().code == ErrorCode::Conflict);
        QCOMPARE(problems(readChanges(stored(Status::Stopped, kRules), other).error()),
                 std::string("targeting:frozen exclude:frozen layer:frozen ignore_holdouts:frozen forced:frozen"));
    }
};

QTEST_APPLESS_MAIN(TestEnrolmentInput)
#include "tst_enrolmentinput.moc"
