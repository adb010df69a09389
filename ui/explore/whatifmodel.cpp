// SPDX-License-Identifier: Apache-2.0
#include "ui/explore/whatifmodel.h"

#include "ui/models/resultsmodel.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"

namespace xp::ui {

namespace {

Qt::Alignment alignmentOf(int column)
{
    const bool number = column == WhatIfModel::LiftText || column == WhatIfModel::P || column == WhatIfModel::Chance;
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

void WhatIfModel::setPlanned(ReportView planned)
{
    beginResetModel();
    m_planned = std::move(planned);
    m_view = m_planned;
    m_rows.clear();
    std::vector<LiftMark> marks;
    for (std::size_t m = 0; m < m_view.metrics.size(); ++m) {
        for (std::size_t c = 0; c < m_view.metrics[m].cells.size(); ++c) {
            m_rows.push_back({m, c});
            marks.push_back(markOf(m_view.metrics[m].cells[c], m_view.method));
        }
    }
    m_axis = axisFor(marks);
    endResetModel();
}

void WhatIfModel::setView(ReportView view)
{
    m_view = std::move(view);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int WhatIfModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int WhatIfModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ReportCell& WhatIfModel::cellOf(const ReportView& view, const Row& row) const
{
    return view.metrics[row.metric].cells[row.cell];
}

QVariant WhatIfModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const int column = index.column();
    const ReportCell& cell = cellOf(column == Planned ? m_planned : m_view, row);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return column == Lift && cell.liftInterval ? QVariant(boundsText(*cell.liftInterval)) : display(row, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                display(row, column).toString());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column));
    case role::Kind:
        return QVariant::fromValue(column == Lift                           ? CellKind::Interval
                                   : column == Verdict || column == Planned ? CellKind::Pill
                                                                            : CellKind::Text);
    case role::Exact:
        return exact(row, column);
    case role::Mark:
        return QVariant::fromValue(markOf(cell, (column == Planned ? m_planned : m_view).method));
    case role::Axis:
        return QVariant::fromValue(m_axis);
    case role::ToneOf:
        return QVariant::fromValue(wordTone(cell.word));
    default:
        return {};
    }
}

QVariant WhatIfModel::display(const Row& row, int column) const
{
    const ReportCell& cell = cellOf(m_view, row);
    switch (column) {
    case Metric:
        return text(m_view.metrics[row.metric].name);
    case Treatment:
        return text(cell.treatment);
    case Lift:
        return cell.liftInterval ? boundsText(*cell.liftInterval) : QString();
    case LiftText:
        return signedPercent(cell.lift);
    case P:
        return ResultsModel::pText(cell);
    case Chance:
        return cell.posterior ? chance(cell.posterior->probabilityBetter) : none();
    case Verdict:
        return wordPill(cell.word);
    case Planned:
        return wordPill(cellOf(m_planned, row).word);
    default:
        return {};
    }
}

QVariant WhatIfModel::exact(const Row& row, int column) const
{
    const ReportCell& cell = cellOf(m_view, row);
    const auto orEmpty = [](const std::optional<double>& value) {
        return value ? QVariant(*value) : QVariant(QString());
    };
    switch (column) {
    case LiftText:
        return orEmpty(cell.lift);
    case P:
        return orEmpty(cell.marginPValue ? cell.marginPValue : cell.adjustedPValue);
    case Chance:
        return cell.posterior ? QVariant(cell.posterior->probabilityBetter) : QVariant(QString());
    default:
        return {};
    }
}

QVariant WhatIfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    if (role == role::Axis && section == Lift)
        return QVariant::fromValue(m_axis);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Metric:
        return tr("Metric");
    case Treatment:
        return tr("Treatment");
    case Lift:
        return tr("Lift with its interval");
    case LiftText:
        return tr("Lift");
    case P:
        return tr("p");
    case Chance:
        return tr("Chance");
    case Verdict:
        return tr("What if");
    case Planned:
        return tr("As planned");
    default:
        return {};
    }
}

} // namespace xp::ui
