// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/axisheader.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/painting.h"

namespace xp::ui {

AxisHeader::AxisHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setMinimumSectionSize(40);
}

QSize AxisHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), kHeight};
}

void AxisHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Tokens& tokens = Theme::tokens();
    painter->save();
    painter->fillRect(rect, tokens.surface);
    painter->setPen(tokens.hairline);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QVariant axis = model()->headerData(section, Qt::Horizontal, role::Axis);
    if (axis.isValid()) {
        drawAxisLabels(*painter, rect.adjusted(CellDelegate::kAxisPadding, 0, -CellDelegate::kAxisPadding, 0),
                       axis.value<LiftAxis>());
        painter->restore();
        return;
    }
    const bool sorted = sortIndicatorSection() == section;
    painter->setFont(Theme::font(Theme::kSmall, sorted ? QFont::DemiBold : QFont::Normal));
    painter->setPen(sorted ? tokens.text : tokens.secondary);
    const QRect area = rect.adjusted(CellDelegate::kPadding, 0, -CellDelegate::kPadding, 0);
    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString arrow = !sorted                                      ? QString()
                          : sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑")
                                                                       : QStringLiteral(" ↓");
    const int room = area.width() - painter->fontMetrics().horizontalAdvance(arrow);
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(area, int(alignment), painter->fontMetrics().elidedText(title, Qt::ElideRight, room) + arrow);
    painter->restore();
}

} // namespace xp::ui
