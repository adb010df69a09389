// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/cells.h"

#include <QPainter>
#include <QStringList>

#include <utility>
#include <vector>

namespace xp::ui {

// The marks that tables, cards and headers share.

/// A word in its tone on its soft ground, left-aligned and centred in `area`. Returns its width.
int drawPill(QPainter& painter, const QRect& area, const QString& word, Tone tone);
int pillWidth(const QString& word);
/// Of a column in which each of the words is to be read whole; at least `least`. Words differ in length by language.
int pillColumnWidth(const QStringList& words, int least);

/// A bar filled to `fraction` (0..1), in `area`.
void drawProgress(QPainter& painter, const QRectF& area, double fraction, Tone tone);

/// Where a lift lies within `area`.
double xOfLift(const LiftAxis& axis, const QRectF& area, double lift);

/// The dot and the bar of a lift on its axis, with the tick lines behind it.
void drawLift(QPainter& painter, const QRectF& area, const LiftAxis& axis, const LiftMark& mark);

/// The ticks that are named in `width` pixels, with their words: zero, and from it on every so many that none touches
/// its neighbour.
std::vector<std::pair<double, QString>> axisLabels(const LiftAxis& axis, double width, const QFontMetricsF& metrics);
/// Draws them.
void drawAxisLabels(QPainter& painter, const QRectF& area, const LiftAxis& axis);

} // namespace xp::ui
