// SPDX-License-Identifier: Apache-2.0
#include "ui/design/draft.h"

#include "core/analysis/methodprice.h"
#include "core/stats/proportionplanning.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Design)
};

constexpr int kCurvePoints = 80;
constexpr std::size_t kMostFactors = 500; ///< that are kept
constexpr double kMostUnits = 1e12;       ///< of a plan, in a variant
constexpr std::int64_t kMostDaysOfAPlan = 3650;
constexpr double kLongDays = 60;
constexpr double kShortDays = 7;

std::size_t primaries(const Experiment& experiment)
{
    return std::size_t(
        std::ranges::count(experiment.metrics, MetricRole::Primary, [](const Metric& m) { return m.role; }));
}

stats::PlanTarget targetOf(const Draft& draft)
{
    return {.significanceLevel = levelOfOne(draft), .power = draft.power};
}

double treatedRate(const Draft& draft)
{
    return draft.baseline * (1 + draft.smallestLift);
}

double unitsADay(const Draft& draft)
{
    return draft.unitsPerDay * draft.experiment.trafficAllocation;
}

Plan methodOf(const Draft& draft, Method method, const LookDesign& design)
{
    Plan plan{.method = method, .level = draft.experiment.significanceLevel, .power = draft.power};
    if (method == Method::GroupSequential) {
        plan.looks = design.looks;
        plan.spending = design.spending;
        plan.spendingGamma = design.gamma;
    }
    return plan;
}

double daysFor(const Draft& draft, double unitsPerVariant)
{
    const double aDay = unitsADay(draft);
    return aDay > 0 ? unitsPerVariant * double(draft.experiment.variants.size()) / aDay : 0;
}

std::optional<double> singleLook(const Draft& draft)
{
    const auto size = stats::sampleSizeProportions(draft.baseline, treatedRate(draft), targetOf(draft));
    return size ? std::optional(*size) : std::nullopt;
}

std::optional<MethodFactor> factorOf(const Draft& draft, Method method, const LookDesign& design)
{
    // A posterior knows of no shared level, and is the only one to ask for the lift.
    const bool bayesian = method == Method::Bayesian;
    const double level = bayesian ? draft.experiment.significanceLevel : levelOfOne(draft);
    const bool looks = method == Method::GroupSequential;
    using Key = std::tuple<Method, double, double, double, std::vector<double>, SpendingKind, double>;
    const Key key{method,
                  level,
                  draft.power,
                  bayesian ? draft.smallestLift : 0,
                  looks ? design.looks : std::vector<double>(),
                  looks ? design.spending : SpendingKind::OBrienFleming,
                  looks ? design.gamma : 0};
    // Integrated for a good part of a second where there are many looks.
    static std::map<Key, std::optional<MethodFactor>> s_known;
    if (const auto known = s_known.find(key); known != s_known.end())
        return known->second;
    if (s_known.size() >= kMostFactors)
        s_known.clear();
    const auto factor = factorOf(methodOf(draft, method, design), method, level, draft.power, draft.smallestLift);
    s_known.emplace(key, factor);
    return factor;
}

QString judgedWhen(const Draft& draft, const SizePlan& plan)
{
    const QString size = count(plan.unitsPerVariant);
    const QString level = levelPercent(draft.experiment.significanceLevel);
    QString when;
    switch (draft.method) {
    case Method::Fixed:
        when = Words::tr("It is judged once, when every variant has %1 units, at a level of %2.").arg(size, level);
        break;
    case Method::GroupSequential: {
        QStringList looks;
        for (const double look : designOf(draft).looks)
            looks << percent(look, 0);
        when = Words::tr("It is judged when %1 of %2 units in every variant are there; the looks share a level of %3.")
                   .arg(looks.join(Words::tr(", ")), size, level);
        break;
    }
    case Method::AlwaysValid:
        when = Words::tr("It may be judged at any time, at a level of %2 for all looks together; it is planned for %1 "
                         "units in every variant.")
                   .arg(size, level);
        break;
    case Method::Bayesian:
        when = Words::tr("It is judged by its posterior, at %2, when every variant has %1 units; looking earlier and "
                         "stopping then is not protected.")
                   .arg(size, level);
        break;
    }
    const QString found = Words::tr("From a rate of %1, a lift of %2 is then found with a probability of %3.")
                              .arg(percent(draft.baseline), percent(draft.smallestLift, 1), percent(draft.power, 0));
    return when + QLatin1Char(' ') + found;
}

/// `factor`: of the method over a single look.
void addCurves(const Draft& draft, double factor, SizePlan& plan)
{
    const auto target = targetOf(draft);
    const auto variants = double(draft.experiment.variants.size());
    const double most = double(plan.unitsPerVariant) * 1.7;
    for (int i = 1; i <= kCurvePoints; ++i) {
        const double n = std::max(2.0 * factor, most * i / kCurvePoints);
        if (const auto power = stats::powerProportions(draft.baseline, treatedRate(draft), n / factor, target))
            plan.power.emplace_back(n * variants, *power);
        if (draft.method == Method::Fixed)
            continue;
        if (const auto power = stats::powerProportions(draft.baseline, treatedRate(draft), n, target))
            plan.powerOfOne.emplace_back(n * variants, *power);
    }
    const double aDay = unitsADay(draft);
    const double lastDay = std::ceil(plan.days * 1.5);
    for (int i = 1; i <= kCurvePoints && plan.days > 0; ++i) {
        const double day = lastDay * i / kCurvePoints;
        const double n = day * aDay / variants / factor;
        if (n < 2)
            continue;
        if (const auto rate = stats::minimumDetectableEffectProportions(draft.baseline, n, target))
            plan.detectable.emplace_back(day, *rate / draft.baseline - 1);
    }
}

SizePlan computedPlan(const Draft& draft)
{
    SizePlan plan;
    if (treatedRate(draft) >= 1) {
        plan.problem =
            Words::tr("A rate of %1 cannot grow by %2.").arg(percent(draft.baseline), percent(draft.smallestLift, 1));
        return plan;
    }
    const auto single = singleLook(draft);
    const LookDesign design = designOf(draft);
    const auto own = factorOf(draft, draft.method, design);
    if (!single || !own || !(*single * own->largest <= kMostUnits)) {
        plan.problem = Words::tr("No size finds this lift with this power: enter a larger lift.");
        return plan;
    }
    plan.unitsPerVariant = std::int64_t(std::ceil(*single * own->largest));
    plan.units = plan.unitsPerVariant * std::int64_t(draft.experiment.variants.size());
    plan.days = daysFor(draft, double(plan.unitsPerVariant));
    plan.expectedShare = own->expected / own->largest;
    for (const Method method : {Method::Fixed, Method::GroupSequential, Method::AlwaysValid, Method::Bayesian}) {
        const auto factor = method == draft.method ? own : factorOf(draft, method, design);
        const double units = factor ? std::ceil(*single * factor->largest) : 0;
        if (factor && units <= kMostUnits)
            plan.costs.push_back(
                {method, std::int64_t(units) * std::int64_t(draft.experiment.variants.size()), daysFor(draft, units)});
    }
    addCurves(draft, own->largest, plan);
    return plan;
}

} // namespace

Draft::Draft()
{
    experiment.variants = {{"control", 0.5}, {"treatment", 0.5}};
    experiment.metrics = {{.name = "", .role = MetricRole::Primary}};
}

double marginOf(const Draft& draft, std::size_t metric)
{
    return metric < draft.margins.size() ? draft.margins[metric] : kMarginProposed;
}

Draft templateOf(const Experiment& experiment)
{
    Draft draft;
    Experiment& e = draft.experiment;
    e.name = Words::tr("Copy of %1").arg(text(experiment.name)).toStdString();
    e.description = experiment.description;
    e.hypothesis = experiment.hypothesis;
    e.project = experiment.project;
    e.environment = experiment.environment;
    e.owner = experiment.owner;
    e.tags = experiment.tags;
    e.variants = experiment.variants;
    e.metrics = experiment.metrics;
    e.significanceLevel = experiment.significanceLevel;
    e.trafficAllocation = experiment.trafficAllocation > 0 ? experiment.trafficAllocation : 1;
    e.targetSampleSize = experiment.targetSampleSize;
    const Plan plan = decidingPlan(experiment);
    draft.method = plan.method;
    draft.design = {plan.looks, plan.spending, plan.spendingGamma};
    draft.power = plan.power;
    draft.smallestLift = plan.smallestEffect.value_or(draft.smallestLift);
    for (const PlannedMetric& metric : plan.metrics)
        draft.margins.push_back(metric.margin && metric.margin->relative ? metric.margin->value : kMarginProposed);
    return draft;
}

QString titleOf(DesignStep step)
{
    switch (step) {
    case DesignStep::Question:
        return Words::tr("Question");
    case DesignStep::Variants:
        return Words::tr("Variants");
    case DesignStep::Metrics:
        return Words::tr("Metrics");
    case DesignStep::Size:
        return Words::tr("Size and duration");
    case DesignStep::Traffic:
        return Words::tr("Traffic");
    case DesignStep::Review:
        return Words::tr("Review");
    }
    return {};
}

SizePlan planOf(const Draft& draft)
{
    // Asked for many times over the same draft: by every page, and by what tells which pages are right.
    static std::optional<std::pair<Draft, SizePlan>> s_last;
    if (!s_last || !(s_last->first == draft))
        s_last = {draft, computedPlan(draft)};
    return s_last->second;
}

double levelOfOne(const Draft& draft)
{
    const std::size_t treatments = std::max<std::size_t>(1, draft.experiment.variants.size() - 1);
    const auto chances = double(treatments * std::max<std::size_t>(1, primaries(draft.experiment)));
    return draft.experiment.significanceLevel / chances;
}

LookDesign designOf(const Draft& draft)
{
    LookDesign design = draft.design;
    if (design.looks.empty()) {
        const auto single = singleLook(draft);
        design.looks = weeklyLooks(single ? daysFor(draft, *single) : 0);
    }
    return design;
}

Experiment experimentOf(const Draft& draft)
{
    Experiment experiment = draft.experiment;
    const SizePlan size = planOf(draft);
    experiment.targetSampleSize = size.unitsPerVariant;
    Plan plan = defaultPlan(experiment);
    const Plan method = methodOf(draft, draft.method, designOf(draft));
    plan.method = method.method;
    plan.power = method.power;
    plan.looks = method.looks;
    plan.spending = method.spending;
    plan.spendingGamma = method.spendingGamma;
    plan.smallestEffect = draft.smallestLift;
    for (std::size_t i = 0; i < plan.metrics.size(); ++i) {
        if (plan.metrics[i].role == MetricRole::Guardrail)
            plan.metrics[i].margin = Margin{.value = marginOf(draft, i), .relative = true};
    }
    if (size.wholeDays() >= 1 && size.wholeDays() <= kMostDaysOfAPlan)
        plan.durationDays = std::int32_t(size.wholeDays());
    experiment.plan = std::move(plan);
    return experiment;
}

QString planInWords(const Draft& draft)
{
    const Experiment& e = draft.experiment;
    const SizePlan plan = planOf(draft);
    QStringList treatments;
    for (std::size_t i = 1; i < e.variants.size(); ++i)
        treatments << Words::tr("“%1”").arg(text(e.variants[i].name));
    QStringList words;
    words << Words::tr("%1 of all users take part. Each keeps one variant: “%2” is the control, compared with %3.")
                 .arg(percent(e.trafficAllocation, 0), text(e.variants.front().name), treatments.join(Words::tr(", ")));
    QStringList judged;
    for (const Metric& metric : e.metrics) {
        if (metric.role == MetricRole::Primary)
            judged << text(metric.name);
    }
    words << (judged.isEmpty() ? Words::tr("No metric is primary: a user converts with any of the conversion metrics.")
                               : Words::tr("It is decided by %1, everything else is shown beside it.")
                                     .arg(judged.join(Words::tr(", "))));
    QStringList guards;
    for (std::size_t i = 0; i < e.metrics.size(); ++i) {
        if (e.metrics[i].role == MetricRole::Guardrail)
            guards << Words::tr("%1 by %2").arg(text(e.metrics[i].name), percent(marginOf(draft, i), 1));
    }
    if (!guards.isEmpty())
        words << Words::tr("What must not get worse may be worse by less than: %1.").arg(guards.join(Words::tr(", ")));
    words << judgedWhen(draft, plan);
    if (plan.days > 0)
        words << Words::tr("%1 users a day take part: that takes about %2 days.")
                     .arg(count(std::llround(unitsADay(draft))), count(plan.wholeDays()));
    return words.join(QStringLiteral("\n\n"));
}

std::vector<QString> warningsOf(const Draft& draft)
{
    std::vector<QString> warnings;
    const SizePlan plan = planOf(draft);
    if (primaries(draft.experiment) == 0)
        warnings.push_back(Words::tr("Without a primary metric there is no decision: mark the one that matters."));
    if (plan.days > kLongDays)
        warnings.push_back(Words::tr("It runs for %1 days. More traffic, or a larger smallest lift, makes it shorter.")
                               .arg(count(plan.wholeDays())));
    if (plan.days > 0 && plan.days < kShortDays)
        warnings.push_back(
            Words::tr("The units are there in less than a week. Let it run for seven days all the same, to see "
                      "every day of the week."));
    const auto [low, high] = std::ranges::minmax(draft.experiment.variants, {}, &Variant::allocation);
    if (high.allocation > low.allocation + 0.01)
        warnings.push_back(
            Words::tr("The split is uneven: the planned size is reached when the smallest variant has it, which "
                      "takes longer."));
    return warnings;
}

std::vector<QString> overlapsOf(const Draft& draft, const std::vector<Experiment>& running)
{
    const Experiment& mine = draft.experiment;
    const auto sharedEvent = [&](const Experiment& other) {
        const auto counts = [&](const Metric& metric) {
            return std::ranges::find(other.metrics, metric.event, &Metric::event) != other.metrics.end();
        };
        const auto found = std::ranges::find_if(mine.metrics, counts);
        return found == mine.metrics.end() ? std::string() : found->event;
    };
    std::vector<QString> overlaps;
    for (const Experiment& other : running) {
        const bool isBeside = other.project == mine.project && other.environment == mine.environment &&
                              !other.imported && other.trafficAllocation > 0;
        const std::string event = isBeside ? sharedEvent(other) : std::string();
        if (!event.empty())
            overlaps.push_back(Words::tr("“%1” runs on the same users and counts %2, too. Both stay fair, but one may "
                                         "change what the other does: a common layer keeps their users apart.")
                                   .arg(text(other.name), text(event)));
    }
    return overlaps;
}

} // namespace xp::ui
