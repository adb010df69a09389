// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/decision.h"
#include "core/analysis/gates.h"
#include "core/analysis/history.h"
#include "core/analysis/samplebalance.h"
#include "core/domain/plan.h"
#include "core/domain/sentence.h"

namespace xp {

struct AgeStatistics;
struct SegmentStatistics;

/// What is said of a cell, in one word.
enum class Word {
    Unusable,  ///< the data cannot be trusted: nothing is said
    TooEarly,  ///< too little data for the test to be trusted
    Waiting,   ///< the plan's look is still to come
    Undecided, ///< not told apart from "no effect"
    Better,
    Worse,
    NonInferior, ///< guardrail: not worse by the margin
    Inferior,    ///< guardrail: worse by more than the margin
};
std::string_view toString(Word word);
std::optional<Word> parseWord(std::string_view text);

/// The relative lift as a Bayesian sees it, under the plan's prior.
struct Posterior
{
    double probabilityBetter = 0; ///< in the metric's direction
    double expectedLoss = 0;      ///< of choosing the treatment: what the lift costs where it is for the worse
    Interval interval{};          ///< central, at the cell's level
};

/// One treatment against the control on one metric.
struct ReportCell
{
    std::string treatment;
    Word word = Word::Undecided;
    std::string test; ///< two_proportion_z, welch_t, ratio_delta, group_sequential, always_valid, normal_posterior
    std::optional<double> estimate; ///< treatment - control, in the metric's unit
    std::optional<Bounds> interval;
    std::optional<double> lift; ///< treatment / control - 1
    std::optional<Bounds> liftInterval;
    double level = 0.95; ///< of the intervals
    std::optional<double> pValue;
    std::optional<double> adjustedPValue;
    std::optional<double> marginPValue; ///< guardrails: against "worse by the margin"
    std::optional<Posterior> posterior;
    std::optional<double> power;        ///< to find the smallest effect of interest with the present data
    std::optional<double> daysLeft;     ///< at the present rate, until the power for it is the plan's
    std::optional<Timestamp> crossedAt; ///< when the plan's rule first called it
    std::optional<Timestamp> asOf;      ///< the planned look that the numbers are of, between looks
};

/// A share of the units has at most this value, in the metric's unit.
struct Percentile
{
    double share = 0;
    double value = 0;
};

struct ReportArm
{
    std::string variant;
    std::int64_t units = 0;
    std::int64_t converted = 0;
    std::optional<double> value;         ///< rate, mean or ratio over all epochs
    std::vector<Percentile> percentiles; ///< of the unit values: median, 90th, 99th, 99.9th; none for a rate
};

/// What the last pass over the units found of a metric's unit values.
struct ReportShape
{
    Timestamp asOf{};
    double skewness = 0;       ///< of the pooled values, cut where the plan says so
    std::optional<double> cap; ///< values above it are cut to it, in the metric's unit
    std::int64_t unitsCut = 0; ///< that are above it
};

/// What history from before the exposure takes out of a metric's noise.
struct ReportAdjustment
{
    std::int64_t unitsWithHistory = 0;
    double varianceReduction = 0; ///< share of the variance of the difference; of the treatment with the largest
};

struct ReportMetric
{
    std::string name;
    MetricKind kind = MetricKind::Conversion;
    MetricRole role = MetricRole::Secondary;
    Direction direction = Direction::Increase;
    std::optional<Margin> margin;
    std::optional<Sentence> gate; ///< why there is no verdict yet
    std::int64_t maturing = 0;
    double skewness = 0;              ///< of the unit values: from their shape, else presumed from their moments
    std::optional<ReportShape> shape; ///< nothing before the first pass over the units, and for rates
    std::optional<ReportAdjustment> adjustment; ///< where the plan asks for it and there is history
    std::vector<Sentence> notes;                ///< what to know when reading the numbers
    std::vector<ReportArm> arms;
    std::vector<ReportCell> cells; ///< of the treatments
};

/// All cells under one method, level and range of exposure days, and what follows from them.
struct ReportView
{
    Method method = Method::Fixed;
    double level = 0.05;
    bool isPlannedLook = false; ///< whether the plan allows a verdict now
    bool ended = false;         ///< end of the plan
    std::vector<ReportMetric> metrics;
    Decision decision = Decision::Continue;
    std::vector<std::string> treatments; ///< the decision is about
    std::vector<Sentence> reasons;       ///< the first one says what to do
};

struct HealthCheck
{
    enum class State { Passed, Warning, Failed, NotChecked } state = State::Passed;
    Sentence sentence;
};

/// What another method says of the same cell.
struct Opinion
{
    Method method = Method::Fixed;
    Word word = Word::Undecided;
    std::optional<double> pValue;
    std::optional<double> probabilityBetter;
};

struct SecondOpinion
{
    std::string metric;
    std::string treatment;
    std::vector<Opinion> opinions; ///< fixed, always-valid, group-sequential, Bayesian
    std::optional<Sentence> disagreement;
};

/// One treatment in one segment; exploratory.
struct SegmentCell
{
    std::string segment;
    std::string metric;
    std::string treatment;
    std::int64_t controlUnits = 0;
    std::int64_t treatmentUnits = 0;
    std::optional<double> estimate;
    std::optional<Bounds> interval;
    std::optional<double> lift;
    std::optional<Bounds> liftInterval;
    std::optional<double> pValue;
    std::optional<double> adjustedPValue; ///< over all segments and treatments of the metric, Benjamini-Hochberg
    Word word = Word::Undecided;
};

/// Whether a treatment's effect is the same in all segments (Cochran's Q over the segments with enough data).
struct Heterogeneity
{
    std::string metric;
    std::string treatment;
    double statistic = 0;
    std::int64_t degreesOfFreedom = 0;
    double pValue = 1;
};

/// Whether the units of a segment are split as planned.
struct SegmentSplit
{
    std::string segment;
    SampleBalance balance; ///< always-valid; a mismatch is corrected over the segments (Bonferroni)
};

struct SegmentBreakdown
{
    std::string attribute;
    Timestamp asOf{}; ///< when the pass over the units began
    std::int64_t unitsOfOthers = 0;
    std::int64_t unitsWithoutAny = 0;
    std::vector<SegmentCell> cells;
    std::vector<Heterogeneity> heterogeneity;
    std::vector<SegmentSplit> splits;
};

/// The effect on what units do on the n-th day after their exposure.
struct AgeEffect
{
    std::string metric;
    std::string treatment;
    std::int32_t age = 0;
    std::int64_t units = 0; ///< of the two arms
    std::optional<double> estimate;
    std::optional<Bounds> interval; ///< 95 %
    std::optional<double> lift;
};

struct ReportProgress
{
    std::int64_t units = 0; ///< analysed, in the smallest arm of the first primary metric
    std::optional<std::int64_t> planned;
    double fraction = 0;               ///< of the planned size or duration; may pass 1
    std::optional<double> days;        ///< since the start
    std::optional<double> unitsPerDay; ///< in the smallest arm
    std::optional<double> daysLeft;    ///< to the planned size or duration
};

struct Report
{
    Timestamp time{};
    std::string experimentId;
    std::string fingerprint; ///< of the frozen plan
    ReportView planned;
    std::optional<ReportView> viewed; ///< as asked for, where it differs from the plan
    std::vector<Sentence> departures;
    SampleBalance balance; ///< always-valid
    std::vector<HealthCheck> health;
    std::vector<SecondOpinion> secondOpinions;
    ReportProgress progress;
    std::optional<SegmentBreakdown> segments; ///< as asked for
    std::vector<AgeEffect> byAge;             ///< of the primary metrics, ordered by metric, treatment, age
    std::optional<Timestamp> byAgeAsOf;       ///< when the pass over the units began; nothing before the first one
    double byAgeShare = 1;                    ///< of all units, that the pass has read
    ReportHistory history;                    ///< to be kept and handed to the next report
};

/// What a reader may change without changing the plan.
struct ReportRequest
{
    std::optional<Method> method;
    std::optional<double> level;
    ExposureRange range;
    bool briefly = false;    ///< the decision alone, without health and second opinions: for series and simulations
    bool lookAnyway = false; ///< as if the plan allowed a verdict now

    bool changesNothing() const { return !method && !level && !range.firstDay && !range.lastDay && !lookAnyway; }
};

/// What only the store knows; what is left out is reported as not checked.
struct ReportFacts
{
    std::optional<double> shareInSeveralVariants; ///< of units
    std::optional<double> prePeriodPValue;        ///< of the balance before exposure; without one: from the covariates
};

/// `present` is the plan as it would be written today; it differs from `frozen` by what changed since the start.
struct ReportInput
{
    const Experiment& experiment;
    const SufficientStatistics& data;
    const Plan& frozen;
    const Plan& present;
    const ReportHistory& history;
    Timestamp now;
    ReportRequest request = {};
    ReportFacts facts = {};
    const SegmentStatistics* segments = nullptr; ///< as asked for
    const AgeStatistics* ages = nullptr;
};

/// Pure: the same input gives the same report.
Report computeReport(const ReportInput& input);

} // namespace xp
