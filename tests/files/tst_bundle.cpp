// SPDX-License-Identifier: Apache-2.0
#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/files/bundlecheck.h"
#include "tests/analysis/databuilder.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <functional>
#include <map>

using namespace xp;
using namespace xp::test;
using nlohmann::json;

namespace {

Bundle sample()
{
    Experiment e = experimentWith({{"control", 0.4}, {"=b", 0.3}, {"c", 0.3}});
    e.metrics = {conversion("order", MetricRole::Primary), conversion("refund", MetricRole::Guardrail),
                 valueMetric("spend", MetricKind::Sum), valueMetric("basket", MetricKind::Mean)};
    Plan plan = defaultPlan(e);
    plan.method = Method::GroupSequential;
    plan.unitsPerVariant = 3000;
    plan.smallestEffect = 0.1;
    plan.looks = evenLooks(3);
    e.frozenPlan = plan;
    DataBuilder data;
    for (std::int16_t v = 0; v < 3; ++v) {
        for (std::int32_t day = kFirstDay; day < kFirstDay + 8; ++day) {
            data.addRate({.variant = v, .day = day}, 0, 200, 30 + 5 * v + day % 3);
            data.addConverted({.variant = v, .day = day}, 1, 11);
            for (int i = 0; i < 60; ++i) {
                data.addTotals({.variant = v, .day = day}, 2, totalsOf(1, 1'000'000 * (10 + i % 7 + v)));
                data.addTotals({.variant = v, .day = day}, 3, totalsOf(1 + i % 3, 1'000'000 * (20 + i % 11)));
            }
        }
    }
    e.trafficAllocation = 0.8;
    return {{e, data.build(), {}, {}},
            dayStart(kFirstDay + 9),
            XP_VERSION,
            {{dayStart(kFirstDay + 1), 0.1, 0.5}, {dayStart(kFirstDay + 3), 0.5, 0.8}}};
}

/// The files of the sample, one of them changed by `change`, the manifest told so when `resealed`.
std::string changed(const std::string& name, const std::function<void(std::string&)>& change, bool resealed)
{
    std::vector<ZipEntry> files = bundleFiles(sample());
    json manifest = json::parse(files.front().content);
    for (ZipEntry& file : files) {
        if (file.name != name)
            continue;
        change(file.content);
        if (resealed && name != bundlefiles::kManifest)
            manifest["files"][name] = {{"bytes", file.content.size()}, {"sha256", sha256Of(file.content)}};
    }
    if (name != bundlefiles::kManifest)
        files.front().content = manifest.dump();
    return *writeZip(files);
}

/// What is wrong with it, a line each.
std::string wrong(const std::string& zip)
{
    const auto checked = checkBundle(zip);
    if (!checked)
        return checked.error().sentence.code + ": " + checked.error().sentence.text;
    std::string lines;
    for (const Sentence& difference : checked->differences)
        lines += difference.text + "\n";
    return lines;
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBundleIsRight()
    {
        const auto zip = writeBundle(sample());
        QVERIFY(zip);
        const auto checked = checkBundle(*zip);
        QVERIFY(checked);
        QCOMPARE(wrong(*zip), std::string());
        QVERIFY(checked->numbers > 500);
        QVERIFY(checked->bundle.evidence.experiment == sample().evidence.experiment);
        QVERIFY(xp::toJson(checked->bundle.evidence) == xp::toJson(sample().evidence)); // cells in whatever order
        QCOMPARE(checked->bundle.at, sample().at);
        QVERIFY(checked->bundle.traffic == sample().traffic);
        // Packed anew by another program it is the same bundle.
        QCOMPARE(wrong(*writeZip(*readZip(*zip))), std::string());
    }

    void theFilesSayWhatTheyShould()
    {
        const Bundle bundle = sample();
        const std::vector<ZipEntry> files = bundleFiles(bundle);
        std::map<std::string, std::string> byName;
        for (const ZipEntry& file : files)
            byName[file.name] = file.content;
        QCOMPARE(byName.size(), std::size_t(8));
        const json manifest = json::parse(byName["manifest.json"]);
        QCOMPARE(manifest["plan_fingerprint"].get<std::string>(),
                 fingerprintOf(*bundle.evidence.experiment.frozenPlan));
        QCOMPARE(sha256Of(byName["plan.json"]), fingerprintOf(*bundle.evidence.experiment.frozenPlan));
        QCOMPARE(manifest["engine"]["version"].get<std::string>(), std::string(XP_VERSION));
        QCOMPARE(manifest["files"].size(), byName.size() - 1);
        for (const auto& [name, sum] : manifest["files"].items())
            QCOMPARE(sum["sha256"].get<std::string>(), sha256Of(byName[name]));
        QCOMPARE(json::parse(byName["allocation.json"])["epochs"][0]["allocations"]["=b"].get<double>(), 0.3);
        const json traffic = json::parse(byName["allocation.json"])["traffic_changes"];
        QCOMPARE(traffic.size(), std::size_t(2));
        QCOMPARE(traffic[1]["to"].get<double>(), 0.8);
        QVERIFY(json::parse(byName["report.json"]) == json::parse(toJson(reportOf(bundle.evidence, bundle.at)).dump()));
        // A row for each cell; a name that a spreadsheet would run is not one there.
        const std::string& table = byName["sufficient-statistics.csv"];
        QCOMPARE(std::ranges::count(table, '\n'), std::ptrdiff_t(bundle.evidence.data.cells.size() + 1));
        QVERIFY(table.find(",'=b,") != std::string::npos && table.find(",=b,") == std::string::npos);
    }

    void nobodyIsNamedInIt()
    {
        Bundle bundle = sample();
        Experiment& e = bundle.evidence.experiment;
        const json people{{"attribute", "id"}, {"operator", "in"}, {"values", {"secret-user"}}};
        e.enrolment.forced = {{"secret-user", "c"}};
        e.enrolment.targeting = people;
        e.enrolment.exclude = people;
        e.enrolment.savedSegments = {{"secret-segment", people}};
        e.salt = "seed-1";
        const std::vector<ZipEntry> files = bundleFiles(bundle);
        for (const ZipEntry& file : files)
            QVERIFY2(file.content.find("secret") == std::string::npos, file.name.c_str());
        QCOMPARE(wrong(*writeZip(files)), std::string());
        const auto read = checkBundle(*writeZip(files));
        QVERIFY(read);
        const Evidence& evidence = read->bundle.evidence;
        QCOMPARE(evidence.experiment.salt, e.salt);                // the studio splits made-up ids by it
        QVERIFY(!evidence.experiment.enrolment.exclude.is_null()); // the report says that a rule left out nobody
        QVERIFY(toJson(reportOf(evidence, bundle.at)) == toJson(reportOf(bundle.evidence, bundle.at)));
        QVERIFY(toJson(evidence) == toJson(bundle.evidence));
    }

    void aBundleThatStillNamesPeopleIsRight()
    {
        const auto asWrittenBefore = [](std::string& content) {
            json statistics = json::parse(content);
            const json people{{"attribute", "id"}, {"operator", "in"}, {"values", {"alice"}}};
            statistics["experiment"].update(
                {{"forced", {{"alice", "c"}}}, {"targeting", people}, {"saved_segments", {{"friends", people}}}});
            content = statistics.dump();
        };
        const std::string zip = changed(bundlefiles::kStatistics, asWrittenBefore, true);
        QCOMPARE(wrong(zip), std::string());
        QCOMPARE(checkBundle(zip)->bundle.evidence.experiment.enrolment.forced.size(), std::size_t(1));
    }

    void aChangedNumberIsFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("pattern"); // its first capture is a number
        QTest::addColumn<QString>("where");
        QTest::newRow("a p-value") << "report.json"
                                   << "\"p_value\": (0\\.[0-9]+)"
                                   << "report.json: .*p_value says ";
        QTest::newRow("an estimate") << "report.json"
                                     << "\"lift\": (-?0\\.[0-9]+)"
                                     << "report.json: .*lift says ";
        QTest::newRow("a count") << "report.json"
                                 << "\"units\": ([0-9]+)"
                                 << "report.json: .*units says ";
        QTest::newRow("single-look numbers") << "stats.json"
                                             << "\"p_value\": (0\\.[0-9]+)"
                                             << "stats.json: .*p_value";
        QTest::newRow("a share of the split") << "allocation.json"
                                              << "\"control\": (0\\.4)"
                                              << "allocation.json: epochs.0..allocations.control says ";
        QTest::newRow("the plan's level") << "plan.json"
                                          << "\"level\":(0\\.05)"
                                          << "plan.json: level says ";
        QTest::newRow("the table") << "sufficient-statistics.csv"
                                   << "order,1e-06,[0-9]+,([0-9]+)"
                                   << "sufficient-statistics.csv: line [0-9]+ says ";
        QTest::newRow("the fingerprint") << "manifest.json"
                                         << "\"plan_fingerprint\": \"[a-f]*([0-9])"
                                         << "manifest.json: plan_fingerprint says ";
        QTest::newRow("a file's size") << "manifest.json"
                                       << "\"report.json\": \\{\\s*\"bytes\": ([0-9]+)"
                                       << "manifest.json: files.report.json.bytes says ";
        QTest::newRow("the sums themselves") << "sufficient-statistics.json"
                                             << "\"moments\".*?-2,\\s*\"2024-10-04\",\\s*([0-9]+)"
                                             << "sufficient-statistics.csv: line [0-9]+ says .*\nreport.json: ";
    }
    void aChangedNumberIsFound()
    {
        QFETCH(QString, file);
        QFETCH(QString, pattern);
        QFETCH(QString, where);
        const auto change = [&](std::string& content) {
            QString text = QString::fromStdString(content);
            const QRegularExpression number(pattern, QRegularExpression::DotMatchesEverythingOption);
            const auto match = number.match(text);
            QVERIFY(match.hasMatch());
            QString other = match.captured(1);
            QChar& digit = other[std::min<qsizetype>(other.size() - 1, 4)]; // not one of the last of a double
            digit = digit == QLatin1Char('3') ? QLatin1Char('4') : QLatin1Char('3');
            content = text.replace(match.capturedStart(1), match.capturedLength(1), other).toStdString();
        };
        for (const bool resealed : {false, true}) {
            const std::string said = wrong(changed(file.toStdString(), change, resealed));
            const QRegularExpression expected(QLatin1Char('^') + where, QRegularExpression::DotMatchesEverythingOption);
            QVERIFY2(expected.match(QString::fromStdString(said)).hasMatch() ||
                         (!resealed && said.starts_with(file.toStdString() + " is not the file that was written")),
                     said.c_str());
            const bool checksum = said.find("is not the file that was written") != std::string::npos;
            QCOMPARE(checksum, !resealed && file != QStringLiteral("manifest.json"));
        }
    }

    void aChangeBetweenTheNumbersIsFound()
    {
        const auto blank = [](std::string& content) { content += "\n"; };
        const std::string said = wrong(changed("report.json", blank, false));
        QVERIFY2(said.starts_with("report.json is not the file that was written"), said.c_str());
        QCOMPARE(std::ranges::count(said, '\n'), 1);
    }

    void filesThatAreMissingOrTooMany()
    {
        std::vector<ZipEntry> files = bundleFiles(sample());
        std::vector<ZipEntry> fewer = files;
        std::erase_if(fewer, [](const ZipEntry& f) { return f.name == bundlefiles::kReport; });
        QCOMPARE(wrong(*writeZip(fewer)), std::string("report.json is missing\n"));
        files.push_back({"run-me.sh", "echo"});
        QCOMPARE(wrong(*writeZip(files)), std::string("run-me.sh does not belong to a bundle\n"));
    }

    void whatIsNoBundleIsSaid()
    {
        QVERIFY(wrong("nothing").starts_with("bad_zip"));
        QVERIFY(wrong(*writeZip({{"a", "b"}})).starts_with("not_a_bundle: This is not an evidence bundle: it has no"));
        const auto broken = [](std::string& content) { content = "{"; };
        for (const char* file : {bundlefiles::kManifest, bundlefiles::kStatistics}) {
            const std::string said = wrong(changed(file, broken, true));
            QVERIFY2(said.starts_with("not_a_bundle") && said.find(file) != std::string::npos, said.c_str());
        }
        const auto later = [](std::string& content) { content.replace(content.find("\"format\": 1") + 10, 1, "9"); };
        QVERIFY(wrong(changed(bundlefiles::kManifest, later, true)).starts_with("bundle_format"));
    }

    void anyStatisticsAreSurvived()
    {
        std::uint32_t state = 11;
        for (int round = 0; round < 100; ++round) {
            const auto damage = [&](std::string& content) {
                for (int i = 0; i < 40; ++i) {
                    state = state * 1664525u + 1013904223u;
                    char& c = content[(state >> 4) % content.size()];
                    if (c >= '0' && c <= '9')
                        c = static_cast<char>('0' + (state >> 28) % 10);
                }
            };
            // Other sums, or none that can be read: something is said, and nothing crashes.
            QVERIFY(!wrong(changed(bundlefiles::kStatistics, damage, true)).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestBundle)
#include "tst_bundle.moc"
