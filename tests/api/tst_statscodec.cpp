// SPDX-License-Identifier: Apache-2.0
#include "core/api/statscodec.h"

#include <QTest>

using namespace xp;

namespace {

VariantStats variantStats(std::string name, std::int64_t units, std::int64_t conversions)
{
    const double rate = static_cast<double>(conversions) / static_cast<double>(units);
    return {.variant = std::move(name),
            .sampleSize = units,
            .conversions = conversions,
            .conversionRate = rate,
            .meanValue = rate,
            .stdDev = 0.39,
            .confidenceInterval = Interval{rate - 0.01, rate + 0.01}};
}

Stats gateStats()
{
    Stats s;
    s.experimentId = "id-1";
    s.experimentName = "Gate";
    s.status = Status::Running;
    s.variants = {variantStats("gate_30", 44700, 8502), variantStats("gate_40", 45489, 8279)};
    s.controlVariant = "gate_30";
    s.statisticalSignificance = true;
    s.pValue = 0.00155425;
    s.effectSize = -0.0431;
    s.recommendation = {"keep_control", {{"variant", "gate_30"}}, "Keep gate_30."};
    s.sampleSizePerVariant = 45094;
    s.totalConversions = 16781;
    s.metrics = {{"retention_1", MetricKind::Conversion, MetricRole::Secondary, Direction::Increase, s.variants, {}},
                 {"retention_7",
                  MetricKind::Conversion,
                  MetricRole::Primary,
                  Direction::Decrease,
                  s.variants,
                  {{.treatment = "gate_40",
                    .estimate = -0.0082,
                    .effectSize = -0.0431,
                    .effectSizeInterval = Interval{-0.069, -0.016},
                    .confidenceInterval = Interval{-0.0133, -0.0031},
                    .test = "two_proportion_z",
                    .statistic = -3.16436,
                    .pValue = 0.00155425,
                    .adjustedPValue = 0.00155425}}}};
    s.comparisons = s.metrics[1].comparisons;
    s.sampleRatio = {6.9, 0.00860799, false};
    s.progress = {40000, 44700, 1.0};
    s.headline = {Headline::Kind::Primary, {1}};
    s.plannedLook = true;
    s.planned = PlannedEffect{"retention_7", "gate_40", -0.04, Bounds{-0.07, std::nullopt}, 0.9, 0.002, std::nullopt};
    s.decision = "keep_control";
    s.warnings = {{"several_looks", nlohmann::json::object(), "Looked early."}};
    return s;
}

} // namespace

class TestStatsCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheContractsFields()
    {
        const nlohmann::json json = toJson(gateStats());
        for (const char* field : {"experiment_id",
                                  "experiment_name",
                                  "status",
                                  "variants",
                                  "control_variant",
                                  "winner",
                                  "statistical_significance",
                                  "p_value",
                                  "confidence_level",
                                  "effect_size",
                                  "recommendation",
                                  "recommendation_detail",
                                  "sample_size_per_variant",
                                  "total_conversions",
                                  "metrics",
                                  "sample_ratio",
                                  "progress",
                                  "method",
                                  "planned_look",
                                  "headline",
                                  "planned",
                                  "decision",
                                  "warnings"})
            QVERIFY2(json.contains(field), field);
        QVERIFY(json["winner"].is_null());
        QCOMPARE(json["recommendation"].get<std::string>(), "Keep gate_30.");
        QCOMPARE(json["recommendation_detail"]["arguments"]["variant"].get<std::string>(), "gate_30");
        QCOMPARE(json["headline"]["kind"].get<std::string>(), "primary");
        QCOMPARE(json["headline"]["metrics"][0].get<std::string>(), "retention_7");
        QCOMPARE(json["metrics"][1]["comparisons"][0]["adjusted_p_value"].get<double>(), 0.00155425);
        QCOMPARE(json["variants"][0]["confidence_interval"].size(), 2U);
    }

    void comesBackAsItWas()
    {
        const nlohmann::json json = toJson(gateStats());
        const auto read = statsFromJson(nlohmann::json::parse(json.dump(), nullptr, false));
        QVERIFY(read.has_value());
        // Every field is written, so equal JSON is equal values.
        QCOMPARE(toJson(*read).dump(), json.dump());
        QCOMPARE(read->metrics[1].comparisons[0].statistic, std::optional(-3.16436));
        QCOMPARE(read->headline.metrics, std::vector<std::size_t>{1});
        QCOMPARE(json["planned"]["lift_interval"].dump(), "[-0.07,null]");
        QCOMPARE(read->planned->treatment, "gate_40");
        QVERIFY(!read->planned->interval->upper);
    }

    void whatDoesNotExistYetIsNull()
    {
        Stats s;
        s.experimentId = "id";
        s.variants = {{.variant = "control"}, {.variant = "b"}};
        s.metrics = {{.name = "m", .variants = s.variants, .comparisons = {{.treatment = "b", .test = "welch_t"}}}};
        const nlohmann::json json = toJson(s);
        QVERIFY(json["p_value"].is_null());
        QVERIFY(json["variants"][0]["conversion_rate"].is_null());
        QVERIFY(json["variants"][0]["confidence_interval"].is_null());
        QVERIFY(json["metrics"][0]["comparisons"][0]["confidence_interval"].is_null());
        const auto read = statsFromJson(json);
        QVERIFY(read.has_value());
        QVERIFY(!read->pValue && !read->variants[0].conversionRate);
    }

    void namesEveryWrongField()
    {
        nlohmann::json json = toJson(gateStats());
        json["variants"][1]["sample_size"] = "many";
        json["metrics"][0]["kind"] = "mood";
        json["metrics"][1]["comparisons"][0]["confidence_interval"] = {1};
        const auto read = statsFromJson(json);
        QVERIFY(!read.has_value());
        QStringList fields;
        for (const FieldError& error : read.error().errors)
            fields << QString::fromStdString(error.field);
        QVERIFY(fields.contains(QStringLiteral("variants[1].sample_size")));
        QVERIFY(fields.contains(QStringLiteral("metrics[0].kind")));
        QVERIFY(fields.contains(QStringLiteral("metrics[1].comparisons[0].confidence_interval")));
    }

    void readsAServiceWithoutTheNewerFields()
    {
        nlohmann::json json = toJson(gateStats());
        for (const char* newer : {"recommendation_detail", "sample_ratio", "progress", "headline", "decision",
                                  "warnings", "method", "planned_look", "comparisons"})
            json.erase(newer);
        const auto read = statsFromJson(json);
        QVERIFY(read.has_value());
        QCOMPARE(read->recommendation.text, "Keep gate_30.");
    }
};

QTEST_APPLESS_MAIN(TestStatsCodec)
#include "tst_statscodec.moc"
