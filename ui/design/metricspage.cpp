// SPDX-License-Identifier: Apache-2.0
#include "ui/design/metricspage.h"

#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace xp::ui {

namespace {

QString kindName(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Conversion:
        return MetricsPage::tr("conversion");
    case MetricKind::Count:
        return MetricsPage::tr("count of events");
    case MetricKind::Sum:
        return MetricsPage::tr("sum of values");
    case MetricKind::Mean:
        return MetricsPage::tr("mean of values");
    case MetricKind::Ratio:
        return MetricsPage::tr("ratio of two sums");
    case MetricKind::Retention:
        return MetricsPage::tr("return");
    case MetricKind::ActiveDays:
        return MetricsPage::tr("active days");
    case MetricKind::Funnel:
        return MetricsPage::tr("funnel");
    case MetricKind::Quantile:
        return MetricsPage::tr("quantile over units");
    }
    return {};
}

template <typename E>
QComboBox* choice(E chosen, std::initializer_list<std::pair<E, QString>> options, const QString& name)
{
    auto* box = new QComboBox;
    for (const auto& [value, title] : options)
        box->addItem(title, int(value));
    box->setCurrentIndex(box->findData(int(chosen)));
    box->setAccessibleName(name);
    return box;
}

/// The kinds that need no more than their event; and the one it has, where it needs more.
QComboBox* kindChoice(MetricKind chosen, bool isDefinedElsewhere)
{
    const auto kind = [](MetricKind value) { return std::pair{value, kindName(value)}; };
    QComboBox* box = choice(
        chosen, {kind(MetricKind::Conversion), kind(MetricKind::Count), kind(MetricKind::Sum), kind(MetricKind::Mean)},
        MetricsPage::tr("Measured as"));
    if (box->currentIndex() < 0) {
        box->addItem(kindName(chosen), int(chosen));
        box->setCurrentIndex(box->count() - 1);
        box->setEnabled(false);
    }
    if (isDefinedElsewhere) {
        box->setEnabled(false);
        box->setToolTip(MetricsPage::tr("Defined by the catalogue, for every experiment that uses the metric."));
    }
    return box;
}

template <typename E>
E chosen(const QComboBox* box)
{
    return E(box->currentData().toInt());
}

} // namespace

MetricsPage::MetricsPage(QWidget* parent)
    : DesignPage(tr("How do you know?"),
                 tr("The primary metric decides. Guardrails must not get worse. Secondary metrics help to understand."),
                 parent)
    , m_grid(new QGridLayout)
    , m_catalogue(new QComboBox)
{
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 1);
    int column = 0;
    for (const QString& title : {tr("Event"), tr("Measured as"), tr("Role"), tr("Better is"), tr("May be worse by")}) {
        auto* label = new QLabel(title);
        setRole(label, "label");
        m_grid->addWidget(label, 0, column++);
    }
    content()->addLayout(m_grid);
    auto* another = new QPushButton(tr("Add a metric"));
    another->setAutoDefault(false);
    m_catalogue->setAccessibleName(tr("Add a metric from the catalogue"));
    m_catalogue->view()->setAccessibleName(m_catalogue->accessibleName());
    m_catalogue->setMinimumWidth(280);
    m_catalogue->hide();
    auto* ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(another);
    ways->addWidget(m_catalogue);
    ways->addStretch(1);
    content()->addSpacing(4);
    content()->addLayout(ways);
    content()->addStretch(1);
    connect(m_catalogue, &QComboBox::activated, this, &MetricsPage::addChosen);
    connect(another, &QPushButton::clicked, this, [this] {
        add({}, kMarginProposed);
        m_rows.back().name->setFocus();
        Q_EMIT edited();
    });
}

void MetricsPage::offer(const std::vector<CatalogueMetric>& metrics)
{
    m_offered = metrics;
    fillCatalogue();
}

/// What is chosen there is added below, so that the entry always says what it is for.
void MetricsPage::fillCatalogue()
{
    m_catalogue->clear();
    m_catalogue->addItem(tr("Add from the catalogue …"));
    for (const CatalogueMetric& offered : m_offered) {
        QStringList words{text(offered.metric.name), kindName(offered.metric.kind)};
        if (!offered.owner.empty())
            words << text(offered.owner);
        m_catalogue->addItem(words.join(QStringLiteral(" · ")));
        m_catalogue->setItemData(m_catalogue->count() - 1, text(offered.description), Qt::ToolTipRole);
    }
    m_catalogue->setVisible(!m_offered.empty());
}

void MetricsPage::addChosen(int position)
{
    m_catalogue->setCurrentIndex(0);
    if (position < 1 || std::size_t(position) > m_offered.size())
        return;
    Metric metric = m_offered[std::size_t(position) - 1].metric;
    // The row that nobody has filled in is the one to fill.
    const auto blank = std::ranges::find_if(m_rows, [](const Row& row) { return row.name->text().isEmpty(); });
    if (blank != m_rows.end()) {
        metric.role = chosen<MetricRole>(blank->role);
        removeRow(blank->name);
    }
    add(metric, kMarginProposed);
    m_rows.back().role->setFocus();
    Q_EMIT edited();
}

void MetricsPage::show(const Draft& draft)
{
    while (!m_rows.empty())
        removeRow(m_rows.back().name);
    for (std::size_t i = 0; i < draft.experiment.metrics.size(); ++i)
        add(draft.experiment.metrics[i], marginOf(draft, i));
}

void MetricsPage::store(Draft& draft) const
{
    draft.experiment.metrics.clear();
    draft.margins.clear();
    for (const Row& row : m_rows) {
        Metric metric = row.metric;
        const std::string name = row.name->text().trimmed().toStdString();
        // The event of a metric that is new here is its name.
        if (!metric.catalogue && (metric.event.empty() || metric.event == metric.name))
            metric.event = name;
        metric.name = name;
        metric.kind = chosen<MetricKind>(row.kind);
        metric.role = chosen<MetricRole>(row.role);
        metric.direction = chosen<Direction>(row.direction);
        draft.experiment.metrics.push_back(std::move(metric));
        draft.margins.push_back(row.margin->value() / 100);
    }
}

void MetricsPage::add(const Metric& metric, double margin)
{
    const auto role = [](MetricRole value) { return std::pair{value, roleWord(value)}; };
    Row row{new QLineEdit(text(metric.name)),
            kindChoice(metric.kind, metric.catalogue.has_value()),
            choice(metric.role, {role(MetricRole::Primary), role(MetricRole::Secondary), role(MetricRole::Guardrail)},
                   tr("Role")),
            choice(metric.direction, {{Direction::Increase, tr("more")}, {Direction::Decrease, tr("less")}},
                   tr("Better is")),
            new QDoubleSpinBox,
            new QPushButton(QStringLiteral("✕")),
            metric};
    row.name->setPlaceholderText(tr("purchase"));
    row.name->setAccessibleName(tr("Event of the metric"));
    if (metric.catalogue)
        row.name->setToolTip(tr("%1 of the catalogue, version %2. The name is this experiment's own.")
                                 .arg(text(metric.catalogue->key), count(metric.catalogue->version)));
    row.margin->setRange(0.1, 99.9);
    row.margin->setDecimals(1);
    row.margin->setSuffix(tr(" %"));
    row.margin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    row.margin->setValue(margin * 100);
    row.margin->setAccessibleName(tr("May be worse by"));
    row.margin->setToolTip(tr("Relative. A guardrail passes when it is shown to be worse by less than this."));
    const auto showMargin = [roles = row.role, box = row.margin] {
        box->setEnabled(chosen<MetricRole>(roles) == MetricRole::Guardrail);
    };
    showMargin();
    connect(row.role, &QComboBox::currentIndexChanged, row.margin, showMargin);
    connect(row.margin, &QDoubleSpinBox::valueChanged, this, &MetricsPage::edited);
    row.remove->setProperty("link", true);
    row.remove->setAutoDefault(false);
    row.remove->setAccessibleName(tr("Remove the metric"));
    row.remove->setFixedWidth(28);
    const int at = m_grid->rowCount() + 1; // the row between is for what is wrong with the entries above
    int column = 0;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{row.name, row.kind, row.role, row.direction, row.margin, row.remove})
        m_grid->addWidget(widget, at, column++);
    QWidget* before = m_rows.empty() ? this : static_cast<QWidget*>(m_rows.back().remove);
    for (QWidget* entry :
         std::initializer_list<QWidget*>{row.name, row.kind, row.role, row.direction, row.margin, row.remove})
        setTabOrder(std::exchange(before, entry), entry);
    connect(row.name, &QLineEdit::textEdited, this, &MetricsPage::edited);
    for (QComboBox* box : {row.kind, row.role, row.direction})
        connect(box, &QComboBox::currentIndexChanged, this, &MetricsPage::edited);
    connect(row.remove, &QPushButton::clicked, this, [this, name = row.name] {
        removeRow(name);
        Q_EMIT edited();
    });
    m_rows.push_back(row);
    updateButtons();
}

void MetricsPage::removeRow(const QLineEdit* name)
{
    const auto it = std::ranges::find(m_rows, name, &Row::name);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{it->name, it->kind, it->role, it->direction, it->margin, it->remove}) {
        widget->setParent(nullptr); // gone at once, deleted once its own signal is through
        widget->deleteLater();
    }
    m_rows.erase(it);
    updateButtons();
}

void MetricsPage::updateButtons()
{
    for (const Row& row : m_rows)
        row.remove->setEnabled(m_rows.size() > 1);
}

QWidget* MetricsPage::firstEntry() const
{
    return m_rows.empty() ? nullptr : m_rows.front().name;
}

QWidget* MetricsPage::entryOf(DesignEntry entry, std::size_t row) const
{
    return entry == DesignEntry::MetricName && row < m_rows.size() ? m_rows[row].name : nullptr;
}

} // namespace xp::ui
