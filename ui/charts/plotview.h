// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/charts/plot.h"

#include <QtCharts/QChartView>

#include <optional>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace xp::ui {

/// Draws a Plot: few grid lines, words at the lines' ends, a read-out under the pointer. Ctrl and the wheel, or + and
/// -, zoom in x; dragging and the arrow keys move; a double click or Home shows all. New data leave the view where it
/// is.
class PlotView : public QChartView
{
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);

    void show(Plot plot);
    const Plot& plot() const { return m_plot; }
    bool isZoomed() const { return m_view.has_value(); }
    QSize sizeHint() const override { return {420, 190}; }
    QSize minimumSizeHint() const override { return {220, 140}; }

public Q_SLOTS:
    /// The part of x that is shown; charts of one page move together.
    void setView(std::optional<std::pair<double, double>> view);
    void setPointer(std::optional<double> x);

Q_SIGNALS:
    void viewChanged(std::optional<std::pair<double, double>> view);
    void pointerMoved(std::optional<double> x);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void layOut();
    void fill();
    double xAt(double pixel) const;
    QPointF pixelOf(double x, double y) const;
    std::pair<double, double> view() const;
    void zoom(double factor, double around);
    void move(double by);
    void change(double low, double high);
    int rightRoom() const;
    std::vector<double> yTicks() const;
    void drawLabels(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawSingles(QPainter& painter) const;
    void drawEnds(QPainter& painter) const;
    void drawReadOut(QPainter& painter) const;

    Plot m_plot;
    std::optional<std::pair<double, double>> m_view; ///< nothing: all
    std::optional<double> m_pointer;
    std::optional<double> m_dragged; ///< x under the pressed button
    int m_right = 16;                ///< room beside the plot, for words
    QValueAxis* m_x;
    QValueAxis* m_y;
    std::vector<QLineSeries*> m_lines;
    std::vector<QAreaSeries*> m_bands;
};

} // namespace xp::ui
