// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/portfoliopage.h"

#include "ui/models/experimentlistmodel.h"
#include "ui/session.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStackedLayout>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kRowHeight = 48;
constexpr int kNarrow = 900;

QString titleOf(PortfolioView view)
{
    switch (view) {
    case PortfolioView::Running:
        return PortfolioPage::tr("Running");
    case PortfolioView::NeedsDecision:
        return PortfolioPage::tr("Needs a decision");
    case PortfolioView::Drafts:
        return PortfolioPage::tr("Drafts");
    case PortfolioView::Stopped:
        return PortfolioPage::tr("Stopped");
    case PortfolioView::All:
        return PortfolioPage::tr("All");
    }
    return {};
}

} // namespace

PortfolioPage::PortfolioPage(QWidget* parent)
    : QWidget(parent)
    , m_filter(new PortfolioFilter(this))
    , m_table(new TableView)
    , m_search(new QLineEdit)
    , m_empty(new QLabel)
{
    auto* title = new QLabel(tr("Portfolio"));
    setRole(title, "title");
    m_search->setPlaceholderText(tr("Search name, key, hypothesis"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search experiments"));
    m_search->setFixedWidth(320);
    m_empty->setAlignment(Qt::AlignCenter);
    setRole(m_empty, "secondary");
    m_empty->setWordWrap(true);

    auto* create = new QPushButton(tr("New experiment"));
    create->setProperty("primary", true);
    connect(create, &QPushButton::clicked, this, &PortfolioPage::newRequested);
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(m_search);
    top->addSpacing(4);
    top->addWidget(create);
    auto* pills = new QHBoxLayout;
    pills->setSpacing(8);
    addPills(pills);

    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(8, 4, 8, 8);
    m_stack = new QStackedLayout;
    inCard->addLayout(m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addLayout(pills);
    layout->addWidget(card, 1);

    setUpTable();
    m_sightTimer.setSingleShot(true);
    m_sightTimer.setInterval(60);
    connect(&m_sightTimer, &QTimer::timeout, this, &PortfolioPage::tellWhatIsInSight);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        updateEmptyState();
        m_sightTimer.start();
    });
}

void PortfolioPage::addPills(QBoxLayout* layout)
{
    auto* group = new QButtonGroup(this);
    for (const PortfolioView view : {PortfolioView::All, PortfolioView::Running, PortfolioView::NeedsDecision,
                                     PortfolioView::Drafts, PortfolioView::Stopped}) {
        auto* pill = new QPushButton(titleOf(view));
        pill->setProperty("pill", true);
        pill->setCheckable(true);
        pill->setChecked(view == m_filter->view());
        connect(pill, &QPushButton::clicked, this, [this, view] { choose(view); });
        group->addButton(pill);
        layout->addWidget(pill);
        m_pills[view] = pill;
    }
    layout->addStretch(1);
}

void PortfolioPage::setUpTable()
{
    using Model = ExperimentListModel;
    m_table->setObjectName(QStringLiteral("portfolio"));
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Experiments"));
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the order of the list until a column is clicked
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        Q_EMIT experimentOpened(index.siblingAtColumn(Model::Name).data(role::Id).toString());
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == Model::Name)
            Q_EMIT experimentOpened(index.data(role::Id).toString());
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, &m_sightTimer, qOverload<>(&QTimer::start));
}

void PortfolioPage::setSession(Session* session)
{
    if (m_session)
        m_session->experiments().disconnect(this);
    m_session = session;
    m_filter->setSourceModel(session ? &session->experiments() : nullptr);
    if (!session)
        return;
    connect(session, &Session::listArrived, this, &PortfolioPage::updateCounts);
    connect(session, &Session::statsArrived, this, &PortfolioPage::updateCounts);
    sizeColumns();
    updateCounts();
}

void PortfolioPage::sizeColumns()
{
    if (m_filter->columnCount() == 0)
        return;
    using Model = ExperimentListModel;
    const bool narrow = width() < kNarrow;
    // The pills above and the left side tell the status as well, and the decision a mismatch.
    m_table->setColumnHidden(Model::State, narrow);
    m_table->setColumnHidden(Model::Health, narrow);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Model::Lift, QHeaderView::Stretch);
    const std::array widths{std::pair{Model::Name, narrow ? 172 : 272},
                            std::pair{Model::State, 92},
                            std::pair{Model::Age, 58},
                            std::pair{Model::Sample, narrow ? 104 : 164},
                            std::pair{Model::LiftText, 76},
                            std::pair{Model::Health, 72},
                            std::pair{Model::Decision, 128}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
}

QStringList PortfolioPage::selectedIds() const
{
    QModelIndexList rows = m_table->selectionModel() ? m_table->selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex& row : rows)
        ids << row.data(role::Id).toString();
    return ids;
}

QStringList PortfolioPage::shownIds() const
{
    QStringList ids;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids << m_filter->index(row, 0).data(role::Id).toString();
    return ids;
}

void PortfolioPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PortfolioPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_sightTimer.start();
}

void PortfolioPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() < kNarrow) != (event->size().width() < kNarrow))
        sizeColumns();
    m_sightTimer.start();
}

void PortfolioPage::choose(PortfolioView view)
{
    m_pills[view]->setChecked(true);
    m_filter->setView(view);
    updateEmptyState();
    m_sightTimer.start();
}

void PortfolioPage::updateCounts()
{
    for (const auto& [view, pill] : m_pills) {
        const QString title = titleOf(view) + QLatin1Char(' ') + count(m_filter->countOf(view));
        if (pill->text() != title)
            pill->setText(title);
    }
    updateEmptyState();
    m_sightTimer.start();
}

void PortfolioPage::updateEmptyState()
{
    const bool loaded = m_session && m_session->isLoaded();
    if (!loaded)
        m_empty->setText(tr("Loading the experiments …"));
    else if (m_session->experiments().rowCount() == 0)
        m_empty->setText(tr("There is no experiment yet.\n\n“New experiment” designs the first one, "
                            "“xp-service import” makes one of a CSV file."));
    else if (!m_search->text().isEmpty())
        m_empty->setText(tr("No experiment here contains “%1”.").arg(m_search->text()));
    else
        m_empty->setText(tr("No experiment here. “All” shows the others."));
    m_stack->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_empty);
}

void PortfolioPage::tellWhatIsInSight()
{
    if (!m_session || !isVisible())
        return;
    QStringList ids;
    const int first = std::max(0, m_table->rowAt(0));
    const int below = m_table->rowAt(m_table->viewport()->height() - 1);
    const int last = below < 0 ? m_filter->rowCount() - 1 : below;
    for (int row = first; row <= last; ++row)
        ids << m_filter->index(row, 0).data(role::Id).toString();
    m_session->setInSight(ids);
}

} // namespace xp::ui
