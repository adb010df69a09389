// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/charts/variantseries.h"

#include <QtCharts/QChartView>

class QGraphicsItem;
class QValueAxis;

namespace xp::ui {

/// Each variant's value with its interval, one line a variant, labelled at the line's end.
class RatesChart : public QChartView
{
    Q_OBJECT

public:
    explicit RatesChart(QWidget* parent = nullptr);

    /// `isRate` shows the axis in percent. An unchanged series is not drawn again.
    void show(const std::vector<VariantPoint>& points, bool isRate);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void layOut();
    void addPoint(const VariantPoint& point, double y, const QColor& color);
    void scaleAxes();
    void placeLabels();

    std::vector<VariantPoint> m_points;
    bool m_isRate = true;
    QValueAxis* m_values;
    QValueAxis* m_rows;
    std::vector<QGraphicsItem*> m_marks; ///< grid, ticks and labels, placed by placeLabels()
};

} // namespace xp::ui
