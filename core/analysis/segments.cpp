// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/segments.h"

#include "core/analysis/family.h"
#include "core/analysis/metricanalysis.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <map>

namespace xp {

namespace {

Cohort cohortOf(const Experiment& experiment, const Segment& segment, std::int16_t metric)
{
    std::map<std::int32_t, std::vector<Moments>> byEpoch;
    for (const BreakdownCell& cell : segment.cells) {
        if (cell.metric != metric || cell.variant < 0 ||
            static_cast<std::size_t>(cell.variant) >= experiment.variants.size())
            continue;
        auto& arms = byEpoch.try_emplace(cell.epoch, experiment.variants.size()).first->second;
        arms[static_cast<std::size_t>(cell.variant)] += cell.moments;
    }
    Cohort cohort;
    for (auto& [epoch, arms] : byEpoch)
        cohort.epochs.push_back(
            {.epoch = epoch, .split = splitOf(experiment, epoch), .arms = std::move(arms), .history = {}});
    return cohort;
}

/// A metric in every segment.
std::vector<MetricAnalysis> analysesOf(const Experiment& experiment, const SegmentStatistics& statistics,
                                       std::int16_t position)
{
    std::vector<MetricAnalysis> analyses;
    for (const Segment& segment : statistics.segments)
        analyses.push_back(analyseCohort(experiment, position, cohortOf(experiment, segment, position)));
    return analyses;
}

Word wordOf(const MetricAnalysis& analysis, const Contrast& contrast, bool isSignificant)
{
    if (!analysis.gate.isOpen())
        return Word::TooEarly;
    if (!isSignificant)
        return Word::Undecided;
    return contrast.estimate().value_or(0) * analysis.sign() > 0 ? Word::Better : Word::Worse;
}

void addCells(SegmentBreakdown& breakdown, const Experiment& experiment, double level,
              const SegmentStatistics& statistics, const std::vector<MetricAnalysis>& analyses)
{
    std::vector<std::optional<double>> pValues;
    for (const MetricAnalysis& analysis : analyses) {
        for (const Contrast& contrast : analysis.contrasts)
            pValues.push_back(analysis.gate.isOpen() ? contrast.pValue() : std::nullopt);
    }
    const std::vector<Adjusted> family = adjustFamily(pValues, FamilyRule::BenjaminiHochberg, level);
    std::size_t next = 0;
    for (std::size_t s = 0; s < analyses.size(); ++s) {
        const MetricAnalysis& analysis = analyses[s];
        for (std::size_t i = 0; i < analysis.contrasts.size(); ++i, ++next) {
            const Contrast& contrast = analysis.contrasts[i];
            const Adjusted& adjusted = family[next];
            breakdown.cells.push_back({.segment = statistics.segments[s].value,
                                       .metric = analysis.metric.name,
                                       .treatment = experiment.variants[i + 1].name,
                                       .controlUnits = analysis.arms.front().units,
                                       .treatmentUnits = analysis.arms[i + 1].units,
                                       .estimate = contrast.estimate(),
                                       .interval = boundsOf(contrast.interval(adjusted.intervalAlpha)),
                                       .lift = contrast.lift(),
                                       .liftInterval = boundsOf(contrast.liftInterval(adjusted.intervalAlpha)),
                                       .pValue = pValues[next],
                                       .adjustedPValue = adjusted.pValue,
                                       .word = wordOf(analysis, contrast, adjusted.significant)});
        }
    }
}

std::optional<Heterogeneity> heterogeneityOf(const std::vector<MetricAnalysis>& analyses, std::size_t contrast)
{
    double weights = 0;
    double weighted = 0;
    double squares = 0;
    std::int64_t segments = 0;
    for (const MetricAnalysis& analysis : analyses) {
        const auto error = analysis.contrasts[contrast].standardError();
        const auto estimate = analysis.contrasts[contrast].estimate();
        if (!analysis.gate.isOpen() || !estimate || !error || !(*error > 0))
            continue;
        const double weight = 1 / (*error * *error);
        weights += weight;
        weighted += weight * *estimate;
        squares += weight * *estimate * *estimate;
        ++segments;
    }
    if (segments < 2)
        return std::nullopt;
    const double statistic = std::max(0.0, squares - weighted * weighted / weights);
    const std::int64_t freedom = segments - 1;
    return Heterogeneity{.metric = analyses.front().metric.name,
                         .treatment = {},
                         .statistic = statistic,
                         .degreesOfFreedom = freedom,
                         .pValue = stats::chiSquaredTail(statistic, static_cast<double>(freedom))};
}

/// Of the units that the metric watched for the shortest time knows of.
SampleBalance balanceIn(const Experiment& experiment, const Segment& segment)
{
    Cohort most;
    std::int64_t units = 0;
    for (std::size_t m = 0; m < experiment.metrics.size(); ++m) {
        Cohort cohort = cohortOf(experiment, segment, static_cast<std::int16_t>(m));
        std::int64_t all = 0;
        for (const EpochArms& epoch : cohort.epochs)
            all += epoch.units();
        if (all > units) {
            units = all;
            most = std::move(cohort);
        }
    }
    return sequentialBalanceOf(most);
}

/// Where the split is wrong nothing is said of the segment.
void addSplits(SegmentBreakdown& breakdown, const Experiment& experiment, const SegmentStatistics& statistics)
{
    const auto segments = static_cast<double>(statistics.segments.size());
    for (const Segment& segment : statistics.segments) {
        SegmentSplit split{segment.value, balanceIn(experiment, segment)};
        split.balance.mismatch = split.balance.pValue && *split.balance.pValue * segments < kMismatchLevel;
        for (SegmentCell& cell : breakdown.cells) {
            if (split.balance.mismatch && cell.segment == segment.value)
                cell.word = Word::Unusable;
        }
        breakdown.splits.push_back(std::move(split));
    }
}

} // namespace

SegmentBreakdown breakdownOf(const Experiment& experiment, double level, const SegmentStatistics& statistics)
{
    SegmentBreakdown breakdown{.attribute = statistics.attribute,
                               .asOf = statistics.asOf,
                               .unitsOfOthers = statistics.unitsOfOthers,
                               .unitsWithoutAny = statistics.unitsWithoutAny,
                               .cells = {},
                               .heterogeneity = {},
                               .splits = {}};
    for (std::size_t m = 0; m < experiment.metrics.size() && !statistics.segments.empty(); ++m) {
        const auto analyses = analysesOf(experiment, statistics, static_cast<std::int16_t>(m));
        addCells(breakdown, experiment, level, statistics, analyses);
        for (std::size_t i = 1; i < experiment.variants.size(); ++i) {
            if (auto difference = heterogeneityOf(analyses, i - 1)) {
                difference->treatment = experiment.variants[i].name;
                breakdown.heterogeneity.push_back(std::move(*difference));
            }
        }
    }
    addSplits(breakdown, experiment, statistics);
    return breakdown;
}

} // namespace xp
