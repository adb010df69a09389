// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "ui/models/cells.h"

#include <QAbstractTableModel>

namespace xp::ui {

/// One metric of an experiment in every segment: the lift of each treatment, on one shared axis.
class SegmentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Segment, Treatment, Units, Lift, LiftText, P, Verdict, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const SegmentBreakdown& breakdown, const std::string& metric);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(const SegmentCell& cell, int column) const;

    std::vector<SegmentCell> m_cells;
    LiftAxis m_axis;
};

} // namespace xp::ui
