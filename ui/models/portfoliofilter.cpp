// SPDX-License-Identifier: Apache-2.0
#include "ui/models/portfoliofilter.h"

#include "ui/models/experimentlistmodel.h"
#include "ui/text/format.h"

#include <algorithm>

namespace xp::ui {

PortfolioFilter::PortfolioFilter(QObject* parent) : QSortFilterProxyModel(parent), m_collator(QLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(role::Sort);
    setDynamicSortFilter(true);
}

void PortfolioFilter::setView(PortfolioView view)
{
    m_view = view;
    invalidateFilter();
}

void PortfolioFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

int PortfolioFilter::countOf(PortfolioView view) const
{
    int rows = 0;
    for (int row = 0; row < (sourceModel() ? sourceModel()->rowCount() : 0); ++row)
        rows += belongs(row, view) ? 1 : 0;
    return rows;
}

bool PortfolioFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (!belongs(row, m_view))
        return false;
    if (m_text.isEmpty())
        return true;
    const auto* experiments = qobject_cast<const ExperimentListModel*>(sourceModel());
    const Experiment& e = experiments->at(row);
    const auto holds = [&](const std::string& field) { return text(field).contains(m_text, Qt::CaseInsensitive); };
    return holds(e.name) || holds(e.key) || holds(e.hypothesis) || holds(e.description) || holds(e.owner) ||
           std::ranges::any_of(e.tags, holds);
}

bool PortfolioFilter::belongs(int row, PortfolioView view) const
{
    const QModelIndex index = sourceModel()->index(row, 0);
    const auto status = Status(index.data(role::StatusOf).toInt());
    switch (view) {
    case PortfolioView::All:
        return status != Status::Archived;
    case PortfolioView::Running:
        return status == Status::Running || status == Status::Paused;
    case PortfolioView::Drafts:
        return status == Status::Draft;
    case PortfolioView::Stopped:
        return status == Status::Stopped;
    case PortfolioView::NeedsDecision:
        break;
    }
    static const QStringList kCalls{QStringLiteral("ship"), QStringLiteral("keep_control"),
                                    QStringLiteral("stop_for_harm"), QStringLiteral("inconclusive"),
                                    QStringLiteral("invalid")};
    return (status == Status::Running || status == Status::Paused) &&
           kCalls.contains(index.data(role::DecisionOf).toString());
}

bool PortfolioFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(role::Sort);
    const QVariant b = right.data(role::Sort);
    if (a.typeId() != QMetaType::QString)
        return QPartialOrdering::Less == QVariant::compare(a, b);
    return m_collator.compare(a.toString(), b.toString()) < 0;
}

} // namespace xp::ui
