// SPDX-License-Identifier: Apache-2.0
#include "ui/design/looksmodel.h"

#include "ui/models/cells.h"
#include "ui/text/format.h"

#include <QLocale>

#include <cmath>

namespace xp::ui {

void LooksModel::show(const LookDesign& design, const std::optional<LookBounds>& bounds, double units, double days)
{
    const bool sameRows = design.looks.size() == m_design.looks.size();
    if (!sameRows)
        beginResetModel();
    m_design = design;
    m_bounds = bounds;
    m_units = units;
    m_days = days;
    if (!sameRows)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int LooksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_design.looks.size());
}

int LooksModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString LooksModel::textOf(std::size_t look, Column column) const
{
    const double share = m_design.looks[look];
    const QLocale locale;
    switch (column) {
    case Share:
        return percent(share, 0);
    case Units:
        return count(std::llround(std::ceil(share * m_units)));
    case Day:
        return m_days > 0 ? count(std::llround(std::ceil(share * m_days))) : none();
    case Efficacy:
        return m_bounds ? locale.toString(m_bounds->efficacy[look], 'f', 3) : none();
    case Spent:
        return m_bounds ? percent(m_bounds->spent[look]) : none();
    case Stops:
        return m_bounds && look < m_bounds->stopsHere.size() ? percent(m_bounds->stopsHere[look], 0) : none();
    case Futility:
        return m_bounds && look < m_bounds->futility.size() ? locale.toString(m_bounds->futility[look], 'f', 3)
                                                            : none();
    case kColumns:
        break;
    }
    return {};
}

QVariant LooksModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto look = std::size_t(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(look, Column(index.column()));
    case Qt::EditRole:
        return index.column() == Share ? QVariant(m_design.looks[look] * 100) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case role::Kind:
        return QVariant::fromValue(CellKind::Text);
    default:
        return {};
    }
}

QVariant LooksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Share:
        return tr("Share");
    case Units:
        return tr("Users");
    case Day:
        return tr("Day");
    case Efficacy:
        return tr("|z| above");
    case Spent:
        return tr("Spent");
    case Stops:
        return tr("Stops here");
    case Futility:
        return tr("Futile below");
    case kColumns:
        break;
    }
    return {};
}

Qt::ItemFlags LooksModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Share && index.row() + 1 < rowCount())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool LooksModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    bool isNumber = false;
    const double share = value.toDouble(&isNumber) / 100;
    if (role != Qt::EditRole || !isNumber || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Q_EMIT moveWanted(std::size_t(index.row()), share);
    return true;
}

} // namespace xp::ui
