// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace xp::ui {

/// A table of the studio: whole rows, hairlines, sortable, cells copied as tab-separated text.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    /// Headers and the selected rows as tab-separated text, in the order and the columns shown.
    QString selectedText() const;
    /// All rows as CSV (RFC 4180), for a file.
    QString csv() const;

    /// As high as its rows, so that the page scrolls and not the table. Called again when rows came or went.
    void fitToRows();

public Q_SLOTS:
    void copySelection();

Q_SIGNALS:
    /// Return or a double click.
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    std::vector<int> shownColumns() const;

    bool m_fitsRows = false;
};

} // namespace xp::ui
