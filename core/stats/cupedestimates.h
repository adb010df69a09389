// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/cuped.h"
#include "core/stats/relativelift.h"
#include "core/stats/rounding.h"

#include <cmath>

namespace xp::stats {

/// The means of two arms adjusted by a covariate, y - theta (x - mean of all x), with a theta that may come from more
/// than these arms and is taken as known. An arm's own part is y - theta x, the shared one theta times the mean of all
/// x. `Number` is double, or a wider one where the moments are known exactly: when the covariate explains nearly all,
/// doubles keep few digits of what is left. The samples have passed checkCupedSample.
template <class Number>
EstimatePair cupedEstimatesAt(const BasicCupedSample<Number>& c, const BasicCupedSample<Number>& t, const Number& theta)
{
    using std::abs;
    const Number shareC = c.n / (c.n + t.n);
    const Number shareT = t.n / (c.n + t.n);
    const Number shift = theta * (t.covariateMean - c.covariateMean);
    const Number covariates = abs(theta) * (abs(c.covariateMean) + abs(t.covariateMean));
    const auto mean = [&](const Number& y, const Number& moved, const Number& share) {
        return beyondRounding(Number(y + moved), Number(abs(y) + share * covariates));
    };
    const auto variance = [&](const BasicCupedSample<Number>& s) -> Number {
        return residualVariance(s.variance, s.covariance, s.covariateVariance, theta) / s.n;
    };
    const auto shared = [&](const BasicCupedSample<Number>& s, const Number& share) -> Number {
        return theta * share * (s.covariance - theta * s.covariateVariance) / s.n;
    };
    const Number center = shareC * shareC * c.covariateVariance / c.n + shareT * shareT * t.covariateVariance / t.n;
    return {.control = double(mean(c.mean, Number(shareT * shift), shareT)),
            .treatment = double(mean(t.mean, Number(-shareC * shift), shareC)),
            .difference = double(Number(t.mean - c.mean - shift)),
            .controlVariance = double(variance(c)),
            .treatmentVariance = double(variance(t)),
            .sharedVariance = double(Number(theta * theta * center)),
            .controlShared = double(shared(c, shareC)),
            .treatmentShared = double(shared(t, shareT))};
}

} // namespace xp::stats
