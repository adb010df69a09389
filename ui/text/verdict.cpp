// SPDX-License-Identifier: Apache-2.0
#include "ui/text/verdict.h"

#include "core/analysis/gates.h"
#include "core/domain/sentencecodec.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/text/sentencetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

double valueOf(const MetricStats& metric, const VariantStats& variant)
{
    return (isRate(metric.kind) ? variant.conversionRate : variant.meanValue).value_or(0);
}

/// Whether the decision to stop is about this very cell; its sentence names the metric and the treatment.
bool isTheHarm(const Stats& stats, const MetricStats& metric, const Comparison& comparison)
{
    if (stats.decision != "stop_for_harm")
        return false;
    const nlohmann::json arguments = decisionReason(stats).arguments;
    return arguments.is_object() && arguments.value("metric", nlohmann::json()) == metric.name &&
           arguments.value("treatment", nlohmann::json()) == comparison.treatment;
}

} // namespace

QString statusWord(Status status)
{
    switch (status) {
    case Status::Draft:
        return Words::tr("Draft");
    case Status::Running:
        return Words::tr("Running");
    case Status::Paused:
        return Words::tr("Paused");
    case Status::Stopped:
        return Words::tr("Stopped");
    case Status::Archived:
        return Words::tr("Archived");
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
        return Words::tr("Primary");
    case MetricRole::Secondary:
        return Words::tr("Secondary");
    case MetricRole::Guardrail:
        return Words::tr("Guardrail");
    }
    return {};
}

Verdict decisionVerdict(std::string_view decision, std::string_view reason)
{
    if (decision == "invalid" && reason == "no_units")
        return {Words::tr("No data yet"), Tone::Neutral, Words::tr("No unit has been exposed yet.")};
    struct Named
    {
        const char* code;
        Verdict verdict;
    };
    const std::array table{
        Named{"ship",
              {Words::tr("Ship"), Tone::Good, Words::tr("A primary metric is better, and nothing speaks against it.")}},
        Named{"keep_control",
              {Words::tr("Keep control"), Tone::Neutral, Words::tr("No treatment is worth the change.")}},
        Named{"stop_for_harm", {Words::tr("Stop for harm"), Tone::Bad, Words::tr("A metric is worse beyond doubt.")}},
        Named{"inconclusive",
              {Words::tr("Inconclusive"), Tone::Neutral,
               Words::tr("The planned size is reached, and the data do not decide.")}},
        Named{"continue", {Words::tr("Continue"), Tone::Accent, Words::tr("The planned size is not reached yet.")}},
        Named{"too_early",
              {Words::tr("Too early"), Tone::Neutral, Words::tr("There are too few units for any verdict.")}},
        Named{"invalid",
              {Words::tr("Invalid"), Tone::Warning,
               Words::tr("The numbers cannot be trusted: something is wrong with the assignment or the data.")}},
    };
    const auto it = std::ranges::find_if(table, [&](const Named& named) { return named.code == decision; });
    if (it != table.end())
        return it->verdict;
    return {text(decision), Tone::Neutral, {}};
}

Sentence decisionReason(const Stats& stats)
{
    const Sentence& said = stats.recommendation;
    if (said.code == "plan_first" && said.arguments.contains("plan"))
        return sentenceFromJson(said.arguments["plan"]).value_or(said);
    return said;
}

bool hasUnits(const Stats& stats)
{
    return std::ranges::any_of(stats.variants, [](const VariantStats& variant) { return variant.sampleSize > 0; });
}

Verdict decisionVerdict(const Stats& stats)
{
    return decisionVerdict(stats.decision, hasUnits(stats) ? "" : "no_units");
}

Tone healthTone(HealthCheck::State state)
{
    switch (state) {
    case HealthCheck::State::Passed:
        return Tone::Good;
    case HealthCheck::State::Warning:
        return Tone::Warning;
    case HealthCheck::State::Failed:
        return Tone::Bad;
    case HealthCheck::State::NotChecked:
        break;
    }
    return Tone::Neutral;
}

QString healthWord(HealthCheck::State state)
{
    switch (state) {
    case HealthCheck::State::Passed:
        return Words::tr("✓ Passed");
    case HealthCheck::State::Warning:
        return Words::tr("! Warning");
    case HealthCheck::State::Failed:
        return Words::tr("✕ Failed");
    case HealthCheck::State::NotChecked:
        break;
    }
    return Words::tr("Not checked");
}

std::pair<QString, QString> leadOf(const QString& sentence, const QString& word)
{
    constexpr qsizetype kLongestLead = 90;
    const qsizetype colon = sentence.indexOf(QLatin1String(": "));
    if (colon > 0 && colon < kLongestLead)
        return {sentence.left(colon + 1), sentence.mid(colon + 2)};
    const qsizetype wide = sentence.indexOf(QChar(0xff1a)); // Chinese has one with its own room
    if (wide > 0 && wide < kLongestLead)
        return {sentence.left(wide + 1), sentence.mid(wide + 1)};
    return {word.isEmpty() ? word : Words::tr("%1.").arg(word), sentence};
}

QString decisionText(const Stats& stats, const ReportView* plan)
{
    constexpr std::size_t kMost = 2; // the others are read in the table
    if (!plan || plan->reasons.empty())
        return sentenceText(stats.recommendation);
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(kMost, plan->reasons.size()); ++i)
        sentences << sentenceText(plan->reasons[i]);
    return sentences.join(QLatin1Char(' '));
}

QStringList readingNotes(const Stats& stats, const ReportView* plan)
{
    QStringList lines;
    // A plan of several looks, or of any number, is made for being looked at.
    const bool mayBeLookedAt = plan && plan->method != Method::Fixed;
    for (const Sentence& warning : stats.warnings) {
        if (!mayBeLookedAt || (warning.code != "early_look" && warning.code != "stopped_early"))
            lines << sentenceText(warning);
    }
    std::optional<Timestamp> look;
    for (const ReportMetric& metric : plan ? plan->metrics : std::vector<ReportMetric>()) {
        for (const Sentence& note : metric.notes)
            lines << sentenceText(note);
        for (const ReportCell& cell : metric.cells)
            look = cell.asOf ? cell.asOf : look;
    }
    if (look)
        lines << (plan->ended ? Words::tr("Lifts, intervals and p-values are those of the last planned look, of %1.")
                              : Words::tr("Lifts, intervals and p-values are those of the planned look of %1. What has "
                                          "come since counts at the next one."))
                     .arg(dateTime(*look));
    lines.removeDuplicates();
    return lines;
}

Verdict comparisonVerdict(const Stats& stats, const MetricStats& metric, const Comparison& comparison)
{
    const VariantStats* control = variantOf(metric, stats.controlVariant);
    const VariantStats* treatment = variantOf(metric, comparison.treatment);
    if (!control || !treatment || control->sampleSize + treatment->sampleSize == 0)
        return {};
    if (stats.decision == "invalid")
        return {Words::tr("No verdict"), Tone::Neutral, decisionVerdict(stats.decision).help};
    const auto closesGate = [&](const Sentence& warning) {
        return warning.code == "too_early" && warning.arguments.is_object() &&
               warning.arguments.value("metric", nlohmann::json()) == metric.name;
    };
    const auto gate = std::ranges::find_if(stats.warnings, closesGate);
    if (gate != stats.warnings.end())
        return {Words::tr("Too early"), Tone::Neutral, sentenceText(*gate)};
    if (!comparison.adjustedPValue || !passesGate(metric, *control, *treatment))
        return {Words::tr("Too early"), Tone::Neutral,
                Words::tr("There are too few units for a verdict on this metric.")};
    if (isTheHarm(stats, metric, comparison))
        return {Words::tr("Worse"), Tone::Bad,
                Words::tr("Worse by a test that may be looked at at any time, whatever the plan.")};
    const bool ended = stats.status == Status::Stopped || stats.status == Status::Archived;
    if (stats.method == "fixed" && !stats.plannedLook && !ended)
        return {Words::tr("Locked"), Tone::Neutral,
                Words::tr(
                    "A fixed plan is judged once, when the planned size is reached. Looking earlier finds differences "
                    "where there are none.")};
    if (*comparison.adjustedPValue >= 1 - stats.confidenceLevel)
        return {Words::tr("Undecided"), Tone::Accent, Words::tr("The data agree with no difference and with one.")};
    const bool up = comparison.estimate.value_or(0) > 0;
    const bool better = up == (metric.direction == Direction::Increase);
    return better ? Verdict{Words::tr("Better"), Tone::Good, Words::tr("Better than the control at the planned level.")}
                  : Verdict{Words::tr("Worse"), Tone::Bad, Words::tr("Worse than the control at the planned level.")};
}

Verdict cellVerdict(const ReportMetric& metric, const ReportCell& cell)
{
    const auto isEmpty = [](const ReportArm& arm) { return arm.units == 0; };
    if (!metric.arms.empty() && std::ranges::all_of(metric.arms, isEmpty))
        return {}; // nothing is wrong before anybody came
    const auto helpOf = [&]() -> QString {
        switch (cell.word) {
        case Word::Unusable:
            return decisionVerdict("invalid").help;
        case Word::TooEarly:
            return metric.gate ? sentenceText(*metric.gate)
                               : Words::tr("There are too few units for a verdict on this metric.");
        case Word::Waiting:
            return Words::tr("The look that was planned is still to come. Looking earlier finds differences where "
                             "there are none.");
        case Word::Undecided:
            return Words::tr("The data agree with no difference and with one.");
        case Word::Better:
            return Words::tr("Better than the control at the planned level.");
        case Word::Worse:
            return Words::tr("Worse than the control at the planned level.");
        case Word::NonInferior:
            return Words::tr("Shown not to be worse by the margin that was planned.");
        case Word::Inferior:
            return Words::tr("Worse by more than the margin that was planned.");
        }
        return {};
    };
    return {wordPill(cell.word), wordTone(cell.word), helpOf()};
}

bool passesGate(const MetricStats& metric, const VariantStats& control, const VariantStats& treatment)
{
    // How skewed the values are is not told with them; where they are, the service's warnings close the gate.
    const auto arm = [](const VariantStats& of) {
        return Moments{.units = of.sampleSize, .converted = of.conversions};
    };
    return gateOf({.kind = metric.kind}, {arm(control), arm(treatment)}, 0).isOpen();
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
        return Words::tr("any conversion");
    return QString::fromStdString(stats.metrics[positions.front()].name);
}

std::optional<HeadlineLift> headlineLift(const Stats& stats)
{
    if (stats.planned && stats.planned->lift)
        return HeadlineLift{*stats.planned->lift, stats.planned->interval, stats.planned->treatment,
                            stats.planned->level};
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
        return HeadlineLift{*stats.effectSize, boundsOf(liftInterval(metric, *it)), it->treatment,
                            stats.confidenceLevel};
    };
    for (const std::size_t position : stats.headline.metrics) {
        if (position >= stats.metrics.size())
            continue;
        if (const auto lift = among(stats.metrics[position], stats.metrics[position].comparisons))
            return lift;
    }
    if (const auto lift = among({.variants = stats.variants}, stats.comparisons))
        return lift;
    return HeadlineLift{*stats.effectSize, std::nullopt, stats.winner.value_or(""), stats.confidenceLevel};
}

} // namespace xp::ui
