// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/groupsequential.h"
#include "core/stats/proportionplanning.h"
#include "core/stats/ratios.h"

#include <span>
#include <vector>

namespace xp::stats {

// Sizes of designs beyond the fixed test of one mean or proportion. Equal arms; a unit's value has this variance in
// each arm; normal reference. A sequential method's price is its size over that of the fixed test.

/// Variance of a unit's linearised ratio, (v_num - 2 R cov + R^2 v_den) / m_den^2: a ratio metric is planned like a
/// mean with this variance. Errors: those of ratioOfSums.
StatsResult<double> ratioUnitVariance(const RatioSample& past);

/// Units per arm of the z test: 2 variance (z + z_power)^2 / difference^2. For CUPED the variance is v (1 -
/// correlation^2). Errors: as for sampleSizeMeans.
StatsResult<double> sampleSizeNormal(double difference, double variance, const PlanTarget& target);
/// Power at `unitsPerArm`, of a two-sided test in the tail of the effect's side only.
StatsResult<double> powerNormal(double difference, double variance, double unitsPerArm, const PlanTarget& target);

struct SequentialSize
{
    double unitsPerArm = 0;         ///< at the last look
    double expectedUnitsPerArm = 0; ///< mean number at which it stops, under the effect
    double inflationFactor = 1;     ///< unitsPerArm over the fixed test's
};

/// Size of a one-sided group-sequential design with efficacy bounds only: the drift at which it stops for efficacy with
/// the wished power. `target.significanceLevel` of a two-sided alternative is halved. Errors: as above, and those of
/// groupSequentialBounds; the last information rate must be 1.
StatsResult<SequentialSize> sampleSizeGroupSequential(double difference, double variance, std::span<const double> rates,
                                                      const SpendingFunction& spending, const PlanTarget& target);

struct SequentialPower
{
    double power = 0;               ///< to stop above a bound, on the effect's side, at any of the looks
    double expectedUnitsPerArm = 0; ///< mean number at which it stops
    std::vector<double> stops;      ///< P(it stops at this look); after the last one what is left has found nothing
};

/// Power of the same design at `unitsPerArm` at its last look. `target.power` is not used. Errors: as above.
StatsResult<SequentialPower> powerGroupSequential(double difference, double variance, double unitsPerArm,
                                                  std::span<const double> rates, const SpendingFunction& spending,
                                                  const PlanTarget& target);

/// Power of the always-valid sequence at one look at `unitsPerArm`, Phi(|difference| / se - critical value at 2 n
/// units): what continuous looks have at least. Two-sided level.
StatsResult<double> powerAlwaysValid(double difference, double variance, double unitsPerArm, double level,
                                     double tuningSampleSize);
/// Units per arm at which powerAlwaysValid reaches `power`. Errors: as above.
StatsResult<double> sampleSizeAlwaysValid(double difference, double variance, double level, double power,
                                          double tuningSampleSize);

/// Smallest difference found with the wished power after each number of units per arm, for the fixed test at that
/// moment and for the always-valid sequence at that look: (critical value + z_power) sqrt(2 variance / n). Two-sided.
struct DetectableOverTime
{
    std::vector<double> fixed;
    std::vector<double> alwaysValid;
};
StatsResult<DetectableOverTime> detectableOverTime(std::span<const double> unitsPerArm, double variance, double level,
                                                   double power, double tuningSampleSize);

/// Shares of units (control first) that make the sum of the variances of all treatment - control differences smallest:
/// control sqrt(number of treatments) * deviation, treatments their deviation. Source: Dunnett, JASA 50 (1955)
/// 1096-1121. Errors: fewer than 2 arms; deviations not above 0.
StatsResult<std::vector<double>> optimalAllocation(std::span<const double> standardDeviations);

struct DecisionPower
{
    double primary = 0;             ///< of the primary metric's test, its effect's side
    std::vector<double> guardrails; ///< of each non-inferiority test
    double independent = 0;         ///< of all together, if they were independent
    double atLeast = 0;             ///< whatever their dependence (Bonferroni)
};

struct PlannedGuardrail
{
    double difference = 0; ///< true difference in the good direction; 0 for no effect
    double standardError = 0;
    double margin = 0;
};

/// Power of the decision to ship: the primary significant (two-sided level) and every guardrail non-inferior (one-sided
/// level). Normal reference. Errors: standard errors not above 0, negative margins, levels outside (0, 1).
StatsResult<DecisionPower> decisionPower(double primaryDifference, double primaryStandardError, double primaryLevel,
                                         std::span<const PlannedGuardrail> guardrails, double guardrailLevel);

} // namespace xp::stats
