// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/plotview.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kLeft = 58;
constexpr int kLeastRight = 16;
constexpr int kMostRight = 150;
constexpr int kTop = 18;
constexpr int kBottom = 26;
constexpr double kZoomStep = 1.25;
constexpr double kLabelHeight = 15;

/// Qt Charts sees logarithms as plain numbers: its own axis of them has no room for what we draw over it.
double heightOf(const Plot& plot, double y)
{
    const double inside = std::clamp(y, plot.yLow, plot.yHigh);
    return plot.logY ? std::log10(inside) : inside;
}

QList<QPointF> pointsOf(const Plot& plot, const std::vector<QPointF>& points, int columns)
{
    QList<QPointF> list;
    for (const QPointF& point : thinned(points, columns))
        list.append({point.x(), heightOf(plot, point.y())});
    return list;
}

/// The value of a line at the last point not after x.
std::optional<double> valueAt(const PlotLine& line, double x)
{
    const auto after = std::ranges::upper_bound(line.points, x, {}, [](const QPointF& point) { return point.x(); });
    return after == line.points.begin() ? std::nullopt : std::optional((after - 1)->y());
}

} // namespace

PlotView::PlotView(QWidget* parent) : QChartView(parent), m_x(new QValueAxis), m_y(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    for (QValueAxis* axis : {m_x, m_y})
        axis->setVisible(false);
    connect(&Theme::instance(), &Theme::changed, this, &PlotView::rebuild);
}

void PlotView::show(Plot plot)
{
    const bool sameShape = plot.lines.size() == m_lines.size() && plot.bands.size() == m_bands.size();
    m_plot = std::move(plot);
    setAccessibleName(m_plot.summary.isEmpty() ? m_plot.empty : m_plot.summary);
    if (sameShape)
        fill();
    else
        rebuild();
}

void PlotView::rebuild()
{
    chart()->removeAllSeries();
    m_lines.clear();
    m_bands.clear();
    const auto attach = [this](QAbstractSeries* series) {
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    };
    for (const PlotBand& band : m_plot.bands) {
        auto* area = new QAreaSeries(new QLineSeries(this), new QLineSeries(this));
        QColor color = Theme::tokens().of(band.tone);
        color.setAlphaF(Theme::tokens().dark ? 0.22f : 0.14f);
        area->setPen(Qt::NoPen);
        area->setBrush(color);
        attach(area);
        m_bands.push_back(area);
    }
    for (const PlotLine& line : m_plot.lines) {
        auto* series = new QLineSeries;
        series->setPen(QPen(Theme::tokens().of(line.tone), line.dashed ? 1.5 : 2,
                            line.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        attach(series);
        m_lines.push_back(series);
    }
    fill();
}

void PlotView::fill()
{
    const auto [low, high] = view();
    m_x->setRange(low, high);
    m_y->setRange(heightOf(m_plot, m_plot.yLow), heightOf(m_plot, m_plot.yHigh));
    m_right = rightRoom();
    const int columns = std::max(60, width() - kLeft - m_right);
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        m_bands[i]->lowerSeries()->replace(pointsOf(m_plot, m_plot.bands[i].lower, columns));
        m_bands[i]->upperSeries()->replace(pointsOf(m_plot, m_plot.bands[i].upper, columns));
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->replace(pointsOf(m_plot, m_plot.lines[i].points, columns));
    layOut();
    viewport()->update();
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    m_right = rightRoom();
    layOut();
}

void PlotView::layOut()
{
    chart()->setPlotArea(
        QRectF(kLeft, kTop, std::max(10, width() - kLeft - m_right), std::max(10, height() - kTop - kBottom)));
}

/// What the words at the lines' ends need, in steps so that they do not make the chart jump as they change.
int PlotView::rightRoom() const
{
    constexpr int kStep = 24;
    const QFontMetrics metrics(Theme::font(11, QFont::DemiBold));
    int widest = 0;
    for (const PlotLine& line : m_plot.lines)
        widest = std::max(widest, metrics.horizontalAdvance(line.label));
    for (const PlotLevel& level : m_plot.levels)
        widest = std::max(widest, metrics.horizontalAdvance(level.text));
    const int needed = widest == 0 ? kLeastRight : widest + 16;
    return std::min({kMostRight, (needed + kStep - 1) / kStep * kStep, std::max(kLeastRight, width() / 3)});
}

std::pair<double, double> PlotView::view() const
{
    return m_view.value_or(std::pair{m_plot.xLow, std::max(m_plot.xHigh, m_plot.xLow + 1e-9)});
}

double PlotView::xAt(double pixel) const
{
    const QRectF area = chart()->plotArea();
    return m_x->min() + (pixel - area.left()) / area.width() * (m_x->max() - m_x->min());
}

QPointF PlotView::pixelOf(double x, double y) const
{
    const QRectF area = chart()->plotArea();
    return {area.left() + (x - m_x->min()) / (m_x->max() - m_x->min()) * area.width(),
            area.bottom() - (heightOf(m_plot, y) - m_y->min()) / (m_y->max() - m_y->min()) * area.height()};
}

// Zoom, move, read-out

void PlotView::setView(std::optional<std::pair<double, double>> view)
{
    if (view == m_view)
        return;
    m_view = view;
    fill();
    Q_EMIT viewChanged(view);
}

void PlotView::setPointer(std::optional<double> x)
{
    if (x == m_pointer)
        return;
    m_pointer = x;
    viewport()->update();
    Q_EMIT pointerMoved(x);
}

void PlotView::change(double low, double high)
{
    const double whole = m_plot.xHigh - m_plot.xLow;
    const double width = std::clamp(high - low, whole / 1000, whole);
    const double start = std::clamp(low, m_plot.xLow, m_plot.xHigh - width);
    if (width >= whole * 0.999)
        setView(std::nullopt);
    else
        setView(std::pair{start, start + width});
}

void PlotView::zoom(double factor, double around)
{
    const auto [low, high] = view();
    change(around - (around - low) / factor, around + (high - around) / factor);
}

void PlotView::move(double by)
{
    const auto [low, high] = view();
    change(low + by, high + by);
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore(); // the page scrolls
        return;
    }
    zoom(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep, xAt(event->position().x()));
    event->accept();
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton)
        m_dragged = xAt(event->position().x());
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged && m_view)
        move(*m_dragged - xAt(event->position().x()));
    const QRectF area = chart()->plotArea();
    const bool inside = event->position().x() >= area.left() && event->position().x() <= area.right();
    setPointer(inside ? std::optional(xAt(event->position().x())) : std::nullopt);
}

void PlotView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged.reset();
}

void PlotView::mouseDoubleClickEvent(QMouseEvent*)
{
    setView(std::nullopt);
}

void PlotView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    setPointer(std::nullopt);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    const auto [low, high] = view();
    const double step = (high - low) / 8;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(kZoomStep, (low + high) / 2);
    case Qt::Key_Minus:
        return zoom(1 / kZoomStep, (low + high) / 2);
    case Qt::Key_Left:
        return move(-step);
    case Qt::Key_Right:
        return move(step);
    case Qt::Key_Home:
        return setView(std::nullopt);
    default:
        QChartView::keyPressEvent(event);
    }
}

// What stands under and over the lines

std::vector<double> PlotView::yTicks() const
{
    return m_plot.logY ? logTicks(m_plot.yLow, m_plot.yHigh)
                       : roundTicks(m_plot.yLow, m_plot.yHigh, std::max(2.0, chart()->plotArea().height() / 42));
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_plot.isEmpty())
        return;
    const Tokens& tokens = Theme::tokens();
    const QRectF area = chart()->plotArea();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const double y : yTicks()) {
        const double at = pixelOf(m_x->min(), y).y();
        painter->setPen(m_plot.zeroLine && !m_plot.logY && std::abs(y) < 1e-12 ? tokens.zero : tokens.grid);
        painter->drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
    }
    painter->restore();
}

void PlotView::drawForeground(QPainter* painter, const QRectF&)
{
    painter->save();
    painter->setFont(Theme::font(11));
    if (m_plot.isEmpty()) {
        painter->setPen(Theme::tokens().secondary);
        painter->setFont(Theme::font());
        painter->drawText(QRectF(rect()).adjusted(12, 0, -12, 0), int(Qt::AlignCenter) | Qt::TextWordWrap,
                          m_plot.empty);
    } else {
        drawLabels(*painter);
        drawMarks(*painter);
        drawSingles(*painter);
        drawEnds(*painter);
        drawReadOut(*painter);
    }
    painter->restore();
}

void PlotView::drawLabels(QPainter& painter) const
{
    const QRectF area = chart()->plotArea();
    painter.setPen(Theme::tokens().secondary);
    for (const double y : yTicks()) {
        const double at = pixelOf(m_x->min(), y).y();
        painter.drawText(QRectF(0, at - 8, kLeft - 8, 16), int(Qt::AlignRight | Qt::AlignVCenter), m_plot.yText(y));
    }
    const double wanted = std::max(2.0, area.width() / 90);
    const auto ticks = !m_plot.xTicks.empty() ? m_plot.xTicks
                       : m_plot.timeX         ? timeTicks(m_x->min(), m_x->max(), wanted)
                                              : roundTicks(m_x->min(), m_x->max(), wanted);
    for (const double x : ticks) {
        if (x < m_x->min() || x > m_x->max())
            continue;
        painter.drawText(QRectF(pixelOf(x, m_plot.yLow).x() - 50, area.bottom() + 6, 100, 16),
                         int(Qt::AlignHCenter | Qt::AlignVCenter), m_plot.xText(x));
    }
}

void PlotView::drawMarks(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    const QRectF area = chart()->plotArea();
    double free = area.left(); // where a word does not touch the one before
    for (const PlotMark& mark : m_plot.marks) {
        const double x = pixelOf(mark.x, m_plot.yLow).x();
        if (x < area.left() - 1 || x > area.right() + 1)
            continue;
        painter.setPen(QPen(tokens.of(mark.tone), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const double width = painter.fontMetrics().horizontalAdvance(mark.text);
        const double left = std::min(x, double(this->width()) - width - 2);
        if (left < free)
            continue;
        painter.drawText(QPointF(left, area.top() - 5), mark.text);
        free = left + width + 8;
    }
    for (const PlotLevel& level : m_plot.levels) {
        const double y = pixelOf(m_x->min(), level.y).y();
        painter.setPen(QPen(tokens.of(level.tone), 1.5));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
}

/// A line of one reading is a dot, a band of one an upright stroke: neither has a length of its own.
void PlotView::drawSingles(QPainter& painter) const
{
    const Tokens& tokens = Theme::tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(chart()->plotArea().adjusted(-4, -4, 4, 4));
    for (const PlotBand& band : m_plot.bands) {
        if (band.lower.size() != 1 || band.upper.size() != 1)
            continue;
        QColor color = tokens.of(band.tone);
        color.setAlphaF(0.4f);
        painter.setPen(QPen(color, 5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(pixelOf(band.lower.front().x(), band.lower.front().y()),
                         pixelOf(band.upper.front().x(), band.upper.front().y()));
    }
    painter.setPen(Qt::NoPen);
    for (const PlotLine& line : m_plot.lines) {
        if (line.points.size() != 1)
            continue;
        painter.setBrush(tokens.of(line.tone));
        painter.drawEllipse(pixelOf(line.points.front().x(), line.points.front().y()), 3.5, 3.5);
    }
    painter.restore();
}

/// Names of lines and levels at the right, moved apart where they would touch.
void PlotView::drawEnds(QPainter& painter) const
{
    struct Label
    {
        double y;
        QString text;
        Tone tone;
    };
    std::vector<Label> labels;
    const QRectF area = chart()->plotArea();
    for (const PlotLine& line : m_plot.lines) {
        const auto value = valueAt(line, m_x->max());
        if (value && !line.label.isEmpty())
            labels.push_back({pixelOf(m_x->max(), *value).y(), line.label, line.tone});
    }
    for (const PlotLevel& level : m_plot.levels)
        labels.push_back({pixelOf(m_x->max(), level.y).y(), level.text, level.tone});
    std::ranges::sort(labels, {}, &Label::y);
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + kLabelHeight);
    double lowest = area.bottom() + 2;
    for (std::size_t i = labels.size(); i-- > 0; lowest = labels[i].y - kLabelHeight)
        labels[i].y = std::min(labels[i].y, lowest);
    painter.setFont(Theme::font(11, QFont::DemiBold));
    for (const Label& label : labels) {
        painter.setPen(Theme::tokens().of(label.tone));
        const int room = width() - int(area.right()) - 8;
        painter.drawText(QRectF(area.right() + 8, label.y - 8, room, 16), int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(label.text, Qt::ElideRight, room));
    }
}

void PlotView::drawReadOut(QPainter& painter) const
{
    if (!m_pointer || *m_pointer < m_x->min() || *m_pointer > m_x->max())
        return;
    const Tokens& tokens = Theme::tokens();
    const QRectF area = chart()->plotArea();
    QStringList lines{m_plot.xText(*m_pointer)};
    const double x = pixelOf(*m_pointer, m_plot.yLow).x();
    painter.setPen(tokens.zero);
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlotLine& line : m_plot.lines) {
        const auto value = valueAt(line, *m_pointer);
        if (!value)
            continue;
        lines << QStringLiteral("%1  %2").arg(line.label, m_plot.yText(*value));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.of(line.tone));
        painter.drawEllipse(pixelOf(*m_pointer, *value), 3.5, 3.5);
    }
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, double(painter.fontMetrics().horizontalAdvance(line)));
    const double height = kLabelHeight * double(lines.size()) + 10;
    const double left = x + 12 + width + 16 < area.right() ? x + 12 : x - width - 28;
    const QRectF box(left, area.top() + 6, width + 16, height);
    painter.setPen(tokens.hairline);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(box, 6, 6);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setPen(i == 0 ? tokens.secondary : tokens.text);
        painter.drawText(QRectF(box.left() + 8, box.top() + 5 + kLabelHeight * double(i), width + 4, kLabelHeight),
                         int(Qt::AlignLeft | Qt::AlignVCenter), lines[i]);
    }
}

} // namespace xp::ui
