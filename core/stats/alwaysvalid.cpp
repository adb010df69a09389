// SPDX-License-Identifier: Apache-2.0
#include "core/stats/alwaysvalid.h"

#include "core/stats/checks.h"
#include "core/stats/elementary.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

double sequenceRho(double level, double tuningSampleSize)
{
    const double target = -2 * std::log(level);
    return std::sqrt((target + log1p(target)) / tuningSampleSize);
}

double sequenceCriticalValue(double units, double rho, double level)
{
    const double y = units * rho * rho;
    return std::sqrt((1 + 1 / y) * (log1p(y) - 2 * std::log(level)));
}

StatsResult<ConfidenceSequence> asymptoticConfidenceSequence(const Sample& control, const Sample& treatment,
                                                             double level, double tuningSampleSize)
{
    if (Wrong e = firstOf({checkSample(control, "control"), checkSample(treatment, "treatment"),
                           checkBetween(level, 0, 1, "significance_level"),
                           checkPositive(tuningSampleSize, "tuning_sample_size")}))
        return tl::unexpected(*e);
    const WelchError error = welchError(control, treatment);
    if (!(error.standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control.variance", kNothingVaries);
    const double units = control.n + treatment.n;
    const double rho = sequenceRho(level, tuningSampleSize);
    ConfidenceSequence sequence;
    sequence.estimate = treatment.mean - control.mean;
    sequence.criticalValue = sequenceCriticalValue(units, rho, level);
    sequence.lower = sequence.estimate - sequence.criticalValue * error.standardError;
    sequence.upper = sequence.estimate + sequence.criticalValue * error.standardError;
    const double z = sequence.estimate / error.standardError;
    const double y = units * rho * rho;
    sequence.pValue = std::min(1.0, std::exp(0.5 * (log1p(y) - z * z * (y / (1 + y)))));
    if (Wrong e = checkRepresentable({sequence.estimate, sequence.lower, sequence.upper, sequence.pValue}))
        return tl::unexpected(*e);
    return sequence;
}

StatsResult<double> mixtureSprt(double estimate, double standardError, double mixingStandardDeviation)
{
    if (Wrong e = firstOf({checkFinite(estimate, "estimate"), checkPositive(standardError, "standard_error"),
                           checkPositive(mixingStandardDeviation, "mixing_standard_deviation")}))
        return tl::unexpected(*e);
    const double z = estimate / standardError;
    const double ratio = mixingStandardDeviation / standardError;
    if (Wrong e = checkRepresentable({z, ratio}))
        return tl::unexpected(*e);
    const double shrunk = z * (ratio / hypot(1.0, ratio)); // z tau / sqrt(V + tau^2)
    const double logInverse = std::log(hypot(1.0, ratio)) - 0.5 * shrunk * shrunk;
    return std::min(1.0, std::exp(logInverse));
}

} // namespace xp::stats
