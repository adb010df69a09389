// SPDX-License-Identifier: Apache-2.0
#include "ui/text/cardtext.h"

#include "ui/text/format.h"
#include "ui/text/verdict.h"

#include <QCoreApplication>
#include <QLocale>

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
    const QString name = headlineName(stats);
    Card::Content card{.label = name.isEmpty() ? Words::tr("Lift") : Words::tr("Lift in %1").arg(name),
                       .value = signedPercent(stats.effectSize),
                       .term = QStringLiteral("lift")};
    if (stats.variants.size() > 2 && lift)
        card.suffix = text(lift->treatment);
    if (lift && lift->interval)
        // With several treatments the intervals hold for all of them at once, each being wider than on its own.
        card.note = (stats.variants.size() > 2 ? Words::tr("%1 jointly: %2") : Words::tr("%1: %2"))
                        .arg(percent(stats.confidenceLevel, 0), percentInterval(*lift->interval));
    return card;
}

Card::Content pValueCard(const Experiment& experiment, const Stats& stats)
{
    const double level = 1 - stats.confidenceLevel;
    const bool several = stats.variants.size() > 2;
    return {.label = several ? Words::tr("p, adjusted") : Words::tr("p-value"),
            .value = pValue(stats.pValue),
            .note = experiment.imported ? Words::tr("level %1").arg(QLocale().toString(level, 'g', 3))
                    : stats.plannedLook ? Words::tr("level %1 · planned look").arg(QLocale().toString(level, 'g', 3))
                                        : Words::tr("level %1 · early look").arg(QLocale().toString(level, 'g', 3)),
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
    card.note = mismatch ? Words::tr("mismatch, p = %1").arg(pValue(stats.sampleRatio.pValue))
                         : Words::tr("p = %1").arg(pValue(stats.sampleRatio.pValue));
    return card;
}

Card::Content guardrailCard(const Stats& stats)
{
    int guardrails = 0;
    int worse = 0;
    int open = 0;
    for (const MetricStats& metric : stats.metrics) {
        if (metric.role != MetricRole::Guardrail)
            continue;
        ++guardrails;
        bool anyWorse = false;
        bool anyOpen = false;
        for (const Comparison& comparison : metric.comparisons) {
            const Tone tone = comparisonVerdict(stats, metric, comparison).tone;
            anyWorse = anyWorse || tone == Tone::Bad;
            anyOpen = anyOpen || tone == Tone::Neutral;
        }
        worse += anyWorse ? 1 : 0;
        open += !anyWorse && anyOpen ? 1 : 0;
    }
    Card::Content card{.label = Words::tr("Guardrails"), .term = QStringLiteral("guardrail")};
    if (guardrails == 0) {
        card.value = none();
        card.note = Words::tr("none planned");
    } else if (worse > 0) {
        card.value = Words::tr("! %1 worse").arg(worse);
        card.tone = Tone::Bad;
        card.note = Words::tr("of %1").arg(guardrails);
    } else if (open > 0) {
        card.value = Words::tr("%1 open").arg(open);
        card.note = Words::tr("of %1").arg(guardrails);
    } else {
        card.value = Words::tr("✓ %1 of %2").arg(guardrails).arg(guardrails);
        card.tone = Tone::Good;
        card.note = Words::tr("no harm found");
    }
    return card;
}

} // namespace xp::ui
