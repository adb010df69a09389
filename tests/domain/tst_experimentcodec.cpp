// SPDX-License-Identifier: Apache-2.0
#include "core/domain/experimentcodec.h"

#include <QTest>

using namespace xp;

namespace {

Experiment layoutExperiment()
{
    Experiment e;
    e.id = "0b7f1a52-6a50-4c53-9d3e-6f5f2f1c9a01";
    e.key = "new-layout";
    e.name = "New layout";
    e.hypothesis = "A shorter form is finished more often";
    e.status = Status::Running;
    e.variants = {{"control", 0.5, nlohmann::json::object()}, {"new-layout", 0.5, {{"layout", "v2"}}}};
    e.metrics = {{.name = "conversion", .role = MetricRole::Primary, .event = "conversion"},
                 {.name = "revenue",
                  .kind = MetricKind::Sum,
                  .event = "purchase",
                  .resolution = 0.01,
                  .window = std::chrono::hours(24 * 7)}};
    e.createdAt = fromMicros(1'763'970'537'123'456);
    e.startedAt = fromMicros(1'763'970'600'000'000);
    e.version = 3;
    e.hash = HashAlgorithm::Sha256Mod10000;
    e.salt = "old-id";
    e.flagValue = FlagValue::Config;
    e.unleashFlag = "exp.layout";
    e.enrolment = {.targeting = {{"attribute", "country"}, {"operator", "in"}, {"values", {"DE", "CH"}}},
                   .exclude = {{"segment", "staff"}},
                   .savedSegments = {{"staff", {{"attribute", "staff"}, {"operator", "equals"}, {"value", true}}}},
                   .layer = LayerSlice{"checkout", 0.25, 0.75},
                   .ignoresHoldouts = true,
                   .forced = {{"tester", "control"}},
                   .exposure = Exposure::Explicit};
    e.schedule = {.startAt = fromMicros(1'763'970'600'000'000),
                  .stopAt = fromMicros(1'764'970'600'000'000),
                  .ramp = {{fromMicros(1'764'000'000'000'000), 0.5}},
                  .stopWhen = {.onGuardrail = true, .sampleSize = 5000, .power = 0.9}};
    e.segments = {"country", "device"};
    e.evaluatedLocally = true;
    e.peakTraffic = 0.4;
    e.trafficAllocation = 0.2;
    e.epochs = {{0, *e.startedAt, {0.9, 0.1}}, {1, *e.startedAt + std::chrono::hours(2), {0.5, 0.5}, 1}};
    return e;
}

bool namesField(const Error& error, std::string_view field)
{
    return std::ranges::any_of(error.errors, [&](const FieldError& e) { return e.field == field; });
}

} // namespace

class TestExperimentCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheContractsFields()
    {
        const nlohmann::json json = toJson(layoutExperiment());
        for (const char* field : {"id", "key", "name", "description", "hypothesis", "project", "environment",
                                  "variants", "metrics", "target_sample_size", "significance_level",
                                  "traffic_allocation", "status", "created_at", "started_at", "stopped_at", "version"})
            QVERIFY2(json.contains(field), field);
        QCOMPARE(json["status"].get<std::string>(), "running");
        QVERIFY(json["stopped_at"].is_null());
        QCOMPARE(json["created_at"].get<std::string>(), "2025-11-24T07:48:57.123456Z");
        QCOMPARE(json["variants"][1]["config"]["layout"].get<std::string>(), "v2");
        QCOMPARE(json["metrics"][0]["kind"].get<std::string>(), "conversion");
        QCOMPARE(json["metrics"][1]["window"].get<std::string>(), "7d");
    }

    void comesBackAsItWas()
    {
        const Experiment experiment = layoutExperiment();
        const std::string text = toJson(experiment).dump();
        const auto read = experimentFromJson(nlohmann::json::parse(text, nullptr, false));
        QVERIFY(read.has_value());
        QVERIFY(*read == experiment);
    }

    void passesOverWhatItDoesNotKnow()
    {
        nlohmann::json json = toJson(layoutExperiment());
        json["plan"] = {{"looks", 5}};
        json["variants"][0]["colour"] = "green";
        QVERIFY(experimentFromJson(json).has_value());
    }

    void doesWithTheFieldsThatMatter()
    {
        const nlohmann::json json{{"id", "1"},
                                  {"key", "k"},
                                  {"name", "n"},
                                  {"status", "draft"},
                                  {"variants", nlohmann::json::array()},
                                  {"metrics", nlohmann::json::array()}};
        const auto read = experimentFromJson(json);
        QVERIFY(read.has_value());
        QCOMPARE(read->significanceLevel, 0.05);
        QCOMPARE(read->environment, "production");
    }

    void namesEveryWrongField()
    {
        nlohmann::json json = toJson(layoutExperiment());
        json.erase("key");
        json["status"] = "asleep";
        json["target_sample_size"] = "many";
        json["variants"][1]["allocation"] = "half";
        json["started_at"] = "yesterday";
        const auto read = experimentFromJson(json);
        QVERIFY(!read.has_value());
        for (const char* field : {"key", "status", "target_sample_size", "variants[1]", "started_at"})
            QVERIFY2(namesField(read.error(), field), field);
    }

    void refusesWhatIsNoObject()
    {
        for (const char* text : {"null", "[]", "3", "\"x\""}) {
            const auto read = experimentFromJson(nlohmann::json::parse(text, nullptr, false));
            QVERIFY(!read.has_value());
            QCOMPARE(read.error().code, ErrorCode::Invalid);
        }
    }

    void aPageComesBackAsItWas()
    {
        const ExperimentPage page{{layoutExperiment(), layoutExperiment()}, 12, 2, 2};
        const auto read = experimentPageFromJson(toJson(page));
        QVERIFY(read.has_value());
        QVERIFY(read->experiments == page.experiments);
        QCOMPARE(read->total, 12);
        QCOMPARE(read->skip, 2);
        QCOMPARE(read->limit, 2);
    }

    void aPageNamesTheExperimentThatIsWrong()
    {
        nlohmann::json json = toJson(ExperimentPage{{layoutExperiment(), layoutExperiment()}, 2, 0, 2});
        json["experiments"][1]["status"] = 7;
        const auto read = experimentPageFromJson(json);
        QVERIFY(!read.has_value());
        QVERIFY(namesField(read.error(), "experiments[1].status"));
    }
};

QTEST_APPLESS_MAIN(TestExperimentCodec)
#include "tst_experimentcodec.moc"
