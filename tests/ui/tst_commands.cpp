// SPDX-License-Identifier: Apache-2.0
// The command palette, the settings, the words of statistics, and what can be done to several experiments at once.
#include "tests/ui/samples.h"
#include "tests/ui/servedbackend.h"
#include "ui/help/termsdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/portfoliopage.h"
#include "ui/palette/commandpalette.h"
#include "ui/session.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>

using namespace xp;
using namespace xp::ui;

class TestCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    /// A visible button by its beginning.
    QPushButton* button(const QString& text)
    {
        for (auto* candidate : m_window->findChildren<QPushButton*>()) {
            if (candidate->isVisible() && candidate->text().startsWith(text))
                return candidate;
        }
        return nullptr;
    }

    CommandPalette* openPalette()
    {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return nullptr;
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        return m_window->findChild<CommandPalette*>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        QCoreApplication::setApplicationName(QStringLiteral("commands"));
        Theme::instance().apply(ThemeChoice::Light);
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>([](const QString&, const QString&) -> Result<std::unique_ptr<Backend>> {
            std::vector<OfflineBackend::Item> items(3);
            for (int i = 0; i < 3; ++i)
                items[std::size_t(i)].evidence.experiment = test::sampleExperiment(i + 1);
            items[2].evidence.experiment.tags = {"checkout"};
            return std::unique_ptr<Backend>(std::make_unique<test::ServedBackend>(QStringLiteral("test"), items));
        });
        m_window->resize(1280, 820);
        m_window->show();
        m_window->connectTo(QStringLiteral("test"), {});
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_window->findChild<PortfolioPage*>()->isVisible());
    }

    void cleanup() { m_window.reset(); }

    void findsByEveryWordAndRanksBeginnings()
    {
        CommandModel model({{QStringLiteral("Copy"), {}, {}},
                            {QStringLiteral("Theme: Dark"), {}, {}},
                            {QStringLiteral("Darken the room"), {}, {}},
                            {QStringLiteral("A semidarkness"), {}, {}}});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 4);
        model.setText(QStringLiteral("dark"));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.at(0).title, QStringLiteral("Darken the room"));
        QCOMPARE(model.at(1).title, QStringLiteral("Theme: Dark"));
        model.setText(QStringLiteral("DARK theme"));
        QCOMPARE(model.rowCount(), 1);
        model.setText(QStringLiteral("nothing of this name"));
        QCOMPARE(model.rowCount(), 0);
    }

    /// Ctrl+K, some letters, Return: the experiment is open.
    void thePaletteOpensAnExperiment()
    {
        CommandPalette* palette = openPalette();
        QVERIFY(palette);
        auto* line = palette->findChild<QLineEdit*>();
        QTest::keyClicks(line, QStringLiteral("experiment 2"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<ExperimentPage*>()->isVisible());
        QCOMPARE(m_window->findChild<ExperimentPage*>()->experimentId(), QStringLiteral("id-2"));
        QTRY_VERIFY(!m_window->findChild<CommandPalette*>());
        // On that page its tabs are commands.
        palette = openPalette();
        QVERIFY(palette);
        line = palette->findChild<QLineEdit*>();
        QTest::keyClicks(line, QStringLiteral("assignments"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<QLineEdit*>(QStringLiteral("assignedUser"))->isVisible());
    }

    void thePaletteLeavesWithEscapeAndSaysWhenNothingIsFound()
    {
        CommandPalette* palette = openPalette();
        auto* line = palette->findChild<QLineEdit*>();
        QTest::keyClicks(line, QStringLiteral("xyzzy"));
        QVERIFY(!palette->findChild<QListView*>()->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(palette->isVisible());
        QTest::keyClick(line, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<CommandPalette*>());
    }

    void settingsAreKeptAndUsed()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto* dialog = m_window->findChild<SettingsDialog*>();
        QVERIFY(dialog);
        auto* theme = dialog->findChild<QComboBox*>();
        theme->setCurrentIndex(theme->findData(int(ThemeChoice::Dark)));
        dialog->findChild<QSpinBox*>()->setValue(20);
        dialog->findChild<QDoubleSpinBox*>()->setValue(1.0);
        dialog->accept();
        QVERIFY(Theme::tokens().dark);
        const Preferences kept = loadPreferences();
        QCOMPARE(kept.refresh, std::chrono::seconds(20));
        QCOMPARE(kept.level, 0.01);
        QVERIFY(kept.theme == ThemeChoice::Dark);
        Theme::instance().apply(ThemeChoice::Light);
    }

    void brokenSettingsAreTheDefaults()
    {
        QSettings().setValue(QStringLiteral("refreshSeconds"), -4);
        QSettings().setValue(QStringLiteral("level"), QStringLiteral("much"));
        QSettings().setValue(QStringLiteral("theme"), 77);
        QCOMPARE(loadPreferences(), Preferences());
    }

    /// Two sentences and a page that is there.
    void everyTermIsExplained()
    {
        QSet<QString> ids;
        for (const Term& term : glossary()) {
            QVERIFY2(!ids.contains(term.id), qPrintable(term.id));
            ids.insert(term.id);
            static const QRegularExpression end(QStringLiteral("[.](\\s|$)"));
            const auto sentences = term.text.count(end);
            QVERIFY2(sentences == 2, qPrintable(term.id + u' ' + QString::number(sentences)));
            QFile page(qEnvironmentVariable("XP_SOURCE_DIR") + QStringLiteral("/docs/%1.md").arg(term.page));
            QVERIFY(page.open(QIODevice::ReadOnly));
            const QString heading = QStringLiteral("\n## ") + term.heading + u'\n';
            QVERIFY2(QString::fromUtf8(page.readAll()).contains(heading), qPrintable(term.heading));
        }
        QVERIFY(ids.size() >= 20);
    }

    void theLinkOfATermOpensItsPageAtTheHeading()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto* dialog = m_window->findChild<TermsDialog*>();
        QVERIFY(dialog);
        dialog->showTerm(QStringLiteral("power"));
        auto* text = dialog->findChild<QTextBrowser*>();
        QVERIFY2(text->toPlainText().startsWith(QLatin1String("Power")), qPrintable(text->toPlainText()));
        Q_EMIT text->anchorClicked(QUrl(QStringLiteral("page:statistics#Sizes%20and%20power")));
        QCOMPARE(text->textCursor().block().text(), QStringLiteral("Sizes and power"));
        auto* search = dialog->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("peek"));
        auto* list = dialog->findChild<QListWidget*>();
        QVERIFY(!list->currentItem()->isHidden());
        QVERIFY(list->currentItem()->text() != QLatin1String("Power"));
    }

    void severalAreStoppedWithOneQuestion()
    {
        auto* page = m_window->findChild<PortfolioPage*>();
        QVERIFY(!button(QStringLiteral("Stop …")));
        page->table().selectAll();
        QTRY_VERIFY(button(QStringLiteral("Stop …")));
        QTest::mouseClick(button(QStringLiteral("Stop …")), Qt::LeftButton);
        auto* dialog = m_window->findChild<ConfirmDialog*>();
        QVERIFY(dialog);
        QStringList texts;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY2(texts.join(u' ').contains(QLatin1String("Experiment 3")), qPrintable(texts.join(u' ')));
        dialog->reject();
    }

    void aSearchIsSavedAndComesBack()
    {
        auto* page = m_window->findChild<PortfolioPage*>();
        QVERIFY(!button(QStringLiteral("Save this search")));
        page->focusSearch();
        QTest::keyClicks(page->findChild<QLineEdit*>(), QStringLiteral("checkout")); // a tag
        QCOMPARE(page->table().model()->rowCount(), 1);
        QTest::mouseClick(button(QStringLiteral("Save this search")), Qt::LeftButton);
        QVERIFY(!button(QStringLiteral("Save this search")));
        QTRY_VERIFY(button(QStringLiteral("“checkout”")));
        page->findChild<QLineEdit*>()->clear();
        QCOMPARE(page->table().model()->rowCount(), 3);
        QTest::mouseClick(button(QStringLiteral("“checkout”")), Qt::LeftButton);
        QCOMPARE(page->table().model()->rowCount(), 1);

        const std::vector<SavedFilter> expected{{PortfolioView::All, QStringLiteral("checkout")}};
        QCOMPARE(loadFilters(), expected);
        QPushButton* pill = button(QStringLiteral("“checkout”"));
        pill->actions().front()->trigger();
        QTRY_VERIFY(!button(QStringLiteral("“checkout”")));
        QVERIFY(loadFilters().empty());
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
