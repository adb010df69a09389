// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/experimentpage.h"

#include "ui/assignments/assignmentstab.h"
#include "ui/charts/rateschart.h"
#include "ui/charts/samplesizeview.h"
#include "ui/explore/exploretab.h"
#include "ui/lab/peekinglab.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/linestab.h"
#include "ui/pages/notestab.h"
#include "ui/pages/overtimetab.h"
#include "ui/pages/pagestack.h"
#include "ui/pages/planview.h"
#include "ui/pages/trends.h"
#include "ui/session.h"
#include "ui/text/cardtext.h"
#include "ui/text/format.h"
#include "ui/text/projectedend.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/titledcard.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

namespace xp::ui {

namespace {

constexpr int kMargin = 24;
constexpr int kGap = 12;
constexpr int kNarrow = 900;

QLabel* labelOf(const char* role)
{
    auto* label = new QLabel;
    setRole(label, role);
    return label;
}

} // namespace

ExperimentPage::ExperimentPage(QWidget* parent)
    : QWidget(parent)
    , m_results(new ResultsModel(this))
    , m_sorter(new ResultsSorter(this))
    , m_banner(new Banner)
    , m_tabs(new QTabBar)
    , m_pages(new PageStack)
    , m_lab(new PeekingLab)
    , m_scroll(new QScrollArea)
    , m_plan(new PlanView)
{
    m_sorter->setSourceModel(m_results);
    m_banner->setObjectName(QStringLiteral("decision"));
    m_tabs->setExpanding(false);
    auto* planCard = new QFrame;
    planCard->setProperty("card", true);
    auto* planLayout = new QVBoxLayout(planCard);
    planLayout->setContentsMargins({});
    planLayout->addWidget(m_plan);
    addTab("results", tr("Results"), makeResults());
    addTab("over-time", tr("Over time"), new OverTimeTab);
    addTab("explore", tr("Explore"), new ExploreTab);
    addTab("health", tr("Health"), new HealthTab);
    addTab("assignments", tr("Assignments"), new AssignmentsTab);
    addTab("events", tr("Events"), new EventsTab);
    addTab("notes", tr("Notes"), new NotesTab);
    addTab("audit", tr("Audit"), new AuditTab);
    addTab("plan", tr("Plan"), planCard);
    addTab("lab", tr("Peeking lab"), m_lab);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &PageStack::setCurrentIndex);

    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("content"));
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kMargin, 16, kMargin, 16);
    layout->setSpacing(kGap);
    layout->addLayout(makeHeader());
    layout->addWidget(m_banner);
    layout->addLayout(makeCards());
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);

    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_scroll);
    connect(&Theme::instance(), &Theme::changed, this, &ExperimentPage::showAll);
}

void ExperimentPage::addTab(const char* name, const QString& title, QWidget* page)
{
    m_tabNames << QLatin1String(name);
    m_tabs->addTab(title);
    m_pages->addWidget(page);
}

void ExperimentPage::addTab(const char* name, const QString& title, ExperimentTab* tab)
{
    addTab(name, title, static_cast<QWidget*>(tab));
    m_asking.push_back(tab);
    connect(tab, &ExperimentTab::failed, this, &ExperimentPage::failed);
}

TableView* ExperimentPage::currentTable() const
{
    return m_pages->currentWidget()->findChild<TableView*>();
}

bool ExperimentPage::showTab(const QString& name)
{
    const auto position = m_tabNames.indexOf(name);
    if (position < 0)
        return false;
    m_tabs->setCurrentIndex(int(position));
    return true;
}

std::vector<std::pair<QString, QString>> ExperimentPage::tabs() const
{
    std::vector<std::pair<QString, QString>> tabs;
    for (int i = 0; i < m_tabs->count(); ++i)
        tabs.emplace_back(m_tabNames[i], m_tabs->tabText(i));
    return tabs;
}

/// The plan's own size and looks; an unplanned number of them is one a day.
void ExperimentPage::planLab(const Experiment& experiment)
{
    const Plan plan = decidingPlan(experiment);
    PeekingSetup setup{.level = plan.level, .priorDeviation = plan.priorDeviation};
    setup.unitsPerVariant = double(plan.unitsPerVariant.value_or(experiment.targetSampleSize));
    if (plan.method == Method::GroupSequential && !plan.looks.empty())
        setup.looks = int(plan.looks.size());
    else if (plan.durationDays)
        setup.looks = std::clamp(int(*plan.durationDays), 1, 60);
    m_lab->setPlan(setup, plan.durationDays.value_or(0));
}

QBoxLayout* ExperimentPage::makeHeader()
{
    m_title = new ElidedLabel;
    setRole(m_title, "title");
    m_status = new Pill;
    m_meta = new ElidedLabel;
    m_metaBelow = new ElidedLabel;
    for (QLabel* meta : {m_meta, m_metaBelow})
        setRole(meta, "secondary");
    auto* header = new QHBoxLayout;
    header->setSpacing(kGap);
    header->addWidget(m_title);
    header->addWidget(m_status);
    header->addWidget(m_meta, 1);
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i] = new QPushButton;
        header->addWidget(m_actions[i]);
        connect(m_actions[i], &QPushButton::clicked, this, [this, i] {
            if (i < m_changes.size())
                Q_EMIT changeRequested(m_id, m_changes[i]);
        });
    }
    m_traffic = new QPushButton(tr("Traffic …"));
    header->insertWidget(header->count() - int(m_actions.size()), m_traffic);
    connect(m_traffic, &QPushButton::clicked, this, [this] { Q_EMIT trafficRequested(m_id); });
    m_export = new QPushButton(tr("Export"));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->hide(); // until there is something to offer
    header->addWidget(m_export);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addLayout(header);
    lines->addWidget(m_metaBelow);
    return lines;
}

/// Beside the title where all of it has room, else below.
void ExperimentPage::placeMeta()
{
    const QString meta = m_metaBelow->text();
    int taken = 2 * kMargin + kGap;
    for (const QWidget* beside :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_traffic),
          static_cast<QWidget*>(m_actions[0]), static_cast<QWidget*>(m_actions[1]), static_cast<QWidget*>(m_export)}) {
        if (!beside->isHidden())
            taken += beside->sizeHint().width() + kGap;
    }
    const bool fits = taken + m_meta->fontMetrics().horizontalAdvance(meta) <= m_scroll->viewport()->width();
    m_meta->setText(fits ? meta : QString());
    m_metaBelow->setVisible(!fits);
}

QBoxLayout* ExperimentPage::makeCards()
{
    auto* cards = new QHBoxLayout;
    cards->setSpacing(kGap);
    for (Card*& card : m_cards) {
        card = new Card;
        // The units and the p-value say the most beside their number.
        cards->addWidget(card, &card == &m_cards[0] || &card == &m_cards[2] ? 5 : 4);
    }
    return cards;
}

QWidget* ExperimentPage::makeResults()
{
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("results"));
    m_table->setModel(m_sorter);
    m_table->setAccessibleName(tr("Results by metric and treatment"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_empty = labelOf("secondary");
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMinimumHeight(120);
    m_notes = labelOf("note");
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid()) {
            m_chosenMetric = row.data(ResultsModel::MetricIndex).toUInt();
            m_trends->choose(row.siblingAtColumn(ResultsModel::Metric).data().toString().toStdString(),
                             row.siblingAtColumn(ResultsModel::Treatment).data().toString().toStdString());
            showChart();
        }
    });
    connect(m_sorter, &QAbstractItemModel::modelReset, m_table, &TableView::fitToRows);
    connect(m_sorter, &QAbstractItemModel::layoutChanged, m_table, &TableView::fitToRows);

    auto* tableCard = new QFrame;
    tableCard->setProperty("card", true);
    auto* tableLayout = new QVBoxLayout(tableCard);
    tableLayout->setContentsMargins(8, 4, 8, 8);
    tableLayout->setSpacing(0);
    tableLayout->addWidget(m_table);
    tableLayout->addWidget(m_empty);

    m_chart = new RatesChart;
    m_sizes = new SampleSizeView;
    m_chartCard = new TitledCard({}, {}, m_chart);
    m_sizeCard = new TitledCard(tr("Sample size"), {}, m_sizes);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(kGap);
    charts->addWidget(m_chartCard, 1);
    charts->addWidget(m_sizeCard, 1);

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(kGap);
    m_trends = new Trends;
    m_asking.push_back(m_trends);
    connect(m_trends, &ExperimentTab::failed, this, &ExperimentPage::failed);
    connect(m_trends, &Trends::arrived, this, &ExperimentPage::showProjection);
    layout->addWidget(tableCard);
    layout->addWidget(m_notes);
    layout->addWidget(m_trends);
    layout->addLayout(charts);
    layout->addStretch(1);
    return page;
}

void ExperimentPage::offerExports(const QList<QAction*>& actions)
{
    auto* menu = new QMenu(m_export);
    menu->addActions(actions);
    m_export->setMenu(menu);
    m_export->show();
}

void ExperimentPage::setSession(Session* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_id.clear();
    if (!session)
        return;
    connect(session, &Session::listArrived, this, &ExperimentPage::showAll);
    connect(session, &Session::statsArrived, this, [this](const QString& id) {
        if (id != m_id)
            return;
        showAll();
        for (ExperimentTab* tab : m_asking)
            tab->refresh();
    });
}

void ExperimentPage::open(const QString& id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_chosenMetric.reset();
    m_results->setStats({});
    m_scroll->verticalScrollBar()->setValue(0);
    if (m_session)
        m_session->setFocus(id);
    for (ExperimentTab* tab : m_asking)
        tab->setSubject(m_session, id);
    if (const Experiment* experiment = m_session ? m_session->experiments().find(id.toStdString()) : nullptr)
        planLab(*experiment);
    showAll();
}

void ExperimentPage::continueFrom(const ExperimentPage& other)
{
    m_tabs->setCurrentIndex(other.m_tabs->currentIndex());
    if (other.m_id.isEmpty())
        return;
    open(other.m_id);
    m_lab->continueFrom(*other.m_lab);
}

void ExperimentPage::showAll()
{
    const Experiment* experiment = m_session ? m_session->experiments().find(m_id.toStdString()) : nullptr;
    if (!experiment)
        return;
    const bool answered = m_session->isAnswered(m_id);
    const Stats* stats = answered ? m_session->experiments().stats(experiment->id) : nullptr;
    const Report* report = m_session->report(m_id);
    const ReportView* plan = report ? &report->planned : nullptr;
    showHeader(*experiment, report);
    showActions(*experiment);
    placeMeta();
    showBanner(*experiment, stats, plan);
    m_plan->show(*experiment, report);
    const Stats known = stats ? *stats : Stats{};
    showCards(*experiment, known, plan);
    showResults(known, plan);
    showNotes(known, plan);
    m_trends->setVisible(experiment->startedAt && !experiment->imported);
    m_sizes->show(known.variants, experiment->imported ? 0 : known.progress.target);
    showProjection();
}

/// When the planned size is there, and how sure that is: days differ, as their snapshots tell.
void ExperimentPage::showProjection()
{
    const Experiment* experiment = m_session ? m_session->experiments().find(m_id.toStdString()) : nullptr;
    const Stats* stats =
        experiment && m_session->isAnswered(m_id) ? m_session->experiments().stats(experiment->id) : nullptr;
    const Timestamp at = now();
    const QString words =
        stats ? projectedEnd(projectionOf(*experiment, stats->progress, at, m_trends->unitsByDay()), at) : QString();
    m_sizeCard->setNote(words);
    m_banner->setAside(words);
}

void ExperimentPage::showHeader(const Experiment& experiment, const Report* report)
{
    m_title->setText(text(experiment.name));
    QString status = statusWord(experiment.status);
    const bool live = experiment.status == Status::Running || experiment.status == Status::Paused;
    if (live && experiment.startedAt && !experiment.imported) {
        const auto days = std::chrono::duration_cast<std::chrono::days>(now() - *experiment.startedAt).count();
        status = tr("%1 · day %2").arg(status, count(days + 1));
    }
    m_status->show(status, statusTone(experiment.status));
    QStringList meta{text(experiment.key)};
    if (experiment.imported)
        meta << tr("imported");
    if (experiment.startedAt)
        meta << tr("started %1").arg(date(*experiment.startedAt));
    if (experiment.stoppedAt)
        meta << tr("stopped %1").arg(date(*experiment.stoppedAt));
    if (!experiment.owner.empty())
        meta.insert(1, text(experiment.owner));
    if (report && !report->fingerprint.empty() && experiment.startedAt)
        meta << tr("plan %1").arg(text(report->fingerprint).left(8));
    m_metaBelow->setText(meta.join(QStringLiteral(" · ")));
}

void ExperimentPage::showActions(const Experiment& experiment)
{
    const bool mayChange = !m_session->backend().isReadOnly();
    m_changes = mayChange ? changesFrom(experiment.status) : std::vector<StatusChange>();
    const bool live = experiment.status == Status::Running || experiment.status == Status::Paused;
    m_traffic->setVisible(mayChange && live && !experiment.imported);
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i]->setVisible(i < m_changes.size());
        if (i >= m_changes.size())
            continue;
        m_actions[i]->setText(changeWord(m_changes[i]));
        const bool starts = m_changes[i] == StatusChange::Start || m_changes[i] == StatusChange::Resume;
        setStyled(m_actions[i], "primary", starts);
    }
}

std::vector<StatusChange> ExperimentPage::changesFrom(Status status)
{
    switch (status) {
    case Status::Draft:
        return {StatusChange::Start};
    case Status::Running:
        return {StatusChange::Pause, StatusChange::Stop};
    case Status::Paused:
        return {StatusChange::Resume, StatusChange::Stop};
    case Status::Stopped:
        return {StatusChange::Archive};
    case Status::Archived:
        break;
    }
    return {};
}

QString ExperimentPage::changeWord(StatusChange change)
{
    switch (change) {
    case StatusChange::Start:
        return tr("Start …");
    case StatusChange::Pause:
        return tr("Pause …");
    case StatusChange::Resume:
        return tr("Resume …");
    case StatusChange::Stop:
        return tr("Stop …");
    case StatusChange::Archive:
        return tr("Archive …");
    }
    return {};
}

void ExperimentPage::showBanner(const Experiment& experiment, const Stats* stats, const ReportView* plan)
{
    if (!stats) {
        m_banner->show(Tone::Neutral, {}, tr("Loading the results …"));
        return;
    }
    const Verdict verdict = decisionVerdict(*stats);
    const bool draft = experiment.status == Status::Draft;
    const auto [lead, rest] = leadOf(decisionText(*stats, draft ? nullptr : plan), verdict.word);
    m_banner->show(draft ? Tone::Neutral : verdict.tone, lead, rest);
}

void ExperimentPage::showCards(const Experiment& experiment, const Stats& stats, const ReportView* plan)
{
    m_cards[0]->show(unitsCard(experiment, stats));
    m_cards[1]->show(liftCard(stats));
    m_cards[2]->show(pValueCard(experiment, stats));
    m_cards[3]->show(ratioCard(experiment, stats));
    m_cards[4]->show(guardrailCard(stats, plan));
}

void ExperimentPage::showResults(const Stats& stats, const ReportView* plan)
{
    m_results->setStats(stats, plan);
    const bool filled = m_results->rowCount() > 0;
    m_table->setVisible(filled);
    m_empty->setVisible(!filled);
    m_empty->setText(stats.metrics.empty() ? QString()
                                           : tr("Results appear here once units are assigned and events arrive."));
    sizeColumns();
    // Until a row is chosen the charts are about what the sentence and the cards are about.
    if (const auto lift = headlineLift(stats); lift && !m_chosenMetric)
        m_trends->choose(stats.planned ? stats.planned->metric : std::string(), lift->treatment);
    showChart();
}

void ExperimentPage::sizeColumns()
{
    using Model = ResultsModel;
    const bool several = m_results->hasSeveralTreatments();
    const bool narrow = width() < kNarrow;
    m_table->setColumnHidden(Model::Treatment, !several);
    m_table->setColumnHidden(Model::Control, several && narrow); // the chart below shows it
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Model::Lift, QHeaderView::Stretch);
    const int widest = !narrow ? 300 : several ? 150 : 190;
    header->resizeSection(Model::Metric, std::clamp(widestMetric(), 120, widest));
    header->resizeSection(Model::Treatment, narrow ? 90 : 136);
    header->resizeSection(Model::Control, narrow ? 78 : 104);
    header->resizeSection(Model::Treated, narrow ? 78 : 112);
    header->resizeSection(Model::LiftText, 76);
    header->resizeSection(Model::P, narrow ? 72 : 92);
    QStringList verdicts;
    for (int row = 0; row < m_results->rowCount(); ++row)
        verdicts << m_results->index(row, Model::Verdict).data().toString();
    header->resizeSection(Model::Verdict, narrow ? 102 : pillColumnWidth(verdicts, 112));
}

int ExperimentPage::widestMetric() const
{
    const QFontMetrics metrics(Theme::font());
    int widest = 0;
    for (int row = 0; row < m_results->rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(m_results->index(row, 0).data().toString()));
    return widest + 24;
}

void ExperimentPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (Card* card : m_cards)
        card->setCompact(event->size().width() < kNarrow);
    placeMeta();
    if ((event->oldSize().width() < kNarrow) != (event->size().width() < kNarrow))
        sizeColumns();
}

std::size_t ExperimentPage::chartMetric(const Stats& stats) const
{
    if (m_chosenMetric && *m_chosenMetric < stats.metrics.size())
        return *m_chosenMetric;
    return stats.headline.metrics.empty() ? 0 : stats.headline.metrics.front();
}

void ExperimentPage::showChart()
{
    const Stats* stats = m_session ? m_session->experiments().stats(m_id.toStdString()) : nullptr;
    const std::size_t shown = stats ? chartMetric(*stats) : 0;
    if (!stats || shown >= stats->metrics.size()) {
        m_chart->show({}, true);
        m_chartCard->setTitle(tr("Each variant"));
        m_chartCard->setNote({});
        return;
    }
    const MetricStats& metric = stats->metrics[shown];
    m_chartCard->setTitle(isRate(metric.kind) ? tr("Conversion rate") : tr("Mean"));
    m_chartCard->setNote(
        tr("%1, %2 interval of each variant").arg(text(metric.name), levelPercent(stats->confidenceLevel)));
    m_chart->show(variantPoints(metric, stats->confidenceLevel), isRate(metric.kind));
}

void ExperimentPage::showNotes(const Stats& stats, const ReportView* plan)
{
    QStringList lines;
    for (const QString& note : readingNotes(stats, plan))
        lines << QStringLiteral("!  ") + note;
    m_notes->setText(lines.join(QLatin1Char('\n')));
    m_notes->setVisible(!lines.isEmpty());
}

} // namespace xp::ui
