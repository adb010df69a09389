// SPDX-License-Identifier: Apache-2.0
#include "core/api/reportcodec.h"
#include "core/api/statscodec.h"
#include "core/files/resulttables.h"
#include "tests/analysis/databuilder.h"

#include <QTest>
#include <algorithm>

using namespace xp;
using namespace xp::test;
using nlohmann::json;

namespace {

Evidence sample()
{
    Experiment e = experimentWith({{"control", 0.5}, {"=cmd|' /C calc'!A0", 0.5}});
    e.metrics = {conversion("order", MetricRole::Primary), conversion("refund", MetricRole::Guardrail)};
    e.frozenPlan = defaultPlan(e);
    DataBuilder data;
    for (std::int16_t v = 0; v < 2; ++v) {
        data.addRate({.variant = v}, 0, 1500, v == 0 ? 150 : 260);
        data.addConverted({.variant = v}, 1, 60);
    }
    return {e, data.build(), {}, {}};
}

json reportJson(const ReportRequest& request = {})
{
    return toJson(reportOf(sample(), dayStart(kFirstDay + 9), request));
}

/// The cells under a name.
std::vector<json> column(const Table& table, std::string_view name)
{
    const auto at = std::ranges::find(table.columns, name) - table.columns.begin();
    std::vector<json> cells;
    for (const auto& row : table.rows)
        cells.push_back(row.at(static_cast<std::size_t>(at)));
    return cells;
}

} // namespace

class TestResultTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aComparisonIsARow()
    {
        const json report = reportJson();
        const Table table = reportTable(ReportSheet::Comparisons, report);
        QCOMPARE(table.rows.size(), std::size_t(2));
        const json& cell = report["planned"]["metrics"][0]["comparisons"][0];
        QVERIFY(column(table, "metric") == std::vector<json>({"order", "refund"}));
        QVERIFY(column(table, "role") == std::vector<json>({"primary", "guardrail"}));
        QVERIFY(column(table, "lower")[0] == cell["interval"][0] && column(table, "lower")[0].is_number());
        QVERIFY(column(table, "lift_upper")[0] == cell["lift_interval"][1]);
        QVERIFY(column(table, "p_value")[0] == cell["p_value"]);
        QVERIFY(column(table, "margin_p_value")[0].is_null());
    }

    void bothViewsAreThere()
    {
        const json report = reportJson({.method = Method::AlwaysValid});
        const Table table = reportTable(ReportSheet::Comparisons, report);
        QVERIFY(column(table, "view") == std::vector<json>({"planned", "planned", "viewed", "viewed"}));
        QVERIFY(column(table, "method") == std::vector<json>({"fixed", "fixed", "always_valid", "always_valid"}));
        QCOMPARE(reportTable(ReportSheet::Reasons, report).rows.size(),
                 report["planned"]["reasons"].size() + report["viewed"]["reasons"].size());
        QCOMPARE(reportTable(ReportSheet::Variants, report).rows.size(), std::size_t(8));
    }

    void theOtherTablesHoldAllThatIsThere()
    {
        const json report = reportJson();
        QCOMPARE(reportTable(ReportSheet::Health, report).rows.size(), report["health"].size());
        QVERIFY(!report["health"].empty());
        const Table opinions = reportTable(ReportSheet::SecondOpinions, report);
        std::size_t count = 0;
        for (const json& cell : report["second_opinions"])
            count += cell["opinions"].size();
        QVERIFY(count > 0);
        QCOMPARE(opinions.rows.size(), count);
        QVERIFY(column(opinions, "p_value")[0] == report["second_opinions"][0]["opinions"][0]["p_value"]);
        QVERIFY(column(opinions, "metric")[0] == "order");
        QCOMPARE(reportTable(ReportSheet::Departures, report).rows.size(), std::size_t(0));
        for (const char* name : {"comparisons", "variants", "reasons", "health", "second_opinions", "departures"}) {
            QVERIFY(parseReportSheet(name));
            QVERIFY(reportSheetNames().find(name) != std::string_view::npos);
        }
        QVERIFY(!parseReportSheet("all"));
    }

    void statisticsHaveARowForEachVariant()
    {
        const Evidence evidence = sample();
        const Timestamp at = dayStart(kFirstDay + 9);
        const json stats = toJson(statsOf(evidence, reportOf(evidence, at), at));
        const Table table = statsTable(stats);
        QCOMPARE(table.rows.size(), std::size_t(4));
        QVERIFY(column(table, "p_value")[0].is_null()); // the control is compared with nothing
        QVERIFY(column(table, "p_value")[1] == stats["metrics"][0]["comparisons"][0]["p_value"]);
        QVERIFY(column(table, "sample_size")[1] == 1500);
    }

    void sumsHaveNamesAndAreExact()
    {
        const Table table = momentsTable(sample());
        QCOMPARE(table.rows.size(), sample().data.cells.size());
        QVERIFY(column(table, "metric")[0] == "(units)" && column(table, "units")[0] == 1500);
        QVERIFY(column(table, "sum")[1] == "150000000"); // of 1e-6
    }

    void histogramsHaveTheirEdges()
    {
        Evidence evidence = sample();
        QVERIFY(histogramsTable(evidence).rows.empty());
        evidence.experiment.metrics.push_back(valueMetric("spend", MetricKind::Sum));
        Histogram histogram;
        for (const std::int64_t value : {-5, 0, 0, 7, 1000}) {
            Moments each = contributionOf(totalsOf(1, value));
            each.units = 1;
            histogram.add(binOf(value), each);
        }
        evidence.data.histograms = Histograms{.asOf = dayStart(kFirstDay), .cells = {{1, 1, 2, histogram}}};
        const Table table = histogramsTable(evidence);
        QVERIFY(column(table, "units") == std::vector<json>({1, 2, 1, 1}));
        const std::vector<json> from = column(table, "from");
        const std::vector<json> to = column(table, "to");
        std::size_t row = 0;
        for (const std::int64_t value : {-5, 0, 7, 1000}) {
            QVERIFY(from[row].get<std::int64_t>() <= value && value < to[row].get<std::int64_t>());
            ++row;
        }
    }

    void aSpreadsheetRunsNothing()
    {
        const std::string csv = csvOf(reportTable(ReportSheet::Comparisons, reportJson()));
        QVERIFY(csv.find(",'=cmd|' /C calc'!A0,") != std::string::npos);
        QVERIFY(csv.find(",=cmd") == std::string::npos);
        const json evil =
            json::array({json::object({{"text", "@SUM(1)"}, {"author", "-1+2"}, {"kind", "+x"}, {"id", "a\"b,c\nd"}}),
                         json::object({{"text", "-1.5"}, {"author", nullptr}})});
        const std::string notes = csvOf(notesTable(evil));
        QCOMPARE(QByteArray::fromStdString(notes),
                 QByteArray("id,at,kind,text,author,created_at\r\n"
                            "\"a\"\"b,c\nd\",,'+x,'@SUM(1),'-1+2,\r\n\"\",,,-1.5,,\r\n"));
    }

    void numbersReadBackAsTheyWere()
    {
        const Table table{.columns = {"x"}, .rows = {{0.1 + 0.2}, {1e-300}, {true}, {json::array({"a", 1})}}};
        QCOMPARE(QByteArray::fromStdString(csvOf(table)),
                 QByteArray("x\r\n0.30000000000000004\r\n1e-300\r\ntrue\r\n\"[\"\"a\"\",1]\"\r\n"));
    }

    void strangeDocumentsAreSurvived()
    {
        for (const char* text : {"{}", "[]", "null", R"({"planned": 7})", R"({"planned": {"metrics": [1]}})",
                                 R"({"health": [null]})", R"({"second_opinions": [{}]})"}) {
            for (const ReportSheet which : {ReportSheet::Comparisons, ReportSheet::Health, ReportSheet::SecondOpinions})
                QVERIFY(!csvOf(reportTable(which, json::parse(text))).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestResultTables)
#include "tst_resulttables.moc"
