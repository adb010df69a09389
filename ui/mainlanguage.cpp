// SPDX-License-Identifier: Apache-2.0
// The window in another language: its content is built anew, so that no text is forgotten, and shows what it showed.
#include "ui/mainwindow.h"

#include "ui/data/datapage.h"
#include "ui/lab/peekinglab.h"
#include "ui/language/entries.h"
#include "ui/language/language.h"
#include "ui/models/navigationmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/portfoliopage.h"
#include "ui/pages/startpage.h"
#include "ui/palette/commandpalette.h"
#include "ui/session.h"
#include "ui/theme/styled.h"
#include "ui/widgets/banner.h"

#include <QEvent>
#include <QListView>
#include <QMenuBar>
#include <QSplitter>

namespace xp::ui {

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    // One change is told several times.
    if (event->type() == QEvent::LanguageChange && m_language != languageInUse())
        rebuild();
}

void MainWindow::rebuild()
{
    const Entries entries(*this);
    const int page = m_pages->currentIndex();
    const QString selected = m_navigation->currentIndex().data(role::Id).toString();
    const bool anySelected = m_navigation->currentIndex().isValid();
    const auto* start = m_start;
    const auto* lab = m_lab;
    const auto* experiment = m_experiment;
    DataPage* table = m_data;
    // What the palette would do is in the menus that go.
    for (auto* palette : findChildren<CommandPalette*>())
        palette->reject();
    if (m_session) {
        m_navigation->setModel(nullptr);
        m_navigationModel.reset();
        m_portfolio->setSession(nullptr);
    }
    for (auto* actions : {&m_connectedActions, &m_changingActions})
        actions->clear();
    m_changeActions.clear();
    m_themeActions.clear();
    m_languageActions.clear();
    delete menuBar();
    {
        const Undressed undressed;
        const std::unique_ptr<QWidget> before(takeCentralWidget());
        before->hide();
        build();
        m_splitter->show(); // now, not when the layout comes to it
        m_start->continueFrom(*start);
        m_lab->continueFrom(*lab);
        m_data->continueFrom(*table);
        if (m_session) {
            showSession();
            m_experiment->continueFrom(*experiment);
        }
    }
    m_pages->setCurrentIndex(page);
    if (m_session && anySelected)
        select(selected);
    entries.putBack(*this);
    updateFooter();
    updateMenus();
}

} // namespace xp::ui
