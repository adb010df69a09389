// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/plan.h"

namespace xp {

/// What is known, or guessed, of a metric before the experiment.
struct MetricGuess
{
    std::string name; ///< of a planned metric
    bool isRate = true;
    double baseline = 0;                     ///< the control's rate or mean, > 0
    std::optional<double> standardDeviation; ///< of a unit's value; a rate has its own
};

/// What a plan is to be sized for.
struct PlanningInput
{
    Plan plan; ///< with the smallest effect of interest
    std::vector<MetricGuess> metrics;
    int treatments = 1;
    double unitsPerDay = 0; ///< of all arms together, > 0
};

/// Units that one metric needs.
struct MetricSize
{
    std::string metric;
    MetricRole role = MetricRole::Primary;
    std::int64_t unitsPerVariant = 0;
};

/// What it takes to decide under one method.
struct MethodPrice
{
    Method method = Method::Fixed;
    std::int64_t unitsPerVariant = 0; ///< at most
    double days = 0;                  ///< at most
    double expectedDays = 0;          ///< on average, where the smallest effect of interest is true
};

struct PowerPoint
{
    double effect = 0; ///< relative
    double power = 0;
};

struct EffectByDay
{
    int day = 0;
    double effect = 0; ///< the smallest relative effect found with the plan's power by then
};

struct PlanningResult
{
    std::int64_t unitsPerVariant = 0; ///< under the plan's method
    double days = 0;
    std::string bindingMetric;     ///< the one that needs most
    std::vector<MetricSize> sizes; ///< under a single look
    std::vector<MethodPrice> prices;
    std::vector<PowerPoint> power;    ///< of the binding primary, at unitsPerVariant, by effect
    std::vector<EffectByDay> effects; ///< of the binding primary
};

/// Sizes a plan for its decision: the level is divided over primary metrics times treatments, what the power leaves
/// over guardrails + 1, and the metric that needs most units binds. Arms of equal size. Guardrails without a margin and
/// secondary metrics need nothing. Errors (Invalid): no smallest effect, no primary metric with a guess, a baseline or
/// deviation or rate not above 0.
Result<PlanningResult> evaluatePlan(const PlanningInput& input);

} // namespace xp
