// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/spending.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace xp::stats {

struct GroupSequentialBounds
{
    std::vector<double> criticalValues;  ///< z scale, one a look; the test stops for efficacy above it
    std::vector<double> cumulativeAlpha; ///< spent up to and including each look
};

/// Efficacy bounds by alpha spending, one-sided (a two-sided test at 5 % uses alpha = 0.025 and both signs): at each
/// look P(not stopped before, Z >= bound) without an effect is exactly what the look may spend. Exact recursive
/// integration. Source: Lan and DeMets, Biometrika 70 (1983) 659-663; Jennison and Turnbull, Group Sequential Methods
/// (2000). Errors: rates that do not increase within (0, 1]; alpha outside (0, 1); a gamma that the family does not
/// allow.
StatsResult<GroupSequentialBounds> groupSequentialBounds(std::span<const double> informationRates, double alpha,
                                                         const SpendingFunction& spending);

/// The same for a schedule, whose increments are logarithms: also where what a look may spend underflows. For looks
/// that did not happen as planned, too: the last one may spend all that is left. Errors: rates out of order or range or
/// of another number, an increment that is no number below 0.
StatsResult<GroupSequentialBounds> groupSequentialBounds(std::span<const double> informationRates,
                                                         const SpendingSchedule& schedule);

class SequentialProcess;

/// The looks of a design with efficacy bounds that were taken so far, integrated once: the next look's bound follows
/// from them, whatever comes after it. A value; copies share what was integrated.
class LooksTaken
{
public:
    /// The bound that the next look's increment (its logarithm) spends, z scale. `rate` is above those taken, in the
    /// same units (they may pass 1), the increment below 0: the caller has checked them.
    double nextBound(double rate, double logIncrement) const;
    /// With that look taken.
    LooksTaken with(double rate, double bound) const;

private:
    std::shared_ptr<const SequentialProcess> m_process; ///< none before the first look
};

struct GroupSequentialFutility
{
    std::vector<double> criticalValues; ///< as if there were no futility bounds: those are non-binding
    std::vector<double> futilityBounds; ///< z scale, for all looks but the last; stop for futility below it
    double inflationFactor = 1;         ///< maximum information over that of the fixed test of the same alpha and beta
    double drift = 0;                   ///< mean of Z at full information for which the power is 1 - beta
};

/// Efficacy bounds by alpha spending and non-binding futility bounds by beta spending: at each look the chance to stop
/// for futility, under the drift for which the whole design has power 1 - beta, is what the look may spend of beta.
/// Source: Pampallona, Tsiatis, Kim, Drug Information Journal 35 (2001) 1113-1121; as R's rpact.
/// Errors: as above; beta outside (0, 1 - alpha); a last rate other than 1.
StatsResult<GroupSequentialFutility> groupSequentialFutility(std::span<const double> informationRates, double alpha,
                                                             double beta, const SpendingFunction& spending,
                                                             const SpendingFunction& futilitySpending);

struct StoppingProbabilities
{
    std::vector<double> efficacy; ///< P(first stop is at this look, above the critical value)
    std::vector<double>
        futility; ///< P(first stop is at this look, below the futility bound); empty without such bounds
};

/// Where a design stops when Z at full information has this mean. `futilityBounds` are none, or one for each look but
/// the last. Errors: rates or bounds out of order or number.
StatsResult<StoppingProbabilities> stoppingProbabilities(std::span<const double> informationRates,
                                                         std::span<const double> criticalValues,
                                                         std::span<const double> futilityBounds, double drift);

} // namespace xp::stats
