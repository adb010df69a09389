// SPDX-License-Identifier: Apache-2.0
#include "ui/design/lookscanvas.h"

#include "ui/charts/plot.h"
#include "ui/text/format.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kLeft = 46;
constexpr int kRight = 20;
constexpr int kTop = 22;     ///< with the name of what is drawn
constexpr int kHandles = 34; ///< between the two plots: the handles and their shares
constexpr int kBottom = 8;
constexpr double kUpperShare = 0.66;
constexpr double kHandle = 7; ///< half its width
constexpr double kReach = 12; ///< of the pointer
constexpr double kLeastHighest = 3;
constexpr double kMostHighest = 6; ///< bounds above it leave the plot, with their number
constexpr int kCurvePoints = 100;

QString zText(double z)
{
    return QLocale().toString(z, 'f', 2);
}

} // namespace

LooksCanvas::LooksCanvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LooksCanvas::show(Picture picture)
{
    m_picture = std::move(picture);
    setAccessibleName(m_picture.summary);
    update();
}

QRectF LooksCanvas::upper() const
{
    const double height = std::max(40.0, (this->height() - kTop - kHandles - kBottom) * kUpperShare);
    return {double(kLeft), double(kTop), std::max(40.0, double(width() - kLeft - kRight)), height};
}

QRectF LooksCanvas::lower() const
{
    const QRectF above = upper();
    const double top = above.bottom() + kHandles + kTop;
    return {above.left(), top, above.width(), std::max(20.0, height() - kBottom - top)};
}

double LooksCanvas::xOf(double share) const
{
    return upper().left() + share * upper().width();
}

double LooksCanvas::shareAt(double x) const
{
    return (x - upper().left()) / upper().width();
}

double LooksCanvas::highest() const
{
    if (!m_picture.bounds || m_picture.bounds->efficacy.empty())
        return kLeastHighest;
    return std::clamp(std::ranges::max(m_picture.bounds->efficacy) * 1.1, kLeastHighest, kMostHighest);
}

double LooksCanvas::lowest() const
{
    if (!m_picture.futility || !m_picture.bounds || m_picture.bounds->futility.empty())
        return 0;
    return std::clamp(std::ranges::min(m_picture.bounds->futility) - 0.3, -2.0, 0.0);
}

double LooksCanvas::yOf(double z) const
{
    const QRectF area = upper();
    const double low = lowest();
    return area.bottom() - (std::clamp(z, low, highest()) - low) / (highest() - low) * area.height();
}

double LooksCanvas::spentY(double spent) const
{
    const QRectF area = lower();
    return area.bottom() - std::clamp(spent / m_picture.level, 0.0, 1.0) * area.height();
}

QPointF LooksCanvas::handleAt(std::size_t look) const
{
    return {xOf(m_picture.design.looks[look]), upper().bottom() + kHandle + 2};
}

std::optional<std::size_t> LooksCanvas::lookNear(const QPointF& at) const
{
    std::optional<std::size_t> nearest;
    double distance = kReach;
    for (std::size_t i = 0; i < m_picture.design.looks.size(); ++i) {
        const double away = std::abs(handleAt(i).x() - at.x());
        if (away < distance) {
            distance = away;
            nearest = i;
        }
    }
    return nearest;
}

void LooksCanvas::drawGrid(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    painter.setFont(Theme::font(11));
    const QRectF area = upper();
    for (double z = std::ceil(lowest()); z <= highest(); ++z) {
        painter.setPen(z == 0 ? tokens.zero : tokens.grid);
        painter.drawLine(QPointF(area.left(), yOf(z)), QPointF(area.right(), yOf(z)));
        painter.setPen(tokens.secondary);
        painter.drawText(QRectF(0, yOf(z) - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(z));
    }
    const QRectF below = lower();
    for (const double part : {0.0, 1.0}) {
        const double y = spentY(part * m_picture.level);
        painter.setPen(part == 0 ? tokens.zero : tokens.grid);
        painter.drawLine(QPointF(below.left(), y), QPointF(below.right(), y));
        painter.setPen(tokens.secondary);
        painter.drawText(QRectF(0, y - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         percent(part * m_picture.level, part == 0 ? 0 : -1));
    }
    painter.drawText(QRectF(area.left(), 0, area.width(), kTop - 4), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("|z| to stop above, by share of the planned size"));
    painter.drawText(QRectF(below.left(), below.top() - kTop, below.width(), kTop - 4),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("Level spent"));
}

void LooksCanvas::drawBound(QPainter& painter, const std::vector<double>& bounds, const QColor& color,
                            const QString& name) const
{
    QPolygonF line;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        line << QPointF(xOf(m_picture.design.looks[i]), yOf(bounds[i]));
    painter.setPen(QPen(color, 1.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setBrush(color);
    for (const QPointF& point : line)
        painter.drawEllipse(point, 3.2, 3.2);
    if (line.isEmpty())
        return;
    painter.setFont(Theme::font(11, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double wide = metrics.horizontalAdvance(name) + 4;
    const bool above = name == tr("efficacy");
    // Beyond the line, also where it falls steeply towards its end.
    const double before = line.size() > 1 ? line[line.size() - 2].x() : line.last().x();
    const double slope =
        line.size() > 1 ? (line[line.size() - 2].y() - line.last().y()) / std::max(1.0, line.last().x() - before) : 0;
    const double rise = std::abs(slope) * wide;
    const double y = above ? line.last().y() - 20 - rise : line.last().y() + 4 + rise;
    painter.drawText(QRectF(std::min(line.last().x(), upper().right()) - wide, y, wide, 16),
                     Qt::AlignRight | Qt::AlignVCenter, name);
}

void LooksCanvas::drawBounds(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    const LookBounds& bounds = *m_picture.bounds;
    if (m_picture.futility && !bounds.futility.empty())
        drawBound(painter, bounds.futility, tokens.warning, tr("futility"));
    drawBound(painter, bounds.efficacy, tokens.good, tr("efficacy"));
    // The number at the chosen look, on a ground of its own.
    const std::size_t chosen = m_picture.chosen;
    const double z = bounds.efficacy[chosen];
    const QString said = z > highest() ? QStringLiteral("↑ ") + zText(z) : zText(z);
    painter.setFont(Theme::font(Theme::kSmall, QFont::DemiBold));
    const double wide = QFontMetricsF(painter.font()).horizontalAdvance(said) + 10;
    const double x = std::clamp(xOf(m_picture.design.looks[chosen]) - wide / 2, upper().left(), upper().right() - wide);
    const QRectF ground(x, std::max(upper().top(), yOf(z)) + 8, wide, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(tokens.text);
    painter.drawText(ground, Qt::AlignCenter, said);
}

void LooksCanvas::drawSpending(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    QPolygonF curve;
    for (const QPointF& point : spendingCurve(m_picture.design, m_picture.level, kCurvePoints))
        curve << QPointF(xOf(point.x()), spentY(point.y()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.zero, 1.2));
    painter.drawPolyline(curve);
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(tokens.accent);
    for (std::size_t i = 0; i < m_picture.design.looks.size(); ++i) {
        const double x = xOf(m_picture.design.looks[i]);
        painter.drawLine(QPointF(x, lower().bottom()), QPointF(x, spentY(m_picture.bounds->spent[i])));
        painter.drawEllipse(QPointF(x, spentY(m_picture.bounds->spent[i])), 2.5, 2.5);
    }
}

void LooksCanvas::drawHandles(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    const QRectF area = upper();
    painter.setFont(Theme::font(11));
    const QFontMetricsF metrics(painter.font());
    double free = 0; // labels left of it are written
    for (std::size_t i = 0; i < m_picture.design.looks.size(); ++i) {
        const bool chosen = i == m_picture.chosen;
        const bool last = i + 1 == m_picture.design.looks.size();
        const QPointF at = handleAt(i);
        painter.setPen(QPen(chosen ? tokens.accent : tokens.hairline, 1, chosen ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
        const QPolygonF triangle{
            {at.x(), at.y() - kHandle}, {at.x() + kHandle, at.y() + kHandle}, {at.x() - kHandle, at.y() + kHandle}};
        painter.setPen(QPen(last ? tokens.zero : tokens.accent, 1.5));
        painter.setBrush(chosen ? (last ? tokens.zero : tokens.accent) : tokens.surface);
        last ? painter.drawRect(QRectF(at.x() - 5, at.y() - 5, 10, 10)) : painter.drawPolygon(triangle);
        if (chosen && hasFocus()) {
            painter.setPen(QPen(tokens.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(
                QRectF(at.x() - kHandle - 4, at.y() - kHandle - 3, 2 * kHandle + 8, 2 * kHandle + 7), 4, 4);
        }
        const QString share = percent(m_picture.design.looks[i], 0);
        const double wide = metrics.horizontalAdvance(share);
        const double left = std::min(at.x() - wide / 2, double(width()) - wide);
        if (left < free + 4 && !chosen && !last)
            continue;
        if (left < free + 4) { // the chosen and the last one are always written
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.surface);
            painter.drawRect(QRectF(left - 6, at.y() + kHandle + 3, wide + 8, 15));
        }
        painter.setPen(chosen ? tokens.accent : tokens.secondary);
        painter.drawText(QRectF(left, at.y() + kHandle + 3, wide + 2, 15), Qt::AlignLeft | Qt::AlignVCenter, share);
        free = left + wide;
    }
}

void LooksCanvas::paintEvent(QPaintEvent*)
{
    if (m_picture.design.looks.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGrid(painter);
    drawHandles(painter);
    if (!m_picture.bounds)
        return;
    drawSpending(painter);
    drawBounds(painter);
}

void LooksCanvas::mousePressEvent(QMouseEvent* event)
{
    const auto look = lookNear(event->position());
    if (!look || event->button() != Qt::LeftButton)
        return;
    m_dragged = look;
    Q_EMIT chosen(*look);
}

void LooksCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const bool movable =
        lookNear(event->position()).value_or(m_picture.design.looks.size()) + 1 < m_picture.design.looks.size();
    setCursor(m_dragged || movable ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (m_dragged && *m_dragged + 1 < m_picture.design.looks.size())
        Q_EMIT moveWanted(*m_dragged, shareAt(event->position().x()));
}

void LooksCanvas::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged.reset();
}

void LooksCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!lookNear(event->position()))
        Q_EMIT addWanted(shareAt(event->position().x()));
}

void LooksCanvas::keyPressEvent(QKeyEvent* event)
{
    const std::size_t count = m_picture.design.looks.size();
    const std::size_t look = m_picture.chosen;
    const double step = event->modifiers() & Qt::ShiftModifier ? kLargeStep : kLookStep;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT moveWanted(look, m_picture.design.looks[look] - step);
        break;
    case Qt::Key_Right:
        Q_EMIT moveWanted(look, m_picture.design.looks[look] + step);
        break;
    case Qt::Key_Up:
        Q_EMIT chosen(std::min(look + 1, count - 1));
        break;
    case Qt::Key_Down:
        Q_EMIT chosen(look > 0 ? look - 1 : 0);
        break;
    case Qt::Key_Home:
        Q_EMIT chosen(0);
        break;
    case Qt::Key_End:
        Q_EMIT chosen(count - 1);
        break;
    case Qt::Key_Insert:
    case Qt::Key_Plus:
        Q_EMIT addWanted(widestGap(m_picture.design.looks));
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeWanted(look);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LooksCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void LooksCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace xp::ui
