// SPDX-License-Identifier: Apache-2.0
#include "ui/lab/rulecounter.h"

#include "ui/lab/climbchart.h"
#include "ui/text/format.h"

#include <QPainter>

namespace xp::ui {

RuleCounter::RuleCounter(PeekingRule rule, QWidget* parent) : QAbstractButton(parent), m_rule(rule)
{
    setCheckable(true);
    setMinimumHeight(92);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void RuleCounter::show(double share, const QString& note)
{
    m_share = share;
    m_note = note;
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(ruleName(m_rule), percent(share, 1), note));
    update();
}

void RuleCounter::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = Theme::tokens();
    const QColor color = tokens.of(ruleTone(m_rule));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(tokens.surface);
    painter.setPen(isChecked() || hasFocus() ? QPen(color, isChecked() ? 2 : 1) : QPen(tokens.hairline));
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRect area = rect().adjusted(16, 12, -12, -12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(area.left() + 4, area.top() + 8), 4, 4);
    painter.setPen(tokens.secondary);
    painter.setFont(Theme::font(Theme::kSmall));
    painter.drawText(area.adjusted(16, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, ruleName(m_rule));
    painter.setPen(color);
    painter.setFont(Theme::font(24, QFont::Bold));
    painter.drawText(area.adjusted(0, 18, 0, 0), Qt::AlignLeft | Qt::AlignTop, percent(m_share, 1));
    painter.setPen(tokens.secondary);
    painter.setFont(Theme::font(Theme::kSmall));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(m_note, Qt::ElideRight, area.width()));
}

} // namespace xp::ui
