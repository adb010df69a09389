// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/planning.h"

#include "core/analysis/adjustment.h"
#include "core/analysis/arm.h"
#include "core/analysis/cohort.h"
#include "core/analysis/methodprice.h"
#include "core/domain/fieldreader.h"
#include "core/stats/distributions.h"
#include "core/stats/meanplanning.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr int kMostDays = 120;   ///< of the curve of effects
constexpr int kPowerPoints = 40; ///< of the power curve, up to twice the smallest effect

/// A metric with what plan and guess say of it.
struct Sizing
{
    PlannedMetric planned;
    MetricGuess guess;
    double kept = 1; ///< share of the variance that the adjustment by history leaves
    std::string path;

    double deviation() const
    {
        return guess.isRate ? std::sqrt(guess.baseline * (1 - guess.baseline)) : guess.standardDeviation.value_or(0);
    }
    int sign() const { return planned.direction == Direction::Increase ? 1 : -1; }
    /// `effect` is relative, in the good direction.
    double treated(double effect) const { return guess.baseline * (1 + sign() * effect); }
    bool isPossible(double effect) const { return !guess.isRate || (treated(effect) >= 0 && treated(effect) <= 1); }
    TrueDifference difference(double effect) const;
};

TrueDifference Sizing::difference(double effect) const
{
    const double root = std::sqrt(2 * kept);
    TrueDifference difference{.size = effect * guess.baseline,
                              .null = root * deviation(),
                              .effect = root * deviation(),
                              .reference = guess.baseline};
    if (guess.isRate) {
        const double rate = treated(effect);
        const double pooled = (guess.baseline + rate) / 2;
        difference.null = root * std::sqrt(pooled * (1 - pooled));
        difference.effect = std::sqrt(kept * (guess.baseline * (1 - guess.baseline) + rate * (1 - rate)));
    }
    return difference;
}

/// What the decision leaves for each test.
struct Shares
{
    double level = 0.05; ///< two-sided, of one primary hypothesis
    double power = 0.8;  ///< of each metric that must not fail
};

std::int64_t roundUp(double units)
{
    return static_cast<std::int64_t>(std::ceil(std::clamp(units, 2.0, 9e15) - 1e-9));
}

/// The single look's size for the smallest effect of interest, which is possible.
stats::StatsResult<double> sizeOfPrimary(const Sizing& metric, double effect, const Shares& shares)
{
    const stats::PlanTarget target{.significanceLevel = shares.level, .power = shares.power};
    if (!metric.guess.isRate)
        return stats::sampleSizeMeans(effect * metric.guess.baseline, std::sqrt(metric.kept) * metric.deviation(),
                                      target);
    const auto units = stats::sampleSizeProportions(metric.guess.baseline, metric.treated(effect), target);
    return units ? *units * metric.kept : units;
}

/// To show, without a true difference, that the margin is not reached: n = (z_level + z_power)^2 v / margin^2, with v =
/// s^2 (1 + (1 -/+ m)^2) for a relative margin m, 2 s^2 else; one-sided at the plan's level.
double sizeOfGuardrail(const Sizing& metric, double level, const Shares& shares)
{
    const Margin& margin = *metric.planned.margin;
    const double z = stats::normalUpperQuantile(level) + stats::normalUpperQuantile(1 - shares.power);
    const double ratio = margin.relative ? 1 - metric.sign() * margin.value : 1.0;
    const double distance = margin.relative ? margin.value * metric.guess.baseline : margin.value;
    const double variance = metric.kept * metric.deviation() * metric.deviation() * (1 + ratio * ratio);
    return z * z * variance / (distance * distance);
}

class Planner
{
public:
    explicit Planner(const PlanningInput& input) : m_input(input) {}

    Result<PlanningResult> result();

private:
    std::vector<FieldError> problems();
    std::vector<FieldError> addSizes();
    void addPrices();
    void addPowers();
    void addEffects();
    double powerFor(double effect) const;
    std::optional<double> effectFoundOn(int day) const;
    double sides() const { return m_input.plan.alternative == Alternative::Better ? 2.0 : 1.0; }
    /// Two-sided, of one hypothesis. A posterior is not corrected.
    double levelUnder(Method method) const
    {
        return method == Method::Bayesian ? std::min(0.999, sides() * m_input.plan.level) : m_shares.level;
    }
    /// The drift that a single look at this level needs.
    double singleDrift(double level) const
    {
        return stats::normalUpperQuantile(level / 2) + stats::normalUpperQuantile(1 - m_shares.power);
    }
    double daysOf(double unitsPerVariant) const
    {
        return unitsPerVariant * (m_input.treatments + 1) / m_input.unitsPerDay;
    }

    const PlanningInput& m_input;
    std::vector<Sizing> m_primaries;
    std::vector<Sizing> m_guardrails;
    Shares m_shares;
    double m_primaryUnits = 0; ///< single look, before rounding
    double m_guardrailUnits = 0;
    const Sizing* m_binding = nullptr; ///< among the primaries
    MethodFactor m_factor;             ///< of the plan's method
    PlanningResult m_result;
};

std::vector<FieldError> Planner::problems()
{
    std::vector<FieldError> errors;
    const auto add = [&errors](std::string field, const char* message) {
        errors.push_back({std::move(field), "range", message});
    };
    if (!m_input.plan.smallestEffect)
        errors.push_back({"plan.smallest_effect", "required", "plan.smallest_effect is needed to size a plan"});
    if (!(m_input.unitsPerDay > 0) || !std::isfinite(m_input.unitsPerDay))
        add("units_per_day", "units_per_day must be above 0");
    if (m_input.treatments < 1)
        add("treatments", "treatments must be at least 1");
    for (std::size_t i = 0; i < m_input.metrics.size(); ++i) {
        const MetricGuess& guess = m_input.metrics[i];
        const std::string path = "metrics[" + std::to_string(i) + "]";
        const double kept = m_input.plan.cuped ? 1 - guess.correlation * guess.correlation : 1;
        if (!(kept > 0))
            add(path + ".correlation", "the correlation must lie between -1 and 1, without them");
        if (!(guess.baseline > 0) || !std::isfinite(guess.baseline) || (guess.isRate && guess.baseline >= 1))
            add(path + ".baseline", "the baseline must be above 0, and that of a rate below 1");
        if (!guess.isRate && !(guess.standardDeviation.value_or(0) > 0))
            add(path + ".standard_deviation", "the standard deviation must be above 0");
        const auto it = std::ranges::find(m_input.plan.metrics, guess.name, &PlannedMetric::name);
        if (it == m_input.plan.metrics.end())
            errors.push_back({path + ".name", "unknown", "'" + guess.name + "' is no metric of the plan"});
        else if (it->role == MetricRole::Primary)
            m_primaries.push_back({*it, guess, kept, path});
        else if (it->role == MetricRole::Guardrail && it->margin)
            m_guardrails.push_back({*it, guess, kept, path});
    }
    if (m_primaries.empty())
        errors.push_back({"metrics", "required", "a primary metric with a baseline is needed to size a plan"});
    return errors;
}

std::vector<FieldError> Planner::addSizes()
{
    std::vector<FieldError> errors;
    const double effect = m_input.plan.smallestEffect.value_or(0);
    const double corrected = m_input.plan.correction == CorrectionMethod::None
                                 ? 1.0
                                 : static_cast<double>(m_primaries.size()) * m_input.treatments;
    m_shares.level = std::min(0.999, sides() * m_input.plan.level / corrected);
    m_shares.power = 1 - (1 - m_input.plan.power) / static_cast<double>(m_guardrails.size() + 1);
    const auto add = [this](const Sizing& metric, double units) {
        if (units > std::max(m_primaryUnits, m_guardrailUnits))
            m_result.bindingMetric = metric.planned.name;
        m_result.sizes.push_back({.metric = metric.planned.name,
                                  .role = metric.planned.role,
                                  .unitsPerVariant = roundUp(units),
                                  .baseline = metric.guess.baseline,
                                  .standardDeviation = metric.deviation()});
    };
    for (const Sizing& metric : m_primaries) {
        if (!metric.isPossible(effect)) {
            errors.push_back({metric.path + ".baseline", "effect_out_of_reach",
                              "'" + metric.planned.name + "' cannot have the plan's smallest effect: the treated " +
                                  "rate would be " + shown(metric.treated(effect)) + ", outside of 0 to 1"});
            continue;
        }
        const auto units = sizeOfPrimary(metric, effect, m_shares);
        if (!units) {
            errors.push_back({metric.path + ".baseline", "range", "cannot be sized: " + units.error().text});
            continue;
        }
        add(metric, *units);
        if (*units > m_primaryUnits) {
            m_primaryUnits = *units;
            m_binding = &metric;
        }
    }
    for (const Sizing& metric : m_guardrails) {
        const double units = sizeOfGuardrail(metric, m_input.plan.level, m_shares);
        add(metric, units);
        m_guardrailUnits = std::max(m_guardrailUnits, units);
    }
    return errors;
}

void Planner::addPrices()
{
    for (const Method method : {Method::Fixed, Method::GroupSequential, Method::AlwaysValid, Method::Bayesian}) {
        const double level = levelUnder(method);
        // The sizes are those of a single look at the corrected level.
        const double single = m_primaryUnits * std::pow(singleDrift(level) / singleDrift(m_shares.level), 2.0);
        const auto factor = factorOf(m_input.plan, method, level, m_shares.power, *m_input.plan.smallestEffect);
        if (!factor)
            continue;
        // What guardrails need is needed under every method.
        const double largest = std::max(single * factor->largest, m_guardrailUnits);
        const double expected = std::clamp(single * factor->expected, m_guardrailUnits, largest);
        const auto fewest = static_cast<double>(m_input.plan.minimumDays);
        m_result.prices.push_back({method, roundUp(largest),
                                   std::max(daysOf(static_cast<double>(roundUp(largest))), fewest),
                                   std::max(daysOf(expected), fewest)});
        if (method == m_input.plan.method) {
            m_result.unitsPerVariant = roundUp(largest);
            m_factor = *factor;
        }
    }
    m_result.days = daysOf(static_cast<double>(m_result.unitsPerVariant));
}

/// A single look at means: exact, as it was sized. All else by the normal distribution.
double Planner::powerFor(double effect) const
{
    const Plan& plan = m_input.plan;
    const auto units = static_cast<double>(m_result.unitsPerVariant);
    const bool isOneSided = plan.alternative == Alternative::Better;
    const double level = levelUnder(m_input.plan.method);
    if (plan.method == Method::Fixed && !m_binding->guess.isRate) {
        const auto exact = stats::powerMeans(
            effect * m_binding->guess.baseline, std::sqrt(m_binding->kept) * m_binding->deviation(), units,
            {.significanceLevel = isOneSided ? level / 2 : level,
             .alternative = isOneSided ? stats::Alternative::Greater : stats::Alternative::TwoSided});
        if (exact)
            return *exact;
    }
    return powerOf(plan, level, m_binding->difference(effect), units);
}

void Planner::addPowers()
{
    const double effect = *m_input.plan.smallestEffect;
    for (int i = 0; i <= kPowerPoints; ++i) {
        const double size = 2 * effect * i / kPowerPoints;
        if (m_binding->isPossible(size))
            m_result.power.push_back({size, powerFor(size)});
    }
}

/// Of a rate by the sizes' own formula, which knows that the variance changes with it.
std::optional<double> Planner::effectFoundOn(int day) const
{
    const MetricGuess& guess = m_binding->guess;
    const double units = m_input.unitsPerDay * day / (m_input.treatments + 1);
    const double deviation = m_binding->difference(*m_input.plan.smallestEffect).null;
    const double error = deviation / (guess.baseline * std::sqrt(units));
    const NeededDrift needed = neededDrift(m_input.plan, levelUnder(m_input.plan.method), m_shares.power, m_factor,
                                           units / static_cast<double>(m_result.unitsPerVariant), error);
    if (!guess.isRate)
        return (needed.critical + needed.ofPower) * error;
    const auto rate = stats::minimumDetectableEffectProportions(
        guess.baseline, units / m_binding->kept,
        {.significanceLevel = stats::normalTail(needed.critical),
         .power = stats::normalTail(-needed.ofPower),
         .alternative = m_binding->sign() > 0 ? stats::Alternative::Greater : stats::Alternative::Less});
    return rate ? std::optional(m_binding->sign() * (*rate / guess.baseline - 1)) : std::nullopt;
}

void Planner::addEffects()
{
    const int last = static_cast<int>(std::clamp(std::ceil(m_result.days * 1.5), 14.0, static_cast<double>(kMostDays)));
    for (int day = 1; day <= last; ++day) {
        if (const auto effect = effectFoundOn(day))
            m_result.effects.push_back({day, *effect});
    }
}

Result<PlanningResult> Planner::result()
{
    if (auto errors = problems(); !errors.empty())
        return failInvalid(std::move(errors));
    if (auto errors = addSizes(); !errors.empty())
        return failInvalid(std::move(errors));
    addPrices();
    addPowers();
    addEffects();
    return std::move(m_result);
}

} // namespace

std::optional<MetricGuess> pastGuess(const Experiment& experiment, const SufficientStatistics& data, std::size_t metric)
{
    const Metric& past = experiment.metrics[metric];
    const auto position = static_cast<std::int16_t>(metric);
    Cohort cohort = selectCohort(experiment, data, position, std::nullopt, Timestamp::max());
    const Moments control = cohort.total(0);
    const Arm arm = armOf(control, past);
    const ValueKind kind = valueKindOf(past);
    const double variance = kind == ValueKind::Ratio ? arm.ratioVariance : arm.variance;
    const auto value = kind == ValueKind::Quantile ? std::nullopt : valueOf(control, past);
    if (!value || !(*value > 0) || !(variance > 0))
        return std::nullopt;
    MetricGuess guess{.name = past.name, .isRate = isRate(past.kind), .baseline = *value};
    if (!guess.isRate)
        guess.standardDeviation = std::sqrt(variance) * scaleOf(past);
    addHistory(cohort, experiment, data, position, std::nullopt, Timestamp::max());
    CovariateMoments history;
    for (const EpochArms& epoch : cohort.epochs) {
        if (!epoch.history.empty())
            history += epoch.history[0];
    }
    // Units without history keep their variance.
    const double share = static_cast<double>(history.units) / static_cast<double>(control.units);
    guess.correlation = historyCorrelation(history, past).value_or(0) * std::sqrt(share);
    return guess;
}

Result<PlanningResult> evaluatePlan(const PlanningInput& input)
{
    return Planner(input).result();
}

} // namespace xp
