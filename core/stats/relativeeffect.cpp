// SPDX-License-Identifier: Apache-2.0
#include "core/stats/relativeeffect.h"

#include "core/stats/checks.h"
#include "core/stats/cupedestimates.h"
#include "core/stats/distributions.h"
#include "core/stats/rounding.h"
#include "core/stats/welch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xp::stats {

namespace {
constexpr double kNormal = std::numeric_limits<double>::infinity(); // degrees of freedom
} // namespace

StatsResult<RelativeEffect> relativeEffect(const EstimatePair& e, double degreesOfFreedom, double confidence)
{
    if (Wrong w = checkBetween(confidence, 0, 1, "confidence"))
        return tl::unexpected(*w);
    if (e.control == 0)
        return refuse(StatsErrorCode::Undefined, "control",
                      "the control's estimate is 0: an effect relative to it does not exist");
    const bool normal = std::isinf(degreesOfFreedom);
    const StatsResult<FiellerInterval> interval = fiellerAt(
        e, normal ? normalTwoSidedQuantile(confidence) : studentTwoSidedQuantile(confidence, degreesOfFreedom));
    if (!interval)
        return tl::unexpected(interval.error());
    const double variance = e.differenceVariance();
    if (!(variance > 0))
        return refuse(StatsErrorCode::ZeroVariance, "control", kNothingVaries);
    const double statistic = e.difference / std::sqrt(variance);
    RelativeEffect effect;
    effect.estimate = e.difference / e.control;
    effect.standardError = std::sqrt(e.varianceAtLift(effect.estimate)) / std::abs(e.control);
    effect.pValue = normal ? normalPValue(statistic, Alternative::TwoSided)
                           : studentPValue(statistic, degreesOfFreedom, Alternative::TwoSided);
    effect.interval = *interval;
    if (Wrong w = checkRepresentable({effect.estimate, effect.standardError, effect.pValue}))
        return tl::unexpected(*w);
    return effect;
}

StatsResult<EstimatePair> cupedEstimates(const CupedSample& c, const CupedSample& t)
{
    const StatsResult<CupedTest> adjusted = cuped(c, t, 0.95);
    if (!adjusted)
        return tl::unexpected(adjusted.error());
    return cupedEstimatesAt(c, t, adjusted->theta);
}

StatsResult<RelativeEffect> relativeCuped(const CupedSample& control, const CupedSample& treatment, double confidence)
{
    const StatsResult<EstimatePair> pair = cupedEstimates(control, treatment);
    if (!pair)
        return tl::unexpected(pair.error());
    const StatsResult<CupedTest> adjusted = cuped(control, treatment, confidence);
    if (!adjusted)
        return tl::unexpected(adjusted.error());
    return relativeEffect(*pair, adjusted->test.degreesOfFreedom, confidence);
}

StatsResult<RelativeEffect> relativeRatio(const RatioSample& control, const RatioSample& treatment, double confidence)
{
    const StatsResult<MeanVariance> c = ratioOfSums(control, "control");
    if (!c)
        return tl::unexpected(c.error());
    const StatsResult<MeanVariance> t = ratioOfSums(treatment, "treatment");
    if (!t)
        return tl::unexpected(t.error());
    return relativeEffect(independentPair(c->mean, t->mean, c->variance, t->variance), kNormal, confidence);
}

StatsResult<RatioCupedTest> ratioCuped(const RatioCupedSample& control, const RatioCupedSample& treatment,
                                       double confidence)
{
    const StatsResult<RatioTest> plain = ratioMetric(control.ratio, treatment.ratio, confidence);
    if (!plain)
        return tl::unexpected(plain.error());
    // The linearised values as a plain metric with a covariate; their mean is the ratio itself.
    const auto linearised = [](const RatioCupedSample& s, double ratio) {
        const RatioSample& r = s.ratio;
        const double variance = residualVariance(r.numerator.variance, r.covariance, r.denominator.variance, ratio);
        const double mean = r.denominator.mean;
        return CupedSample{r.n,
                           ratio,
                           variance / mean / mean,
                           s.covariate.mean,
                           s.covariate.variance,
                           (s.numeratorCovariance - ratio * s.denominatorCovariance) / mean};
    };
    const StatsResult<CupedTest> adjusted =
        cuped(linearised(control, plain->controlRatio), linearised(treatment, plain->treatmentRatio), confidence);
    if (!adjusted)
        return tl::unexpected(adjusted.error());
    RatioCupedTest result;
    result.theta = adjusted->theta;
    const MeanTest& test = adjusted->test;
    const double half = normalTwoSidedQuantile(confidence) * test.standardError;
    result.test = {adjusted->controlMean, adjusted->treatmentMean, test.estimate,
                   test.standardError,    test.statistic,          normalPValue(test.statistic, Alternative::TwoSided),
                   test.estimate - half,  test.estimate + half};
    return result;
}

StatsResult<RelativeSequence> relativeConfidenceSequence(const Sample& control, const Sample& treatment, double level,
                                                         double tuningSampleSize)
{
    const StatsResult<ConfidenceSequence> sequence =
        asymptoticConfidenceSequence(control, treatment, level, tuningSampleSize);
    if (!sequence)
        return tl::unexpected(sequence.error());
    if (control.mean == 0)
        return refuse(StatsErrorCode::Undefined, "control.mean",
                      "the control mean is 0: a lift relative to it does not exist");
    const StatsResult<FiellerInterval> interval = fiellerAt(
        independentPair(control.mean, treatment.mean, control.variance / control.n, treatment.variance / treatment.n),
        sequence->criticalValue);
    if (!interval)
        return tl::unexpected(interval.error());
    return RelativeSequence{sequence->estimate / control.mean, sequence->pValue, *interval};
}

StatsResult<NonInferiorityTest> relativeNonInferiorityTest(const Sample& control, const Sample& treatment,
                                                           double margin, Direction direction)
{
    if (Wrong e = firstOf(
            {checkSample(control, "control"), checkSample(treatment, "treatment"), checkNotNegative(margin, "margin")}))
        return tl::unexpected(*e);
    if (control.mean == 0)
        return refuse(StatsErrorCode::Undefined, "control.mean",
                      "the control mean is 0: a margin relative to it does not exist");
    const double worse = (direction == Direction::Increase) == (control.mean > 0) ? -margin : margin;
    const double factor = 1 + worse;
    // The scaled control is a sample of its own.
    const Sample limit{control.n, factor * control.mean, factor * factor * control.variance};
    return nonInferiorityTest(limit, treatment, 0, direction);
}

} // namespace xp::stats
