// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"
#include "ui/models/cells.h"
#include "ui/text/verdict.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace xp::ui {

/// The results of one experiment: a row for each metric and treatment, under headings by the metric's role.
/// All intervals share one axis.
class ResultsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Metric, Treatment, Control, Treated, Lift, LiftText, P, Verdict, ColumnCount };
    enum : int { RoleOrder = role::DecisionOf + 1, MetricIndex };

    using QAbstractTableModel::QAbstractTableModel;

    void setStats(const Stats& stats);
    const LiftAxis& axis() const { return m_axis; }
    bool hasSeveralTreatments() const { return m_treatments > 1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        MetricRole role = MetricRole::Primary;
        std::size_t metric = 0;
        bool isHeading = false;
        std::size_t comparison = 0;
        LiftMark mark;
        ui::Verdict verdict;
    };

    QVariant display(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;
    /// Empty where there is no number; nothing where a cell is a word.
    QVariant exact(const Row& row, int column) const;
    QString tip(const Row& row, int column) const;
    const Comparison& comparisonOf(const Row& row) const;

    Stats m_stats;
    std::vector<Row> m_rows;
    LiftAxis m_axis;
    std::size_t m_treatments = 0;
};

/// Sorts the results within their headings, which stay where they are.
class ResultsSorter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ResultsSorter(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace xp::ui
