// SPDX-License-Identifier: Apache-2.0
#include "ui/design/metricspage.h"

#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

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
{
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 1);
    int column = 0;
    for (const QString& title : {tr("Event"), tr("Measured as"), tr("Role"), tr("Better is")}) {
        auto* label = new QLabel(title);
        setRole(label, "label");
        m_grid->addWidget(label, 0, column++);
    }
    content()->addLayout(m_grid);
    auto* another = new QPushButton(tr("Add a metric"));
    another->setAutoDefault(false);
    content()->addSpacing(4);
    content()->addWidget(another, 0, Qt::AlignLeft);
    content()->addStretch(1);
    connect(another, &QPushButton::clicked, this, [this] {
        add({});
        m_rows.back().name->setFocus();
        Q_EMIT edited();
    });
}

void MetricsPage::show(const Draft& draft)
{
    while (!m_rows.empty())
        removeRow(m_rows.back().name);
    for (const Metric& metric : draft.experiment.metrics)
        add(metric);
}

void MetricsPage::store(Draft& draft) const
{
    draft.experiment.metrics.clear();
    for (const Row& row : m_rows) {
        const std::string name = row.name->text().trimmed().toStdString();
        draft.experiment.metrics.push_back({.name = name,
                                            .kind = chosen<MetricKind>(row.kind),
                                            .role = chosen<MetricRole>(row.role),
                                            .direction = chosen<Direction>(row.direction),
                                            .event = name});
    }
}

void MetricsPage::add(const Metric& metric)
{
    const auto kind = [](MetricKind value) { return std::pair{value, kindName(value)}; };
    const auto role = [](MetricRole value) { return std::pair{value, roleWord(value)}; };
    Row row{
        new QLineEdit(text(metric.name)),
        choice(metric.kind,
               {kind(MetricKind::Conversion), kind(MetricKind::Count), kind(MetricKind::Sum), kind(MetricKind::Mean)},
               tr("Measured as")),
        choice(metric.role, {role(MetricRole::Primary), role(MetricRole::Secondary), role(MetricRole::Guardrail)},
               tr("Role")),
        choice(metric.direction, {{Direction::Increase, tr("more")}, {Direction::Decrease, tr("less")}},
               tr("Better is")),
        new QPushButton(QStringLiteral("✕"))};
    row.name->setPlaceholderText(tr("purchase"));
    row.name->setAccessibleName(tr("Event of the metric"));
    row.remove->setProperty("link", true);
    row.remove->setAutoDefault(false);
    row.remove->setAccessibleName(tr("Remove the metric"));
    row.remove->setFixedWidth(28);
    const int at = m_grid->rowCount();
    int column = 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{row.name, row.kind, row.role, row.direction, row.remove})
        m_grid->addWidget(widget, at, column++);
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
    for (QWidget* widget : std::initializer_list<QWidget*>{it->name, it->kind, it->role, it->direction, it->remove}) {
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

} // namespace xp::ui
