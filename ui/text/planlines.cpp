// SPDX-License-Identifier: Apache-2.0
#include "ui/text/planlines.h"

#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/text/verdict.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlanView)
};

QString kindWord(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Conversion:
        return Words::tr("share of units with the event");
    case MetricKind::Count:
        return Words::tr("events per unit");
    case MetricKind::Sum:
        return Words::tr("sum of values per unit");
    case MetricKind::Mean:
        return Words::tr("mean value per event");
    case MetricKind::Ratio:
        return Words::tr("sum of one event over another");
    case MetricKind::Retention:
        return Words::tr("share of units that return");
    case MetricKind::ActiveDays:
        return Words::tr("days with the event per unit");
    case MetricKind::Funnel:
        return Words::tr("share of units that take every step");
    case MetricKind::Quantile:
        return Words::tr("quantile of the sum of values per unit");
    }
    return {};
}

QString variantLine(const Variant& variant, bool control)
{
    QString line = Words::tr("%1 · %2").arg(text(variant.name), percent(variant.allocation, 1));
    if (control)
        line += Words::tr(" · control");
    if (variant.config.is_object() && !variant.config.empty())
        line +=
            QStringLiteral(" · ") + text(variant.config.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return line;
}

QString metricLine(const Metric& metric)
{
    QString line =
        Words::tr("%1 · %2 · %3 · %4")
            .arg(text(metric.name), roleWord(metric.role),
                 metric.perUnit ? Words::tr("one value per unit") : kindWord(metric.kind),
                 metric.direction == Direction::Increase ? Words::tr("more is better") : Words::tr("less is better"));
    if (metric.window)
        line += Words::tr(" · within %1 of the exposure").arg(text(toDurationText(*metric.window)));
    return line;
}

QString methodLine(const Plan& plan)
{
    if (plan.method != Method::GroupSequential)
        return methodName(plan.method);
    QStringList looks;
    for (const double look : plan.looks)
        looks << percent(look, 0);
    return Words::tr("%1, looks at %2 of the planned size")
        .arg(methodName(plan.method), looks.join(QLatin1String(", ")));
}

QString familyName(CorrectionFamily family)
{
    switch (family) {
    case CorrectionFamily::PerMetric:
        return Words::tr("the treatments of each metric");
    case CorrectionFamily::Primaries:
        return Words::tr("treatments and primary metrics");
    case CorrectionFamily::All:
        return Words::tr("treatments and all metrics");
    }
    return {};
}

template <typename Add>
void addStatistics(Add add, const Plan& plan)
{
    add(Words::tr("Method"), methodLine(plan));
    add(Words::tr("Level"), plan.alternative == Alternative::TwoSided
                                ? Words::tr("%1, two-sided").arg(levelPercent(plan.level))
                                : Words::tr("%1, one-sided: better").arg(levelPercent(plan.level)));
    QString power = percent(plan.power, 0);
    if (plan.smallestEffect)
        power += Words::tr(" to find a lift of %1").arg(percent(*plan.smallestEffect, 1));
    add(Words::tr("Power"), power);
    QString days = Words::tr("at least %1 days").arg(count(plan.minimumDays));
    if (plan.durationDays)
        days = Words::tr("%1 days planned, ").arg(count(*plan.durationDays)) + days;
    add(Words::tr("Duration"), days);
    add(Words::tr("Correction"),
        plan.correction == CorrectionMethod::None
            ? correctionName(plan.correction)
            : Words::tr("%1 over %2").arg(correctionName(plan.correction), familyName(plan.family)));
    QStringList guards;
    for (const PlannedMetric& metric : plan.metrics) {
        if (metric.role == MetricRole::Guardrail && metric.margin)
            guards << Words::tr("%1 may be worse by %2")
                          .arg(text(metric.name), metric.margin->relative ? percent(metric.margin->value, 1)
                                                                          : number(metric.margin->value));
        if (metric.capQuantile)
            guards << Words::tr("%1 is cut at its %2 percentile")
                          .arg(text(metric.name), QLocale().toString(100 * *metric.capQuantile, 'g', 5));
    }
    if (!guards.isEmpty())
        add(Words::tr("Margins and caps"), guards.join(QLatin1Char('\n')));
    if (plan.cuped)
        add(Words::tr("Adjustment"),
            Words::tr("by the history of %1 before the exposure (CUPED)").arg(text(toDurationText(plan.cupedWindow))));
    if (plan.method == Method::Bayesian)
        add(Words::tr("Prior"),
            Words::tr("lift of %1 ± %2").arg(percent(plan.priorMean, 1), percent(plan.priorDeviation, 1)));
}

} // namespace

std::vector<std::pair<QString, QString>> planLines(const Experiment& experiment)
{
    std::vector<std::pair<QString, QString>> lines;
    const auto add = [&](const QString& name, const QString& words) { lines.emplace_back(name, words); };
    const auto orNone = [](const std::string& value) { return value.empty() ? none() : text(value); };
    add(Words::tr("Hypothesis"), orNone(experiment.hypothesis));
    add(Words::tr("Description"), orNone(experiment.description));
    QStringList variants;
    for (const Variant& variant : experiment.variants)
        variants << variantLine(variant, &variant == &experiment.variants.front());
    add(Words::tr("Variants"), variants.join(QLatin1Char('\n')));
    QStringList metrics;
    for (const Metric& metric : experiment.metrics)
        metrics << metricLine(metric);
    add(Words::tr("Metrics"), metrics.join(QLatin1Char('\n')));
    add(Words::tr("Planned size"), Words::tr("%1 units in each variant").arg(count(experiment.targetSampleSize)));
    addStatistics(add, decidingPlan(experiment));
    add(Words::tr("Traffic"), experiment.imported
                                  ? Words::tr("assigned elsewhere, imported")
                                  : Words::tr("%1 of all units").arg(percent(experiment.trafficAllocation, 1)));
    add(Words::tr("Project"), Words::tr("%1 · %2").arg(text(experiment.project), text(experiment.environment)));
    if (!experiment.owner.empty())
        add(Words::tr("Owner"), text(experiment.owner));
    QStringList tags;
    for (const std::string& tag : experiment.tags)
        tags << text(tag);
    if (!tags.isEmpty())
        add(Words::tr("Tags"), tags.join(QLatin1String(", ")));
    QString times = Words::tr("created %1").arg(dateTime(experiment.createdAt));
    if (experiment.startedAt)
        times += Words::tr(" · started %1").arg(dateTime(*experiment.startedAt));
    if (experiment.stoppedAt)
        times += Words::tr(" · stopped %1").arg(dateTime(*experiment.stoppedAt));
    add(Words::tr("Times"), times);
    add(Words::tr("Id"), text(experiment.id));
    return lines;
}

} // namespace xp::ui
