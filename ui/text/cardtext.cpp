// SPDX-License-Identifier: Apache-2.0
#include "ui/text/cardtext.h"

#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/text/verdict.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Cards)
};

std::int64_t unitsOf(const Stats& stats)
{
    std::int64_t units = 0;
    for (const VariantStats& variant : stats.variants)
        units += variant.sampleSize;
    return units;
}

/// Numbers that cannot be trusted are greyed, wherever they stand.
std::optional<Tone> toneOf(const Stats& stats)
{
    return stats.decision == "invalid" ? std::optional(Tone::Neutral) : std::nullopt;
}

/// `49.6 : 50.4`; with many variants the largest departure says more than a row of numbers.
QString splitText(const Stats& stats, double total)
{
    QStringList shares;
    for (const VariantStats& variant : stats.variants)
        shares << QLocale().toString(100 * double(variant.sampleSize) / total, 'f', stats.variants.size() > 2 ? 0 : 1);
    return shares.join(QStringLiteral(" : "));
}

} // namespace

Card::Content unitsCard(const Experiment& experiment, const Stats& stats)
{
    const std::int64_t units = unitsOf(stats);
    if (experiment.imported)
        return {.label = Words::tr("Units"),
                .value = count(units),
                .note = Words::tr("all that were imported"),
                .term = QStringLiteral("unit")};
    const std::int64_t target = stats.progress.target * std::int64_t(stats.variants.size());
    return {.label = Words::tr("Units"),
            .value = count(units),
            .suffix = target > 0 ? Words::tr("of %1").arg(count(target)) : QString(),
            .fraction = stats.progress.fraction,
            .term = QStringLiteral("sample-size")};
}

Card::Content liftCard(const Stats& stats)
{
    const auto lift = headlineLift(stats);
    const QString name = stats.planned ? text(stats.planned->metric) : headlineName(stats);
    Card::Content card{.label = name.isEmpty() ? Words::tr("Lift") : Words::tr("Lift in %1").arg(name),
                       .value = lift ? signedPercent(lift->lift) : none(),
                       .tone = toneOf(stats),
                       .term = QStringLiteral("lift")};
    if (stats.variants.size() > 2 && lift)
        card.suffix = text(lift->treatment);
    if (lift && lift->interval)
        // With several treatments the intervals hold for all of them at once, each being wider than on its own.
        card.note = (stats.variants.size() > 2 ? Words::tr("%1 jointly: %2") : Words::tr("%1: %2"))
                        .arg(levelPercent(stats.confidenceLevel), boundsText(*lift->interval));
    return card;
}

namespace {

QString levelText(const Stats& stats)
{
    return QLocale().toString(1 - stats.confidenceLevel, 'g', 3);
}

/// Of a plan that is looked at more than once, beside what a single look would say.
Card::Content sequentialCard(const Stats& stats, Method method)
{
    if (stats.planned->probability)
        return {.label = Words::tr("Chance to be better"),
                .value = chance(*stats.planned->probability),
                .note = Words::tr("posterior · one look %1").arg(pEquation(stats.pValue)),
                .tone = toneOf(stats),
                .term = QStringLiteral("bayesian")};
    return {.label = Words::tr("p, %1").arg(methodName(method)),
            .value = pValue(stats.planned->pValue),
            .note = Words::tr("level %1 · one look %2").arg(levelText(stats), pValue(stats.pValue)),
            .tone = toneOf(stats),
            .term =
                method == Method::AlwaysValid ? QStringLiteral("always-valid") : QStringLiteral("group-sequential")};
}

} // namespace

Card::Content pValueCard(const Experiment& experiment, const Stats& stats)
{
    const auto method = parseMethod(stats.plannedMethod);
    if (stats.planned && method && *method != Method::Fixed)
        return sequentialCard(stats, *method);
    const bool several = stats.variants.size() > 2;
    return {.label = several ? Words::tr("p, adjusted") : Words::tr("p-value"),
            .value = pValue(stats.planned ? stats.planned->pValue : stats.pValue),
            .note = experiment.imported ? Words::tr("level %1").arg(levelText(stats))
                    : stats.plannedLook ? Words::tr("level %1 · planned look").arg(levelText(stats))
                                        : Words::tr("level %1 · early look").arg(levelText(stats)),
            .tone = toneOf(stats),
            .term = QStringLiteral("p-value")};
}

Card::Content ratioCard(const Experiment& experiment, const Stats& stats)
{
    const auto total = double(unitsOf(stats));
    Card::Content card{.label = Words::tr("Sample ratio"), .term = QStringLiteral("sample-ratio")};
    if (total <= 0) {
        card.value = none();
        return card;
    }
    const bool mismatch = stats.sampleRatio.mismatch;
    const bool many = experiment.variants.size() > 3;
    const QString sign = mismatch ? QStringLiteral("! ") : QStringLiteral("✓ ");
    card.value = sign + (many ? (mismatch ? Words::tr("mismatch") : Words::tr("as planned")) : splitText(stats, total));
    card.tone = mismatch ? Tone::Warning : Tone::Good;
    card.note = mismatch ? Words::tr("mismatch, %1").arg(pEquation(stats.sampleRatio.pValue))
                         : pEquation(stats.sampleRatio.pValue);
    return card;
}

namespace {

const ReportMetric* metricOf(const ReportView& plan, const std::string& name)
{
    const auto found = std::ranges::find(plan.metrics, name, &ReportMetric::name);
    return found == plan.metrics.end() ? nullptr : &*found;
}

enum class Standing { Passes, Open, Fails };

Standing standingOf(const ReportMetric& metric)
{
    Standing worst = Standing::Passes;
    for (const ReportCell& cell : metric.cells) {
        const bool fails = cell.word == Word::Worse || cell.word == Word::Inferior;
        // Without a margin there is nothing to show but harm.
        const bool passes = cell.word == Word::NonInferior || cell.word == Word::Better ||
                            (!metric.margin && cell.word == Word::Undecided);
        worst = std::max(worst, fails ? Standing::Fails : passes ? Standing::Passes : Standing::Open);
    }
    return worst;
}

Standing standingOf(const Stats& stats, const MetricStats& metric)
{
    Standing worst = Standing::Passes;
    for (const Comparison& comparison : metric.comparisons) {
        const Tone tone = comparisonVerdict(stats, metric, comparison).tone;
        worst = std::max(worst, tone == Tone::Bad       ? Standing::Fails
                                : tone == Tone::Neutral ? Standing::Open
                                                        : Standing::Passes);
    }
    return worst;
}

} // namespace

Card::Content guardrailCard(const Stats& stats, const ReportView* plan)
{
    int guardrails = 0;
    std::map<Standing, int> counts;
    bool allAtMargin = plan;
    for (const MetricStats& metric : stats.metrics) {
        if (metric.role != MetricRole::Guardrail)
            continue;
        ++guardrails;
        const ReportMetric* planned = plan ? metricOf(*plan, metric.name) : nullptr;
        ++counts[planned ? standingOf(*planned) : standingOf(stats, metric)];
        allAtMargin = allAtMargin && planned && planned->margin;
    }
    Card::Content card{.label = Words::tr("Guardrails"), .term = QStringLiteral("guardrail")};
    if (guardrails == 0) {
        card.value = none();
        card.note = Words::tr("none planned");
    } else if (counts[Standing::Fails] > 0) {
        card.value = Words::tr("! %1 worse").arg(counts[Standing::Fails]);
        card.tone = Tone::Bad;
        card.note = Words::tr("of %1").arg(guardrails);
    } else if (counts[Standing::Open] > 0) {
        card.value = Words::tr("%1 open").arg(counts[Standing::Open]);
        card.note = Words::tr("of %1").arg(guardrails);
    } else {
        card.value = Words::tr("✓ %1 of %2").arg(guardrails).arg(guardrails);
        card.tone = Tone::Good;
        card.note = allAtMargin ? Words::tr("not worse by the margin") : Words::tr("no harm found");
    }
    return card;
}

} // namespace xp::ui
