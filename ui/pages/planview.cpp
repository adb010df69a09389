// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/planview.h"

#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>

namespace xp::ui {

namespace {

QString kindWord(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Conversion:
        return PlanView::tr("share of units with the event");
    case MetricKind::Count:
        return PlanView::tr("events per unit");
    case MetricKind::Sum:
        return PlanView::tr("sum of values per unit");
    case MetricKind::Mean:
        return PlanView::tr("mean value per event");
    case MetricKind::Ratio:
        return PlanView::tr("sum of one event over another");
    case MetricKind::Retention:
        return PlanView::tr("share of units that return");
    }
    return {};
}

QString variantLine(const Variant& variant, bool control)
{
    QString line = PlanView::tr("%1 · %2").arg(text(variant.name), percent(variant.allocation, 1));
    if (control)
        line += PlanView::tr(" · control");
    if (variant.config.is_object() && !variant.config.empty())
        line +=
            QStringLiteral(" · ") + text(variant.config.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return line;
}

QString metricLine(const Metric& metric)
{
    QString line = PlanView::tr("%1 · %2 · %3 · %4")
                       .arg(text(metric.name), roleWord(metric.role),
                            metric.perUnit ? PlanView::tr("one value per unit") : kindWord(metric.kind),
                            metric.direction == Direction::Increase ? PlanView::tr("more is better")
                                                                    : PlanView::tr("less is better"));
    if (metric.window)
        line += PlanView::tr(" · within %1 of the exposure").arg(text(toDurationText(*metric.window)));
    return line;
}

} // namespace

PlanView::PlanView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(16, 16, 16, 16);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(1, 1);
}

void PlanView::show(const Experiment& experiment)
{
    if (m_grid->count() > 0 && experiment == m_shown)
        return;
    m_shown = experiment;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto orNone = [](const std::string& value) { return value.empty() ? none() : text(value); };
    row(tr("Hypothesis"), orNone(experiment.hypothesis));
    row(tr("Description"), orNone(experiment.description));
    QStringList variants;
    for (const Variant& variant : experiment.variants)
        variants << variantLine(variant, &variant == &experiment.variants.front());
    row(tr("Variants"), variants.join(QLatin1Char('\n')));
    QStringList metrics;
    for (const Metric& metric : experiment.metrics)
        metrics << metricLine(metric);
    row(tr("Metrics"), metrics.join(QLatin1Char('\n')));
    row(tr("Planned size"), tr("%1 units in each variant").arg(count(experiment.targetSampleSize)));
    row(tr("Level"), tr("%1, two-sided").arg(percent(experiment.significanceLevel, 1)));
    row(tr("Traffic"), experiment.imported ? tr("assigned elsewhere, imported")
                                           : tr("%1 of all units").arg(percent(experiment.trafficAllocation, 1)));
    row(tr("Project"), tr("%1 · %2").arg(text(experiment.project), text(experiment.environment)));
    QString times = tr("created %1").arg(dateTime(experiment.createdAt));
    if (experiment.startedAt)
        times += tr(" · started %1").arg(dateTime(*experiment.startedAt));
    if (experiment.stoppedAt)
        times += tr(" · stopped %1").arg(dateTime(*experiment.stoppedAt));
    row(tr("Times"), times);
    row(tr("Id"), text(experiment.id), true);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void PlanView::row(const QString& name, const QString& value, bool mono)
{
    const int at = m_grid->rowCount();
    auto* label = new QLabel(name);
    setRole(label, "secondary");
    auto* content = new QLabel(value);
    content->setWordWrap(true);
    content->setTextFormat(Qt::PlainText);
    content->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    content->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    if (mono)
        content->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_grid->addWidget(label, at, 0, Qt::AlignTop);
    m_grid->addWidget(content, at, 1);
}

} // namespace xp::ui
