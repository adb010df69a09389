// SPDX-License-Identifier: Apache-2.0
#include "ui/explore/segmentmodel.h"

#include "ui/text/format.h"
#include "ui/text/methodtext.h"

namespace xp::ui {

namespace {

constexpr double kOpenEnd = 1e6; ///< where a one-sided interval has no end: beyond any axis

LiftMark markOf(const SegmentCell& cell)
{
    LiftMark mark{.estimate = cell.lift, .tone = wordTone(cell.word)};
    if (cell.liftInterval)
        mark.interval =
            Interval{cell.liftInterval->lower.value_or(-kOpenEnd), cell.liftInterval->upper.value_or(kOpenEnd)};
    return mark;
}

Qt::Alignment alignmentOf(int column)
{
    const bool number = column == SegmentModel::Units || column == SegmentModel::LiftText || column == SegmentModel::P;
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

void SegmentModel::show(const SegmentBreakdown& breakdown, const std::string& metric)
{
    beginResetModel();
    m_cells.clear();
    std::vector<LiftMark> marks;
    for (const SegmentCell& cell : breakdown.cells) {
        if (cell.metric != metric)
            continue;
        m_cells.push_back(cell);
        marks.push_back(markOf(cell));
    }
    m_axis = axisFor(marks);
    endResetModel();
}

int SegmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cells.size());
}

int SegmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SegmentModel::display(const SegmentCell& cell, int column) const
{
    switch (column) {
    case Segment:
        return text(cell.segment);
    case Treatment:
        return text(cell.treatment);
    case Units:
        return count(cell.controlUnits + cell.treatmentUnits);
    case Lift:
        return cell.liftInterval ? boundsText(*cell.liftInterval) : QString();
    case LiftText:
        return signedPercent(cell.lift);
    case P:
        return pValue(cell.adjustedPValue);
    case Verdict: {
        QString word = wordText(cell.word);
        if (!word.isEmpty())
            word.front() = word.front().toUpper();
        return word;
    }
    default:
        return {};
    }
}

QVariant SegmentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SegmentCell& cell = m_cells[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(cell, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), display(cell, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column));
    case role::Kind:
        return QVariant::fromValue(column == Lift      ? CellKind::Interval
                                   : column == Verdict ? CellKind::Pill
                                                       : CellKind::Text);
    case role::Exact:
        return column == LiftText && cell.lift      ? QVariant(*cell.lift)
               : column == P && cell.adjustedPValue ? QVariant(*cell.adjustedPValue)
                                                    : QVariant();
    case role::Mark:
        return QVariant::fromValue(markOf(cell));
    case role::Axis:
        return QVariant::fromValue(m_axis);
    case role::ToneOf:
        return QVariant::fromValue(wordTone(cell.word));
    default:
        return {};
    }
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Segment:
        return tr("Segment");
    case Treatment:
        return tr("Treatment");
    case Units:
        return tr("Units");
    case Lift:
        return tr("Lift with its interval");
    case LiftText:
        return tr("Lift");
    case P:
        return tr("p");
    case Verdict:
        return tr("In this segment");
    default:
        return {};
    }
}

} // namespace xp::ui
