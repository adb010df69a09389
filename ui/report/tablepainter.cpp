// SPDX-License-Identifier: Apache-2.0
#include "ui/report/tablepainter.h"

#include "ui/models/cells.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/painting.h"

#include <QStyleOptionViewItem>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kHeaderHeight = 28;

using Model = QAbstractItemModel;

void drawHeader(PageFlow& pages, const Model& model, const std::vector<PrintedColumn>& columns)
{
    const QRect place = pages.take(kHeaderHeight);
    QPainter& painter = pages.painter();
    painter.setPen(Theme::tokens().hairline);
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    int left = place.left();
    for (const PrintedColumn& column : columns) {
        const QRect cell(left, place.top(), column.width, place.height());
        left += column.width;
        const QVariant axis = model.headerData(column.column, Qt::Horizontal, role::Axis);
        if (axis.isValid()) {
            drawAxisLabels(painter, cell.adjusted(CellDelegate::kAxisPadding, 0, -CellDelegate::kAxisPadding, 0),
                           axis.value<LiftAxis>());
            continue;
        }
        painter.setFont(Theme::font(11));
        painter.setPen(Theme::tokens().secondary);
        const auto alignment = model.headerData(column.column, Qt::Horizontal, Qt::TextAlignmentRole);
        const QRect area = cell.adjusted(CellDelegate::kPadding, 0, -CellDelegate::kPadding, 0);
        painter.drawText(area, int(alignment.value<Qt::Alignment>()),
                         painter.fontMetrics().elidedText(model.headerData(column.column, Qt::Horizontal).toString(),
                                                          Qt::ElideRight, area.width()));
    }
}

void drawRow(PageFlow& pages, const Model& model, const std::vector<PrintedColumn>& columns, int row,
             const QRect& place)
{
    const CellDelegate delegate;
    const bool heading = model.index(row, 0).data(role::Kind).value<CellKind>() == CellKind::Section;
    QStyleOptionViewItem option;
    if (heading) {
        option.rect = place;
        delegate.paint(&pages.painter(), option, model.index(row, 0));
        return;
    }
    int left = place.left();
    for (const PrintedColumn& column : columns) {
        option.rect = QRect(left, place.top(), column.width, place.height());
        left += column.width;
        delegate.paint(&pages.painter(), option, model.index(row, column.column));
    }
}

} // namespace

void printTable(PageFlow& pages, const Model& model, const std::vector<PrintedColumn>& asked)
{
    constexpr int kMostGrowth = 48;
    constexpr int kSlack = 8; // letters are wider on paper, where they are not fitted to pixels
    const CellDelegate delegate;
    std::vector<PrintedColumn> columns = asked;
    for (PrintedColumn& column : columns) {
        int widest = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            widest = std::max(widest, delegate.sizeHint({}, model.index(row, column.column)).width() + kSlack);
        if (column.width > 0)
            column.width = std::clamp(widest, column.width, column.width + kMostGrowth);
    }
    int left = PageFlow::kContentWidth;
    for (const PrintedColumn& column : columns)
        left -= column.width;
    for (PrintedColumn& column : columns) {
        if (column.width == 0)
            column.width = left;
    }
    drawHeader(pages, model, columns);
    for (int row = 0; row < model.rowCount(); ++row) {
        const int height = delegate.sizeHint({}, model.index(row, 0)).height();
        if (!pages.fits(height)) {
            pages.newPage();
            drawHeader(pages, model, columns);
        }
        drawRow(pages, model, columns, row, pages.take(height));
    }
}

} // namespace xp::ui
