// SPDX-License-Identifier: Apache-2.0
// What leaves the studio: tables as text, charts as pictures, reports as PDF.
#include "tests/ui/samples.h"
#include "ui/charts/rateschart.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/models/linesmodel.h"
#include "ui/models/resultsmodel.h"
#include "ui/report/pdfreport.h"
#include "ui/share/savefile.h"
#include "ui/share/tabletext.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/titledcard.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

/// The words of a PDF as a reader finds them, page after page; nothing where the tool is not there.
std::optional<QString> pdfText(const QByteArray& pdf)
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty())
        return std::nullopt;
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("report.pdf"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return QString();
    file.close();
    QProcess process;
    process.start(
        tool, {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), name, QStringLiteral("-")});
    process.waitForFinished();
    QString words = QString::fromUtf8(process.readAllStandardOutput());
    for (const ushort space : {0x202f, 0x00a0})
        words.replace(QChar(space), QLatin1Char(' '));
    return words;
}

ReportContent sampleContent()
{
    ReportContent content{.experiment = test::sampleExperiment(1)};
    content.stats = test::sampleStats(content.experiment);
    Report report{.time = now(), .experimentId = content.experiment.id, .fingerprint = std::string(64, 'a')};
    report.health.push_back({HealthCheck::State::Passed, {"split_as_planned", {}, "Units are split as planned."}});
    report.health.push_back({HealthCheck::State::Warning, {"x", {}, "Something is worth a look."}});
    content.report = std::move(report);
    content.notes.push_back({.id = "1", .kind = NoteKind::Conclusion, .at = now(), .text = "It sells more."});
    for (int day = 1; day <= 5; ++day) {
        for (const Variant& variant : content.experiment.variants) {
            SeriesRow row{.time = *content.experiment.startedAt + std::chrono::hours(12 * day),
                          .metric = "purchase",
                          .variant = variant.name,
                          .units = 1000 * day};
            if (variant.name != "control") {
                row.lift = 0.1;
                row.liftLower = 0.02;
                row.liftUpper = 0.18;
                row.pValue = 0.04;
            }
            content.series.push_back(row);
        }
    }
    return content;
}

} // namespace

class TestShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::instance().apply(ThemeChoice::Light);
    }

    void aFileHoldsNumbersAndNotWhatIsShown()
    {
        ResultsModel model;
        model.setStats(test::sampleStats(test::sampleExperiment(1)));
        TableView table;
        table.setModel(&model);
        const QStringList lines = table.csv().split(QStringLiteral("\r\n"));
        QVERIFY(lines[0].contains(QStringLiteral("Lift with its interval: low,Lift with its interval: high")));
        QCOMPARE(lines.size(), 4 + 2); // headings of roles are no rows
        const QStringList purchase = lines[1].split(QLatin1Char(','));
        QCOMPARE(purchase[0], QStringLiteral("purchase"));
        QCOMPARE(purchase[2].toDouble(), 0.1);
        QCOMPARE(purchase[3].toDouble(), 0.11);
        QVERIFY(purchase[4].toDouble() > 0 && purchase[5].toDouble() < 0.2); // the interval's ends
        QVERIFY(!table.csv().contains(QLatin1Char('%')));
    }

    void timesAreIsoInAFile()
    {
        LinesModel model({QStringLiteral("When"), QStringLiteral("What")});
        model.setLines({{QStringLiteral("1"),
                         {QStringLiteral("2 May, 10:00"), QStringLiteral("=cmd()")},
                         {},
                         {QStringLiteral("2026-05-02T04:15:00Z"), QStringLiteral("=cmd()")}}});
        TableView table;
        table.setModel(&model);
        QCOMPARE(table.csv(), QStringLiteral("When,What\r\n2026-05-02T04:15:00Z,'=cmd()\r\n"));
        table.copySelection(); // nothing selected: all of it, as it is shown
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("When\tWhat\n2 May, 10:00\t=cmd()\n"));
    }

    void markdownIsATable()
    {
        const TableText table{{QStringLiteral("a"), QStringLiteral("n")},
                              {{QStringLiteral("x|y"), QStringLiteral("1")}, {QStringLiteral("two\nlines"), {}}},
                              {false, true}};
        QCOMPARE(toMarkdown(table), QStringLiteral("| a | n |\n| --- | ---: |\n| x\\|y | 1 |\n| two<br>lines |  |\n"));
    }

    void onlySelectedRowsAreCopied()
    {
        LinesModel model({QStringLiteral("a")});
        model.setLines(
            {{QStringLiteral("1"), {QStringLiteral("one")}, {}}, {QStringLiteral("2"), {QStringLiteral("two")}, {}}});
        TableView table;
        table.setModel(&model);
        table.selectRow(1);
        table.copyAsMarkdown();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("| a |\n| --- |\n| two |\n"));
        table.copyAsCsv();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("a\r\ntwo\r\n"));
    }

    void aChartIsSavedAsDrawingAndPicture()
    {
        auto* chart = new RatesChart;
        const Stats stats = test::sampleStats(test::sampleExperiment(1));
        chart->show(variantPoints(stats.metrics[1], 0.95), true);
        TitledCard card(QStringLiteral("Conversion rate"), QStringLiteral("purchase"), chart);
        card.resize(500, 300);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        const Picture picture{QStringLiteral("Conversion rate"), QStringLiteral("purchase"), chart};
        const QString svg = QString::fromUtf8(svgOf(picture));
        QVERIFY(svg.contains(QStringLiteral("<svg")));
        QVERIFY(svg.contains(QStringLiteral("Conversion rate</text>")));
        QVERIFY(!svg.contains(QStringLiteral("<image"))); // no pixels in it
        for (const char* name : {">control</text>", ">treatment-1</text>"})
            QVERIFY2(svg.contains(QString::fromLatin1(name)), name); // whole
        const QImage image = QImage::fromData(pngOf(picture));
        QCOMPARE(image.size(), picture.size() * 2);
        card.copyPicture();
        QVERIFY(!QApplication::clipboard()->image().isNull());
    }

    void aTableIsSavedWhereOneSays()
    {
        QTemporaryDir folder;
        LinesModel model({QStringLiteral("a")});
        model.setLines({{QStringLiteral("1"), {QStringLiteral("one")}, {}}});
        TableView table;
        table.setModel(&model);
        table.setAccessibleName(QStringLiteral("Audit log: all"));
        table.show();
        table.saveAsCsv();
        auto* dialog = table.findChild<QFileDialog*>();
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), QStringLiteral("Audit-log-all.csv"));
        Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("a.csv")));
        QFile file(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("a\r\none\r\n"));
    }

    void thePdfOfAnExperimentSaysIt()
    {
        Theme::instance().apply(ThemeChoice::Dark); // paper is white whatever the screen is
        const QByteArray pdf = experimentPdf(sampleContent(), now());
        QVERIFY(Theme::tokens().dark);
        Theme::instance().apply(ThemeChoice::Light);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(!pdf.contains("/Subtype /Image")); // charts are lines
        const auto words = pdfText(pdf);
        if (!words)
            QSKIP("skipped: no pdftotext");
        for (const char* said :
             {"Experiment 1", "Ship 'treatment-1':", "purchase is better.", "Results", "+10.0 %", "Better", "Worse",
              "Sample size", "Over time", "Health", "✓ Passed", "Units are split as planned.", "It sells more.", "Plan",
              "one look", "page 1", "aaaaaaaaaaaa"})
            QVERIFY2(words->contains(QString::fromUtf8(said)), said);
        QVERIFY2(!words->contains(QStringLiteral("…  ")) && words->contains(QStringLiteral("< 0.0001")),
                 "a number or a name is cut");
        QCOMPARE(words->count(QStringLiteral("+10.0 %")), 6); // the card, four rows of the table, the chart's line
    }

    void thePdfOfThePortfolioHasItsTableAndEachExperiment()
    {
        ExperimentListModel model;
        std::vector<Experiment> experiments;
        for (int i = 1; i <= 40; ++i)
            experiments.push_back(test::sampleExperiment(i));
        model.setExperiments(experiments);
        model.setStats(test::sampleStats(experiments[0]));
        const auto words = pdfText(portfolioPdf(model, {sampleContent()}, now()));
        if (!words)
            QSKIP("skipped: no pdftotext");
        QVERIFY(words->contains(QStringLiteral("Portfolio")));
        QVERIFY(words->contains(QStringLiteral("Experiment 40"))); // on a later page
        QVERIFY(words->contains(QStringLiteral("page 3")));
        QVERIFY(words->count(QStringLiteral("Decision")) >= 2); // its header on each page of the table
    }

    void fileNames()
    {
        QCOMPARE(fileNameOf(QStringLiteral("  Über: the/whole ")), QStringLiteral("Über-the-whole"));
        QCOMPARE(fileNameOf(QStringLiteral("../..")), QStringLiteral("table"));
    }
};

QTEST_MAIN(TestShare)
#include "tst_share.moc"
