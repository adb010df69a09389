// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tableview.h"

#include "ui/models/cells.h"
#include "ui/share/savefile.h"
#include "ui/widgets/axisheader.h"
#include "ui/widgets/celldelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>
#include <utility>

namespace xp::ui {

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

std::vector<int> TableView::allRows() const
{
    std::vector<int> rows(std::size_t(model() ? model()->rowCount() : 0));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

std::vector<int> TableView::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& row : selectionModel() ? selectionModel()->selectedRows() : QModelIndexList())
        rows.push_back(row.row());
    std::ranges::sort(rows);
    return rows.empty() ? allRows() : rows;
}

TableText TableView::shown() const
{
    return model() ? shownText(*model(), shownColumns(), chosenRows()) : TableText{};
}

QString TableView::csv() const
{
    return model() ? toCsv(exactText(*model(), shownColumns(), allRows())) : QString();
}

void TableView::copySelection()
{
    QApplication::clipboard()->setText(toTabs(shown()));
}

void TableView::copyAsCsv()
{
    if (model())
        QApplication::clipboard()->setText(toCsv(exactText(*model(), shownColumns(), chosenRows())));
}

void TableView::copyAsMarkdown()
{
    QApplication::clipboard()->setText(toMarkdown(shown()));
}

void TableView::saveAsCsv()
{
    saveFile(this, {.title = tr("Save the table"),
                    .name = fileNameOf(m_fileName.isEmpty() ? accessibleName() : m_fileName) + QLatin1String(".csv"),
                    .filter = tr("CSV (*.csv)"),
                    .content = [content = csv().toUtf8()] { return content; }});
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
        if (first.data(role::Kind).value<CellKind>() == CellKind::Section)
            setSpan(row, 0, 1, model()->columnCount());
    }
    setFixedHeight(height);
}

void TableView::wrapTexts()
{
    setWordWrap(true);
    // The widths are known after the layout, and change many at a time.
    const auto later = [this] {
        if (!std::exchange(m_willFit, true))
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_willFit = false;
                    resizeRowsToContents();
                },
                Qt::QueuedConnection);
    };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, later);
    connect(model(), &QAbstractItemModel::modelReset, this, later);
    connect(model(), &QAbstractItemModel::rowsInserted, this, later);
    connect(model(), &QAbstractItemModel::dataChanged, this, later);
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
    menu->addAction(tr("Copy"), this, &TableView::copySelection)->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy as CSV"), this, &TableView::copyAsCsv);
    menu->addAction(tr("Copy as Markdown"), this, &TableView::copyAsMarkdown);
    menu->addAction(tr("Save as CSV …"), this, &TableView::saveAsCsv);
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &TableView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace xp::ui
