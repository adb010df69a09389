// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"
#include "ui/models/cells.h"
#include "ui/text/verdict.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace xp::ui {

/// The results of one experiment: a row for each metric and treatment, under headings by the metric's role.
/// All intervals share one axis. Where the plan's own report is known, lift, interval, p-value or probability and word
/// are the plan's; without one they are those of a single look.
class ResultsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Metric, Treatment, Control, Treated, Lift, LiftText, P, Verdict, ColumnCount };
    enum : int { RoleOrder = role::DecisionOf + 1, MetricIndex };

    using QAbstractTableModel::QAbstractTableModel;

    /// Of one experiment; `plan` is what its report says as planned.
    void setStats(const Stats& stats, const ReportView* plan = nullptr);
    const LiftAxis& axis() const { return m_axis; }
    /// The p-value of a cell as a table says it: of a guardrail with a margin that against "worse by the margin",
    /// marked.
    static QString pText(const ReportCell& cell);
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
    /// Null where the plan's report says nothing of the row.
    const ReportCell* cellOf(const Row& row) const;
    const ReportMetric* plannedMetricOf(const Row& row) const;
    bool isBayesian() const { return m_plan && m_plan->method == Method::Bayesian; }
    static const ReportMetric* find(const ReportView* plan, const std::string& metric);
    static const ReportCell* find(const ReportMetric* metric, const std::string& treatment);
    static Row rowOf(const Stats& stats, const ReportView* plan, std::size_t metric, std::size_t comparison);
    static std::vector<Row> rowsOf(const Stats& stats, const ReportView* plan);
    QString intervalText(const Row& row) const;
    std::optional<double> evidenceOf(const Row& row) const;
    QString evidenceText(const Row& row) const;
    QString evidenceTip(const Row& row) const;

    Stats m_stats;
    std::optional<ReportView> m_plan;
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
