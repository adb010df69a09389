// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"
#include "core/domain/experiment.h"
#include "ui/models/cells.h"

#include <QAbstractTableModel>

#include <memory>
#include <unordered_map>

namespace xp::ui {

/// All experiments with what is known of their results: the portfolio's rows. Holds values and does no I/O.
class ExperimentListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Age, Sample, Lift, LiftText, Health, Decision, Traffic, Owner, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes a new list. Rows that stay keep their place and their results; only what changed is told.
    void setExperiments(std::vector<Experiment> experiments);
    void setStats(const Stats& stats);
    /// One changed or new experiment, without waiting for the next list.
    void putExperiment(const Experiment& experiment);

    const Experiment* find(const std::string& id) const;
    const Experiment& at(int row) const { return m_rows[std::size_t(row)].experiment; }
    /// By id or key.
    const Experiment* findByKey(const std::string& idOrKey) const;
    const Stats* stats(const std::string& id) const;
    int rowOf(const std::string& id) const; ///< -1 when unknown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Experiment experiment;
        std::shared_ptr<const Stats> stats; ///< null until they were asked for
        LiftMark mark;                      ///< of the stats
    };

    QVariant display(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;
    QVariant exact(const Row& row, int column) const;
    void reindex();
    void updateAxis();

    std::vector<Row> m_rows;
    std::unordered_map<std::string, int> m_rowById;
    LiftAxis m_axis;
};

} // namespace xp::ui
