// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/peeking.h"

#include <QPixmap>
#include <QWidget>

namespace xp::ui {

/// The paths of a simulation, z against the share of the planned size. A path ends, in colour, where the chosen rule
/// calls it. Each frame draws only what is new onto what is there.
class PathsCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PathsCanvas(QWidget* parent = nullptr);

    /// Must outlive the canvas, or be replaced before it goes; nullptr for none.
    void setSimulation(const PeekingSimulation* simulation);
    void setRule(PeekingRule rule);
    /// Draws the steps since the last call.
    void showNews();

    QSize sizeHint() const override { return {640, 380}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRectF plot() const;
    QPointF at(int step, double z) const;
    void redraw();
    void clearLayers();
    void drawCalled(int experiment);
    void drawGrid(QPainter& painter) const;
    void drawBounds(QPainter& painter) const;

    const PeekingSimulation* m_simulation = nullptr;
    PeekingRule m_rule = PeekingRule::Fixed;
    int m_drawn = 0; ///< steps
    int m_looks = 0; ///< whose calls are drawn
    QPixmap m_running;
    QPixmap m_called;
};

} // namespace xp::ui
