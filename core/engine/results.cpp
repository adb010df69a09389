// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"

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

Result<ReadReport> reportOf(Store& store, const Experiment& experiment, const SufficientStatistics& data,
                            const ReportRequest& request, Timestamp at)
{
    const auto stored = store.reports().history(experiment.id);
    if (!stored)
        return Failure(stored.error());
    const auto known = stored->version > 0 ? reportHistoryFromJson(stored->document) : ReportHistory();
    if (!known)
        return fail(ErrorCode::Internal, "unreadable_history", "The history of the experiment's reports cannot be read",
                    {{"experiment", experiment.id}});
    const Plan frozen = decidingPlan(experiment);
    const Plan present = presentPlan(experiment);
    ReadReport read{.report = computeReport({.experiment = experiment,
                                             .data = data,
                                             .frozen = frozen,
                                             .present = present,
                                             .history = *known,
                                             .now = at,
                                             .request = request})};
    // Only a report of a started experiment leaves a trace.
    if (!request.changesNothing() || !experiment.startedAt || read.report.history == *known)
        return read;
    const auto saved = store.reports().saveHistory(experiment.id, stored->version, toJson(read.report.history));
    if (!saved)
        return Failure(saved.error());
    if (*saved)
        read.crossings = newCrossings(*known, read.report.history);
    return read;
}

/// The plan's word comes before that of a single look.
void putPlanFirst(Stats& stats, const Report& report)
{
    const std::string decision(toString(report.planned.decision));
    const bool differs = report.planned.method != Method::Fixed && stats.decision != decision;
    stats.plannedMethod = toString(report.planned.method);
    stats.decision = decision;
    if (!differs || report.planned.reasons.empty())
        return;
    const Sentence& plan = report.planned.reasons.front();
    stats.recommendation = {"plan_first",
                            {{"plan", plan.code}, {"single_look", stats.recommendation.code}},
                            plan.text + " Looked at once only: " + stats.recommendation.text};
}

} // namespace

Result<ReadReport> readReport(Store& store, const Experiment& experiment, const ReportRequest& request, Timestamp at)
{
    const auto data = store.moments().read(experiment.id);
    if (!data)
        return Failure(data.error());
    return reportOf(store, experiment, *data, request, at);
}

Result<ReadStats> readStats(Store& store, const Experiment& experiment, Timestamp at)
{
    const auto data = store.moments().read(experiment.id);
    if (!data)
        return Failure(data.error());
    auto read = reportOf(store, experiment, *data, {}, at);
    if (!read)
        return Failure(std::move(read.error()));
    Stats stats = computeStats(experiment, *data, at);
    putPlanFirst(stats, read->report);
    return ReadStats{std::move(stats), std::move(read->crossings)};
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
