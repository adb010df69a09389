// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/lookdesign.h"

#include <QWidget>

namespace xp::ui {

/// The looks of a plan on the axis of the planned size, with the bounds over it and the level spent below. A look is a
/// handle: dragged, or chosen by Up and Down and moved by Left and Right (with Shift in larger steps); Insert adds one,
/// Delete takes the chosen one away, a double click adds one where it is. Changes nothing itself: it asks.
class LooksCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit LooksCanvas(QWidget* parent = nullptr);

    struct Picture
    {
        LookDesign design;
        std::optional<LookBounds> bounds;
        double level = 0.05; ///< two-sided, of one hypothesis
        bool futility = false;
        std::size_t chosen = 0;
        QString summary; ///< for screen readers
    };
    void show(Picture picture);

    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {260, 210}; }

    /// Where a look's handle is.
    QPointF handleAt(std::size_t look) const;

Q_SIGNALS:
    void chosen(std::size_t look);
    void moveWanted(std::size_t look, double share);
    void addWanted(double share);
    void removeWanted(std::size_t look);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF upper() const; ///< the bounds
    QRectF lower() const; ///< the level spent
    double xOf(double share) const;
    double shareAt(double x) const;
    double yOf(double z) const;
    double spentY(double spent) const;
    double highest() const; ///< z at the top
    double lowest() const;
    std::optional<std::size_t> lookNear(const QPointF& at) const;
    void drawGrid(QPainter& painter) const;
    void drawBounds(QPainter& painter) const;
    void drawBound(QPainter& painter, const std::vector<double>& bounds, const QColor& color,
                   const QString& name) const;
    void drawSpending(QPainter& painter) const;
    void drawHandles(QPainter& painter) const;

    Picture m_picture;
    std::optional<std::size_t> m_dragged;
};

} // namespace xp::ui
