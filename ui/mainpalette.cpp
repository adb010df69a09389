// SPDX-License-Identifier: Apache-2.0
// What the window can do and show, by name; settings and help.
#include "ui/mainwindow.h"

#include "ui/help/termsdialog.h"
#include "ui/language/language.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/pagestack.h"
#include "ui/palette/commandpalette.h"
#include "ui/session.h"
#include "ui/settings/settingsdialog.h"
#include "ui/text/format.h"

#include <QMenu>
#include <QMenuBar>

namespace xp::ui {

namespace {

/// `E&xperiment`, `Stop …`: as one would say it.
QString plain(QString title)
{
    return title.remove(u'&').remove(QStringLiteral(" …"));
}

void addMenu(const QMenu* menu, const QString& prefix, std::vector<Command>& commands)
{
    for (QAction* action : menu->actions()) {
        if (action->menu())
            addMenu(action->menu(), prefix + plain(action->menu()->title()) + QStringLiteral(": "), commands);
        else if (action->isEnabled() && !action->isSeparator())
            commands.push_back({prefix + plain(action->text()), action->shortcut().toString(QKeySequence::NativeText),
                                [action] { action->trigger(); }});
    }
}

} // namespace

std::vector<Command> MainWindow::commands()
{
    std::vector<Command> list;
    if (m_pages->currentWidget() == m_experiment) {
        for (const auto& [name, title] : m_experiment->tabs())
            list.push_back({title, tr("tab"), [this, tab = name] { m_experiment->showTab(tab); }});
    }
    for (const QAction* menu : menuBar()->actions())
        addMenu(menu->menu(), {}, list);
    if (isConnected()) {
        const ExperimentListModel& all = m_session->experiments();
        for (int row = 0; row < all.rowCount(); ++row)
            list.push_back({text(all.at(row).name), tr("experiment"), [this, id = text(all.at(row).id)] { open(id); }});
    }
    for (const Term& term : glossary())
        list.push_back(
            {tr("What is: %1").arg(term.title), tr("help"), [this, id = term.id] { TermsDialog::showIn(this, id); }});
    return list;
}

void MainWindow::showPalette()
{
    auto* palette = new CommandPalette(commands(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::showTerms()
{
    TermsDialog::showIn(this);
}

void MainWindow::showSettings()
{
    auto* dialog = new SettingsDialog(loadPreferences(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { apply(dialog->preferences()); });
    dialog->open();
}

void MainWindow::apply(const Preferences& preferences)
{
    save(preferences);
    Theme::instance().apply(preferences.theme);
    useLanguage(preferences.language);
    for (const auto& [choice, action] : m_themeActions)
        action->setChecked(choice == preferences.theme);
    for (const auto& [code, action] : m_languageActions)
        action->setChecked(code == preferences.language);
    m_interval = preferences.refresh;
    if (m_session)
        m_session->setInterval(m_interval);
    updateFooter();
}

} // namespace xp::ui
