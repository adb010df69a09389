// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "ui/models/cells.h"

#include <QAbstractTableModel>

namespace xp::ui {

/// Every metric and treatment under a what-if, beside what the plan says of it. All intervals share one axis, which
/// holds still while the sliders move, so that the bars are seen to grow and shrink.
class WhatIfModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Metric, Treatment, Lift, LiftText, P, Chance, Verdict, Planned, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Also sets the axis.
    void setPlanned(ReportView planned);
    void setView(ReportView view);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        std::size_t metric = 0;
        std::size_t cell = 0;
    };

    const ReportCell& cellOf(const ReportView& view, const Row& row) const;
    QVariant display(const Row& row, int column) const;
    QVariant exact(const Row& row, int column) const;

    ReportView m_planned;
    ReportView m_view;
    std::vector<Row> m_rows;
    LiftAxis m_axis;
};

} // namespace xp::ui
