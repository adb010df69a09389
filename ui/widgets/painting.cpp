// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/painting.h"

#include "ui/text/format.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace xp::ui {

namespace {

constexpr int kPillHeight = 20;
constexpr int kPillPadding = 10;
constexpr double kBarHeight = 5;
constexpr double kDot = 4.5;
constexpr double kLabelGap = 10;

QFont pillFont()
{
    return Theme::font(Theme::kSmall, QFont::DemiBold);
}

void drawArrow(QPainter& painter, double x, double y, double direction, const QColor& color)
{
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{{x, y}, {x - 7 * direction, y - 5}, {x - 7 * direction, y + 5}});
}

/// Whole percent where the ticks are whole percent.
int digitsOf(const LiftAxis& axis)
{
    if (axis.ticks.size() < 2)
        return 0;
    const double step = (axis.ticks[1] - axis.ticks[0]) * 100;
    return step >= 0.999 ? 0 : step >= 0.0999 ? 1 : 2;
}

void drawTicks(QPainter& painter, const QRectF& area, const LiftAxis& axis)
{
    const Tokens& tokens = Theme::tokens();
    const auto line = [&](double lift, const QColor& color) {
        const double x = std::floor(xOfLift(axis, area, lift)) + 0.5;
        painter.setPen(QPen(color, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    };
    for (const double tick : axis.ticks)
        line(tick, tokens.grid);
    line(0, tokens.zero);
}

} // namespace

int pillWidth(const QString& word)
{
    return QFontMetrics(pillFont()).horizontalAdvance(word) + 2 * kPillPadding;
}

int pillColumnWidth(const QStringList& words, int least)
{
    constexpr int kRoomBeside = 16; // what the cell keeps free on its sides
    int widest = least;
    for (const QString& word : words)
        widest = std::max(widest, pillWidth(word) + kRoomBeside);
    return widest;
}

int drawPill(QPainter& painter, const QRect& area, const QString& word, Tone tone)
{
    if (word.isEmpty())
        return 0;
    const Tokens& tokens = Theme::tokens();
    const int width = std::min(pillWidth(word), area.width());
    const QRectF pill(area.left(), area.center().y() - kPillHeight / 2 + 1, width, kPillHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.softOf(tone));
    painter.drawRoundedRect(pill, kPillHeight / 2.0, kPillHeight / 2.0);
    painter.setPen(tokens.of(tone));
    painter.setFont(pillFont());
    const int room = width - 2 * kPillPadding + 2;
    painter.drawText(pill, Qt::AlignCenter, QFontMetrics(pillFont()).elidedText(word, Qt::ElideRight, room));
    painter.restore();
    return width;
}

void drawProgress(QPainter& painter, const QRectF& area, double fraction, Tone tone)
{
    const Tokens& tokens = Theme::tokens();
    const double radius = area.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.track);
    painter.drawRoundedRect(area, radius, radius);
    const double filled = std::clamp(fraction, 0.0, 1.0) * area.width();
    if (filled > 0) {
        QPainterPath shape;
        shape.addRoundedRect(area, radius, radius);
        QPainterPath part;
        part.addRect(QRectF(area.left(), area.top(), std::max(filled, 2.0), area.height()));
        painter.fillPath(shape.intersected(part), tokens.of(tone));
    }
    painter.restore();
}

double xOfLift(const LiftAxis& axis, const QRectF& area, double lift)
{
    return area.left() + (lift - axis.low) / (axis.high - axis.low) * area.width();
}

namespace {

/// The posterior's density, mirrored about the bar; as high as the room allows.
void drawDensity(QPainter& painter, const QRectF& area, const LiftAxis& axis, const Spread& posterior,
                 const QColor& color)
{
    constexpr int kSteps = 48;
    constexpr double kReach = 3.2; // deviations, beyond which there is nothing to see
    if (!(posterior.deviation > 0))
        return;
    const double y = area.center().y();
    QPolygonF shape;
    const auto add = [&](int step, double side) {
        const double z = kReach * (2.0 * step / kSteps - 1);
        const double lift = std::clamp(posterior.mean + z * posterior.deviation, axis.low, axis.high);
        const double at = (lift - posterior.mean) / posterior.deviation;
        shape << QPointF(xOfLift(axis, area, lift), y - side * std::exp(-at * at / 2) * area.height() / 2);
    };
    for (int step = 0; step <= kSteps; ++step)
        add(step, 1);
    for (int step = kSteps; step >= 0; --step)
        add(step, -1);
    painter.setBrush(color);
    painter.drawPolygon(shape);
}

} // namespace

void drawLift(QPainter& painter, const QRectF& area, const LiftAxis& axis, const LiftMark& mark)
{
    painter.save();
    drawTicks(painter, area, axis);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor strong = Theme::tokens().of(mark.tone);
    QColor soft = strong;
    soft.setAlphaF(Theme::tokens().dark ? 0.45f : 0.36f);
    const double y = area.center().y();
    painter.setPen(Qt::NoPen);
    if (mark.posterior)
        drawDensity(painter, area, axis, *mark.posterior, soft);
    if (mark.interval) {
        const auto [from, to] = *mark.interval;
        const double left = xOfLift(axis, area, std::clamp(from, axis.low, axis.high));
        const double right = xOfLift(axis, area, std::clamp(to, axis.low, axis.high));
        painter.setBrush(soft);
        painter.drawRoundedRect(QRectF(left, y - kBarHeight / 2, std::max(right - left, 2.0), kBarHeight), 2.5, 2.5);
        if (from < axis.low)
            drawArrow(painter, area.left() - 4, y, -1, strong);
        if (to > axis.high)
            drawArrow(painter, area.right() + 4, y, 1, strong);
    }
    if (mark.estimate && *mark.estimate >= axis.low && *mark.estimate <= axis.high) {
        painter.setBrush(strong);
        painter.drawEllipse(QPointF(xOfLift(axis, area, *mark.estimate), y), kDot, kDot);
    }
    painter.restore();
}

std::vector<std::pair<double, QString>> axisLabels(const LiftAxis& axis, double width, const QFontMetricsF& metrics)
{
    if (axis.ticks.empty())
        return {};
    const double step = axis.ticks.size() > 1 ? axis.ticks[1] - axis.ticks[0] : 1;
    const int digits = digitsOf(axis);
    const QRectF area(0, 0, width, 1);
    std::vector<std::pair<double, QString>> labels;
    // Every second, third, ... counted from zero, until none touches its neighbour: the distances stay the same.
    for (long every = 1; every <= long(axis.ticks.size()); ++every) {
        labels.clear();
        double free = -std::numeric_limits<double>::infinity();
        bool touches = false;
        for (const double tick : axis.ticks) {
            if (std::lround(tick / step) % every != 0)
                continue;
            labels.emplace_back(tick, std::abs(tick) < 1e-12 ? percent(0, 0) : signedPercent(tick, digits));
            const double half = metrics.horizontalAdvance(labels.back().second) / 2;
            touches = touches || xOfLift(axis, area, tick) - half < free;
            free = xOfLift(axis, area, tick) + half + kLabelGap;
        }
        if (!touches)
            break;
    }
    return labels;
}

void drawAxisLabels(QPainter& painter, const QRectF& area, const LiftAxis& axis)
{
    painter.save();
    painter.setFont(Theme::font(11));
    painter.setPen(Theme::tokens().secondary);
    const QFontMetricsF metrics(painter.font());
    for (const auto& [tick, label] : axisLabels(axis, area.width(), metrics)) {
        const double width = metrics.horizontalAdvance(label);
        painter.drawText(QRectF(xOfLift(axis, area, tick) - width / 2, area.top(), width, area.height()),
                         Qt::AlignCenter | Qt::TextDontClip, label);
    }
    painter.restore();
}

} // namespace xp::ui
