// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/stats.h"
#include "ui/theme/theme.h"

#include <QMetaType>

#include <vector>

namespace xp::ui {

/// How a cell is drawn. Models say it; one delegate draws it.
enum class CellKind {
    Text,
    TwoLines, ///< the name and beneath it NoteRole
    Progress, ///< FractionRole, with its text beside it
    Interval, ///< MarkRole on the AxisRole
    Word,     ///< the text in its tone
    Pill,     ///< the word in its tone, on a ground of it
    Section,  ///< a heading over the rows below
};

/// Of a normal distribution.
struct Spread
{
    double mean = 0;
    double deviation = 0;

    bool operator==(const Spread&) const = default;
};

/// A dot and its bar on the axis of lifts.
struct LiftMark
{
    std::optional<double> estimate;
    std::optional<Interval> interval;
    Tone tone = Tone::Neutral;
    std::optional<Spread> posterior = {}; ///< drawn as its density

    bool operator==(const LiftMark&) const = default;
};

/// What is drawn of a plan's cell: where the plan is Bayesian, also the posterior.
LiftMark markOf(const ReportCell& cell, Method method);
/// An end that is open lies beyond any axis.
std::optional<Interval> drawnInterval(const std::optional<Bounds>& bounds);

/// The one axis that the marks of a table share. A mark that reaches beyond it ends in an arrow.
struct LiftAxis
{
    double low = -0.1;
    double high = 0.1;
    std::vector<double> ticks; ///< none while there is nothing to measure

    bool operator==(const LiftAxis&) const = default;
};

/// Holds 0 and all intervals, but not the few that are much wider than most: those would flatten all others.
LiftAxis axisFor(const std::vector<LiftMark>& marks);

namespace role {
enum : int {
    Kind = Qt::UserRole + 1, ///< CellKind
    Sort,                    ///< what a column sorts by
    Exact,                   ///< what a file holds: an unrounded number, a time in ISO 8601
    Note,
    Fraction,
    Mark,
    Axis,
    ToneOf,
    Id,
    StatusOf,
    DecisionOf,
};
} // namespace role

} // namespace xp::ui

Q_DECLARE_METATYPE(xp::ui::CellKind)
Q_DECLARE_METATYPE(xp::ui::LiftMark)
Q_DECLARE_METATYPE(xp::ui::LiftAxis)
Q_DECLARE_METATYPE(xp::ui::Tone)
