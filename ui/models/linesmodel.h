// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/cells.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace xp::ui {

/// Lines of text under headers: logs and lists that are only read. Lines are known by their id, so that new ones at the
/// top leave the selection where it is.
class LinesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Line
    {
        QString id;
        QStringList cells;
        std::optional<Tone> tone; ///< the first cell is a pill of it
        QStringList exact = {};   ///< for files, where they differ from the cells: times in ISO 8601, numbers

        bool operator==(const Line&) const = default;
    };

    explicit LinesModel(QStringList headers, QObject* parent = nullptr);

    void setLines(std::vector<Line> lines);
    /// Columns of numbers, which stand at the right.
    void setNumeric(std::vector<int> columns) { m_numeric = std::move(columns); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Qt::Alignment alignmentOf(int column) const;

    QStringList m_headers;
    std::vector<int> m_numeric;
    std::vector<Line> m_lines;
};

} // namespace xp::ui
