// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "ui/models/cells.h"

#include <QAbstractListModel>

namespace xp::ui {

class ExperimentListModel;

/// The left side: the portfolio, then the experiments under their status.
class NavigationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Entry { Portfolio, Heading, Experiment };
    enum : int { EntryRole = role::DecisionOf + 1 };

    /// `experiments` must outlive this.
    explicit NavigationModel(const ExperimentListModel& experiments, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// The row of the portfolio (empty id) or of an experiment; invalid when it is not listed.
    QModelIndex indexOf(const QString& experimentId) const;

private:
    struct Row
    {
        Entry entry = Entry::Portfolio;
        Status status = Status::Draft; ///< of a heading
        std::string id;                ///< of an experiment
        QString title;
        int count = 0;
        Tone tone = Tone::Neutral;
        bool operator==(const Row&) const = default;
        bool isSame(const Row& other) const { return entry == other.entry && status == other.status && id == other.id; }
    };

    std::vector<Row> rowsOf() const;
    void update();

    const ExperimentListModel& m_experiments;
    std::vector<Row> m_rows;
};

} // namespace xp::ui

Q_DECLARE_METATYPE(xp::ui::NavigationModel::Entry)
