// SPDX-License-Identifier: Apache-2.0
#include "ui/text/verdict.h"

#include "core/domain/sentencecodec.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xp::ui {

namespace {

QString tr(const char* source)
{
    return QCoreApplication::translate("Verdict", source);
}

constexpr std::int64_t kFewestPerOutcome = 25;
constexpr std::int64_t kFewestUnits = 100;

double valueOf(const MetricStats& metric, const VariantStats& variant)
{
    return isRate(metric.kind) ? variant.conversionRate.value_or(0) : variant.meanValue;
}

/// Whether the decision to stop is about this very cell; its sentence names the metric and the treatment.
bool isTheHarm(const Stats& stats, const MetricStats& metric, const Comparison& comparison)
{
    if (stats.decision != "stop_for_harm")
        return false;
    const Sentence& said = stats.recommendation;
    nlohmann::json arguments = said.arguments;
    if (said.code == "plan_first" && arguments.contains("plan"))
        arguments = sentenceFromJson(arguments["plan"]).value_or(Sentence{}).arguments;
    return arguments.is_object() && arguments.value("metric", nlohmann::json()) == metric.name &&
           arguments.value("treatment", nlohmann::json()) == comparison.treatment;
}

} // namespace

QString statusWord(Status status)
{
    switch (status) {
    case Status::Draft:
        return tr("Draft");
    case Status::Running:
        return tr("Running");
    case Status::Paused:
        return tr("Paused");
    case Status::Stopped:
        return tr("Stopped");
    case Status::Archived:
        return tr("Archived");
    }
    return {};
}

Tone statusTone(Status status)
{
    switch (status) {
    case Status::Running:
        return Tone::Accent;
    case Status::Paused:
        return Tone::Warning;
    default:
        return Tone::Neutral;
    }
}

QString roleWord(MetricRole role)
{
    switch (role) {
    case MetricRole::Primary:
        return tr("Primary");
    case MetricRole::Secondary:
        return tr("Secondary");
    case MetricRole::Guardrail:
        return tr("Guardrail");
    }
    return {};
}

Verdict decisionVerdict(const std::string& decision)
{
    struct Named
    {
        const char* code;
        Verdict verdict;
    };
    const std::array table{
        Named{"ship", {tr("Ship"), Tone::Good, tr("A primary metric is better, and nothing speaks against it.")}},
        Named{"keep_control", {tr("Keep control"), Tone::Neutral, tr("No treatment is worth the change.")}},
        Named{"stop_for_harm", {tr("Stop for harm"), Tone::Bad, tr("A metric is worse beyond doubt.")}},
        Named{"inconclusive",
              {tr("Inconclusive"), Tone::Neutral, tr("The planned size is reached, and the data do not decide.")}},
        Named{"continue", {tr("Continue"), Tone::Accent, tr("The planned size is not reached yet.")}},
        Named{"too_early", {tr("Too early"), Tone::Neutral, tr("There are too few units for any verdict.")}},
        Named{"invalid",
              {tr("Invalid"), Tone::Warning,
               tr("The numbers cannot be trusted: something is wrong with the assignment or the data.")}},
    };
    const auto it = std::ranges::find_if(table, [&](const Named& named) { return named.code == decision; });
    if (it != table.end())
        return it->verdict;
    return {decision.empty() ? QString() : QString::fromStdString(decision), Tone::Neutral, {}};
}

Verdict comparisonVerdict(const Stats& stats, const MetricStats& metric, const Comparison& comparison)
{
    const VariantStats* control = variantOf(metric, stats.controlVariant);
    const VariantStats* treatment = variantOf(metric, comparison.treatment);
    if (stats.decision == "invalid")
        return {tr("No verdict"), Tone::Neutral, decisionVerdict(stats.decision).help};
    if (!control || !treatment || control->sampleSize + treatment->sampleSize == 0)
        return {};
    const auto closesGate = [&](const Sentence& warning) {
        return warning.code == "too_early" && warning.arguments.is_object() &&
               warning.arguments.value("metric", nlohmann::json()) == metric.name;
    };
    const bool gated = std::ranges::any_of(stats.warnings, closesGate);
    if (gated || !comparison.adjustedPValue || !passesGate(metric, *control, *treatment))
        return {tr("Too early"), Tone::Neutral, tr("There are too few units for a verdict on this metric.")};
    if (isTheHarm(stats, metric, comparison))
        return {tr("Worse"), Tone::Bad, tr("Worse by a test that may be looked at at any time, whatever the plan.")};
    const bool ended = stats.status == Status::Stopped || stats.status == Status::Archived;
    if (stats.method == "fixed" && !stats.plannedLook && !ended)
        return {tr("Locked"), Tone::Neutral,
                tr("A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences "
                   "where there are none.")};
    if (*comparison.adjustedPValue >= 1 - stats.confidenceLevel)
        return {tr("Undecided"), Tone::Accent, tr("The data agree with no difference and with one.")};
    const bool up = comparison.estimate.value_or(0) > 0;
    const bool better = up == (metric.direction == Direction::Increase);
    return better ? Verdict{tr("Better"), Tone::Good, tr("Better than the control at the planned level.")}
                  : Verdict{tr("Worse"), Tone::Bad, tr("Worse than the control at the planned level.")};
}

bool passesGate(const MetricStats& metric, const VariantStats& control, const VariantStats& treatment)
{
    const auto passes = [&](const VariantStats& arm) {
        if (isRate(metric.kind))
            return arm.conversions >= kFewestPerOutcome && arm.sampleSize - arm.conversions >= kFewestPerOutcome;
        return arm.sampleSize >= kFewestUnits;
    };
    return passes(control) && passes(treatment);
}

std::optional<Interval> liftInterval(const MetricStats& metric, const Comparison& comparison)
{
    if (comparison.effectSizeInterval)
        return comparison.effectSizeInterval;
    if (!comparison.confidenceInterval || metric.variants.empty())
        return std::nullopt;
    const double base = valueOf(metric, metric.variants.front());
    if (!(base > 0))
        return std::nullopt;
    return Interval{(*comparison.confidenceInterval)[0] / base, (*comparison.confidenceInterval)[1] / base};
}

const VariantStats* variantOf(const MetricStats& metric, const std::string& name)
{
    const auto it = std::ranges::find(metric.variants, name, &VariantStats::variant);
    return it == metric.variants.end() ? nullptr : &*it;
}

QString headlineName(const Stats& stats)
{
    const auto& positions = stats.headline.metrics;
    if (positions.empty() || positions.front() >= stats.metrics.size())
        return {};
    if (stats.headline.kind == Headline::Kind::AnyOf && positions.size() > 1)
        return tr("any conversion");
    return QString::fromStdString(stats.metrics[positions.front()].name);
}

std::optional<HeadlineLift> headlineLift(const Stats& stats)
{
    if (!stats.effectSize)
        return std::nullopt;
    // With several primary metrics the headline's numbers are those of one treatment under one of them.
    const auto isIt = [&](const Comparison& c) {
        return c.effectSize == stats.effectSize && c.adjustedPValue == stats.pValue;
    };
    const auto among = [&](const MetricStats& metric,
                           const std::vector<Comparison>& comparisons) -> std::optional<HeadlineLift> {
        const auto it = std::ranges::find_if(comparisons, isIt);
        if (it == comparisons.end())
            return std::nullopt;
        return HeadlineLift{*stats.effectSize, liftInterval(metric, *it), it->treatment};
    };
    for (const std::size_t position : stats.headline.metrics) {
        if (position >= stats.metrics.size())
            continue;
        if (const auto lift = among(stats.metrics[position], stats.metrics[position].comparisons))
            return lift;
    }
    if (const auto lift = among({.variants = stats.variants}, stats.comparisons))
        return lift;
    return HeadlineLift{*stats.effectSize, std::nullopt, stats.winner.value_or("")};
}

} // namespace xp::ui
