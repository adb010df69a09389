// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/series.h"
#include "core/analysis/stats.h"
#include "core/engine/actor.h"
#include "core/storage/store.h"

namespace xp {

/// A treatment that the plan's rule has called on a metric for the first time.
struct Crossing
{
    std::string metric;
    std::string treatment;

    bool operator==(const Crossing&) const = default;
};

struct ReadReport
{
    Report report;
    std::vector<Crossing> crossings; ///< first seen, and recorded, by this report
};

/// The report of an experiment as it stands now: a few rows read, whatever the number of users. A report as planned
/// records what the next one must know (looks taken, first crossings); of two at the same time one records it, and
/// nobody does who holds a copy of the experiment that is not the stored one any more.
Result<ReadReport> readReport(Store& store, const Experiment& experiment, const ReportRequest& request, Timestamp at);

/// The same with the units by one attribute of the context they were assigned with; that part is of the last pass over
/// the units (see readSegments()), says when, and decides nothing. Where the experiment declares its segments, Invalid
/// for any other attribute.
Result<ReadReport> readSegmentedReport(Store& store, const Experiment& experiment, const ReportRequest& request,
                                       const std::string& attribute, Timestamp at);

/// A look at verdicts that the plan still locks: `viewed` is the plan's own method and level as if a verdict were due.
/// Who looked, when and why is kept in the audit log and among the notes. Where the plan allows a verdict by itself
/// there is nothing to unlock or keep, and `viewed` is nothing. Errors: Conflict before the start.
Result<ReadReport> lookAnyway(Store& store, const Experiment& experiment, const std::string& reason, const Actor& actor,
                              Timestamp at);

struct ReadStats
{
    Stats stats;
    std::vector<Crossing> crossings;
};

/// The single-look view, with the decision of the plan's own report; where that differs from what one look says, the
/// recommendation begins with it.
Result<ReadStats> readStats(Store& store, const Experiment& experiment, Timestamp at);

struct ReadBundle
{
    std::string zip; ///< see core/files/bundle.h
    std::vector<Crossing> crossings;
};

/// The evidence bundle of an experiment as it stands now: a report as planned, and all it was computed from.
Result<ReadBundle> readBundle(Store& store, const Experiment& experiment, Timestamp at);

/// Keeps the report's rows over time when the next snapshot is due, unless the experiment has changed since it was
/// read; returns the report it made for that.
Result<std::optional<ReadReport>> takeSnapshot(Store& store, const Experiment& experiment, Timestamp at);

/// The snapshots kept between two moments, one flat row for each metric and variant.
Result<nlohmann::json> readSeries(Store& store, const Experiment& experiment, Timestamp from, Timestamp to);

} // namespace xp
