// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/interval.h"
#include "core/domain/experiment.h"
#include "core/domain/sentence.h"
#include "core/domain/sufficientstatistics.h"

#include <optional>

namespace xp {

/// What one metric says of one variant. Without units there is no rate, no mean and no interval, with one unit no
/// deviation.
struct VariantStats
{
    std::string variant;
    std::int64_t sampleSize = 0;  ///< analysed units
    std::int64_t conversions = 0; ///< units with at least one event
    std::optional<double> conversionRate;
    /// Of the units' totals of `value`, 0 without an event; kinds mean and ratio: the sum over what it is divided by.
    std::optional<double> meanValue;
    std::optional<double> stdDev;               ///< sample standard deviation of the units' totals
    std::optional<Interval> confidenceInterval; ///< of the conversion rate, Wilson
};

/// One treatment against the control under one metric.
struct Comparison
{
    std::string treatment;
    std::optional<double> estimate;   ///< treatment - control, in the metric's unit
    std::optional<double> effectSize; ///< relative lift: treatment / control - 1
    /// Of the relative lift (Fieller); without one where the control may be 0.
    std::optional<Interval> effectSizeInterval;
    std::optional<Interval> confidenceInterval; ///< of the estimate, the test inverted
    double level = 0.95;                        ///< of the two intervals: simultaneous where several share the level
    std::string test;                           ///< two_proportion_z, welch_t, ratio_delta
    std::optional<double> statistic;
    std::optional<double> pValue;
    std::optional<double> adjustedPValue; ///< as the report's; without a primary metric: Holm over the treatments
};

/// What the plan's own method says of one treatment under the headline, where that is a primary metric.
struct PlannedEffect
{
    std::string metric;
    std::string treatment;             ///< the first that the decision is about, else the one with the most evidence
    std::optional<double> lift;        ///< treatment / control - 1, at the plan's look
    std::optional<Bounds> interval;    ///< of the lift
    double level = 0.95;               ///< of the interval
    std::optional<double> pValue;      ///< corrected as planned; none under a posterior
    std::optional<double> probability; ///< of being better, under a posterior
};

struct MetricStats
{
    std::string name;
    MetricKind kind = MetricKind::Conversion;
    MetricRole role = MetricRole::Secondary;
    Direction direction = Direction::Increase;
    std::vector<VariantStats> variants;
    std::vector<Comparison> comparisons;
};

struct SampleRatio
{
    std::optional<double> statistic; ///< chi-squared of counts against expected, added up over epochs
    std::optional<double> pValue;
    bool mismatch = false; ///< p < 0.001
};

struct Progress
{
    std::int64_t target = 0; ///< units for each variant
    std::int64_t smallestVariant = 0;
    double fraction = 0; ///< smallest / target, at most 1
};

/// The single-look view of an experiment, compatible with the service replaced: GET .../stats.
struct Stats
{
    std::string experimentId;
    std::string experimentName;
    Status status = Status::Draft;
    std::vector<VariantStats> variants;  ///< under the headline
    std::vector<Comparison> comparisons; ///< under the headline; with several primary metrics, under the first of them
    std::string controlVariant;
    std::optional<std::string> winner;
    bool statisticalSignificance = false;
    std::optional<double> pValue;     ///< Holm-adjusted; the winner's, else that of the treatment with the smallest
    double confidenceLevel = 0.95;    ///< 1 - significance level
    std::optional<double> effectSize; ///< relative lift, of the same treatment as pValue
    Sentence recommendation;
    std::int64_t sampleSizePerVariant = 0; ///< integer mean over variants
    std::int64_t totalConversions = 0;
    std::vector<MetricStats> metrics;
    SampleRatio sampleRatio;
    Progress progress;

    std::string method = "fixed";
    std::string plannedMethod = "fixed"; ///< of the plan; its decision stands in `decision`
    Headline headline;
    bool plannedLook = false; ///< whether the planned size is reached, so that this look is the planned one
    std::optional<PlannedEffect> planned;
    std::string decision; ///< invalid, too_early, ship, keep_control, stop_for_harm, inconclusive, continue
    std::vector<Sentence> warnings;
};

/// Computes the view; pure, and costs the same at a thousand and at ten million units.
/// With several epochs every estimate is stratified (docs/semantics.md). `now` decides which units of a metric with a
/// window are matured.
Stats computeStats(const Experiment& experiment, const SufficientStatistics& data, Timestamp now);

} // namespace xp
