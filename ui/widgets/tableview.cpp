// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tableview.h"

#include "ui/models/cells.h"
#include "ui/widgets/axisheader.h"
#include "ui/widgets/celldelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QWheelEvent>

#include <algorithm>

namespace xp::ui {

namespace {

QString csvField(QString text)
{
    const bool quoted =
        text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('\n'));
    if (!quoted)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

bool isSection(const QModelIndex& index)
{
    return index.data(role::Kind).value<CellKind>() == CellKind::Section;
}

} // namespace

TableView::TableView(QWidget* parent) : QTableView(parent)
{
    setHorizontalHeader(new AxisHeader(this));
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
}

std::vector<int> TableView::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.push_back(column);
    }
    return columns;
}

QString TableView::selectedText() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const auto line = [columns = shownColumns()](auto&& cell) {
        QStringList cells;
        for (const int column : columns)
            cells << cell(column);
        return QString(cells.join(QLatin1Char('\t')) + QLatin1Char('\n'));
    };
    QString result = line([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const QModelIndex& row : rows)
        result += line([&](int column) { return row.siblingAtColumn(column).data().toString(); });
    return result;
}

QString TableView::csv() const
{
    const auto line = [columns = shownColumns()](auto&& cell) {
        QStringList cells;
        for (const int column : columns)
            cells << csvField(cell(column));
        return QString(cells.join(QLatin1Char(',')) + QLatin1String("\r\n"));
    };
    QString result = line([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (!isSection(model()->index(row, 0)))
            result += line([&](int column) { return model()->index(row, column).data().toString(); });
    }
    return result;
}

void TableView::copySelection()
{
    QApplication::clipboard()->setText(selectedText());
}

void TableView::fitToRows()
{
    m_fitsRows = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clearSpans();
    int height = AxisHeader::kHeight + 1;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex first = model()->index(row, 0);
        const int rowHeight = itemDelegate()->sizeHint({}, first).height();
        setRowHeight(row, rowHeight);
        height += rowHeight;
        if (isSection(first))
            setSpan(row, 0, 1, model()->columnCount());
    }
    setFixedHeight(height);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (enter && currentIndex().isValid())
        Q_EMIT rowActivated(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void TableView::wheelEvent(QWheelEvent* event)
{
    if (m_fitsRows)
        event->ignore(); // the page around it scrolls
    else
        QTableView::wheelEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(tr("Copy"), this, &TableView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selectionModel() && selectionModel()->hasSelection());
    menu->addAction(tr("Select all"), this, &TableView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace xp::ui
