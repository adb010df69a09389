// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/series.h"
#include "core/api/rows.h"
#include "core/domain/experiment.h"
#include "core/domain/note.h"
#include "ui/charts/plot.h"

namespace xp::ui {

/// What the charts over time are made from: one treatment under one metric.
struct SeriesChoice
{
    const Experiment* experiment = nullptr;
    std::vector<SeriesRow> rows; ///< of all metrics and variants, by time
    std::string metric;
    std::string treatment;
    std::vector<PlotMark> marks;
};

/// Start, stop, pauses, changes of traffic and split from the audit log, and people's notes; by time.
std::vector<PlotMark> marksOf(const Experiment& experiment, const std::vector<AuditLine>& audit,
                              const std::vector<Note>& notes);

/// The relative lift with its band, as the plan's method gives it.
Plot liftPlot(const SeriesChoice& choice);
/// The plan's p-value on a logarithmic axis with its level; for a conversion beside it that of a single look, which is
/// not protected against peeking.
Plot evidencePlot(const SeriesChoice& choice);
/// z against the share of the planned size, between the bounds that the plan's method sets. Conversions only.
Plot boundsPlot(const SeriesChoice& choice);
/// Units of each variant.
Plot unitsPlot(const SeriesChoice& choice);

/// The single look's p-value of two counts, as the pooled z-test gives it; nothing without a test.
std::optional<double> singleLookPValue(const SeriesRow& control, const SeriesRow& treatment);

} // namespace xp::ui
