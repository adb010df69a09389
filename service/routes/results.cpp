// SPDX-License-Identifier: Apache-2.0
#include "core/engine/results.h"
#include "core/dashboards/experimentdashboard.h"

#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/api/statscodec.h"
#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/engine/evidencereader.h"
#include "core/files/resulttables.h"
#include "service/peers/plausiblecheck.h"
#include "service/routes/answers.h"

#include <algorithm>
#include <charconv>

namespace xp::service {

namespace {

using Clock = std::chrono::steady_clock;

void countAnalysis(Context& context, const Experiment& experiment, Clock::time_point start,
                   const std::vector<Crossing>& crossings)
{
    context.metrics.analysed(experiment, std::chrono::duration<double>(Clock::now() - start).count());
    for (const Crossing& crossing : crossings)
        context.metrics.significant(experiment, crossing.treatment, crossing.metric);
}

void stats(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call, [live = *live](Store& store) { return readStats(store, live->experiment(), now()); },
        [&context, call, live = *live, start = Clock::now()](const ReadStats& read) {
            countAnalysis(context, live->experiment(), start, read.crossings);
            const nlohmann::json document = xp::toJson(read.stats);
            answerTable(call, document, live->experiment().key + "-stats", [&] { return statsTable(document); });
        });
}

/// A date or time of the query; a wrong one is noted.
std::optional<Timestamp> queryTime(const Request& request, std::string_view name, std::vector<FieldError>& errors)
{
    const auto text = request.query(name);
    if (!text)
        return std::nullopt;
    const auto time = parseIso8601(*text);
    if (!time)
        errors.push_back({std::string(name), "format",
                          std::string(name) + " is " + shown(*text) +
                              "; it must be a date or time such as 2026-11-24 or 2026-11-24T04:08:57Z"});
    return time;
}

/// The range of the query, both ends included.
struct QueryRange
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
};

QueryRange queryRange(const Request& request, std::vector<FieldError>& errors)
{
    QueryRange range{queryTime(request, "from", errors), queryTime(request, "to", errors)};
    if (range.from && range.to && *range.to < *range.from)
        errors.push_back(
            {"to", "range",
             "to is " + shown(*request.query("to")) + ", before from, which is " + shown(*request.query("from"))});
    return range;
}

Result<ReportRequest> reportRequest(const Request& request)
{
    std::vector<FieldError> errors;
    ReportRequest asked;
    if (const auto method = request.query("method")) {
        asked.method = parseMethod(*method);
        if (!asked.method)
            errors.push_back({"method", "not_allowed",
                              "method is " + shown(*method) +
                                  "; it must be one of fixed, group_sequential, always_valid, bayesian"});
    }
    if (const auto level = request.query("level")) {
        double value = 0;
        const auto [end, ec] = std::from_chars(level->data(), level->data() + level->size(), value);
        if (ec != std::errc() || end != level->data() + level->size() || !(value > 0 && value <= 0.5))
            errors.push_back({"level", "range", "level is " + shown(*level) + "; it must be above 0 and at most 0.5"});
        asked.level = value;
    }
    const QueryRange range = queryRange(request, errors);
    if (range.from)
        asked.range.firstDay = dayOf(*range.from);
    if (range.to)
        asked.range.lastDay = dayOf(*range.to);
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return asked;
}

/// Which of the report's tables a CSV is to be.
Result<ReportSheet> tableAsked(const Request& request)
{
    const auto text = request.query("table");
    if (!text)
        return ReportSheet::Comparisons;
    const auto table = parseReportSheet(*text);
    if (!table)
        return failInvalid({{"table", "not_allowed",
                             "table is " + shown(*text) + "; it must be one of " + std::string(reportSheetNames())}});
    return *table;
}

/// The attribute to break the report down by; empty: none is asked for.
Result<std::string> segmentOf(const Request& request)
{
    constexpr std::size_t kLongestName = 100;
    const auto name = request.query("segment");
    if (name && (name->empty() || name->size() > kLongestName || !isStorableText(*name)))
        return failInvalid({{"segment", "format", "segment must be the name of a context attribute, 1 to 100 bytes"}});
    return queryText(request, "segment");
}

/// Names of attributes are guessed, and the values of an undeclared one may be anybody's address: they are for who may
/// read the units themselves. What an experiment declares is meant to be shown with its results.
Result<void> checkBreakdown(const Context& context, const Call& call, const Experiment& experiment,
                            const std::string& attribute)
{
    const bool isDeclared = std::ranges::find(experiment.segments, attribute) != experiment.segments.end();
    if (attribute.empty() || isDeclared || has(context, call.actor, Permission::Read))
        return {};
    const bool isUnknown = call.actor.role == Role::Anonymous;
    return fail(isUnknown ? ErrorCode::Unauthorized : ErrorCode::Forbidden,
                isUnknown ? "token_missing" : "role_forbids",
                "The experiment does not declare the segment " + shown(attribute) +
                    "; to see results by it needs a token of role viewer, editor or admin");
}

void report(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const auto asked = reportRequest(call.request());
    if (!asked)
        return call.fail(asked.error());
    const auto which = tableAsked(call.request());
    if (!which)
        return call.fail(which.error());
    const auto segment = segmentOf(call.request());
    if (!segment)
        return call.fail(segment.error());
    if (const auto may = checkBreakdown(context, call, (*live)->experiment(), *segment); !may)
        return call.fail(may.error());
    inStore(
        context, call,
        [live = *live, asked = *asked, segment = *segment](Store& store) {
            return segment.empty() ? readReport(store, live->experiment(), asked, now())
                                   : readSegmentedReport(store, live->experiment(), asked, segment, now());
        },
        [&context, call, live = *live, table = *which, start = Clock::now()](const ReadReport& read) {
            countAnalysis(context, live->experiment(), start, read.crossings);
            Report report = read.report;
            if (context.plausibleCheck && live->experiment().startedAt)
                report.health.push_back(context.plausibleCheck->checkOf(live->experiment(), report));
            // It ages by the moment, so that a tag matches only within one.
            const nlohmann::json document = xp::toJson(report);
            answerTable(call, document, live->experiment().key + "-" + std::string(toString(table)),
                        [&] { return reportTable(table, document); });
        });
}

/// Of the report alone, which says all: other views of it are asked for there.
void look(Context& context, const Call& call)
{
    auto reason = bodyIfAny(call).and_then(reasonIn);
    if (!reason)
        return call.fail(reason.error());
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call,
        [live = *live, reason = std::move(*reason), actor = call.actor](Store& store) {
            return lookAnyway(store, live->experiment(), reason, actor, now());
        },
        [&context, call, live = *live, start = Clock::now()](const ReadReport& read) {
            countAnalysis(context, live->experiment(), start, read.crossings);
            answer(call, xp::toJson(read.report));
        });
}

void sufficientStatistics(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    const std::string which = queryText(call.request(), "table");
    if (!which.empty() && which != "moments" && which != "histograms")
        return call.fail(failInvalid({{"table", "not_allowed",
                                       "table is " + shown(which) + "; it must be one of moments, histograms"}})
                             .value());
    inStore(
        context, call, [live = *live](Store& store) { return readEvidence(store, live->experiment(), now()); },
        [call, isOfShapes = which == "histograms"](const ReadEvidence& read) {
            const std::string name =
                read.evidence.experiment.key + (isOfShapes ? "-histograms" : "-sufficient-statistics");
            answerTable(call, xp::toJson(read.evidence), name,
                        [&] { return isOfShapes ? histogramsTable(read.evidence) : momentsTable(read.evidence); });
        });
}

/// A file to keep: what `xp-service verify` computes again.
void bundle(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    inStore(
        context, call, [live = *live](Store& store) { return readBundle(store, live->experiment(), now()); },
        [&context, call, live = *live, start = Clock::now()](const ReadBundle& read) {
            countAnalysis(context, live->experiment(), start, read.crossings);
            Response response{200, read.zip, "application/zip"};
            response.headers.emplace_back("Content-Disposition",
                                          "attachment; filename=\"" + live->experiment().key + "-evidence.zip\"");
            response.headers.emplace_back("Cache-Control", "no-store"); // it is of one moment
            call.exchange->respond(std::move(response));
        });
}

void series(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    std::vector<FieldError> errors;
    const QueryRange range = queryRange(call.request(), errors);
    wantsCsv(call.request(), errors);
    if (!errors.empty())
        return call.fail(failInvalid(std::move(errors)).value());
    inReplica(
        context, call,
        [live = *live, from = range.from.value_or(Timestamp{}), to = range.to.value_or(now())](Store& store) {
            return readSeries(store, live->experiment(), from, to);
        },
        [call, live = *live](const nlohmann::json& rows) {
            answerTable(call, rows, live->experiment().key + "-series", [&] { return seriesTable(rows); });
        });
}

/// A file for Grafana's import.
void grafana(Context& context, const Call& call)
{
    const auto live = experimentOf(context, call);
    if (!live)
        return call.fail(live.error());
    Response response = jsonResponse(dumped(experimentDashboard((*live)->experiment())));
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + (*live)->experiment().key + "-grafana.json\"");
    call.exchange->respond(std::move(response));
}

} // namespace

std::vector<Endpoint> resultEndpoints()
{
    const std::string one = kApi + "/experiments/{id}";
    return {
        {Method::Get, one + "/stats", Permission::Stats, stats},
        {Method::Get, one + "/report", Permission::Stats, report},
        {Method::Post, one + "/look", Permission::Write, look},
        {Method::Get, one + "/series", Permission::Stats, series},
        {Method::Get, one + "/sufficient-statistics", Permission::Stats, sufficientStatistics},
        {Method::Get, one + "/bundle", Permission::Stats, bundle},
        {Method::Get, one + "/grafana", Permission::Stats, grafana},
    };
}

} // namespace xp::service
