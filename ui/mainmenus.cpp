// SPDX-License-Identifier: Apache-2.0
// The window's menus and shortcuts.
#include "ui/mainwindow.h"

#include "ui/language/language.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/portfoliopage.h"
#include "ui/session.h"
#include "ui/settings/preferences.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QSplitter>

namespace xp::ui {

void MainWindow::makeMenus()
{
    makeFileMenu();
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_connectedActions.push_back(edit->addAction(tr("&Copy"), QKeySequence::Copy, this, &MainWindow::copy));
    m_connectedActions.push_back(edit->addAction(tr("Copy table as &Markdown"),
                                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this,
                                                 &MainWindow::copyAsMarkdown));
    m_connectedActions.push_back(edit->addAction(tr("&Find experiment"), QKeySequence::Find, this, [this] {
        showPortfolio();
        m_portfolio->focusSearch();
    }));
    edit->addSeparator();
    edit->addAction(tr("C&ommands …"), QKeySequence(Qt::CTRL | Qt::Key_K), this, &MainWindow::showPalette)
        ->setObjectName(QStringLiteral("commands"));
    edit->addAction(tr("&Settings …"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this, &MainWindow::showSettings)
        ->setObjectName(QStringLiteral("settings"));
    makeViewMenu();
    makeExperimentMenu();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Peeking lab"), this, &MainWindow::showLab);
    help->addAction(tr("Statistical &terms …"), QKeySequence::HelpContents, this, &MainWindow::showTerms)
        ->setObjectName(QStringLiteral("terms"));
    help->addAction(tr("&About the studio"), this, &MainWindow::showAbout)->setObjectName(QStringLiteral("about"));
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_changingActions = {
        file->addAction(tr("&New experiment …"), QKeySequence::New, this, &MainWindow::designExperiment)};
    if (m_home != Home::PlainPage)
        file->addAction(m_home == Home::ServicePage ? tr("S&ign in …") : tr("C&onnect …"), QKeySequence::Open, this,
                        &MainWindow::showStart);
    file->addAction(tr("Open a &file …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this,
                    &MainWindow::chooseTable);
    m_queryAction = file->addAction(tr("Open a &query …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), this,
                                    &MainWindow::chooseQuery);
    m_queryAction->setObjectName(QStringLiteral("query"));
    m_queryAction->setVisible(false); // until it is offered
    file->addSeparator();
    const auto add = [&](const QString& title, const QKeySequence& keys, auto slot) {
        QAction* action = file->addAction(title, keys, this, slot);
        m_connectedActions.push_back(action);
        return action;
    };
    m_experiment->offerExports(
        {add(tr("Save &report as PDF …"), QKeySequence::Print, &MainWindow::exportReport),
         add(tr("Save table as &CSV …"), QKeySequence(Qt::CTRL | Qt::Key_E), &MainWindow::exportTable),
         add(tr("Save &Grafana dashboard …"), QKeySequence(Qt::CTRL | Qt::Key_G), &MainWindow::exportGrafana),
         add(tr("Save e&vidence bundle …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
             &MainWindow::exportBundle)});
    if (m_home == Home::ServicePage) {
        file->addSeparator();
        add(tr("Sign &out"), {}, &MainWindow::signOut);
    }
    if (m_home != Home::Desktop)
        return; // a page is closed with its tab
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    const auto add = [&](const QString& title, const QKeySequence& keys, auto&& slot) {
        m_connectedActions.push_back(view->addAction(title, keys, this, slot));
    };
    add(tr("&Portfolio"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] { showPortfolio(); });
    add(tr("P&revious experiment"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { step(-1); });
    add(tr("&Next experiment"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { step(1); });
    add(tr("Re&fresh"), QKeySequence::Refresh, [this] { m_session->refresh(); });
    view->addSeparator();
    QAction* sidebar =
        view->addAction(tr("&Sidebar"), QKeySequence(Qt::CTRL | Qt::Key_B), this, &MainWindow::toggleSidebar);
    sidebar->setCheckable(true);
    connect(view, &QMenu::aboutToShow, this, [this, sidebar] { sidebar->setChecked(m_sidebar->isVisible()); });
    makeSidebarButton();
    addThemes(view);
    addLanguages(view);
}

void MainWindow::addThemes(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(menu);
    for (const auto& [choice, title] :
         {std::pair{ThemeChoice::System, tr("As the &system")}, std::pair{ThemeChoice::Light, tr("&Light")},
          std::pair{ThemeChoice::Dark, tr("&Dark")}}) {
        QAction* action = menu->addAction(title, this, [this, chosen = choice] {
            Preferences preferences = loadPreferences();
            preferences.theme = chosen;
            apply(preferences);
        });
        action->setCheckable(true);
        action->setChecked(Theme::instance().choice() == choice);
        group->addAction(action);
        m_themeActions.emplace_back(choice, action);
    }
}

void MainWindow::addLanguages(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("L&anguage"));
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& code, const QString& title) {
        QAction* action = menu->addAction(title, this, [this, code] {
            Preferences preferences = loadPreferences();
            preferences.language = code;
            apply(preferences);
        });
        action->setCheckable(true);
        action->setChecked(loadPreferences().language == code);
        group->addAction(action);
        m_languageActions.emplace_back(code, action);
    };
    add({}, tr("As the &system"));
    for (const Language& language : languages())
        add(language.code, language.name);
}

void MainWindow::makeExperimentMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("E&xperiment"));
    for (const StatusChange change :
         {StatusChange::Start, StatusChange::Pause, StatusChange::Resume, StatusChange::Stop, StatusChange::Archive}) {
        QAction* action = menu->addAction(ExperimentPage::changeWord(change), this,
                                          [this, change] { confirmChange(m_experiment->experimentId(), change); });
        action->setObjectName(change == StatusChange::Stop ? QStringLiteral("stop") : QString());
        m_changeActions.emplace_back(change, action);
    }
    menu->addSeparator();
    QAction* traffic =
        menu->addAction(tr("&Traffic …"), this, [this] { confirmTraffic(m_experiment->experimentId()); });
    traffic->setObjectName(QStringLiteral("traffic"));
    QAction* duplicate =
        menu->addAction(tr("&Duplicate as a new one …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), this,
                        &MainWindow::duplicateExperiment);
    m_trafficAction = traffic;
    m_duplicateAction = duplicate;
}

void MainWindow::updateMenus()
{
    const bool connected = isConnected();
    updateSidebar();
    showCheck();
    for (QAction* action : m_connectedActions)
        action->setEnabled(connected);
    const bool onExperiment = connected && m_pages->currentWidget() == m_experiment;
    const Experiment* experiment =
        onExperiment ? m_session->experiments().find(m_experiment->experimentId().toStdString()) : nullptr;
    const bool mayChange = connected && !m_session->backend().isReadOnly();
    for (QAction* action : m_changingActions)
        action->setEnabled(mayChange);
    m_duplicateAction->setEnabled(experiment && mayChange);
    const bool live = experiment && (experiment->status == Status::Running || experiment->status == Status::Paused);
    m_trafficAction->setEnabled(live && mayChange && !experiment->imported);
    const auto allowed =
        experiment && mayChange ? ExperimentPage::changesFrom(experiment->status) : std::vector<StatusChange>{};
    for (const auto& [change, action] : m_changeActions)
        action->setEnabled(std::ranges::find(allowed, change) != allowed.end());
}

} // namespace xp::ui
