// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/relativeeffect.h"

#include <span>

namespace xp::stats {

// Differences over strata (allocation epochs): sum over strata of w_k * difference_k, w_k the stratum's share of all
// units of both arms, variance sum of w_k^2 V_k. With changing splits a pooled difference compares different mixes of
// strata. Source: Cochran, Sampling Techniques (1977), chapter 5; degrees of freedom by Satterthwaite over all arms and
// strata.

struct Stratum
{
    Sample control;
    Sample treatment;
};

struct RatioStratum
{
    RatioSample control;
    RatioSample treatment;
};

/// Stratified means of both arms and their sampling variances. Errors: no stratum; those of welchTTest with the field
/// `strata[k].control.n` and so on.
StatsResult<EstimatePair> stratifiedMeans(std::span<const Stratum> strata);
StatsResult<EstimatePair> stratifiedRatios(std::span<const RatioStratum> strata);

/// Test and interval of the stratified difference of means; one stratum gives welchTTest.
StatsResult<MeanTest> stratifiedDifference(std::span<const Stratum> strata, Alternative alternative, double confidence);
/// The same relative to the stratified control mean.
StatsResult<RelativeEffect> stratifiedRelative(std::span<const Stratum> strata, double confidence);
/// Test and interval of the stratified difference of ratios of sums, normal reference; one stratum gives ratioMetric.
StatsResult<RatioTest> stratifiedRatio(std::span<const RatioStratum> strata, double confidence);

} // namespace xp::stats
