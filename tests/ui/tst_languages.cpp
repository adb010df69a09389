// SPDX-License-Identifier: Apache-2.0
// Another language while the studio runs: every window speaks it at once, and nothing that was entered is lost.
#include "tests/ui/samples.h"
#include "tests/ui/servedbackend.h"
#include "tests/ui/widgetsearch.h"
#include "ui/data/datapage.h"
#include "ui/design/experimentwizard.h"
#include "ui/help/termsdialog.h"
#include "ui/lab/peekinglab.h"
#include "ui/language/language.h"
#include "ui/mainwindow.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/portfoliopage.h"
#include "ui/pages/startpage.h"
#include "ui/palette/commandpalette.h"
#include "ui/session.h"
#include "ui/settings/settingsdialog.h"
#include "ui/text/format.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace xp;
using namespace xp::ui;

namespace {

const QString kGerman = QStringLiteral("de");
const QString kEnglish = QStringLiteral("en");

void speak(const QString& code)
{
    useLanguage(code);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
}

QPushButton* shownButton(const QWidget& in, const QString& text)
{
    for (auto* candidate : in.findChildren<QPushButton*>()) {
        if (candidate->isVisible() && candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

QStringList titlesOf(const QMenuBar& bar)
{
    QStringList titles;
    for (const QAction* action : bar.actions())
        titles << action->text();
    return titles;
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    template <typename T>
    T* the(const char* name = "")
    {
        return m_window->findChild<T*>(QLatin1String(name));
    }

    /// Not the one on the page of an experiment.
    PeekingLab* visibleLab()
    {
        for (auto* lab : m_window->findChildren<PeekingLab*>()) {
            if (lab->isVisible())
                return lab;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        QCoreApplication::setApplicationName(QStringLiteral("languages"));
        Theme::instance().apply(ThemeChoice::Light);
    }

    void init()
    {
        QSettings().clear();
        speak(kEnglish);
        m_window = std::make_unique<MainWindow>([](const QString&, const QString&) -> Result<std::unique_ptr<Backend>> {
            std::vector<OfflineBackend::Item> items(4);
            for (int i = 0; i < 4; ++i)
                items[std::size_t(i)].evidence.experiment = test::sampleExperiment(i + 1);
            return std::unique_ptr<Backend>(std::make_unique<test::ServedBackend>(QStringLiteral("test"), items));
        });
        m_window->resize(1280, 820);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        speak(kEnglish);
    }

    void connectWindow()
    {
        m_window->connectTo(QStringLiteral("test"), {});
        QTRY_VERIFY(the<PortfolioPage>()->isVisible());
    }

    void englishAndGermanAreOffered()
    {
        const auto all = languages();
        QCOMPARE(all.front(), (Language{kEnglish, QStringLiteral("English")}));
        QVERIFY(std::ranges::find(all, Language{kGerman, QStringLiteral("Deutsch")}) != all.end());
        for (const Language& language : all)
            QVERIFY2(!language.name.isEmpty(), qPrintable(language.code));
    }

    void numbersAndDatesFollow()
    {
        const Timestamp moment = *parseIso8601("2020-12-03T14:05:00Z");
        const QString space = QString(QChar(0x202f));
        QCOMPARE(count(12'345), QStringLiteral("12,345"));
        QCOMPARE(percent(0.1234, 1), QStringLiteral("12.3%1%").arg(space));
        QCOMPARE(date(moment), QStringLiteral("3 Dec 2020"));
        speak(kGerman);
        QCOMPARE(languageInUse(), kGerman);
        QCOMPARE(count(12'345), QStringLiteral("12.345"));
        QCOMPARE(percent(0.1234, 1), QStringLiteral("12,3%1%").arg(space));
        QCOMPARE(signedPercent(0.052), QStringLiteral("+5,2%1%").arg(space));
        QCOMPARE(date(moment), QStringLiteral("3. Dez. 2020"));
        QCOMPARE(pValue(0.00001), QStringLiteral("< 0,0001"));
    }

    /// One that is not spoken is the system's, which the tests run without: English.
    void anUnknownLanguageIsTheSystems()
    {
        speak(kGerman);
        QCOMPARE(languageInUse(), kGerman);
        speak(QStringLiteral("tlh"));
        QCOMPARE(languageInUse(), systemLanguage());
        QCOMPARE(systemLanguage(), kEnglish);
    }

    /// Through the dialog, as a person would.
    void theSettingsSwitchIt()
    {
        the<QAction>("settings")->trigger();
        auto* dialog = the<SettingsDialog>();
        QVERIFY(dialog);
        auto* choice = dialog->findChild<QComboBox*>(QStringLiteral("language"));
        QCOMPARE(choice->itemText(0), QStringLiteral("As the system"));
        choice->setCurrentText(QStringLiteral("Deutsch"));
        dialog->accept();
        QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Experimentierstudio"));
        QCOMPARE(titlesOf(*m_window->menuBar()).front(), QStringLiteral("&Datei"));
        QCOMPARE(loadPreferences().language, kGerman);
        QTRY_VERIFY(!the<SettingsDialog>());
        the<QAction>("settings")->trigger();
        QCOMPARE(the<SettingsDialog>()->findChild<QComboBox*>(QStringLiteral("language"))->currentText(),
                 QStringLiteral("Deutsch"));
        // Qt's own words as well.
        auto* buttons = the<SettingsDialog>()->findChild<QDialogButtonBox*>();
        QCOMPARE(buttons->button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
    }

    void theMenuSwitchesItAndBack()
    {
        const auto choose = [this](const QString& name) {
            for (QAction* action : m_window->findChildren<QAction*>()) {
                if (action->text() == name)
                    return action->trigger();
            }
        };
        choose(QStringLiteral("Deutsch"));
        QTRY_COMPARE(titlesOf(*m_window->menuBar()).front(), QStringLiteral("&Datei"));
        choose(QStringLiteral("English"));
        QTRY_COMPARE(titlesOf(*m_window->menuBar()).front(), QStringLiteral("&File"));
        QCOMPARE(m_window->findChildren<QMenuBar*>().size(), 1);
    }

    void theStartPageKeepsWhatWasTyped()
    {
        named<QLineEdit>(*m_window, QStringLiteral("Address"))->setText(QStringLiteral("http://example.org"));
        named<QLineEdit>(*m_window, QStringLiteral("Token"))->setText(QStringLiteral("secret"));
        the<StartPage>()->showError({.code = ErrorCode::Unavailable, .sentence = {.code = "timeout", .text = "late"}},
                                    false, true);
        speak(kGerman);
        QVERIFY(the<StartPage>()->isVisible());
        QCOMPARE(named<QLineEdit>(*m_window, QStringLiteral("Adresse"))->text(), QStringLiteral("http://example.org"));
        QCOMPARE(named<QLineEdit>(*m_window, QStringLiteral("Token"))->text(), QStringLiteral("secret"));
        QStringList said;
        for (const auto* label : the<StartPage>()->findChildren<QLabel*>())
            said << label->text();
        QVERIFY2(said.contains(QStringLiteral("Der Dienst antwortet nicht rechtzeitig.")), qPrintable(said.join(u'|')));
    }

    void thePortfolioKeepsSearchOrderAndSelection()
    {
        connectWindow();
        auto* page = the<PortfolioPage>();
        named<QLineEdit>(*page, QStringLiteral("Search experiments"))->setText(QStringLiteral("experiment"));
        shownButton(*page, QStringLiteral("Running 4"))->click();
        page->table().sortByColumn(0, Qt::DescendingOrder);
        page->table().selectRow(1);
        page->table().selectionModel()->select(page->table().model()->index(2, 0),
                                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QStringList selected = page->selectedIds();
        const QStringList shown = page->shownIds();
        QCOMPARE(selected.size(), 2);
        speak(kGerman);
        auto* now = the<PortfolioPage>();
        QVERIFY(now->isVisible());
        QCOMPARE(named<QLineEdit>(*now, QStringLiteral("Experimente suchen"))->text(), QStringLiteral("experiment"));
        QVERIFY(shownButton(*now, QStringLiteral("Läuft 4")));
        QVERIFY(shownButton(*now, QStringLiteral("Läuft 4"))->isChecked());
        QCOMPARE(now->shownIds(), shown);
        QCOMPARE(now->selectedIds(), selected);
        QVERIFY(shownButton(*now, QStringLiteral("Beenden …")));
        QCOMPARE(now->table().model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Experiment"));
        QCOMPARE(now->table().model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Status"));
    }

    /// The experiment, its tab, and a note that is half written.
    void theExperimentPageKeepsItsPlace()
    {
        connectWindow();
        m_window->open(QStringLiteral("id-2"));
        QVERIFY(m_window->showPage(QStringLiteral("notes")));
        auto* note = named<QLineEdit>(*m_window, QStringLiteral("Text of the note"));
        note->setText(QStringLiteral("a holi"));
        named<QComboBox>(*m_window, QStringLiteral("Kind of note"))->setCurrentIndex(1);
        speak(kGerman);
        auto* page = the<ExperimentPage>();
        QVERIFY(page->isVisible());
        QCOMPARE(page->experimentId(), QStringLiteral("id-2"));
        auto* tabs = page->findChild<QTabBar*>();
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("Notizen"));
        QCOMPARE(named<QLineEdit>(*page, QStringLiteral("Text der Notiz"))->text(), QStringLiteral("a holi"));
        QCOMPARE(named<QComboBox>(*page, QStringLiteral("Art der Notiz"))->currentText(), QStringLiteral("Fazit"));
        // Still the same session: the list at the left leads elsewhere.
        m_window->open(QStringLiteral("id-3"));
        QCOMPARE(page->experimentId(), QStringLiteral("id-3"));
    }

    void theWizardKeepsWhatIsHalfFilledIn()
    {
        connectWindow();
        QVERIFY(m_window->showPage(QStringLiteral("new")));
        auto* wizard = the<ExperimentWizard>();
        wizard->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(wizard));
        QTest::keyClicks(named<QLineEdit>(*wizard, QStringLiteral("Name")), QStringLiteral("Checkout"));
        wizard->goTo(DesignStep::Variants);
        auto* share = named<QDoubleSpinBox>(*wizard, QStringLiteral("Share of the variant"));
        share->setValue(30);
        named<QLineEdit>(*wizard, QStringLiteral("Configuration of the variant"))->setText(QStringLiteral("{\"half"));
        const Draft draft = wizard->draft();
        speak(kGerman);
        QCOMPARE(the<ExperimentWizard>(), wizard);
        QCOMPARE(wizard->step(), DesignStep::Variants);
        QVERIFY(wizard->draft() == draft);
        QCOMPARE(wizard->windowTitle(), QStringLiteral("Neues Experiment"));
        QCOMPARE(named<QDoubleSpinBox>(*wizard, QStringLiteral("Anteil der Variante"))->value(), 30.0);
        QCOMPARE(named<QLineEdit>(*wizard, QStringLiteral("Konfiguration der Variante"))->text(),
                 QStringLiteral("{\"half"));
        // What is wrong is said in German, and what was done before can still be undone.
        shownButton(*wizard, QStringLiteral("Weiter: Metriken"))->click();
        QCOMPARE(wizard->step(), DesignStep::Variants);
        QStringList said;
        for (const auto* label : wizard->findChildren<QLabel*>())
            said << label->text();
        QVERIFY2(said.join(u'|').contains(QStringLiteral("ist kein JSON-Objekt")), qPrintable(said.join(u'|')));
        auto* undo = shownButton(*wizard, QStringLiteral("Rückgängig"));
        QVERIFY(undo->isEnabled());
        while (undo->isEnabled())
            undo->click();
        QVERIFY(wizard->draft().experiment.name.empty());
        QCOMPARE(wizard->draft().experiment.variants[0].allocation, 0.5);
    }

    void theLabShowsTheSameExperiments()
    {
        QVERIFY(m_window->showPage(QStringLiteral("lab")));
        auto* lab = visibleLab();
        QVERIFY(lab);
        lab->findChild<QSpinBox*>()->setValue(7);
        lab->finish();
        const auto called = lab->simulation().called(PeekingRule::Fixed);
        QVERIFY(called > 0);
        speak(kGerman);
        auto* now = visibleLab();
        QVERIFY(now);
        QCOMPARE(now->findChild<QSpinBox*>()->value(), 7);
        QCOMPARE(now->simulation().setup().looks, 7);
        QVERIFY(now->simulation().isOver());
        QCOMPARE(now->simulation().called(PeekingRule::Fixed), called);
        QVERIFY(shownButton(*now, QStringLiteral("Noch einmal")));
    }

    void aFileKeepsWhatItsColumnsAre()
    {
        const QString path = m_folder.filePath(QStringLiteral("own.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("user;group;spend;clicks\n");
        for (int i = 0; i < 200; ++i)
            file.write(QStringLiteral("u%1;%2;%3;%4\n")
                           .arg(QString::number(i), QLatin1String(i % 2 ? "b" : "a"), QString::number(i % 7),
                                QString::number(i % 5))
                           .toUtf8());
        file.close();
        m_window->openPlace(path);
        auto* page = the<DataPage>();
        QVERIFY(page->isVisible());
        named<QLineEdit>(*page, QStringLiteral("Name"))->setText(QStringLiteral("Mine"));
        auto* use = named<QComboBox>(*page, QStringLiteral("Use of spend"));
        use->setCurrentText(QStringLiteral("segment"));
        named<QComboBox>(*page, QStringLiteral("Control"))->setCurrentText(QStringLiteral("b"));
        const ImportOptions options = page->options();
        QCOMPARE(options.segmentColumns, std::vector<std::string>{"spend"});
        speak(kGerman);
        auto* now = the<DataPage>();
        QVERIFY(now->isVisible());
        QCOMPARE(now->options().name, "Mine");
        QCOMPARE(now->options().control, "b");
        QCOMPARE(now->options().segmentColumns, options.segmentColumns);
        QCOMPARE(now->options().unitColumn, options.unitColumn);
        QCOMPARE(named<QComboBox>(*now, QStringLiteral("Verwendung von spend"))->currentText(),
                 QStringLiteral("Segment"));
        now->analyse();
        QTRY_VERIFY_WITH_TIMEOUT(the<ExperimentPage>()->isVisible(), 20'000);
    }

    void dialogsSpeakItAsWell()
    {
        ConfirmDialog confirm({test::sampleExperiment(1)}, StatusChange::Stop, m_window.get());
        confirm.show();
        TermsDialog::showIn(m_window.get(), QStringLiteral("power"));
        auto* terms = the<TermsDialog>();
        QCOMPARE(terms->findChild<QListWidget*>()->currentItem()->text(), QStringLiteral("Power"));
        confirm.findChild<QLineEdit*>()->setText(QStringLiteral("because"));
        confirm.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("learnt"));
        speak(kGerman);
        QCOMPARE(confirm.windowTitle(), QStringLiteral("Beenden"));
        QCOMPARE(confirm.reason(), QStringLiteral("because"));
        QCOMPARE(confirm.conclusion(), QStringLiteral("learnt"));
        QCOMPARE(the<TermsDialog>(), terms);
        QCOMPARE(terms->findChild<QListWidget*>()->currentItem()->text(), QStringLiteral("Teststärke"));
        QVERIFY(terms->findChild<QTextBrowser*>()->toPlainText().startsWith(QStringLiteral("Teststärke")));
    }

    /// Its commands are those of the menus that go.
    void thePaletteClosesWithItsCommands()
    {
        the<QAction>("commands")->trigger();
        QVERIFY(the<CommandPalette>());
        speak(kGerman);
        QTRY_VERIFY(!the<CommandPalette>());
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
