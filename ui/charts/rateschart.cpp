// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/rateschart.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kRowHeight = 44;
constexpr int kAxisHeight = 30;
constexpr int kWidestName = 150;
constexpr int kNameGap = 16;
constexpr int kLabelWidth = 84;
constexpr double kTickGap = 8;
constexpr double kTicksWanted = 4;

double stepFor(double range)
{
    const double power = std::pow(10.0, std::floor(std::log10(range / kTicksWanted)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (range / (factor * power) <= kTicksWanted)
            return factor * power;
    }
    return 10 * power;
}

/// How many decimals tell the multiples of a step apart, and rightly.
int decimalsOf(double step)
{
    constexpr int kMost = 4;
    int decimals = 0;
    while (decimals < kMost && std::abs(step - std::round(step)) > 1e-6) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

} // namespace

RatesChart::RatesChart(QWidget* parent) : QChartView(parent), m_values(new QValueAxis), m_rows(new QValueAxis)
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
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->addAxis(m_values, Qt::AlignBottom);
    chart()->addAxis(m_rows, Qt::AlignLeft);
    m_values->setLabelsVisible(false);
    m_values->setLineVisible(false);
    // Its own grid follows a new size only later, when a picture may have been taken.
    m_values->setGridLineVisible(false);
    m_rows->setVisible(false);
    connect(chart(), &QChart::plotAreaChanged, this, &RatesChart::placeLabels);
    connect(&Theme::instance(), &Theme::changed, this, &RatesChart::rebuild);
}

void RatesChart::show(const std::vector<VariantPoint>& points, bool isRate)
{
    if (points == m_points && isRate == m_isRate)
        return;
    m_points = points;
    m_isRate = isRate;
    rebuild();
    updateGeometry();
}

QSize RatesChart::sizeHint() const
{
    return {400, kAxisHeight + kRowHeight * std::max(2, int(m_points.size()))};
}

void RatesChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void RatesChart::layOut()
{
    const QFontMetrics metrics(Theme::font());
    int names = 0;
    for (const VariantPoint& point : m_points)
        names = std::max(names, metrics.horizontalAdvance(point.variant) + 1); // it is rounded down at times
    names = std::min({names, kWidestName, width() / 3}) + kNameGap;
    chart()->setPlotArea(QRectF(names, 0, std::max(10, width() - names - kLabelWidth), height() - kAxisHeight));
    placeLabels();
}

void RatesChart::rebuild()
{
    chart()->removeAllSeries();
    scaleAxes();
    QStringList summary;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const double y = double(m_points.size() - i) - 0.5;
        addPoint(m_points[i], y, Theme::tokens().of(i == 0 ? Tone::Neutral : Tone::Accent));
        summary << m_points[i].variant + QLatin1Char(' ') + m_points[i].label;
    }
    setAccessibleName(tr("Chart of each variant's value and interval: %1").arg(summary.join(QStringLiteral("; "))));
    layOut();
}

void RatesChart::addPoint(const VariantPoint& point, double y, const QColor& color)
{
    const auto attach = [this](QXYSeries* series) {
        chart()->addSeries(series);
        series->attachAxis(m_values);
        series->attachAxis(m_rows);
    };
    if (point.interval) {
        auto* bar = new QLineSeries;
        QColor soft = color;
        soft.setAlphaF(Theme::tokens().dark ? 0.45f : 0.36f);
        bar->setPen(QPen(soft, 6, Qt::SolidLine, Qt::RoundCap));
        bar->append((*point.interval)[0], y);
        bar->append((*point.interval)[1], y);
        attach(bar);
    }
    auto* dot = new QScatterSeries;
    dot->setMarkerSize(11);
    dot->setColor(color);
    dot->setBorderColor(Qt::transparent);
    dot->append(point.value, y);
    attach(dot);
}

void RatesChart::scaleAxes()
{
    double low = m_points.empty() ? 0 : m_points.front().value;
    double high = low;
    for (const VariantPoint& point : m_points) {
        low = std::min({low, point.value, point.interval ? (*point.interval)[0] : point.value});
        high = std::max({high, point.value, point.interval ? (*point.interval)[1] : point.value});
    }
    const double range = high > low ? high - low : std::max(std::abs(high) * 0.1, 0.01);
    const double step = stepFor(range * 1.2);
    m_values->setRange(std::floor((low - range * 0.05) / step) * step, std::ceil((high + range * 0.05) / step) * step);
    m_values->setTickType(QValueAxis::TicksDynamic);
    m_values->setTickAnchor(0);
    m_values->setTickInterval(step);
    m_rows->setRange(0, std::max(1.0, double(m_points.size())));
}

void RatesChart::placeLabels()
{
    qDeleteAll(m_marks);
    m_marks.clear();
    if (m_points.empty()) {
        auto* item = new QGraphicsSimpleTextItem(tr("Values appear once units are assigned."), chart());
        item->setFont(Theme::font());
        item->setBrush(Theme::tokens().secondary);
        const QRectF bounds = item->boundingRect();
        item->setPos((width() - bounds.width()) / 2, (height() - bounds.height()) / 2 - 8);
        m_marks.push_back(item);
        return;
    }
    const QRectF plot = chart()->plotArea();
    const auto put = [this](const QString& text, const QFont& font, const QColor& color) {
        auto* item = new QGraphicsSimpleTextItem(text, chart());
        item->setFont(font);
        item->setBrush(color);
        m_marks.push_back(item);
        return item;
    };
    const Tokens& tokens = Theme::tokens();
    const double low = m_values->min();
    const double high = m_values->max();
    const double step = m_values->tickInterval();
    double free = 0; // from where on there is room for the next number
    for (int k = 0; low + k * step <= high + step / 2; ++k) {
        const double value = low + k * step;
        const QString label = m_isRate ? percent(value, decimalsOf(step * 100)) : number(value);
        const double x = plot.left() + (value - low) / (high - low) * plot.width();
        auto* line = new QGraphicsLineItem(x, plot.top(), x, plot.bottom(), chart());
        line->setPen(tokens.grid);
        line->setZValue(-1);
        m_marks.push_back(line);
        const double half = QFontMetricsF(Theme::font(11)).horizontalAdvance(label) / 2;
        if (k > 0 && x - half < free)
            continue; // two numbers must not touch
        put(label, Theme::font(11), tokens.secondary)->setPos(x - half, plot.bottom() + 6);
        free = x + half + kTickGap;
    }
    const QFont nameFont = Theme::font();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const double y = plot.top() + (double(i) + 0.5) / double(m_points.size()) * plot.height();
        const int room = int(plot.left()) - kNameGap;
        auto* name =
            put(QFontMetrics(nameFont).elidedText(m_points[i].variant, Qt::ElideRight, room), nameFont, tokens.text);
        name->setPos(0, y - name->boundingRect().height() / 2);
        auto* value = put(m_points[i].label, Theme::font(Theme::kText, QFont::DemiBold),
                          tokens.of(i == 0 ? Tone::Neutral : Tone::Accent));
        const double end = m_points[i].interval ? (*m_points[i].interval)[1] : m_points[i].value;
        value->setPos(plot.left() + (end - low) / (high - low) * plot.width() + 12,
                      y - value->boundingRect().height() / 2);
    }
}

} // namespace xp::ui
