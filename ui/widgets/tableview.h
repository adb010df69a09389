// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/share/tabletext.h"

#include <QTableView>

namespace xp::ui {

/// A table of the studio: whole rows, hairlines, sortable, to be copied and saved.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    /// The selected rows, or all where none is; in the order and the columns shown.
    TableText shown() const;
    /// All rows, numbers unrounded, for a file.
    QString csv() const;
    /// What a file of it is called, without a suffix; from the accessible name unless told.
    void setFileName(const QString& name) { m_fileName = name; }

    /// As high as its rows, so that the page scrolls and not the table. Called again when rows came or went.
    void fitToRows();
    /// Long texts go on below, in rows as high as they need, instead of being cut; for tables of few rows.
    void wrapTexts();

public Q_SLOTS:
    void copySelection(); ///< as tab-separated text
    void copyAsCsv();
    void copyAsMarkdown();
    void saveAsCsv();

Q_SIGNALS:
    /// Return or a double click.
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    std::vector<int> shownColumns() const;
    std::vector<int> chosenRows() const;
    std::vector<int> allRows() const;

    bool m_willFit = false; ///< rows to their texts, in a moment
    bool m_fitsRows = false;
    QString m_fileName;
};

} // namespace xp::ui
