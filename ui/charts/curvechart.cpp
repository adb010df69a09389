// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/curvechart.h"

#include "ui/theme/theme.h"

#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kLeft = 52;
constexpr int kRight = 24;
constexpr int kTop = 12;
constexpr int kBottom = 26;
/// Qt Charts stacks its series between these.
constexpr double kUnderSeries = 0;
constexpr double kOverGrid = 100;
constexpr double kXTicks = 4;
constexpr double kYTicks = 5;

/// 1, 2, 2.5 or 5 times a power of ten, so that about `wanted` steps make up the range.
double stepFor(double range, double wanted)
{
    const double power = std::pow(10.0, std::floor(std::log10(range / wanted)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (range / (factor * power) <= wanted)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

CurveChart::CurveChart(QWidget* parent) : QChartView(parent), m_x(new QValueAxis), m_y(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        // Drawn here, with the labels: Qt 6.8 places lines at other ticks than were asked for.
        axis->setGridLineVisible(false);
    }
    connect(chart(), &QChart::plotAreaChanged, this, &CurveChart::placeLabels);
    connect(&Theme::instance(), &Theme::changed, this, &CurveChart::rebuild);
}

void CurveChart::show(Curve curve)
{
    m_curve = std::move(curve);
    setAccessibleName(m_curve.summary);
    rebuild();
}

void CurveChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void CurveChart::layOut()
{
    chart()->setPlotArea(
        QRectF(kLeft, kTop, std::max(10, width() - kLeft - kRight), std::max(10, height() - kTop - kBottom)));
    placeLabels();
}

void CurveChart::rebuild()
{
    chart()->removeAllSeries();
    const Tokens& tokens = Theme::tokens();
    if (!m_curve.points.empty()) {
        m_x->setRange(0, m_curve.points.back().x());
        m_y->setRange(m_curve.yLow, m_curve.yHigh);
        QColor guide = tokens.good;
        guide.setAlphaF(0.6f);
        addLine({{0, m_curve.mark.y()}, m_curve.mark, {m_curve.mark.x(), m_curve.yLow}}, QPen(guide, 1.5));
        if (!m_curve.reference.empty())
            addLine(m_curve.reference, QPen(tokens.secondary, 1.5, Qt::DashLine));
        addLine(m_curve.points, QPen(tokens.accent, 2));
        auto* dot = new QScatterSeries;
        dot->setMarkerSize(10);
        dot->setColor(tokens.good);
        dot->setBorderColor(Qt::transparent);
        dot->append(m_curve.mark);
        chart()->addSeries(dot);
        dot->attachAxis(m_x);
        dot->attachAxis(m_y);
    }
    layOut();
}

void CurveChart::addLine(const std::vector<QPointF>& points, const QPen& pen)
{
    auto* line = new QLineSeries;
    line->setPen(pen);
    for (const QPointF& point : points)
        line->append(point.x(), std::clamp(point.y(), m_curve.yLow, m_curve.yHigh));
    chart()->addSeries(line);
    line->attachAxis(m_x);
    line->attachAxis(m_y);
}

QGraphicsSimpleTextItem* CurveChart::put(const QString& text, const QFont& font, const QColor& color)
{
    auto* item = new QGraphicsSimpleTextItem(text, chart());
    item->setFont(font);
    item->setBrush(color);
    item->setZValue(kOverGrid + 1);
    m_texts.push_back(item);
    return item;
}

void CurveChart::placeLabels()
{
    qDeleteAll(m_texts);
    m_texts.clear();
    if (m_curve.points.empty())
        return;
    const Tokens& tokens = Theme::tokens();
    const QRectF plot = chart()->plotArea();
    const double xStep = std::max(1.0, stepFor(m_x->max(), kXTicks));
    for (int i = 0; i * xStep <= m_x->max(); ++i) {
        auto* item = put(m_curve.xText(i * xStep), Theme::font(11), tokens.secondary);
        const double itemWidth = item->boundingRect().width();
        const double centre = plot.left() + i * xStep / m_x->max() * plot.width();
        item->setPos(std::min(centre - itemWidth / 2, double(this->width()) - itemWidth), plot.bottom() + 6);
    }
    const double yStep = stepFor(m_curve.yHigh - m_curve.yLow, kYTicks);
    for (int i = 0; m_curve.yLow + i * yStep <= m_curve.yHigh * (1 + 1e-9); ++i) {
        auto* item = put(m_curve.yText(m_curve.yLow + i * yStep), Theme::font(11), tokens.secondary);
        const double y = plot.bottom() - i * yStep / (m_curve.yHigh - m_curve.yLow) * plot.height();
        item->setPos(plot.left() - 8 - item->boundingRect().width(), y - item->boundingRect().height() / 2);
        auto* line = new QGraphicsLineItem(plot.left(), y, plot.right(), y, chart());
        line->setPen(tokens.grid);
        line->setZValue(kUnderSeries);
        m_texts.push_back(line);
    }
    // No grid line through the words.
    auto* ground = new QGraphicsRectItem(chart());
    ground->setPen(Qt::NoPen);
    ground->setBrush(tokens.surface);
    ground->setZValue(kOverGrid);
    m_texts.push_back(ground);
    auto* label = put(m_curve.label, Theme::font(Theme::kSmall, QFont::DemiBold), tokens.good);
    const QPointF mark = pixelOf(m_curve.mark);
    const auto [x, y] = std::pair(mark.x(), mark.y());
    const double room = plot.right() - x;
    const double labelWidth = label->boundingRect().width();
    // On the side of the curve that it leaves free.
    const bool falling = m_curve.points.front().y() > m_curve.points.back().y();
    label->setPos(room > labelWidth + 12 ? x + 10 : x - labelWidth - 10,
                  falling ? y - label->boundingRect().height() - 6 : y + 6);
    ground->setRect(label->mapRectToParent(label->boundingRect()).adjusted(-3, 0, 3, 0));
    placeNames();
}

QPointF CurveChart::pixelOf(const QPointF& point) const
{
    const QRectF plot = chart()->plotArea();
    const double height = std::clamp(point.y(), m_curve.yLow, m_curve.yHigh) - m_curve.yLow;
    return {plot.left() + point.x() / m_x->max() * plot.width(),
            plot.bottom() - height / (m_curve.yHigh - m_curve.yLow) * plot.height()};
}

/// The reference lies above a rising curve: its name stands at the left of its middle, the curve's at the right of
/// where it is still low, so that neither is crossed.
void CurveChart::placeNames()
{
    if (m_curve.reference.empty())
        return;
    const Tokens& tokens = Theme::tokens();
    const auto where = [&](const std::vector<QPointF>& points, double share) {
        const double height = m_curve.yLow + share * (m_curve.yHigh - m_curve.yLow);
        const auto at = std::ranges::find_if(points, [&](const QPointF& p) { return p.y() >= height; });
        return pixelOf(at == points.end() ? points.back() : *at);
    };
    auto* other = put(m_curve.referenceName, Theme::font(Theme::kSmall), tokens.secondary);
    const QPointF at = where(m_curve.reference, 0.5);
    const QRectF room = other->boundingRect();
    other->setPos(std::max(chart()->plotArea().left() + 4, at.x() - room.width() - 10), at.y() - room.height());
    auto* own = put(m_curve.name, Theme::font(Theme::kSmall), tokens.accent);
    const QPointF low = where(m_curve.points, 0.3);
    own->setPos(std::min(low.x() + 10, chart()->plotArea().right() - own->boundingRect().width()), low.y());
}

} // namespace xp::ui
