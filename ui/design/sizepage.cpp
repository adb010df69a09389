// SPDX-License-Identifier: Apache-2.0
#include "ui/design/sizepage.h"

#include "core/files/datafile.h"
#include "ui/charts/curvechart.h"
#include "ui/design/lookdesigner.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/theme/styled.h"
#include "ui/widgets/elidedcombobox.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

QDoubleSpinBox* spin(double low, double high, int decimals, double step, const QString& suffix)
{
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setSingleStep(step);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

constexpr int kNarrow = 700;

/// In place of a rate.
constexpr double kFromTable = -1;

QFrame* chartCard(const QString& title, QWidget* chart)
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 10, 14, 10);
    auto* label = new QLabel(title);
    setRole(label, "label");
    layout->addWidget(label);
    layout->addWidget(chart, 1);
    return card;
}

} // namespace

SizePage::SizePage(QWidget* parent)
    : DesignPage(tr("How long must it run?"), tr("As long as it takes to find the smallest lift that is worth having."),
                 parent)
    , m_columns(new QHBoxLayout)
    , m_method(new ElidedComboBox)
    , m_baseline(spin(0.01, 99, 2, 0.5, tr(" %")))
    , m_past(new ElidedComboBox)
    , m_pastProblem(new QLabel)
    , m_lift(spin(0.1, 1000, 1, 1, tr(" %")))
    , m_power(spin(50, 99.9, 1, 5, tr(" %")))
    , m_level(spin(0.1, 20, 1, 1, tr(" %")))
    , m_perDay(spin(0, 1e9, 0, 500, {}))
    , m_units(new QLabel)
    , m_detail(new QLabel)
    , m_rates(new QLabel)
    , m_powerChart(new CurveChart)
    , m_daysChart(new CurveChart)
    , m_looks(new LookDesigner)
    , m_tabs(new QTabBar)
    , m_views(new QStackedWidget)
{
    m_columns->setSpacing(24);
    m_columns->addWidget(makeEntries(), 9);
    m_columns->addWidget(makeViews(), 10);
    content()->addLayout(m_columns, 1);
    for (QDoubleSpinBox* box : {m_baseline, m_lift, m_power, m_level, m_perDay})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SizePage::edited);
    connect(m_method, &QComboBox::activated, this, [this] {
        showView();
        Q_EMIT edited();
    });
    connect(m_looks, &LookDesigner::edited, this, [this] {
        m_ownLooks = true;
        Q_EMIT edited();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &SizePage::showView);
}

QWidget* SizePage::makeEntries()
{
    auto* entries = new QWidget;
    auto* form = new QVBoxLayout(entries);
    form->setContentsMargins({});
    form->setSpacing(4);
    setRole(m_rates, "note");
    for (QComboBox* box : {m_method, m_past}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    for (const Method method : {Method::GroupSequential, Method::AlwaysValid, Method::Fixed, Method::Bayesian})
        m_method->addItem(QString(), int(method));
    form->addWidget(field(tr("Judged by"), m_method));
    form->addWidget(field(tr("Rate of the control today"), m_baseline));
    m_past->setAccessibleName(tr("Rate of an earlier experiment"));
    form->addWidget(m_past);
    form->addSpacing(6);
    setRole(m_pastProblem, "error");
    m_pastProblem->setWordWrap(true);
    m_pastProblem->hide();
    form->addWidget(m_pastProblem);
    offer({});
    connect(m_past, &QComboBox::activated, this, [this](int) {
        const double rate = m_past->currentData().toDouble();
        if (rate > 0)
            m_baseline->setValue(rate * 100);
        else if (rate == kFromTable)
            chooseTable();
    });
    form->addWidget(field(tr("Smallest lift worth finding, relative"), m_lift));
    form->addWidget(m_rates);
    form->addSpacing(6);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(field(tr("Power"), m_power));
    pair->addWidget(field(tr("Level, two-sided"), m_level));
    form->addLayout(pair);
    form->addWidget(field(tr("Users a day"), m_perDay));
    form->addSpacing(4);
    form->addWidget(makeAnswer());
    form->addStretch(1);
    return entries;
}

QWidget* SizePage::makeAnswer()
{
    auto* answer = new QFrame;
    answer->setProperty("answer", true);
    auto* layout = new QVBoxLayout(answer);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(2);
    auto* need = new QLabel(tr("You need"));
    setRole(need, "note");
    setRole(m_units, "value");
    setRole(m_detail, "note");
    m_detail->setWordWrap(true);
    layout->addWidget(need);
    layout->addWidget(m_units);
    layout->addWidget(m_detail);
    return answer;
}

QWidget* SizePage::makeViews()
{
    auto* curves = new QWidget;
    auto* charts = new QVBoxLayout(curves);
    charts->setContentsMargins({});
    charts->setSpacing(12);
    charts->addWidget(chartCard(tr("Power by number of users"), m_powerChart), 1);
    charts->addWidget(chartCard(tr("Smallest lift that is found, by day"), m_daysChart), 1);
    m_tabs->addTab(tr("Looks and bounds"));
    m_tabs->addTab(tr("Power and days"));
    m_tabs->setAccessibleName(tr("What is shown of the plan"));
    m_tabs->setObjectName(QStringLiteral("planViews"));
    m_tabs->setExpanding(false);
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(14, 10, 14, 10);
    inCard->addWidget(m_looks);
    m_views->addWidget(card);
    m_views->addWidget(curves);
    auto* views = new QWidget;
    auto* layout = new QVBoxLayout(views);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_tabs);
    layout->addWidget(m_views, 1);
    return views;
}

Method SizePage::method() const
{
    return Method(m_method->currentData().toInt());
}

void SizePage::showView()
{
    const bool hasLooks = method() == Method::GroupSequential;
    m_tabs->setVisible(hasLooks);
    m_views->setCurrentIndex(hasLooks ? m_tabs->currentIndex() : 1);
}

/// Each method with its price, so that one is chosen knowing it.
void SizePage::showMethods(const SizePlan& plan)
{
    for (int row = 0; row < m_method->count(); ++row) {
        const auto method = Method(m_method->itemData(row).toInt());
        QString title;
        switch (method) {
        case Method::Fixed:
            title = tr("One look at the end");
            break;
        case Method::GroupSequential:
            title = tr("A few planned looks");
            break;
        case Method::AlwaysValid:
            title = tr("Looks at any time");
            break;
        case Method::Bayesian:
            title = tr("Posterior, not protected against peeking");
            break;
        }
        const auto cost = std::ranges::find(plan.costs, method, &MethodCost::method);
        if (cost != plan.costs.end())
            title += cost->days > 0
                         ? tr(": %1 users, %2 days").arg(count(cost->units), count(std::llround(std::ceil(cost->days))))
                         : tr(": %1 users").arg(count(cost->units));
        m_method->setItemText(row, title);
    }
}

void SizePage::offer(const std::vector<PastRate>& rates)
{
    m_past->clear();
    m_past->addItem(tr("as it was before …"));
    m_past->addItem(tr("from a table (CSV) …"), kFromTable);
    for (const PastRate& past : rates)
        m_past->addItem(past.title, past.rate);
}

void SizePage::chooseTable()
{
    m_past->setCurrentIndex(0);
    auto* dialog = new QFileDialog(this, tr("A table with the rate"), QString(),
                                   tr("Tables (*.csv *.tsv *.txt *.tab);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { takeRates(DataFile::onDisk(path)); });
    dialog->open();
}

void SizePage::takeRates(const DataFile& table)
{
    const auto rates = ratesOfTable(table);
    m_pastProblem->setVisible(!rates);
    if (!rates) {
        m_pastProblem->setText(errorText(rates.error()));
        return;
    }
    const int first = m_past->count();
    for (const PastRate& rate : *rates)
        m_past->addItem(rate.title, rate.rate);
    if (rates->size() > 1) {
        m_past->showPopup();
        return;
    }
    m_past->setCurrentIndex(first);
    m_baseline->setValue(rates->front().rate * 100);
}

void SizePage::show(const Draft& draft)
{
    const QSignalBlocker quiet(this);
    m_ownLooks = !draft.design.looks.empty();
    m_method->setCurrentIndex(m_method->findData(int(draft.method)));
    m_baseline->setValue(draft.baseline * 100);
    m_lift->setValue(draft.smallestLift * 100);
    m_power->setValue(draft.power * 100);
    m_level->setValue(draft.experiment.significanceLevel * 100);
    m_perDay->setValue(draft.unitsPerDay);
    showPlan(draft);
}

void SizePage::store(Draft& draft) const
{
    draft.baseline = m_baseline->value() / 100;
    draft.smallestLift = m_lift->value() / 100;
    draft.power = m_power->value() / 100;
    draft.experiment.significanceLevel = m_level->value() / 100;
    draft.unitsPerDay = m_perDay->value();
    draft.method = method();
    const LookDesign& design = m_looks->design();
    draft.design = {m_ownLooks ? design.looks : std::vector<double>{}, design.spending, design.gamma};
}

void SizePage::showPlan(const Draft& draft)
{
    const SizePlan plan = planOf(draft);
    m_rates->setText(tr("%1 → %2").arg(percent(draft.baseline), percent(draft.baseline * (1 + draft.smallestLift))));
    m_units->setText(plan.problem.isEmpty() ? tr("%1 users").arg(count(plan.units)) : none());
    QString detail;
    if (plan.problem.isEmpty()) {
        detail = tr("%1 in each variant").arg(count(plan.unitsPerVariant));
        if (plan.days > 0)
            detail += tr(" · about %1 days at %2 users a day")
                          .arg(count(plan.wholeDays()),
                               count(std::llround(draft.unitsPerDay * draft.experiment.trafficAllocation)));
    }
    if (plan.problem.isEmpty() && plan.expectedShare < 1)
        detail += tr(" · on average %1 where the lift is true").arg(percent(plan.expectedShare, 0));
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    showMethods(plan);
    m_looks->show(draft, plan);
    showView();
    showPowerChart(draft, plan);
    showDaysChart(draft, plan);
}

void SizePage::showPowerChart(const Draft& draft, const SizePlan& plan)
{
    m_powerChart->show(
        {.points = plan.power,
         .name = methodName(draft.method),
         .reference = plan.powerOfOne,
         .referenceName = methodName(Method::Fixed),
         .mark = {double(plan.units), draft.power},
         .label = tr("%1 users").arg(count(plan.units)),
         .xText = [](double x) { return count(std::llround(x)); },
         .yText = [](double y) { return percent(y, 0); },
         .summary = tr("Power by number of users: %1 at %2 users").arg(percent(draft.power, 0), count(plan.units))});
}

void SizePage::showDaysChart(const Draft& draft, const SizePlan& plan)
{
    const std::int64_t day = plan.wholeDays();
    m_daysChart->show(
        {.points = plan.detectable,
         .mark = {plan.days, draft.smallestLift},
         .label = tr("%1 on day %2").arg(percent(draft.smallestLift, 1), count(day)),
         .xText = [](double x) { return tr("day %1").arg(count(std::llround(x))); },
         .yText = [](double y) { return percent(y, 0); },
         .yHigh = draft.smallestLift * 3,
         .summary =
             tr("Smallest lift that is found by day: %1 on day %2").arg(percent(draft.smallestLift, 1), count(day))});
}

/// What follows stands beside the entries, or below where there is no room.
void SizePage::resizeEvent(QResizeEvent* event)
{
    DesignPage::resizeEvent(event);
    m_columns->setDirection(width() < kNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget* SizePage::firstEntry() const
{
    return m_method;
}

QWidget* SizePage::entryOf(DesignEntry entry, std::size_t) const
{
    return entry == DesignEntry::SmallestLift ? m_lift : entry == DesignEntry::Level ? m_level : nullptr;
}

} // namespace xp::ui
