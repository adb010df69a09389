// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"

#include "core/engine/evidencereader.h"

#include <algorithm>

namespace xp {

namespace {

std::vector<Crossing> crossingsOf(const ReportHistory& history)
{
    std::vector<Crossing> crossings;
    for (const CellHistory& cell : history.cells) {
        if (cell.crossedAt)
            crossings.push_back({cell.metric, cell.treatment});
    }
    return crossings;
}

/// What `is` holds beyond `was`.
std::vector<Crossing> newCrossings(const ReportHistory& was, const ReportHistory& is)
{
    const std::vector<Crossing> old = crossingsOf(was);
    std::vector<Crossing> fresh = crossingsOf(is);
    std::erase_if(fresh, [&](const Crossing& c) { return std::ranges::find(old, c) != old.end(); });
    return fresh;
}

/// The report of what was read; what it leaves for the next one is written down.
Result<ReadReport> reportFrom(Store& store, const ReadEvidence& read, const ReportRequest& request, Timestamp at)
{
    const Evidence& evidence = read.evidence;
    ReadReport made{.report = reportOf(evidence, at, request), .crossings = {}};
    // Only a report of a started experiment leaves a trace.
    if (!request.changesNothing() || !evidence.experiment.startedAt || made.report.history == evidence.history)
        return made;
    const auto saved =
        store.reports().saveHistory(evidence.experiment.id, read.historyVersion, toJson(made.report.history));
    if (!saved)
        return Failure(saved.error());
    if (*saved)
        made.crossings = newCrossings(evidence.history, made.report.history);
    return made;
}

} // namespace

Result<ReadReport> readReport(Store& store, const Experiment& experiment, const ReportRequest& request, Timestamp at)
{
    const auto read = readEvidence(store, experiment);
    if (!read)
        return Failure(read.error());
    return reportFrom(store, *read, request, at);
}

Result<ReadStats> readStats(Store& store, const Experiment& experiment, Timestamp at)
{
    const auto read = readEvidence(store, experiment);
    if (!read)
        return Failure(read.error());
    auto made = reportFrom(store, *read, {}, at);
    if (!made)
        return Failure(std::move(made.error()));
    return ReadStats{statsOf(read->evidence, made->report, at), std::move(made->crossings)};
}

Result<std::optional<ReadReport>> takeSnapshot(Store& store, const Experiment& experiment, Timestamp at)
{
    const auto last = store.reports().lastPoint(experiment.id);
    if (!last)
        return Failure(last.error());
    if (!experiment.startedAt || !isSnapshotDue(*experiment.startedAt, *last, at))
        return std::nullopt;
    auto read = readReport(store, experiment, {}, at);
    if (!read)
        return Failure(std::move(read.error()));
    nlohmann::json rows = nlohmann::json::array();
    for (const SeriesRow& row : seriesRowsOf(read->report))
        rows.push_back(toJson(row));
    // Replicas that are due in the same minute of the experiment's life keep one point between them.
    const Timestamp minute =
        *experiment.startedAt + std::chrono::floor<std::chrono::minutes>(at - *experiment.startedAt);
    if (auto kept = store.reports().addPoint(experiment.id, {minute, std::move(rows)}); !kept)
        return Failure(std::move(kept.error()));
    return std::move(*read);
}

Result<nlohmann::json> readSeries(Store& store, const Experiment& experiment, Timestamp from, Timestamp to)
{
    return store.reports().points(experiment.id, from, to).map([](const std::vector<SeriesPoint>& points) {
        nlohmann::json rows = nlohmann::json::array();
        for (const SeriesPoint& point : points)
            rows.insert(rows.end(), point.document.begin(), point.document.end());
        return rows;
    });
}

} // namespace xp
