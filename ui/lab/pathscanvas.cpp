// SPDX-License-Identifier: Apache-2.0
#include "ui/lab/pathscanvas.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr double kHighest = 4.5; ///< z at the edges
constexpr int kLeft = 34;
constexpr int kRight = 12;
constexpr int kTop = 10;
constexpr int kBottom = 28;

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

PathsCanvas::PathsCanvas(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(280, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, &PathsCanvas::redraw);
}

void PathsCanvas::setSimulation(const PeekingSimulation* simulation)
{
    m_simulation = simulation;
    redraw();
}

void PathsCanvas::setRule(PeekingRule rule)
{
    m_rule = rule;
    redraw();
}

QRectF PathsCanvas::plot() const
{
    return QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
}

QPointF PathsCanvas::at(int step, double z) const
{
    const QRectF area = plot();
    return {area.left() + area.width() * step / m_simulation->steps(),
            area.center().y() - std::clamp(z, -kHighest, kHighest) / kHighest * area.height() / 2};
}

void PathsCanvas::clearLayers()
{
    m_drawn = 0;
    m_looks = 0;
    for (QPixmap* layer : {&m_running, &m_called}) {
        *layer = QPixmap(size() * devicePixelRatioF());
        layer->setDevicePixelRatio(devicePixelRatioF());
        layer->fill(Qt::transparent);
    }
}

void PathsCanvas::redraw()
{
    clearLayers();
    if (m_simulation)
        showNews();
    update();
}

void PathsCanvas::showNews()
{
    const PeekingSimulation& simulation = *m_simulation;
    const int perLook = simulation.setup().stepsPerLook;
    QPainter painter(&m_running);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withAlpha(Theme::tokens().neutral, Theme::tokens().dark ? 0.16 : 0.13), 1));
    QList<QPointF> points;
    for (int i = 0; i < simulation.setup().experiments; ++i) {
        const int calledAt = simulation.calledAt(m_rule, i);
        const int end = calledAt > 0 ? std::min(simulation.step(), calledAt * perLook) : simulation.step();
        if (end <= m_drawn)
            continue;
        points.clear();
        const std::vector<float>& path = simulation.path(i);
        for (int step = std::max(1, m_drawn); step <= end; ++step)
            points.append(at(step, double(path[std::size_t(step) - 1])));
        painter.drawPolyline(points.constData(), int(points.size()));
    }
    painter.end();
    for (int i = 0; simulation.looksTaken() > m_looks && i < simulation.setup().experiments; ++i) {
        if (simulation.calledAt(m_rule, i) > m_looks)
            drawCalled(i);
    }
    m_drawn = simulation.step();
    m_looks = simulation.looksTaken();
    update();
}

void PathsCanvas::drawCalled(int experiment)
{
    const Tokens& tokens = Theme::tokens();
    const QColor color = m_simulation->setup().lift > 0 ? tokens.good : tokens.bad;
    QPainter painter(&m_called);
    painter.setRenderHint(QPainter::Antialiasing);
    const int end = m_simulation->calledAt(m_rule, experiment) * m_simulation->setup().stepsPerLook;
    QList<QPointF> points;
    for (int step = 1; step <= end; ++step)
        points.append(at(step, double(m_simulation->path(experiment)[std::size_t(step) - 1])));
    painter.setPen(QPen(withAlpha(color, m_simulation->setup().lift > 0 ? 0.08 : 0.16), 1));
    painter.drawPolyline(points.constData(), int(points.size()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(points.back(), 2.6, 2.6);
}

void PathsCanvas::drawGrid(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    const QRectF area = plot();
    painter.setFont(Theme::font(11));
    for (int z = -4; z <= 4; z += 2) {
        const double y = at(0, z).y();
        painter.setPen(z == 0 ? tokens.zero : tokens.grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(tokens.secondary);
        painter.drawText(QRectF(0, y - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         z > 0 ? QString(QLatin1Char('+') + QString::number(z))
                               : QString::number(z).replace(QLatin1Char('-'), QChar(0x2212)));
    }
    const int looks = m_simulation->setup().looks;
    const int every = looks > 12 ? 5 : 1;
    for (int look = 0; look <= looks; ++look) {
        const double x = at(look * m_simulation->setup().stepsPerLook, 0).x();
        painter.setPen(tokens.hairline);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        if (look == 0 || (look % every != 0 && look != looks) || (look != looks && looks - look < every / 2 + 1))
            continue;
        painter.setPen(tokens.secondary);
        painter.drawText(QRectF(x - 40, area.bottom() + 6, look == looks ? 40 + kRight : 80, 16),
                         int(look == looks ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignVCenter,
                         tr("look %1").arg(look));
    }
}

void PathsCanvas::drawBounds(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::tokens().text, 1.5, Qt::DashLine));
    const std::vector<double>& bounds = m_simulation->bounds(m_rule);
    const int perLook = m_simulation->setup().stepsPerLook;
    for (const int side : {-1, 1}) {
        QList<QPointF> points;
        for (std::size_t look = 0; look < bounds.size(); ++look) {
            if (bounds[look] <= kHighest)
                points.append(at(int(look + 1) * perLook, side * bounds[look]));
        }
        painter.drawPolyline(points.constData(), int(points.size()));
    }
}

void PathsCanvas::paintEvent(QPaintEvent*)
{
    if (!m_simulation)
        return;
    QPainter painter(this);
    drawGrid(painter);
    painter.drawPixmap(0, 0, m_running);
    painter.drawPixmap(0, 0, m_called);
    drawBounds(painter);
}

void PathsCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    redraw();
}

} // namespace xp::ui
