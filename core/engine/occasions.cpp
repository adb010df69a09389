// SPDX-License-Identifier: Apache-2.0
#include "core/engine/occasions.h"

#include <algorithm>

namespace xp {

namespace {

std::string textOf(const Experiment& experiment, const News& news)
{
    const nlohmann::json body{{"event", kOccasions.text(news.occasion)},
                              {"at", toIso8601(news.at)},
                              {"text", experiment.name + ": " + news.text},
                              {"experiment",
                               {{"id", experiment.id},
                                {"key", experiment.key},
                                {"name", experiment.name},
                                {"project", experiment.project},
                                {"environment", experiment.environment},
                                {"status", toString(experiment.status)}}},
                              {"details", news.details}};
    return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

nlohmann::json orNull(const std::optional<double>& number)
{
    return number ? nlohmann::json(*number) : nlohmann::json();
}

News breachOf(const Report& report, const ReportMetric& metric, const ReportCell& cell)
{
    return {.occasion = Occasion::GuardrailBreach,
            .at = report.time,
            .text = "guardrail " + metric.name + " is worse with " + cell.treatment + " than its margin allows",
            .details = {{"metric", metric.name},
                        {"treatment", cell.treatment},
                        {"lift", orNull(cell.lift)},
                        {"p_value", orNull(cell.pValue)}},
            .once = metric.name + "/" + cell.treatment};
}

WebhookMessage messageOf(const Experiment& experiment, const News& news)
{
    return {.experimentId = experiment.id,
            .project = experiment.project,
            .event = std::string(kOccasions.text(news.occasion)),
            .body = textOf(experiment, news),
            .once = news.once};
}

} // namespace

Result<void> announce(Store& store, const Experiment& experiment, const News& news)
{
    return store.webhooks().announce(messageOf(experiment, news), news.at).map([](std::int64_t) {});
}

Result<bool> isUntold(Store& store, const Experiment& experiment, const News& news)
{
    return store.webhooks().toBeTold(messageOf(experiment, news)).map([](const std::vector<Webhook>& webhooks) {
        return !webhooks.empty();
    });
}

std::vector<News> alarmsOf(const Report& report)
{
    std::vector<News> alarms;
    if (report.balance.mismatch) {
        alarms.push_back({.occasion = Occasion::RatioMismatch,
                          .at = report.time,
                          .text = "the variants' sizes are not as they were meant to be: results cannot be trusted",
                          .details = {{"p_value", orNull(report.balance.pValue)},
                                      {"observed", report.balance.observed},
                                      {"expected", report.balance.expected}},
                          .once = "split"});
        return alarms; // no other number means anything
    }
    const bool isHarm = report.planned.decision == Decision::StopForHarm;
    for (const ReportMetric& metric : report.planned.metrics) {
        if (metric.role != MetricRole::Guardrail)
            continue;
        for (const ReportCell& cell : metric.cells) {
            const bool isNamed = isHarm && std::ranges::any_of(report.planned.reasons, [&](const Sentence& reason) {
                                     return reason.arguments.value("metric", "") == metric.name &&
                                            reason.arguments.value("treatment", "") == cell.treatment;
                                 });
            if (isNamed || cell.word == Word::Inferior || cell.word == Word::Worse)
                alarms.push_back(breachOf(report, metric, cell));
        }
    }
    return alarms;
}

std::optional<News> decisionOf(const Report& report)
{
    const ReportView& view = report.planned;
    if (view.decision == Decision::Continue || view.decision == Decision::TooEarly)
        return std::nullopt;
    // Before the first unit comes the data are no good either; that is no news.
    if (view.decision == Decision::Invalid && report.balance.observed.empty())
        return std::nullopt;
    return News{.occasion = Occasion::Decision,
                .at = report.time,
                .text = view.reasons.empty() ? std::string(toString(view.decision)) : view.reasons.front().text,
                .details = {{"decision", toString(view.decision)}, {"treatments", view.treatments}},
                .once = std::string(toString(view.decision))};
}

} // namespace xp
