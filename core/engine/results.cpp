// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"

#include "core/analysis/segments.h"
#include "core/engine/auditing.h"
#include "core/engine/evidencereader.h"
#include "core/engine/occasions.h"
#include "core/engine/unitpasses.h"
#include "core/files/bundle.h"
#include "core/storage/control/experimentlock.h"

#include <algorithm>
#include <array>

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

News newsOf(const Crossing& crossing, const Report& report)
{
    News news{.occasion = Occasion::Significant,
              .at = report.time,
              .text = crossing.treatment + " is called on " + crossing.metric,
              .details = {{"metric", crossing.metric}, {"treatment", crossing.treatment}},
              .once = crossing.metric + "/" + crossing.treatment};
    for (const ReportMetric& metric : report.planned.metrics) {
        const auto cell = std::ranges::find(metric.cells, crossing.treatment, &ReportCell::treatment);
        if (metric.name != crossing.metric || cell == metric.cells.end())
            continue;
        news.text = crossing.treatment + " is " + std::string(toString(cell->word)) + " on " + crossing.metric;
        news.details["word"] = toString(cell->word);
        news.details["lift"] = cell->lift ? nlohmann::json(*cell->lift) : nlohmann::json();
        news.details["p_value"] = cell->adjustedPValue ? nlohmann::json(*cell->adjustedPValue) : nlohmann::json();
    }
    return news;
}

/// Of a started experiment as a whole: alarms at once; what the plan's rule says by the plan's own reports only.
std::vector<News> newsIn(const Experiment& experiment, const Report& report, const ReportRequest& request)
{
    if (!experiment.startedAt || request.range.firstDay || request.range.lastDay)
        return {};
    std::vector<News> news = alarmsOf(report);
    if (auto decision = decisionOf(report); decision && request.changesNothing())
        news.push_back(std::move(*decision));
    return news;
}

Result<void> tell(Store& store, const Experiment& experiment, const std::vector<News>& news)
{
    for (const News& item : news) {
        if (auto told = announce(store, experiment, item); !told)
            return told;
    }
    return {};
}

/// A report finds the same again and again, and most times there is nobody to tell: that costs no lock.
Result<bool> isAnyUntold(Store& store, const Experiment& experiment, const std::vector<News>& news)
{
    for (const News& item : news) {
        const auto untold = isUntold(store, experiment, item);
        if (!untold || *untold)
            return untold;
    }
    return false;
}

/// Runs `write` in one transaction in which the experiment cannot change. Where what is stored is not this copy any
/// more, nothing is written: what was computed from the copy may be of a phase, a plan or a state that is over, and
/// would count as evidence of what has begun since.
template <typename Write>
Result<void> writeIfCurrent(Store& store, const Experiment& experiment, Write write)
{
    return store.transaction([&]() -> Result<void> {
        const auto stored = lockShared(store.connection(), std::array{std::string_view(experiment.id)});
        if (!stored)
            return Failure(stored.error());
        const auto version = stored->versions.find(experiment.id);
        return version != stored->versions.end() && version->second == experiment.version ? write() : Result<void>();
    });
}

Result<void> checkDeclared(const Experiment& experiment, const std::string& attribute)
{
    if (experiment.segments.empty() || std::ranges::find(experiment.segments, attribute) != experiment.segments.end())
        return {};
    std::string allowed;
    for (const std::string& segment : experiment.segments)
        allowed += (allowed.empty() ? "" : ", ") + segment;
    return failInvalid({{"segment", "not_allowed",
                         "segment is \"" + attribute + "\"; this experiment declares the segments " + allowed}});
}

/// The report of what was read; what it leaves for the next one is written down, in one transaction with what others
/// are told of it.
Result<ReadReport> reportFrom(Store& store, const ReadEvidence& read, const ReportRequest& request, Timestamp at)
{
    const Evidence& evidence = read.evidence;
    const Experiment& experiment = evidence.experiment;
    ReadReport made{.report = reportOf(evidence, at, request), .crossings = {}};
    std::vector<News> news = newsIn(experiment, made.report, request);
    // Only a report of a started experiment leaves a trace.
    const bool leavesTrace =
        request.changesNothing() && experiment.startedAt && made.report.history != evidence.history;
    const auto writes = leavesTrace ? Result<bool>(true) : isAnyUntold(store, experiment, news);
    if (!writes)
        return Failure(writes.error());
    if (!*writes)
        return made;
    auto written = writeIfCurrent(store, experiment, [&]() -> Result<void> {
        const auto saved =
            leavesTrace ? store.reports().saveHistory(experiment.id, read.historyVersion, toJson(made.report.history))
                        : Result<bool>(false);
        if (!saved)
            return Failure(saved.error());
        if (*saved)
            made.crossings = newCrossings(evidence.history, made.report.history);
        for (const Crossing& crossing : made.crossings)
            news.push_back(newsOf(crossing, made.report));
        return tell(store, experiment, news);
    });
    if (!written)
        return Failure(std::move(written.error()));
    return made;
}

} // namespace

Result<ReadReport> readReport(Store& store, const Experiment& experiment, const ReportRequest& request, Timestamp at)
{
    const auto read = readEvidence(store, experiment, at);
    if (!read)
        return Failure(read.error());
    return reportFrom(store, *read, request, at);
}

Result<ReadReport> readSegmentedReport(Store& store, const Experiment& experiment, const ReportRequest& request,
                                       const std::string& attribute, Timestamp at)
{
    if (auto declared = checkDeclared(experiment, attribute); !declared)
        return Failure(std::move(declared.error()));
    auto read = readReport(store, experiment, request, at);
    if (!read)
        return read;
    const auto statistics = readSegments(store, experiment, attribute, at);
    if (!statistics)
        return Failure(statistics.error());
    SegmentBreakdown breakdown =
        breakdownOf(experiment, request.level.value_or(decidingPlan(experiment).level), *statistics);
    if (read->report.planned.decision == Decision::Invalid) {
        for (SegmentCell& cell : breakdown.cells)
            cell.word = Word::Unusable;
    }
    read->report.segments = std::move(breakdown);
    return read;
}

namespace {

Result<void> keepLook(Store& store, const Experiment& experiment, const Report& report, const std::string& reason,
                      const Actor& actor)
{
    const ReportProgress& progress = report.progress;
    nlohmann::json facts{{"at", toIso8601(report.time)}, {"units", progress.units}};
    facts["planned"] = progress.planned ? nlohmann::json(*progress.planned) : nlohmann::json();
    const std::string planned = progress.planned ? " of the planned " + std::to_string(*progress.planned) : "";
    const Note note{.at = report.time,
                    .text = "Looked before the plan's look, with " + std::to_string(progress.units) + planned +
                            " units per variant" + (reason.empty() ? "." : ": " + reason),
                    .author = actor.name,
                    .createdAt = report.time};
    return store.transaction([&]() -> Result<void> {
        auto logged = store.audit().append(auditOf(actor, "experiment.look", experiment.id, std::move(facts), reason));
        if (!logged)
            return Failure(logged.error());
        return store.notes().insert(experiment.id, note).map([](const Note&) {});
    });
}

} // namespace

Result<ReadReport> lookAnyway(Store& store, const Experiment& experiment, const std::string& reason, const Actor& actor,
                              Timestamp at)
{
    if (!experiment.startedAt)
        return fail(ErrorCode::Conflict, "not_started", "The experiment has not started: there is nothing to look at.");
    auto read = readReport(store, experiment, {.lookAnyway = true}, at);
    if (!read)
        return read;
    if (read->report.planned.isPlannedLook) {
        read->report.viewed.reset();
        return read;
    }
    if (auto kept = keepLook(store, experiment, read->report, reason, actor); !kept)
        return Failure(std::move(kept.error()));
    return read;
}

Result<ReadStats> readStats(Store& store, const Experiment& experiment, Timestamp at)
{
    const auto read = readEvidence(store, experiment, at);
    if (!read)
        return Failure(read.error());
    auto made = reportFrom(store, *read, {}, at);
    if (!made)
        return Failure(std::move(made.error()));
    return ReadStats{statsOf(read->evidence, made->report, at), std::move(made->crossings)};
}

namespace {

/// From the audit log, which is read newest first.
Result<std::vector<TrafficChange>> trafficChanges(Store& store, const Experiment& experiment)
{
    constexpr std::int64_t kPage = 500;
    std::vector<TrafficChange> changes;
    AuditFilter filter{.experimentId = experiment.id, .before = {}, .limit = kPage};
    for (std::size_t rows = kPage; rows == kPage;) {
        const auto page = store.audit().page(filter);
        if (!page)
            return Failure(page.error());
        rows = page->size();
        for (const AuditEntry& entry : *page) {
            filter.before = entry.id;
            const auto it = entry.changes.is_object() ? entry.changes.find("traffic_allocation") : entry.changes.end();
            const bool isChange = it != entry.changes.end() && it->is_object() && it->contains("from") &&
                                  it->at("from").is_number() && it->contains("to") && it->at("to").is_number();
            if (isChange && experiment.startedAt && entry.at >= *experiment.startedAt)
                changes.push_back({entry.at, it->at("from").get<double>(), it->at("to").get<double>()});
        }
    }
    std::ranges::reverse(changes);
    return changes;
}

} // namespace

Result<ReadBundle> readBundle(Store& store, const Experiment& experiment, Timestamp at)
{
    auto read = readEvidence(store, experiment, at);
    if (!read)
        return Failure(std::move(read.error()));
    auto made = reportFrom(store, *read, {}, at);
    if (!made)
        return Failure(std::move(made.error()));
    auto traffic = trafficChanges(store, experiment);
    if (!traffic)
        return Failure(std::move(traffic.error()));
    auto zip = writeBundle({std::move(read->evidence), at, XP_VERSION, std::move(*traffic)});
    if (!zip)
        return Failure(std::move(zip.error()));
    return ReadBundle{std::move(*zip), std::move(made->crossings)};
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
    auto kept = writeIfCurrent(store, experiment, [&] {
        return store.reports().addPoint(experiment.id, {minute, std::move(rows)});
    });
    if (!kept)
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
