// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/experiment.h"
#include "core/domain/plan.h"
#include "core/domain/sufficientstatistics.h"

namespace xp {

/// What is known, or guessed, of a metric before the experiment.
struct MetricGuess
{
    std::string name; ///< of a planned metric
    bool isRate = true;
    double baseline = 0;                     ///< the control's rate or mean, > 0
    std::optional<double> standardDeviation; ///< of a unit's value; a rate has its own
    double correlation = 0; ///< of a unit's value with its covariate: a plan with CUPED keeps 1 - correlation^2
};

/// A metric of an experiment that has run, as its control was, over all its units; a ratio's and a mean's deviation is
/// that of the linearised ratio. Nothing without units, without a variance, where the value is not above 0, and of
/// quantiles.
std::optional<MetricGuess> pastGuess(const Experiment& experiment, const SufficientStatistics& data,
                                     std::size_t metric);

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
    double baseline = 0; ///< that it was sized for, like the next
    double standardDeviation = 0;
};

/// What it takes to decide under one method.
struct MethodPrice
{
    Method method = Method::Fixed;
    std::int64_t unitsPerVariant = 0; ///< at most
    double days = 0;                  ///< at most, and not before the plan's minimum days
    double expectedDays = 0;          ///< on average, where the smallest effect of interest is true; likewise
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
    std::vector<EffectByDay> effects; ///< of the binding primary; days on which none can be found are left out
};

/// Sizes a plan for its decision: the level is divided over primary metrics times treatments, what the power leaves
/// over guardrails + 1, and the metric that needs most units binds. Arms of equal size. Guardrails without a margin and
/// secondary metrics need nothing. Errors (Invalid): no smallest effect, no primary metric with a guess, a baseline or
/// deviation or rate not above 0, an effect that takes a rate outside of 0 to 1.
Result<PlanningResult> evaluatePlan(const PlanningInput& input);

} // namespace xp
