// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/lookdesign.h"

#include <QAbstractTableModel>

namespace xp::ui {

/// The looks as a list: share (to be edited, in per cent), units, day, bounds, level spent, chance to stop there.
class LooksModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Share, Units, Day, Efficacy, Spent, Stops, Futility, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    /// `units`: the planned size in all variants; `days`: until it is reached, 0 when it is not known.
    void show(const LookDesign& design, const std::optional<LookBounds>& bounds, double units, double days);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks for the move; whoever keeps the design shows what came of it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void moveWanted(std::size_t look, double share);

private:
    QString textOf(std::size_t look, Column column) const;

    LookDesign m_design;
    std::optional<LookBounds> m_bounds;
    double m_units = 0;
    double m_days = 0;
};

} // namespace xp::ui
