// SPDX-License-Identifier: Apache-2.0
// A file analysed in memory and the same file imported into a database give the same statistics, to the last bit.
#include "core/domain/breakdownscodec.h"
#include "core/domain/statisticscodec.h"
#include "core/engine/evidencereader.h"
#include "core/engine/importer.h"
#include "core/engine/unitpasses.h"
#include "core/offline/fileanalysis.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <fstream>
#include <random>

using namespace xp;
using namespace xp::test;
using namespace std::chrono_literals;

class TestSameAsImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void ofARandomFile();
    void ofTheRealFile();

private:
    void compare(ImportOptions options);

    TestDatabases m_databases;
    QTemporaryDir m_folder;
};

void TestSameAsImport::compare(ImportOptions options)
{
    const auto store = openStore(m_databases.migrated());
    const ImportReport imported = must(importFile(*store, options, Actor{.name = "test", .role = Role::Admin}));
    const Experiment& experiment = imported.experiment;
    const SufficientStatistics stored = must(readEvidence(*store, experiment, now())).evidence.data;

    FileAnalysis analysis(DataFile::onDisk(QString::fromStdString(options.path)), options, *experiment.startedAt);
    while (!must(analysis.advance(5ms)))
        ;
    const AnalysedFile file = analysis.take();
    Experiment same = file.evidence.experiment;
    same.id = experiment.id;
    same.salt = experiment.salt;
    same.createdAt = experiment.createdAt;
    QVERIFY(same == experiment);
    QCOMPARE(file.notes, imported.notes);
    const SufficientStatistics& made = file.evidence.data;
    QCOMPARE(made.cells.size(), stored.cells.size());
    QVERIFY(made.cells == stored.cells);
    QVERIFY(made.covariates == stored.covariates);
    QVERIFY(made.histograms && stored.histograms);
    // As JSON, which says what a sum is rather than how its limbs came about.
    Histograms histograms = *made.histograms;
    histograms.asOf = stored.histograms->asOf;
    QVERIFY(toJson(histograms) == toJson(*stored.histograms));
    QCOMPARE(file.segments.size(), options.segmentColumns.size());
    for (const SegmentStatistics& segments : file.segments) {
        SegmentStatistics expected = must(readSegments(*store, experiment, segments.attribute, now()));
        expected.asOf = segments.asOf;
        QVERIFY(toJson(segments) == toJson(expected));
    }
}

void TestSameAsImport::ofARandomFile()
{
    std::mt19937 random(7);
    const auto draw = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    ImportOptions options{.path = m_folder.filePath(QStringLiteral("random.csv")).toStdString(),
                          .key = "random",
                          .unitColumn = "user",
                          .variantColumn = "group",
                          .control = "b",
                          .timeColumn = "at",
                          .covariateColumns = {"before"},
                          .segmentColumns = {"country", "shop"}};
    for (const char* metric : {"won", "again", "visits:count:guardrail", "spend:sum", "balance", "fine:mean"})
        options.metrics.push_back(parseImportMetric(metric));
    std::ofstream file(options.path, std::ios::binary);
    file << "user,group,at,won,again,visits,spend,balance,fine,before,country,shop\n";
    for (int i = 0; i < 7000; ++i) {
        file << "u" << i * 7919 % 100'003 << ',' << std::array{"a", "b", "c"}[std::size_t(draw(3))] << ",2026-02-0"
             << 1 + draw(9) << "T0" << draw(10) << ":00:00Z," << (draw(3) ? "no" : "yes") << ',' << draw(2) << ','
             << draw(5) << ',' << (draw(4) ? 0 : draw(100'000) / 100.0) << ',' << draw(2001) - 1000 << ','
             << (i < 6000 ? "1.5" : "0.1234567") << ',' << draw(1000) / 10.0 - 20 << ','
             << std::array{"DE", "FR", "", "IT"}[std::size_t(draw(4))] << ',' << draw(40) << '\n';
    }
    file.close();
    compare(options);
}

void TestSameAsImport::ofTheRealFile()
{
    const QString path = qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/data/cookie_cats.csv");
    if (!QFile::exists(path))
        QSKIP("skipped: no data");
    ImportOptions options{
        .path = path.toStdString(), .key = "cookie-cats", .unitColumn = "userid", .variantColumn = "version"};
    for (const char* metric : {"retention_1", "retention_7", "sum_gamerounds:mean"})
        options.metrics.push_back(parseImportMetric(metric));
    compare(options);
}

QTEST_GUILESS_MAIN(TestSameAsImport)
#include "tst_sameasimport.moc"
