// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtCharts/QChartView>

#include <functional>
#include <vector>

class QGraphicsItem;
class QGraphicsSimpleTextItem;
class QValueAxis;

namespace xp::ui {

/// One curve and the point on it that matters, with the lines that lead to it; and another to compare it with.
struct Curve
{
    std::vector<QPointF> points;
    QString name;                   ///< beside the curve, where there is another
    std::vector<QPointF> reference; ///< the other one, dashed; none when empty
    QString referenceName;
    QPointF mark;
    QString label; ///< of the mark
    std::function<QString(double)> xText;
    std::function<QString(double)> yText;
    double yLow = 0;
    double yHigh = 1;
    QString summary; ///< for screen readers
};

/// Draws a curve; few grid lines, direct labels.
class CurveChart : public QChartView
{
    Q_OBJECT

public:
    explicit CurveChart(QWidget* parent = nullptr);
    void show(Curve curve);
    QSize sizeHint() const override { return {360, 170}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void layOut();
    void addLine(const std::vector<QPointF>& points, const QPen& pen);
    void placeLabels();
    void placeNames();
    QPointF pixelOf(const QPointF& point) const;
    QGraphicsSimpleTextItem* put(const QString& text, const QFont& font, const QColor& color);

    Curve m_curve;
    QValueAxis* m_x;
    QValueAxis* m_y;
    std::vector<QGraphicsItem*> m_texts;
};

} // namespace xp::ui
