// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

class QPainter;
class QSize;
class QWidget;

namespace xp::ui {

/// A chart as it is seen, with its title and the words beside it; light or dark as the studio is.
struct Picture
{
    QString title;
    QString note;
    QWidget* chart = nullptr;

    QSize size() const; ///< in pixels of 1/96 inch
    void paint(QPainter& painter) const;
};

/// Twice as many pixels as on a plain screen.
QByteArray pngOf(const Picture& picture);
/// Lines stay lines and text stays text.
QByteArray svgOf(const Picture& picture);

} // namespace xp::ui
