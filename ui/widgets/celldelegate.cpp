// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/celldelegate.h"

#include "ui/models/navigationmodel.h"
#include "ui/widgets/painting.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kProgressTextWidth = 50;
constexpr int kSectionHeight = 24;
constexpr int kRowHeight = 38;
constexpr int kTwoLineHeight = 48;

CellKind kindOf(const QModelIndex& index)
{
    return index.data(role::Kind).value<CellKind>();
}
Tone toneOf(const QModelIndex& index)
{
    return index.data(role::ToneOf).value<Tone>();
}

/// Of whole pixels: a browser's letters are fractions of them wide, and what is a fraction too narrow is cut.
int widthOf(const QString& text, const QFont& font)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

void drawText(QPainter& painter, const QRect& area, Qt::Alignment alignment, const QString& text)
{
    painter.drawText(area, int(alignment), painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

/// The text in lines of `width`; what needs more than kMostLines is cut at its end.
QStringList linesOf(const QString& text, const QFont& font, int width)
{
    constexpr int kMostLines = 4;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a fingerprint is one word
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 < kMostLines) {
            lines << text.mid(line.textStart(), line.textLength());
            continue;
        }
        lines << QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
        break;
    }
    layout.endLayout();
    return lines;
}

/// As many lines as the row is high for, instead of one that is cut.
void drawWrapped(QPainter& painter, const QRect& area, const QModelIndex& index, const QColor& color)
{
    const QStringList lines = linesOf(index.data().toString(), Theme::font(), area.width());
    const QFontMetrics metrics(Theme::font());
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignHorizontal_Mask;
    int top = area.center().y() - metrics.lineSpacing() * int(lines.size()) / 2;
    painter.setFont(Theme::font());
    painter.setPen(color);
    for (const QString& line : lines) {
        painter.drawText(QRect(area.left(), top, area.width(), metrics.lineSpacing()),
                         int(alignment | Qt::AlignVCenter), line);
        top += metrics.lineSpacing();
    }
}

void drawGround(QPainter& painter, const QStyleOptionViewItem& option, CellKind kind)
{
    const Tokens& tokens = Theme::tokens();
    if (kind == CellKind::Section)
        painter.fillRect(option.rect, tokens.band);
    else if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, tokens.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, tokens.band);
    painter.setPen(tokens.hairline);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void drawTwoLines(QPainter& painter, const QRect& area, const QModelIndex& index)
{
    const int middle = area.center().y();
    painter.setFont(Theme::font(Theme::kText, QFont::DemiBold));
    painter.setPen(Theme::tokens().text);
    drawText(painter, QRect(area.left(), middle - 18, area.width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
             index.data().toString());
    painter.setFont(Theme::font(Theme::kSmall));
    painter.setPen(Theme::tokens().secondary);
    drawText(painter, QRect(area.left(), middle + 1, area.width(), 17), Qt::AlignLeft | Qt::AlignVCenter,
             index.data(role::Note).toString());
}

void drawProgressCell(QPainter& painter, const QRect& area, const QModelIndex& index)
{
    const QString text = index.data().toString();
    if (text.isEmpty())
        return;
    const QRectF bar(area.left(), area.center().y() - 2, std::max(24, area.width() - kProgressTextWidth), 6);
    drawProgress(painter, bar, index.data(role::Fraction).toDouble(), toneOf(index));
    painter.setFont(Theme::font(Theme::kSmall));
    painter.setPen(Theme::tokens().secondary);
    drawText(painter, area.adjusted(area.width() - kProgressTextWidth, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
             text);
}

void drawWord(QPainter& painter, const QRect& area, const QModelIndex& index, const QColor& color)
{
    painter.setFont(Theme::font());
    painter.setPen(color);
    drawText(painter, area, index.data(Qt::TextAlignmentRole).value<Qt::Alignment>(), index.data().toString());
}

void drawHeading(QPainter& painter, const QRect& area, const QString& title, const QString& note)
{
    painter.setFont(Theme::font(Theme::kSmall));
    painter.setPen(Theme::tokens().secondary);
    drawText(painter, area, Qt::AlignLeft | Qt::AlignVCenter, title);
    drawText(painter, area, Qt::AlignRight | Qt::AlignVCenter, note);
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const CellKind kind = kindOf(index);
    const Tokens& tokens = Theme::tokens();
    painter->save();
    drawGround(*painter, option, kind);
    const QRect area = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    switch (kind) {
    case CellKind::TwoLines:
        drawTwoLines(*painter, area, index);
        break;
    case CellKind::Progress:
        drawProgressCell(*painter, area, index);
        break;
    case CellKind::Pill:
        drawPill(*painter, area, index.data().toString(), toneOf(index));
        break;
    case CellKind::Interval:
        drawLift(*painter, option.rect.adjusted(kAxisPadding, 7, -kAxisPadding, -7),
                 index.data(role::Axis).value<LiftAxis>(), index.data(role::Mark).value<LiftMark>());
        break;
    case CellKind::Section:
        drawHeading(*painter, area, index.data().toString(), {});
        break;
    case CellKind::Word:
        drawWord(*painter, area, index, tokens.of(toneOf(index)));
        break;
    case CellKind::Text:
        if (option.features & QStyleOptionViewItem::WrapText)
            drawWrapped(*painter, area, index, tokens.text);
        else
            drawWord(*painter, area, index, tokens.text);
        break;
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data().toString();
    switch (kindOf(index)) {
    case CellKind::Section:
        return {0, kSectionHeight};
    case CellKind::TwoLines: {
        return {widthOf(text, Theme::font(Theme::kText, QFont::DemiBold)) + 2 * kPadding, kTwoLineHeight};
    }
    case CellKind::Pill:
        return {pillWidth(text) + 2 * kPadding, kRowHeight};
    case CellKind::Interval:
    case CellKind::Progress:
        return {120, kRowHeight};
    default:
        break;
    }
    if (option.features & QStyleOptionViewItem::WrapText) {
        const auto lines = linesOf(text, Theme::font(), option.rect.width() - 2 * kPadding).size();
        return {option.rect.width(),
                kRowHeight + int(std::max<qsizetype>(lines, 1) - 1) * QFontMetrics(Theme::font()).lineSpacing()};
    }
    return {widthOf(text, Theme::font()) + 2 * kPadding, kRowHeight};
}

void NavigationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    using Entry = NavigationModel::Entry;
    const Tokens& tokens = Theme::tokens();
    const auto entry = index.data(NavigationModel::EntryRole).value<Entry>();
    const bool selected = option.state & QStyle::State_Selected;
    const QRect row = option.rect.adjusted(8, 1, -8, -1);
    QRect area = row.adjusted(10, 0, -10, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (entry == Entry::Heading) {
        drawHeading(*painter, area.adjusted(0, 12, 0, 0), index.data().toString(), index.data(role::Note).toString());
        painter->restore();
        return;
    }
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.accentSoft : tokens.band);
        painter->drawRoundedRect(row, 6, 6);
    }
    const QColor color = selected ? tokens.accent : tokens.text;
    const QFont::Weight weight = selected ? QFont::DemiBold : QFont::Normal;
    if (entry == Entry::Experiment) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.of(toneOf(index)));
        painter->drawEllipse(QPointF(area.left() + 4, area.center().y() + 1), 3.5, 3.5);
        area.setLeft(area.left() + 16);
    } else {
        painter->setFont(Theme::font(Theme::kSmall, weight));
        painter->setPen(selected ? tokens.accent : tokens.secondary);
        drawText(*painter, area, Qt::AlignRight | Qt::AlignVCenter, index.data(role::Note).toString());
        area.setRight(area.right() - 40);
    }
    painter->setFont(Theme::font(Theme::kText, weight));
    painter->setPen(color);
    drawText(*painter, area, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto entry = index.data(NavigationModel::EntryRole).value<NavigationModel::Entry>();
    return {120, entry == NavigationModel::Entry::Heading ? 36 : 34};
}

} // namespace xp::ui
