// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/portfoliopage.h"

#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/session.h"
#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/tableview.h"

#include <QAction>
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
constexpr int kWide = 1180; ///< with room for what is rarely asked

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
    , m_pillGroup(new QButtonGroup(this))
    , m_filterRow(new QHBoxLayout)
    , m_saveFilter(new QPushButton(tr("Save this search")))
    , m_filters(loadFilters())
    , m_selectionBar(makeSelectionBar())
{
    auto* title = new QLabel(tr("Portfolio"));
    setRole(title, "title");
    m_search->setPlaceholderText(tr("Search name, key, hypothesis"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search experiments"));
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(320);
    m_empty->setAlignment(Qt::AlignCenter);
    setRole(m_empty, "secondary");
    m_empty->setWordWrap(true);

    m_create = new QPushButton(tr("New experiment"));
    m_create->setProperty("primary", true);
    connect(m_create, &QPushButton::clicked, this, &PortfolioPage::newRequested);
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(m_search, 100); // up to its width
    top->addSpacing(4);
    top->addWidget(m_create);
    auto* pills = new QHBoxLayout;
    pills->setSpacing(8);
    addPills(pills);
    m_filterRow->setSpacing(8);
    pills->addLayout(m_filterRow);
    m_saveFilter->setProperty("link", true);
    pills->addWidget(m_saveFilter);
    pills->addStretch(1);
    pills->addWidget(m_selectionBar);
    connect(m_saveFilter, &QPushButton::clicked, this, &PortfolioPage::saveFilter);

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
    showFilters();
    updateSelection();
    m_sightTimer.setSingleShot(true);
    m_sightTimer.setInterval(60);
    connect(&m_sightTimer, &QTimer::timeout, this, &PortfolioPage::tellWhatIsInSight);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        updateEmptyState();
        updateSelection();
        m_sightTimer.start();
    });
}

QPushButton* PortfolioPage::addPill(const QString& title)
{
    auto* pill = new QPushButton(title);
    pill->setProperty("pill", true);
    pill->setCheckable(true);
    m_pillGroup->addButton(pill);
    return pill;
}

void PortfolioPage::addPills(QBoxLayout* layout)
{
    for (const PortfolioView view : {PortfolioView::All, PortfolioView::Running, PortfolioView::NeedsDecision,
                                     PortfolioView::Drafts, PortfolioView::Stopped}) {
        QPushButton* pill = addPill(titleOf(view));
        pill->setChecked(view == m_filter->view());
        connect(pill, &QPushButton::clicked, this, [this, view] { choose(view); });
        layout->addWidget(pill);
        m_pills[view] = pill;
    }
}

/// A pill for each saved search; its menu gives it up.
void PortfolioPage::showFilters()
{
    while (QLayoutItem* item = m_filterRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const SavedFilter& filter : m_filters) {
        const QString title = filter.view == PortfolioView::All ? tr("“%1”").arg(filter.text)
                                                                : tr("%1: “%2”").arg(titleOf(filter.view), filter.text);
        QPushButton* pill = addPill(title);
        pill->setContextMenuPolicy(Qt::ActionsContextMenu);
        pill->setToolTip(tr("A saved search; right click removes it"));
        auto* removal = new QAction(tr("Remove this search"), pill);
        removal->setShortcut(QKeySequence::Delete);
        removal->setShortcutContext(Qt::WidgetShortcut);
        pill->addAction(removal);
        connect(pill, &QPushButton::clicked, this, [this, filter] { choose(filter); });
        connect(removal, &QAction::triggered, this, [this, filter] { remove(filter); });
        m_filterRow->addWidget(pill);
    }
}

void PortfolioPage::saveFilter()
{
    const SavedFilter filter{m_filter->view(), m_search->text().trimmed()};
    m_filters.push_back(filter);
    save(m_filters);
    showFilters();
    updateSelection();
}

void PortfolioPage::remove(const SavedFilter& filter)
{
    std::erase(m_filters, filter);
    save(m_filters);
    showFilters();
    updateSelection();
}

void PortfolioPage::choose(const SavedFilter& filter)
{
    m_filter->setView(filter.view);
    m_search->setText(filter.text);
    updateEmptyState();
    m_sightTimer.start();
}

/// What can be done to several at once; shown while any is selected.
QWidget* PortfolioPage::makeSelectionBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    m_selected = new QLabel;
    setRole(m_selected, "secondary");
    layout->addWidget(m_selected);
    for (const auto& [change, title] :
         {std::pair{StatusChange::Stop, tr("Stop …")}, std::pair{StatusChange::Archive, tr("Archive …")}}) {
        auto* button = new QPushButton(title);
        button->setProperty("link", true);
        connect(button, &QPushButton::clicked, this,
                [this, chosen = change] { Q_EMIT changeRequested(selectedIds(), chosen); });
        layout->addWidget(button);
        m_selectionActions.emplace_back(change, button);
    }
    auto* report = new QPushButton(tr("Report …"));
    report->setProperty("link", true);
    connect(report, &QPushButton::clicked, this, &PortfolioPage::reportRequested);
    layout->addWidget(report);
    return bar;
}

void PortfolioPage::updateSelection()
{
    const QStringList ids = selectedIds();
    m_selected->setText(tr("%n selected", nullptr, int(ids.size())));
    m_selectionBar->setVisible(!ids.isEmpty());
    for (const auto& [change, button] : m_selectionActions) {
        const bool any = std::ranges::any_of(ids, [&, wanted = change](const QString& id) {
            const Experiment* experiment = m_session ? m_session->experiments().find(id.toStdString()) : nullptr;
            const auto allowed =
                experiment ? ExperimentPage::changesFrom(experiment->status) : std::vector<StatusChange>();
            return std::ranges::find(allowed, wanted) != allowed.end();
        });
        button->setVisible(any && !m_session->backend().isReadOnly());
    }
    const SavedFilter present{m_filter->view(), m_search->text().trimmed()};
    m_saveFilter->setVisible(!present.text.isEmpty() && std::ranges::find(m_filters, present) == m_filters.end());
    Q_EMIT selectionChanged();
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
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PortfolioPage::updateSelection);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, &m_sightTimer, qOverload<>(&QTimer::start));
}

void PortfolioPage::setSession(Session* session)
{
    if (m_session)
        m_session->experiments().disconnect(this);
    m_session = session;
    m_filter->setSourceModel(session ? &session->experiments() : nullptr);
    m_create->setVisible(session && !session->backend().isReadOnly());
    updateSelection();
    if (!session)
        return;
    connect(session, &Session::listArrived, this, [this] {
        updateCounts();
        if (hasOwners() == m_table->isColumnHidden(ExperimentListModel::Owner))
            sizeColumns();
    });
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
    m_table->setColumnHidden(Model::Traffic, width() < kWide);
    m_table->setColumnHidden(Model::Owner, width() < kWide || !hasOwners());
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Model::Lift, QHeaderView::Stretch);
    QStringList decisions;
    for (const char* code :
         {"ship", "keep_control", "stop_for_harm", "inconclusive", "continue", "too_early", "invalid"})
        decisions << decisionVerdict(code).word;
    const std::array widths{
        std::pair{Model::Name, narrow ? 172 : 244},
        std::pair{Model::State, pillColumnWidth({statusWord(Status::Stopped), statusWord(Status::Paused)}, 92)},
        std::pair{Model::Age, 58},
        std::pair{Model::Sample, narrow ? 104 : 140},
        std::pair{Model::LiftText, 76},
        std::pair{Model::Health, 84},
        std::pair{Model::Decision, pillColumnWidth(decisions, 128)},
        std::pair{Model::Traffic, 68},
        std::pair{Model::Owner, 96}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
}

bool PortfolioPage::hasOwners() const
{
    if (!m_session)
        return false;
    const ExperimentListModel& all = m_session->experiments();
    for (int row = 0; row < all.rowCount(); ++row) {
        if (!all.at(row).owner.empty())
            return true;
    }
    return false;
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
    const auto kindOf = [](int width) { return int(width >= kNarrow) + int(width >= kWide); };
    if (kindOf(event->oldSize().width()) != kindOf(event->size().width()))
        sizeColumns();
    m_sightTimer.start();
}

void PortfolioPage::choose(PortfolioView view)
{
    m_pills[view]->setChecked(true);
    m_filter->setView(view);
    updateEmptyState();
    updateSelection();
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
