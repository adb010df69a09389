// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/planning.h"

#include "core/analysis/methodprice.h"
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

    double deviation() const
    {
        return guess.isRate ? std::sqrt(guess.baseline * (1 - guess.baseline)) : guess.standardDeviation.value_or(0);
    }
    int sign() const { return planned.direction == Direction::Increase ? 1 : -1; }
};

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

/// The single look's size for the smallest effect of interest.
std::optional<double> sizeOfPrimary(const Sizing& metric, double effect, const Shares& shares)
{
    const stats::PlanTarget target{.significanceLevel = shares.level, .power = shares.power};
    const double change = metric.sign() * effect * metric.guess.baseline;
    const auto units = metric.guess.isRate
                           ? stats::sampleSizeProportions(metric.guess.baseline, metric.guess.baseline + change, target)
                           : stats::sampleSizeMeans(change, metric.deviation(), target);
    return units ? std::optional(*units) : std::nullopt;
}

/// To show, without a true difference, that the margin is not reached: n = (z_level + z_power)^2 v / margin^2, with v =
/// s^2 (1 + (1 -/+ m)^2) for a relative margin m, 2 s^2 else; one-sided at the plan's level.
double sizeOfGuardrail(const Sizing& metric, double level, const Shares& shares)
{
    const Margin& margin = *metric.planned.margin;
    const double z = stats::normalUpperQuantile(level) + stats::normalUpperQuantile(1 - shares.power);
    const double ratio = margin.relative ? 1 - metric.sign() * margin.value : 1.0;
    const double distance = margin.relative ? margin.value * metric.guess.baseline : margin.value;
    const double variance = metric.deviation() * metric.deviation() * (1 + ratio * ratio);
    return z * z * variance / (distance * distance);
}

class Planner
{
public:
    explicit Planner(const PlanningInput& input) : m_input(input) {}

    Result<PlanningResult> result();

private:
    std::vector<FieldError> problems();
    void addSizes();
    void addPrices();
    void addCurves();
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
        if (!(guess.baseline > 0) || !std::isfinite(guess.baseline) || (guess.isRate && guess.baseline >= 1))
            add(path + ".baseline", "the baseline must be above 0, and that of a rate below 1");
        if (!guess.isRate && !(guess.standardDeviation.value_or(0) > 0))
            add(path + ".standard_deviation", "the standard deviation must be above 0");
        const auto it = std::ranges::find(m_input.plan.metrics, guess.name, &PlannedMetric::name);
        if (it == m_input.plan.metrics.end())
            errors.push_back({path + ".name", "unknown", "'" + guess.name + "' is no metric of the plan"});
        else if (it->role == MetricRole::Primary)
            m_primaries.push_back({*it, guess});
        else if (it->role == MetricRole::Guardrail && it->margin)
            m_guardrails.push_back({*it, guess});
    }
    if (m_primaries.empty())
        errors.push_back({"metrics", "required", "a primary metric with a baseline is needed to size a plan"});
    return errors;
}

void Planner::addSizes()
{
    const double effect = m_input.plan.smallestEffect.value_or(0);
    const double corrected = m_input.plan.correction == CorrectionMethod::None
                                 ? 1.0
                                 : static_cast<double>(m_primaries.size()) * m_input.treatments;
    const double sides = m_input.plan.alternative == Alternative::Better ? 2.0 : 1.0;
    m_shares.level = std::min(0.999, sides * m_input.plan.level / corrected);
    m_shares.power = 1 - (1 - m_input.plan.power) / static_cast<double>(m_guardrails.size() + 1);
    for (const Sizing& metric : m_primaries) {
        const auto units = sizeOfPrimary(metric, effect, m_shares);
        if (!units)
            continue;
        m_result.sizes.push_back({metric.planned.name, MetricRole::Primary, roundUp(*units)});
        if (*units > m_primaryUnits) {
            m_primaryUnits = *units;
            m_binding = &metric;
            m_result.bindingMetric = metric.planned.name;
        }
    }
    for (const Sizing& metric : m_guardrails) {
        const double units = sizeOfGuardrail(metric, m_input.plan.level, m_shares);
        m_result.sizes.push_back({metric.planned.name, MetricRole::Guardrail, roundUp(units)});
        if (units > std::max(m_primaryUnits, m_guardrailUnits))
            m_result.bindingMetric = metric.planned.name;
        m_guardrailUnits = std::max(m_guardrailUnits, units);
    }
}

void Planner::addPrices()
{
    for (const Method method : {Method::Fixed, Method::GroupSequential, Method::AlwaysValid, Method::Bayesian}) {
        const double level = method == Method::Bayesian ? m_input.plan.level : m_shares.level;
        const auto factor = factorOf(m_input.plan, method, level, m_shares.power, *m_input.plan.smallestEffect);
        if (!factor)
            continue;
        // What guardrails need is needed under every method.
        const double largest = std::max(m_primaryUnits * factor->largest, m_guardrailUnits);
        const double expected = std::clamp(m_primaryUnits * factor->expected, m_guardrailUnits, largest);
        m_result.prices.push_back({method, roundUp(largest), daysOf(static_cast<double>(roundUp(largest))),
                                   std::max(daysOf(expected), static_cast<double>(m_input.plan.minimumDays))});
        if (method == m_input.plan.method)
            m_result.unitsPerVariant = roundUp(largest);
    }
    m_result.days = daysOf(static_cast<double>(m_result.unitsPerVariant));
}

/// By the normal approximation with the baseline's variance: drift = effect * baseline / (s sqrt(2 / n)).
void Planner::addCurves()
{
    const double effect = *m_input.plan.smallestEffect;
    const double scale = m_binding->guess.baseline / (m_binding->deviation() * std::sqrt(2.0));
    const double critical = lastCritical(m_input.plan, m_shares.level, 1);
    const double root = std::sqrt(static_cast<double>(m_result.unitsPerVariant));
    for (int i = 0; i <= kPowerPoints; ++i) {
        const double size = 2 * effect * i / kPowerPoints;
        const double drift = size * scale * root;
        m_result.power.push_back(
            {size, std::min(1.0, stats::normalTail(critical - drift) + stats::normalTail(critical + drift))});
    }
    const int last = static_cast<int>(std::clamp(std::ceil(m_result.days * 1.5), 14.0, static_cast<double>(kMostDays)));
    for (int day = 1; day <= last; ++day) {
        const double units = m_input.unitsPerDay * day / (m_input.treatments + 1);
        const double share = units / static_cast<double>(m_result.unitsPerVariant);
        const double needed =
            lastCritical(m_input.plan, m_shares.level, share) + stats::normalUpperQuantile(1 - m_shares.power);
        m_result.effects.push_back({day, needed / (scale * std::sqrt(units))});
    }
}

Result<PlanningResult> Planner::result()
{
    if (auto errors = problems(); !errors.empty())
        return failInvalid(std::move(errors));
    addSizes();
    if (!m_binding)
        return fail(ErrorCode::Invalid, "effect_out_of_reach",
                    "An effect this large cannot happen: the treated rate would lie outside 0 to 1.");
    addPrices();
    addCurves();
    return std::move(m_result);
}

} // namespace

Result<PlanningResult> evaluatePlan(const PlanningInput& input)
{
    return Planner(input).result();
}

} // namespace xp
