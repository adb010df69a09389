// SPDX-License-Identifier: Apache-2.0
#include "core/files/filepreview.h"
#include "core/offline/fileanalysis.h"
#include "tests/support/testexperiments.h"

#include <QFile>
#include <QTest>
#include <cmath>

using namespace xp;
using namespace xp::test;
using namespace std::chrono_literals;

namespace {

DataFile fileOf(const QByteArray& text)
{
    return DataFile::inMemory(QStringLiteral("file.csv"), text);
}

/// user, group and what the words name.
ImportOptions optionsFor(std::initializer_list<const char*> metrics)
{
    ImportOptions options{.path = {}, .key = "a-file", .unitColumn = "user", .variantColumn = "group"};
    for (const char* metric : metrics)
        options.metrics.push_back(parseImportMetric(metric));
    return options;
}

Result<AnalysedFile> analysed(DataFile file, ImportOptions options, std::chrono::milliseconds slice = 1h)
{
    FileAnalysis analysis(std::move(file), std::move(options), now());
    for (;;) {
        const auto done = analysis.advance(slice);
        if (!done)
            return Failure(done.error());
        if (*done)
            return analysis.take();
    }
}

const VariantStats& variantOf(const Stats& stats, const char* name)
{
    return *std::ranges::find(stats.variants, std::string(name), &VariantStats::variant);
}

std::string textOf(const Result<AnalysedFile>& result)
{
    return result ? "ok" : result.error().sentence.text;
}

} // namespace

class TestFileAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheNumbersOfTheRealFile();
    void worksInSlices();
    void readsAgainWhatTheFirstRowsDoNotTell();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void namesUnitsThatOccurTwice();
    void holdsNoRows();
    void readsEveryDelimiterAndEncoding_data();
    void readsEveryDelimiterAndEncoding();
    void guessesWhatColumnsAre();
    void guessesTheRealFile();
};

/// The figures of issue 2, as the service's import of the file gives them.
void TestFileAnalysis::givesTheNumbersOfTheRealFile()
{
    const QString path = qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/data/cookie_cats.csv");
    if (!QFile::exists(path))
        QSKIP("skipped: no data");
    ImportOptions options{.path = {}, .key = "cookie-cats", .unitColumn = "userid", .variantColumn = "version"};
    for (const char* metric : {"retention_1", "retention_7", "sum_gamerounds"})
        options.metrics.push_back(parseImportMetric(metric));
    QElapsedTimer timer;
    timer.start();
    const AnalysedFile file = must(analysed(DataFile::onDisk(path), options));
    const Report report = reportOf(file.evidence, now());
    const Stats stats = statsOf(file.evidence, report, now());
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 5000, "too slow");

    QCOMPARE(file.units, 90189);
    QCOMPARE(variantOf(stats, "gate_30").sampleSize, 44700);
    QCOMPARE(variantOf(stats, "gate_40").sampleSize, 45489);
    const auto metric = [&](const char* name) -> const MetricStats& {
        return *std::ranges::find(stats.metrics, std::string(name), &MetricStats::name);
    };
    const MetricStats& retention7 = metric("retention_7");
    QVERIFY(std::abs(*retention7.variants[0].conversionRate - 0.190201) < 5e-7);
    QVERIFY(std::abs(*retention7.variants[1].conversionRate - 0.182000) < 5e-7);
    QVERIFY(std::abs(*retention7.comparisons[0].statistic - -3.16436) < 5e-6);
    QVERIFY(std::abs(*retention7.comparisons[0].pValue - 0.00155425) < 5e-9);
    QVERIFY(std::abs(*metric("retention_1").comparisons[0].pValue - 0.0744097) < 5e-8);
    QVERIFY(std::abs(*metric("sum_gamerounds").comparisons[0].pValue - 0.375924) < 5e-7);
    QVERIFY(std::abs(*stats.sampleRatio.pValue - 0.00860799) < 5e-9);
}

void TestFileAnalysis::worksInSlices()
{
    QByteArray text("user,group,won\n");
    for (int i = 0; i < 20000; ++i)
        text += QByteArray::number(i) + (i % 2 ? ",a," : ",b,") + (i % 3 ? "0\n" : "1\n");
    FileAnalysis analysis(fileOf(text), optionsFor({"won"}), now());
    int slices = 0;
    std::int64_t last = 0;
    for (bool done = false; !done; ++slices) {
        done = must(analysis.advance(1ms));
        QVERIFY(analysis.progress().rows >= last);
        last = analysis.progress().rows;
        QVERIFY(analysis.progress().bytes <= analysis.progress().size);
    }
    QVERIFY(slices > 1);
    QCOMPARE(analysis.progress().size, qint64(text.size()));
    QCOMPARE(analysis.take().units, 20000);
}

void TestFileAnalysis::readsAgainWhatTheFirstRowsDoNotTell()
{
    // 5,000 rows of 0 and 1 and whole numbers, then a 2 and a value that is too fine for millionths.
    QByteArray text("user,group,x,fine\n");
    for (int i = 0; i < 5000; ++i)
        text += QByteArray::number(i) + (i % 2 ? ",a,1,5\n" : ",b,0,7\n");
    text += "last,a,2,0.123456789\n";
    const AnalysedFile file = must(analysed(fileOf(text), optionsFor({"x", "fine"})));
    const std::vector<Metric>& metrics = file.evidence.experiment.metrics;
    QVERIFY(metrics[0].kind == MetricKind::Mean);
    QCOMPARE(metrics[1].resolution, 1e-9);
    int checked = 0;
    for (const MomentCell& cell : file.evidence.data.cells) {
        if (cell.variant == 1 && cell.metric == 0) {
            QCOMPARE(cell.moments.sum[0], 2502 * 1'000'000LL);
            ++checked;
        }
        if (cell.metric == kUnitsOnly) {
            QCOMPARE(cell.moments.units, cell.variant == 1 ? 2501 : 2500);
            ++checked;
        }
    }
    QCOMPARE(checked, 3);
}

void TestFileAnalysis::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QByteArray() << QByteArray("the file is empty");
    QTest::newRow("no rows") << QByteArray("user,group,won\n") << QByteArray("no rows");
    QTest::newRow("a column is missing") << QByteArray("user,group\n1,a\n") << QByteArray("has no column 'won'");
    QTest::newRow("one variant") << QByteArray("user,group,won\n1,a,1\n2,a,0\n") << QByteArray("needs two variants");
    QTest::newRow("a bad value") << QByteArray("user,group,won\n1,a,1\n2,b,perhaps\n")
                                 << QByteArray("line 3, column won: 'perhaps' is neither a number nor");
    QTest::newRow("late") << "user,group,won\n" + QByteArray("").append([] {
        QByteArray rows;
        for (int i = 0; i < 4000; ++i)
            rows += QByteArray::number(i) + ",a,1\n";
        return rows;
    }()) + "x,b,?\n" << QByteArray("line 4002, column won");
    QTest::newRow("ragged") << QByteArray("user,group,won\n1,a,1\n2,b\n") << QByteArray("line 3");
}

void TestFileAnalysis::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, said);
    const std::string error = textOf(analysed(fileOf(text), optionsFor({"won"})));
    QVERIFY2(error.find(said.toStdString()) != std::string::npos, error.c_str());
}

void TestFileAnalysis::namesUnitsThatOccurTwice()
{
    QByteArray text("user,group,won\n");
    for (int i = 0; i < 3000; ++i)
        text += "u" + QByteArray::number(i) + (i % 2 ? ",a,1\n" : ",b,0\n");
    const auto once = analysed(fileOf(text + "u7,a,1\n"), optionsFor({"won"}));
    QCOMPARE(codeOf(once), "duplicate_unit");
    QCOMPARE(textOf(once), "unit 'u7' is in line 9 and again in line 3002; nothing was imported");
    // Each unit many times: ten are named.
    const auto often = analysed(fileOf(text + text.mid(text.indexOf('\n') + 1)), optionsFor({"won"}));
    QCOMPARE(often.error().errors.size(), ImportColumns::kMaxErrors);
    QVERIFY(textOf(often).find("(and 9 or more others)") != std::string::npos);
}

/// What is left of a row are the eight bytes of its fingerprint.
void TestFileAnalysis::holdsNoRows()
{
    UnitFingerprints prints;
    for (int i = 0; i < 200'000; ++i)
        prints.add("unit-" + std::to_string(i % 199'999));
    while (prints.checkNext())
        ;
    QCOMPARE(prints.suspects(), std::vector<std::uint64_t>{UnitFingerprints::of("unit-0")});
}

void TestFileAnalysis::readsEveryDelimiterAndEncoding_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("comma") << QByteArray("user,group,w\xC3\xB6n\n1,a,1\n2,b,0\n");
    QTest::newRow("semicolon") << QByteArray("user;group;w\xC3\xB6n\r\n1;a;1\r\n2;b;0\r\n");
    QTest::newRow("tab") << QByteArray("user\tgroup\tw\xC3\xB6n\n1\ta\t1\n2\tb\t0\n");
    QTest::newRow("pipe") << QByteArray("user|group|w\xC3\xB6n\n1|a|1\n2|b|0\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFuser,group,w\xC3\xB6n\n1,a,1\n2,b,0\n");
    QTest::newRow("latin1, guessed") << QByteArray("user,group,w\xF6n\n1,a,1\n2,b,0\n");
    QByteArray wide("\xFF\xFE");
    for (const QChar c : QStringLiteral("user,group,w\u00F6n\n1,a,1\n2,b,0\n"))
        wide.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
    QTest::newRow("UTF-16") << wide;
}

void TestFileAnalysis::readsEveryDelimiterAndEncoding()
{
    QFETCH(QByteArray, text);
    const FilePreview preview = must(previewOf(fileOf(text)));
    QCOMPARE(preview.columns.size(), 3U);
    QCOMPARE(preview.columns[2].name, "w\xC3\xB6n");
    QVERIFY(preview.isWhole);
    const ImportOptions options = guessedOptions(preview, QStringLiteral("Checkout Test.csv"));
    QCOMPARE(options.key, "checkout-test");
    QCOMPARE(options.name, "Checkout Test");
    QCOMPARE(must(analysed(fileOf(text), options)).evidence.experiment.metrics[0].name, "w\xC3\xB6n");
}

void TestFileAnalysis::guessesWhatColumnsAre()
{
    QByteArray text("country,visitor_id,treatment,exposed_at,purchased,revenue,pre_revenue,note\n");
    for (int i = 0; i < 40; ++i)
        text += (i % 3 ? "DE" : "FR") + QByteArray(",v") + QByteArray::number(i) +
                (i % 2 ? ",control,2026-03-01 10:00:00,yes,1.5," : ",new,2026-03-02,no,0,") + QByteArray::number(i) +
                ",text " + QByteArray::number(i) + "\n";
    const FilePreview preview = must(previewOf(fileOf(text)));
    using Kind = ColumnLook::Kind;
    const std::vector<Kind> kinds{Kind::Text,  Kind::Text,    Kind::Text,  Kind::Time,
                                  Kind::YesNo, Kind::Decimal, Kind::Whole, Kind::Text};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        QVERIFY2(preview.columns[i].kind == kinds[i], preview.columns[i].name.c_str());
    const ImportOptions options = guessedOptions(preview, QStringLiteral("a.csv"));
    QCOMPARE(options.unitColumn, "visitor_id");
    QCOMPARE(options.variantColumn, "treatment");
    QCOMPARE(options.timeColumn, "exposed_at");
    QCOMPARE(options.covariateColumns, std::vector<std::string>{"pre_revenue"});
    QCOMPARE(options.segmentColumns, std::vector<std::string>{"country"});
    QCOMPARE(options.metrics.size(), 2U);
    QCOMPARE(options.metrics[0].column, "purchased");
    QCOMPARE(options.metrics[1].column, "revenue");
    const AnalysedFile file = must(analysed(fileOf(text), options));
    QCOMPARE(file.segments.size(), 1U);
    QCOMPARE(file.segments[0].segments[0].value, "DE");
    QVERIFY(!file.evidence.data.covariates.empty());
}

void TestFileAnalysis::guessesTheRealFile()
{
    const QString path = qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/data/cookie_cats.csv");
    if (!QFile::exists(path))
        QSKIP("skipped: no data");
    const ImportOptions options = guessedOptions(must(previewOf(DataFile::onDisk(path))), path);
    QCOMPARE(options.unitColumn, "userid");
    QCOMPARE(options.variantColumn, "version");
    QCOMPARE(options.key, "cookie-cats");
    QCOMPARE(options.metrics.size(), 3U);
}

QTEST_GUILESS_MAIN(TestFileAnalysis)
#include "tst_fileanalysis.moc"
