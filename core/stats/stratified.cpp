// SPDX-License-Identifier: Apache-2.0
#include "core/stats/stratified.h"

#include "core/stats/checks.h"
#include "core/stats/distributions.h"
#include "core/stats/welch.h"

#include <cmath>

namespace xp::stats {

namespace {

std::string pathOf(std::size_t k, const char* arm)
{
    return "strata[" + std::to_string(k) + "]." + arm;
}

Wrong checkStrata(std::span<const Stratum> strata)
{
    if (strata.empty())
        return wrong(StatsErrorCode::OutOfRange, "strata", "strata must have at least one stratum");
    for (std::size_t k = 0; k < strata.size(); ++k) {
        if (Wrong e = firstOf({checkSample(strata[k].control, pathOf(k, "control")),
                               checkSample(strata[k].treatment, pathOf(k, "treatment"))}))
            return e;
    }
    return std::nullopt;
}

template <typename S>
double unitsOf(std::span<const S> strata)
{
    double units = 0;
    for (const S& stratum : strata)
        units += stratum.control.n + stratum.treatment.n;
    return units;
}

/// Satterthwaite: V^2 over the sum of each part's square over its degrees of freedom, the strata having been checked.
double degreesOfFreedom(std::span<const Stratum> strata, double variance)
{
    const double units = unitsOf(strata);
    double sum = 0;
    for (const Stratum& s : strata) {
        const double weight = (s.control.n + s.treatment.n) / units;
        for (const Sample* arm : {&s.control, &s.treatment}) {
            const double part = weight * weight * (arm->variance / arm->n) / variance;
            sum += part * part / (arm->n - 1);
        }
    }
    return 1 / sum;
}

} // namespace

StatsResult<EstimatePair> stratifiedMeans(std::span<const Stratum> strata)
{
    if (Wrong e = checkStrata(strata))
        return tl::unexpected(*e);
    const double units = unitsOf(strata);
    EstimatePair pair;
    for (const Stratum& s : strata) {
        const double weight = (s.control.n + s.treatment.n) / units;
        pair.add(weight, independentPair(s.control.mean, s.treatment.mean, s.control.variance / s.control.n,
                                         s.treatment.variance / s.treatment.n));
    }
    return pair;
}

StatsResult<MeanTest> stratifiedDifference(std::span<const Stratum> strata, Alternative alternative, double confidence)
{
    const StatsResult<EstimatePair> pair = stratifiedMeans(strata);
    if (!pair)
        return tl::unexpected(pair.error());
    if (Wrong e = checkBetween(confidence, 0, 1, "confidence"))
        return tl::unexpected(*e);
    const double variance = pair->differenceVariance();
    if (!(variance > 0))
        return refuse(StatsErrorCode::ZeroVariance, "strata", kNothingVaries);
    return studentTest(pair->difference, std::sqrt(variance), degreesOfFreedom(strata, variance), alternative,
                       confidence);
}

StatsResult<RelativeEffect> stratifiedRelative(std::span<const Stratum> strata, double confidence)
{
    const StatsResult<EstimatePair> pair = stratifiedMeans(strata);
    if (!pair)
        return tl::unexpected(pair.error());
    const double variance = pair->differenceVariance();
    if (!(variance > 0))
        return refuse(StatsErrorCode::ZeroVariance, "strata", kNothingVaries);
    return relativeEffect(*pair, degreesOfFreedom(strata, variance), confidence);
}

StatsResult<EstimatePair> stratifiedRatios(std::span<const RatioStratum> strata)
{
    if (strata.empty())
        return refuse(StatsErrorCode::OutOfRange, "strata", "strata must have at least one stratum");
    const double units = unitsOf(strata);
    EstimatePair pair;
    for (std::size_t k = 0; k < strata.size(); ++k) {
        const StatsResult<MeanVariance> c = ratioOfSums(strata[k].control, pathOf(k, "control").c_str());
        if (!c)
            return tl::unexpected(c.error());
        const StatsResult<MeanVariance> t = ratioOfSums(strata[k].treatment, pathOf(k, "treatment").c_str());
        if (!t)
            return tl::unexpected(t.error());
        const double weight = (strata[k].control.n + strata[k].treatment.n) / units;
        pair.add(weight, independentPair(c->mean, t->mean, c->variance, t->variance));
    }
    return pair;
}

StatsResult<RatioTest> stratifiedRatio(std::span<const RatioStratum> strata, double confidence)
{
    const StatsResult<EstimatePair> pair = stratifiedRatios(strata);
    if (!pair)
        return tl::unexpected(pair.error());
    if (Wrong e = checkBetween(confidence, 0, 1, "confidence"))
        return tl::unexpected(*e);
    const double standardError = std::sqrt(pair->differenceVariance());
    if (!(standardError > 0))
        return refuse(StatsErrorCode::ZeroVariance, "strata", "the ratio does not vary in any stratum");
    RatioTest test{pair->control, pair->treatment, pair->difference, standardError, 0, 1, 0, 0};
    test.statistic = test.estimate / standardError;
    test.pValue = normalPValue(test.statistic, Alternative::TwoSided);
    const double half = normalTwoSidedQuantile(confidence) * standardError;
    test.lower = test.estimate - half;
    test.upper = test.estimate + half;
    if (Wrong e = checkRepresentable({test.estimate, test.statistic, test.lower, test.upper}))
        return tl::unexpected(*e);
    return test;
}

} // namespace xp::stats
