// SPDX-License-Identifier: Apache-2.0
#include "ui/models/linesmodel.h"

#include <algorithm>

namespace xp::ui {

LinesModel::LinesModel(QStringList headers, QObject* parent)
    : QAbstractTableModel(parent), m_headers(std::move(headers))
{
}

void LinesModel::setLines(std::vector<Line> lines)
{
    if (lines == m_lines)
        return;
    // The usual change: a few new ones over those that are known.
    if (!m_lines.empty()) {
        const auto known = std::ranges::find(lines, m_lines.front().id, &Line::id);
        const auto fresh = known - lines.begin();
        const auto same = std::min(std::ptrdiff_t(m_lines.size()), lines.end() - known);
        if (known != lines.end() && fresh > 0 &&
            std::equal(known, known + same, m_lines.begin(), m_lines.begin() + same)) {
            beginInsertRows({}, 0, int(fresh) - 1);
            m_lines.insert(m_lines.begin(), lines.begin(), known);
            endInsertRows();
            if (m_lines.size() > lines.size()) {
                beginRemoveRows({}, int(lines.size()), int(m_lines.size()) - 1);
                m_lines.resize(lines.size());
                endRemoveRows();
            }
            return;
        }
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

Qt::Alignment LinesModel::alignmentOf(int column) const
{
    const bool isNumber = std::ranges::find(m_numeric, column) != m_numeric.end();
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant LinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    const bool pill = line.tone && index.column() == 0;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return line.cells.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case role::Kind:
        return QVariant::fromValue(pill ? CellKind::Pill : CellKind::Text);
    case role::ToneOf:
        return QVariant::fromValue(line.tone.value_or(Tone::Neutral));
    case role::Id:
        return line.id;
    case role::Exact:
        return line.exact.isEmpty() ? QVariant() : QVariant(line.exact.value(index.column()));
    default:
        return {};
    }
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_headers.value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    return {};
}

} // namespace xp::ui
