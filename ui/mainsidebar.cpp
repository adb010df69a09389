// SPDX-License-Identifier: Apache-2.0
// The list of experiments at the window's left, and when it is there.
#include "ui/mainwindow.h"

#include "ui/theme/styled.h"
#include "ui/widgets/celldelegate.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QToolButton>

namespace xp::ui {

namespace {

constexpr int kNarrow = 960; ///< pages need all of a narrower window

} // namespace

QWidget* MainWindow::makeSidebar()
{
    auto* sidebar = new QFrame;
    sidebar->setObjectName(QStringLiteral("sidebar"));
    sidebar->setMinimumWidth(168);
    auto* brand = new QLabel(tr("Experimentation"));
    setRole(brand, "brand");
    brand->setContentsMargins(18, 0, 0, 0);
    m_navigation = new QListView;
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setItemDelegate(new NavigationDelegate(m_navigation));
    m_navigation->setAccessibleName(tr("Navigation"));
    m_navigation->setFrameShape(QFrame::NoFrame);
    m_navigation->setMouseTracking(true);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_navigation->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_footer = new QLabel;
    setRole(m_footer, "note");
    m_footer->setTextFormat(Qt::RichText);
    m_footer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the side may be narrower than its words
    m_footer->setContentsMargins(18, 10, 12, 12);
    auto* rule = new QFrame;
    rule->setProperty("rule", true);
    auto* ruleBox = new QHBoxLayout;
    ruleBox->setContentsMargins(8, 0, 8, 0);
    ruleBox->addWidget(rule);
    auto* layout = new QVBoxLayout(sidebar);
    layout->setContentsMargins(0, 16, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(brand);
    layout->addSpacing(10);
    layout->addWidget(m_navigation, 1);
    layout->addLayout(ruleBox);
    layout->addWidget(m_footer);
    return sidebar;
}

void MainWindow::makeSidebarButton()
{
    m_sidebarButton = new QToolButton;
    m_sidebarButton->setText(QStringLiteral("☰"));
    m_sidebarButton->setAutoRaise(true);
    m_sidebarButton->setAccessibleName(tr("Sidebar"));
    m_sidebarButton->setToolTip(tr("Show or hide the list of experiments"));
    m_sidebarButton->setObjectName(QStringLiteral("sidebarButton"));
    connect(m_sidebarButton, &QToolButton::clicked, this, &MainWindow::toggleSidebar);
    menuBar()->setCornerWidget(m_sidebarButton, Qt::TopLeftCorner);
}

bool MainWindow::isNarrow() const
{
    return width() < kNarrow;
}

void MainWindow::toggleSidebar()
{
    bool& wanted = isNarrow() ? m_wantsSidebarNow : m_wantsSidebar;
    wanted = !wanted;
    updateSidebar();
}

/// It has nothing to tell before there is a session. In a narrow window it comes when it is called, and goes with the
/// choice of a page.
void MainWindow::updateSidebar()
{
    const bool narrow = isNarrow();
    m_sidebar->setVisible(m_session && (narrow ? m_wantsSidebarNow : m_wantsSidebar));
    m_sidebarButton->setVisible(m_session && narrow);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    updateSidebar();
}

} // namespace xp::ui
