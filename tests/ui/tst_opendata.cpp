// SPDX-License-Identifier: Apache-2.0
// From a file to its verdict, in the real window, as a person would.
#include "core/files/bundle.h"
#include "core/offline/offlinebackend.h"
#include "tests/ui/samples.h"
#include "ui/data/datapage.h"
#include "ui/mainwindow.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/startpage.h"
#include "ui/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

Result<std::unique_ptr<Backend>> noService(const QString&, const QString&)
{
    return fail(ErrorCode::Invalid, "bad_address", "There is no service in this test");
}

} // namespace

class TestOpenData : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    template <typename T>
    T* child(const char* name = "")
    {
        auto* widget = m_window->findChild<T*>(QLatin1String(name));
        return widget ? widget : m_window->findChild<T*>();
    }

    QString fileOf(const char* name, const QByteArray& content)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }

    /// By the button of the start page and the dialog it opens: two of the person's actions.
    void openByDialog(const QString& path)
    {
        QTest::mouseClick(child<QPushButton>("openTable"), Qt::LeftButton);
        QTRY_VERIFY(m_window->findChild<QFileDialog*>());
        auto* dialog = m_window->findChild<QFileDialog*>();
        dialog->selectFile(path);
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(child<DataPage>()->isVisible());
    }

    QString message()
    {
        QStringList texts;
        for (const QLabel* label : child<DataPage>()->findChildren<QLabel*>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        QCoreApplication::setApplicationName(QStringLiteral("test"));
        Theme::instance().apply(ThemeChoice::Light);
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>(noService);
        m_window->resize(1280, 820);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    /// Open, choose, analyse: three actions, and the numbers are those of the service's import.
    void leadsFromTheRealFileToItsVerdict()
    {
        const QString path = qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/data/cookie_cats.csv");
        if (!QFile::exists(path))
            QSKIP("skipped: no data");
        QElapsedTimer timer;
        timer.start();
        openByDialog(path);
        QTest::mouseClick(child<QPushButton>("analyse"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(child<ExperimentPage>()->isVisible(), 10'000);
        auto* results = child<TableView>("results");
        QTRY_COMPARE(results->model()->rowCount(), 3);
        QTRY_VERIFY(!child<Banner>("decision")->text().contains(QLatin1String("Loading")));
        qInfo("from the file to its verdict in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(timer.elapsed() < 5000, "too slow");

        const auto id = child<ExperimentPage>()->experimentId();
        std::optional<Stats> stats;
        m_window->session()->backend().stats(id).then(this, [&](const Result<Stats>& answer) { stats = *answer; });
        QTRY_VERIFY(stats);
        const auto metric = [&](const char* name) -> const MetricStats& {
            return *std::ranges::find(stats->metrics, std::string(name), &MetricStats::name);
        };
        QVERIFY(std::abs(*metric("retention_7").comparisons[0].statistic - -3.16436) < 5e-6);
        QVERIFY(std::abs(*metric("retention_7").comparisons[0].pValue - 0.00155425) < 5e-9);
        QVERIFY(std::abs(*metric("retention_1").comparisons[0].pValue - 0.0744097) < 5e-8);
        QVERIFY(std::abs(*metric("sum_gamerounds").comparisons[0].pValue - 0.375924) < 5e-7);
    }

    void saysWhatIsMissing()
    {
        openByDialog(fileOf("plain.csv", "name,score\nanna,1.5\nbert,2.5\n"));
        QVERIFY(!child<QPushButton>("analyse")->isEnabled());
        QVERIFY(message().contains(QLatin1String("Say which column is the")));
    }

    void namesABadRowBesideTheButton()
    {
        QByteArray rows("user,variant,won\n");
        for (int i = 0; i < 6000; ++i)
            rows += QByteArray::number(i) + (i % 2 ? ",a,1\n" : ",b,0\n");
        openByDialog(fileOf("bad.csv", rows + "last,a,perhaps\n"));
        QTest::mouseClick(child<QPushButton>("analyse"), Qt::LeftButton);
        QTRY_VERIFY(message().contains(QLatin1String("ine 6002, column won")));
        QVERIFY(child<QPushButton>("analyse")->isEnabled());
    }

    void canBeCancelled()
    {
        QByteArray rows("user,variant,won\n");
        for (int i = 0; i < 300'000; ++i)
            rows += QByteArray::number(i) + (i % 2 ? ",a,1\n" : ",b,0\n");
        openByDialog(fileOf("large.csv", rows));
        QTest::mouseClick(child<QPushButton>("analyse"), Qt::LeftButton);
        QVERIFY(child<DataPage>()->isRunning());
        child<DataPage>()->cancel();
        QVERIFY(!child<DataPage>()->isRunning());
        QTest::qWait(50);
        QVERIFY(child<DataPage>()->isVisible());
        QVERIFY(child<QPushButton>("analyse")->isEnabled());
    }

    void neverRemembersAPassword()
    {
        LocalSources sources;
        sources.database = [](const QString& place) -> Result<std::unique_ptr<Backend>> {
            return std::unique_ptr<Backend>(
                std::make_unique<OfflineBackend>(place, std::vector<OfflineBackend::Item>()));
        };
        m_window->offer(sources);
        m_window->openPlace(QStringLiteral("postgresql://anna:secret@db.example:5432/xp"));
        QTRY_COMPARE(QSettings().value(QStringLiteral("recent")).toStringList(),
                     QStringList{QStringLiteral("postgresql://anna@db.example:5432/xp")});
    }

    /// A bundle is shown as it was at its moment; one that was changed says so.
    void opensAnEvidenceBundle()
    {
        Evidence evidence;
        evidence.experiment = test::sampleExperiment(1);
        const std::string bytes = *writeBundle({.evidence = evidence, .at = now(), .version = "1.0.0"});
        QSignalSpy signedIn(m_window.get(), &MainWindow::signedIn);
        m_window->openPlace(fileOf("evidence.zip", QByteArray::fromStdString(bytes)));
        QTRY_VERIFY(child<ExperimentPage>()->isVisible());
        QCOMPARE(m_window->session()->backend().place(), QStringLiteral("evidence.zip, checked"));
        QVERIFY(child<Banner>("checkBanner")->isVisible());
        QVERIFY(child<Banner>("checkBanner")->text().startsWith(QLatin1String("Every number recomputed and equal.")));
        // What can only be refused is not offered, and nothing is said to be live.
        for (const QPushButton* button : child<ExperimentPage>()->findChildren<QPushButton*>()) {
            for (const char* word : {"Pause", "Stop", "Resume", "Archive", "Start", "Traffic"})
                QVERIFY2(!button->isVisible() || !button->text().startsWith(QLatin1String(word)),
                         qPrintable(button->text()));
        }
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            if (action->objectName() == QLatin1String("stop") || action->objectName() == QLatin1String("traffic"))
                QVERIFY(!action->isEnabled());
        }
        QStringList labels;
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            labels << label->text();
        QVERIFY(labels.join(u' ').contains(QLatin1String("from a file")));
        QVERIFY(!labels.join(u' ').contains(QLatin1String(" live,")));
        QCOMPARE(signedIn.size(), 0); // or a page would forget the token of its service

        auto files = bundleFiles({.evidence = evidence, .at = now(), .version = "1.0.0"});
        files.back().content += "more";
        m_window->openPlace(fileOf("changed.zip", QByteArray::fromStdString(*writeZip(files))));
        QTRY_COMPARE(m_window->session()->backend().place(), QStringLiteral("changed.zip, not as written"));
        QTRY_VERIFY(m_window->findChild<QMessageBox*>());
        QVERIFY(m_window->findChild<QMessageBox*>()->informativeText().contains(QLatin1String("README.txt")));
        QVERIFY(
            child<Banner>("checkBanner")->text().startsWith(QLatin1String("changed.zip is not as it was written.")));
        QVERIFY(child<Banner>("checkBanner")->text().contains(QLatin1String("README.txt")));
    }

    void saysWhyABundleCannotBeReadAndStaysWhereItIs()
    {
        openByDialog(fileOf("good.csv", "user,variant,won\n1,a,1\n2,b,0\n"));
        QTRY_VERIFY(child<DataPage>()->isVisible());
        m_window->openPlace(fileOf("other.zip", QByteArray::fromStdString(*writeZip({{"a.txt", "a"}}))));
        QTRY_VERIFY(m_window->findChild<QMessageBox*>());
        const QString said = m_window->findChild<QMessageBox*>()->text();
        QVERIFY2(said.contains(QLatin1String("not an evidence bundle")), qPrintable(said));
        QVERIFY(child<DataPage>()->isVisible());
    }

    void remembersTheFile()
    {
        const QString path = fileOf("again.csv", "user,variant,won\n1,a,1\n2,b,0\n");
        openByDialog(path);
        QCOMPARE(QSettings().value(QStringLiteral("recent")).toStringList(), QStringList{path});
    }
};

QTEST_MAIN(TestOpenData)
#include "tst_opendata.moc"
