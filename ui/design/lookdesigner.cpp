// SPDX-License-Identifier: Apache-2.0
#include "ui/design/lookdesigner.h"

#include "core/stats/distributions.h"
#include "ui/design/lookscanvas.h"
#include "ui/design/looksmodel.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace xp::ui {

namespace {

bool hasGamma(SpendingKind spending)
{
    return spending == SpendingKind::KimDeMets || spending == SpendingKind::HwangShihDeCani;
}

/// Shares are edited in per cent, as they are shown.
class ShareDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        auto* box = new QDoubleSpinBox(parent);
        box->setRange(kLookStep * 100, (1 - kLookStep) * 100);
        box->setDecimals(0);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setAccessibleName(LookDesigner::tr("Share of the planned size, in per cent"));
        box->setStyleSheet(QStringLiteral("padding: 0 6px; border-radius: 0;"));
        return box;
    }
};

} // namespace

LookDesigner::LookDesigner(QWidget* parent)
    : QWidget(parent)
    , m_spending(new QComboBox)
    , m_gamma(new QDoubleSpinBox)
    , m_even(new QSpinBox)
    , m_futility(new QCheckBox(tr("Futility bounds")))
    , m_views(new QStackedWidget)
    , m_canvas(new LooksCanvas)
    , m_model(new LooksModel(this))
    , m_list(new TableView)
    , m_add(new QPushButton(tr("Add a look")))
    , m_remove(new QPushButton(tr("Remove")))
    , m_sentence(new QLabel)
    , m_cost(new QLabel)
{
    m_views->addWidget(m_canvas);
    m_views->addWidget(makeList());
    for (QLabel* label : {m_sentence, m_cost}) {
        setRole(label, "note");
        label->setWordWrap(true);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(makeEntries());
    layout->addWidget(m_views, 1);
    layout->addWidget(m_futility);
    layout->addWidget(m_sentence);
    layout->addWidget(m_cost);
    connect(m_canvas, &LooksCanvas::chosen, this, &LookDesigner::choose);
    connect(m_canvas, &LooksCanvas::removeWanted, this, [this](std::size_t look) {
        change({withoutLook(m_design.looks, look), m_design.spending, m_design.gamma}, look);
    });
    connect(m_canvas, &LooksCanvas::addWanted, this, [this](double share) {
        LookDesign next{withNewLook(m_design.looks, share), m_design.spending, m_design.gamma};
        std::size_t added = 0;
        while (added < m_design.looks.size() && next.looks[added] == m_design.looks[added])
            ++added;
        change(std::move(next), added);
    });
    const auto move = [this](std::size_t look, double share) {
        change({withLookAt(m_design.looks, look, share), m_design.spending, m_design.gamma}, look);
    };
    connect(m_canvas, &LooksCanvas::moveWanted, this, move);
    connect(m_model, &LooksModel::moveWanted, this, move);
}

QWidget* LookDesigner::makeEntries()
{
    m_spending->setAccessibleName(tr("Spending function"));
    m_spending->setToolTip(tr("How much of the level each look may use: O'Brien-Fleming little at first, Pocock about "
                              "the same at every look."));
    m_spending->addItem(tr("O'Brien-Fleming"), int(SpendingKind::OBrienFleming));
    m_spending->addItem(tr("Pocock"), int(SpendingKind::Pocock));
    m_spending->addItem(tr("Kim-DeMets"), int(SpendingKind::KimDeMets));
    m_spending->addItem(tr("Hwang-Shih-DeCani"), int(SpendingKind::HwangShihDeCani));
    m_gamma->setAccessibleName(tr("Gamma of the spending function"));
    m_gamma->setPrefix(tr("γ "));
    m_gamma->setDecimals(1);
    m_gamma->setSingleStep(0.5);
    m_even->setAccessibleName(tr("Number of even looks"));
    m_even->setRange(1, kMostLooks);
    m_even->setToolTip(tr("So many looks, evenly spaced"));
    for (QAbstractSpinBox* box : {static_cast<QAbstractSpinBox*>(m_gamma), static_cast<QAbstractSpinBox*>(m_even)}) {
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    m_futility->setToolTip(
        tr("Below them, going on is hardly worth it. They do not bind, and are not part of the plan."));
    auto* asList = new QPushButton(tr("List"));
    asList->setProperty("pill", true);
    asList->setCheckable(true);
    asList->setAutoDefault(false);
    asList->setAccessibleName(tr("Show the looks as a list"));
    auto* entries = new QWidget;
    auto* row = new QHBoxLayout(entries);
    row->setContentsMargins({});
    row->setSpacing(8);
    for (QWidget* entry : std::initializer_list<QWidget*>{m_spending, m_gamma, m_even})
        row->addWidget(entry);
    row->addStretch(1);
    row->addWidget(asList);
    connect(asList, &QPushButton::toggled, this, [this](bool on) { m_views->setCurrentIndex(on ? 1 : 0); });
    connect(m_spending, &QComboBox::activated, this, &LookDesigner::changeSpending);
    connect(m_gamma, &QDoubleSpinBox::valueChanged, this, &LookDesigner::changeSpending);
    connect(m_even, &QSpinBox::valueChanged, this, [this](int looks) {
        if (!m_showing)
            change({evenLooks(looks), m_design.spending, m_design.gamma}, 0);
    });
    connect(m_futility, &QCheckBox::toggled, this, &LookDesigner::showAll);
    return entries;
}

QWidget* LookDesigner::makeList()
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Looks"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setItemDelegateForColumn(LooksModel::Share, new ShareDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* view = new QWidget;
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins({});
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT m_canvas->addWanted(widestGap(m_design.looks)); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT m_canvas->removeWanted(m_chosen); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_showing && current.isValid())
                    choose(std::size_t(current.row()));
            });
    return view;
}

void LookDesigner::show(const Draft& draft, const SizePlan& plan)
{
    const LookDesign before = std::exchange(m_shown, designOf(draft));
    const bool same = before == m_shown && m_level == levelOfOne(draft) && m_power == draft.power && m_bounds;
    m_design = m_shown;
    m_level = levelOfOne(draft);
    m_power = draft.power;
    m_units = double(plan.units);
    m_days = plan.days;
    m_chosen = std::min(m_chosen, m_design.looks.size() - 1);
    if (!same)
        m_bounds = boundsOf(m_design, m_level, m_power);
    showAll();
}

void LookDesigner::change(LookDesign design, std::size_t chosen)
{
    if (design == m_design) {
        choose(chosen);
        return;
    }
    m_design = std::move(design);
    m_chosen = std::min(chosen, m_design.looks.size() - 1);
    Q_EMIT edited(); // the answer comes by show()
}

void LookDesigner::choose(std::size_t look)
{
    m_chosen = std::min(look, m_design.looks.size() - 1);
    showAll();
}

void LookDesigner::changeSpending()
{
    if (m_showing)
        return;
    LookDesign next = m_design;
    next.spending = SpendingKind(m_spending->currentData().toInt());
    next.gamma = hasGamma(next.spending) ? m_gamma->value() : 1;
    if (next.spending == SpendingKind::KimDeMets)
        next.gamma = std::max(0.1, next.gamma);
    change(std::move(next), m_chosen);
}

void LookDesigner::showAll()
{
    m_showing = true;
    m_spending->setCurrentIndex(m_spending->findData(int(m_design.spending)));
    m_gamma->setRange(m_design.spending == SpendingKind::KimDeMets ? 0.1 : -10, 10);
    m_gamma->setValue(m_design.gamma);
    m_gamma->setVisible(hasGamma(m_design.spending));
    m_even->setValue(int(m_design.looks.size()));
    m_even->setSuffix(m_design.looks.size() == 1 ? tr(" look") : tr(" looks"));
    m_futility->setEnabled(m_design.looks.size() > 1);
    m_add->setEnabled(m_design.looks.size() < std::size_t(kMostLooks));
    m_remove->setEnabled(m_chosen + 1 < m_design.looks.size());
    m_model->show(m_design, m_bounds, m_units, m_days);
    m_list->setColumnHidden(LooksModel::Futility, !m_futility->isChecked());
    m_list->setCurrentIndex(m_model->index(int(m_chosen), LooksModel::Share));
    m_sentence->setText(sentenceOf(m_chosen));
    QString cost;
    if (m_bounds) {
        cost = tr("Costs %1 more users than a single look; where the lift is true it takes %2 of them on average.")
                   .arg(percent(m_bounds->inflation - 1, 1), percent(m_bounds->expectedShare, 0));
        if (m_futility->isChecked() && !m_bounds->futility.empty())
            cost += QLatin1Char(' ') + tr("Stopping at every futility bound leaves a power of %1.")
                                           .arg(percent(m_bounds->powerWithFutility, 1));
    }
    m_cost->setText(cost);
    m_canvas->show({.design = m_design,
                    .bounds = m_bounds,
                    .level = m_level,
                    .futility = m_futility->isChecked(),
                    .chosen = m_chosen,
                    .summary = summary()});
    m_showing = false;
}

QString LookDesigner::sentenceOf(std::size_t look) const
{
    QString said = tr("Look %1 of %2 at %3: %4 users")
                       .arg(count(std::int64_t(look) + 1), count(std::int64_t(m_design.looks.size())),
                            percent(m_design.looks[look], 0), count(std::llround(m_design.looks[look] * m_units)));
    if (m_days > 0)
        said += tr(", day %1").arg(count(std::llround(std::ceil(m_design.looks[look] * m_days))));
    if (!m_bounds)
        return said;
    const double z = m_bounds->efficacy[look];
    said += tr(". Stops above |z| %1 (%2); %3 of the level of %4 is spent by then.")
                .arg(QLocale().toString(z, 'f', 2), pLimit(2 * stats::normalTail(z)), percent(m_bounds->spent[look]),
                     percent(m_level));
    return said;
}

QString LookDesigner::summary() const
{
    QStringList looks;
    for (std::size_t i = 0; i < m_design.looks.size(); ++i)
        looks << (m_bounds ? tr("%1: %2").arg(percent(m_design.looks[i], 0),
                                              QLocale().toString(m_bounds->efficacy[i], 'f', 2))
                           : percent(m_design.looks[i], 0));
    return tr("Looks by share of the planned size and |z| to stop above. %1. Chosen: look %2. Up and Down choose, Left "
              "and Right move, Insert adds, Delete removes.")
        .arg(looks.join(tr(", ")), count(std::int64_t(m_chosen) + 1));
}

} // namespace xp::ui
