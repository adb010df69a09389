// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/health.h"

#include "core/analysis/ages.h"
#include "core/analysis/concentration.h"
#include "core/analysis/reportdecision.h"
#include "core/analysis/reportsentences.h"
#include "core/analysis/unitcounts.h"
#include "core/domain/unitcounters.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace xp {

namespace {

using State = HealthCheck::State;

constexpr double kSuspiciousLift = 0.3;
constexpr double kDriftLevel = 0.01;
constexpr std::int32_t kFewestDaysForDrift = 4;

HealthCheck splitCheck(const ReportInput& input, const SampleBalance& balance)
{
    if (balance.observed.empty() || !balance.pValue)
        return {State::NotChecked, sentences::notChecked("split", "The split cannot be checked without units.")};
    return balance.mismatch ? HealthCheck{State::Failed, sentences::splitMismatch(input.experiment, balance)}
                            : HealthCheck{State::Passed, sentences::splitAsPlanned(input.experiment, balance)};
}

HealthCheck severalVariantsCheck(const ReportFacts& facts)
{
    if (!facts.shareInSeveralVariants)
        return {State::NotChecked,
                sentences::notChecked("several_variants", "Whether units were seen in several variants is not known.")};
    if (*facts.shareInSeveralVariants > kMostInSeveralVariants)
        return {State::Failed, sentences::severalVariants(*facts.shareInSeveralVariants)};
    return {State::Passed, sentences::checkPassed("several_variants", "Units stay in their variant.")};
}

void addShownCheck(std::vector<HealthCheck>& checks, const ReportInput& input)
{
    const UnitCount shown = countOf(input.experiment, input.data, kShownUnits);
    if (shown.units <= 0)
        return;
    if (shown.share() > kMostShownOther)
        checks.push_back({State::Failed, sentences::shownOther(shown.share(), shown.units)});
    else
        checks.push_back(
            {State::Passed, sentences::checkPassed("shown", "Clients show the variants that are assigned.")});
}

void addMergeCheck(std::vector<HealthCheck>& checks, const ReportInput& input)
{
    const SampleBalance merges = mergeBalanceOf(input.experiment, input.data);
    if (!merges.pValue)
        return;
    if (merges.mismatch)
        checks.push_back({State::Failed, sentences::mergesUnbalanced(*merges.pValue)});
    else
        checks.push_back(
            {State::Passed, sentences::checkPassed("merges", "Ids were joined equally often in all variants.")});
}

void addExclusionChecks(std::vector<HealthCheck>& checks, const ReportInput& input)
{
    const ExcludedUnits excluded = excludedUnitsOf(input.experiment, input.data);
    if (excluded.units() <= 0) {
        if (!input.experiment.enrolment.exclude.is_null())
            checks.push_back({State::Passed, sentences::checkPassed("excluded", "No rule leaves out a unit.")});
        return;
    }
    checks.push_back(
        {excluded.share() > kManyExcluded ? State::Warning : State::Passed, sentences::unitsExcluded(excluded)});
    const SampleBalance balance = exclusionBalanceOf(input.experiment, input.data);
    if (balance.mismatch)
        checks.push_back({State::Failed, sentences::exclusionsUnbalanced(*balance.pValue)});
}

HealthCheck prePeriodCheck(const ReportFacts& facts)
{
    if (!facts.prePeriodPValue)
        return {State::NotChecked,
                sentences::notChecked("pre_period", "There is no history from before the experiment to compare.")};
    if (*facts.prePeriodPValue < kImbalanceLevel)
        return {State::Failed, sentences::prePeriodImbalance(*facts.prePeriodPValue)};
    return {State::Passed, sentences::checkPassed("pre_period", "The variants were alike before the experiment.")};
}

void addDataChecks(std::vector<HealthCheck>& checks, const ViewBuilder& builder)
{
    const std::size_t before = checks.size();
    for (const TestedMetric& metric : builder.metrics()) {
        if (!metric.analysis->gate.isOpen())
            checks.push_back(
                {State::Warning, sentences::gateClosed(metric.analysis->metric.name, metric.analysis->gate)});
    }
    if (checks.size() == before)
        checks.push_back({State::Passed, sentences::checkPassed("enough_data", "Every metric has enough data.")});
}

void addLiftChecks(std::vector<HealthCheck>& checks, const ViewBuilder& builder)
{
    const std::size_t before = checks.size();
    for (const TestedMetric& metric : builder.metrics()) {
        for (std::size_t i = 0; i < metric.tests.size(); ++i) {
            const Word word = builder.word(metric, i);
            const auto lift = metric.analysis->contrasts[i].lift();
            if ((word == Word::Better || word == Word::Worse) && lift && std::abs(*lift) >= kSuspiciousLift)
                checks.push_back({State::Warning, sentences::suspiciousLift(builder.effect(metric, i))});
        }
    }
    if (checks.size() == before)
        checks.push_back(
            {State::Passed, sentences::checkPassed("suspicious_lift", "No effect is too large to be true.")});
}

void addGuardrailChecks(std::vector<HealthCheck>& checks, const ViewBuilder& builder)
{
    for (const TestedMetric& metric : builder.metrics()) {
        for (std::size_t i = 0; metric.planned.role == MetricRole::Guardrail && i < metric.tests.size(); ++i) {
            const Word word = builder.word(metric, i);
            if (word == Word::Inferior || word == Word::Worse)
                checks.push_back({State::Failed, guardrailReason(builder, metric, i)});
        }
    }
}

void addConcentrationChecks(std::vector<HealthCheck>& checks, const ReportInput& input)
{
    const Experiment& experiment = input.experiment;
    for (std::size_t m = 0; input.data.histograms && m < experiment.metrics.size(); ++m) {
        const Metric& metric = experiment.metrics[m];
        const auto few =
            concentrationOf(metric, static_cast<std::int16_t>(m), experiment.variants.size(), *input.data.histograms);
        if (few)
            checks.push_back(
                {State::Warning, sentences::fewUnits(metric.name, *few, experiment.variants[few->variant].name)});
    }
}

/// First and last exposure day of an experiment's data.
std::optional<std::pair<std::int32_t, std::int32_t>> exposureDays(const SufficientStatistics& data)
{
    std::optional<std::pair<std::int32_t, std::int32_t>> days;
    for (const MomentCell& cell : data.cells) {
        if (cell.metric < kUnitsOnly)
            continue; // counts of units that are not analysed as well
        if (!days)
            days = {cell.day, cell.day};
        days = {std::min(days->first, cell.day), std::max(days->second, cell.day)};
    }
    return days;
}

/// Whether the lift among units exposed in the first half of the days differs from that in the second half.
std::optional<HealthCheck> driftOf(const TestedMetric& metric, const MetricAnalysis& early, const MetricAnalysis& late,
                                   std::size_t treatment, const std::string& name)
{
    const Contrast& one = early.contrasts[treatment];
    const Contrast& other = late.contrasts[treatment];
    const auto a = one.lift();
    const auto b = other.lift();
    const auto errorOfA = one.liftStandardError();
    const auto errorOfB = other.liftStandardError();
    if (!a || !b || !errorOfA || !errorOfB || !early.gate.isOpen() || !late.gate.isOpen())
        return std::nullopt;
    const double p = 2 * stats::normalTail(std::abs(*a - *b) / std::hypot(*errorOfA, *errorOfB));
    if (p > kDriftLevel)
        return std::nullopt;
    return HealthCheck{State::Warning, sentences::effectDrift(metric.analysis->metric.name, name, *a, *b, p)};
}

void addDriftChecks(std::vector<HealthCheck>& checks, const ReportInput& input, const ViewBuilder& builder)
{
    const auto days = exposureDays(input.data);
    if (!days || days->second - days->first + 1 < kFewestDaysForDrift)
        return;
    const std::int32_t middle = days->first + (days->second - days->first) / 2;
    for (std::size_t m = 0; m < builder.metrics().size(); ++m) {
        const TestedMetric& metric = builder.metrics()[m];
        if (metric.planned.role != MetricRole::Primary)
            continue;
        const auto half = [&](const ExposureRange& range) {
            return analyseMetric(input.experiment, input.data, static_cast<std::int16_t>(m), input.now,
                                 {range, &input.frozen});
        };
        const MetricAnalysis early = half({.lastDay = middle});
        const MetricAnalysis late = half({.firstDay = middle + 1});
        for (std::size_t i = 0; i < metric.tests.size(); ++i) {
            if (auto check = driftOf(metric, early, late, i, builder.treatmentName(i)))
                checks.push_back(std::move(*check));
        }
    }
}

} // namespace

std::vector<HealthCheck> healthOf(const ReportInput& input, const SampleBalance& balance, const ViewBuilder& builder)
{
    std::vector<HealthCheck> checks{splitCheck(input, balance)};
    if (const auto day = balance.mismatch ? mismatchDay(input.experiment, input.data) : std::nullopt)
        checks.push_back({State::Failed, sentences::mismatchSince(*day)});
    checks.push_back(severalVariantsCheck(input.facts));
    checks.push_back(prePeriodCheck(input.facts));
    addExclusionChecks(checks, input);
    addShownCheck(checks, input);
    addMergeCheck(checks, input);
    addDataChecks(checks, builder);
    addLiftChecks(checks, builder);
    addGuardrailChecks(checks, builder);
    addConcentrationChecks(checks, input);
    addDriftChecks(checks, input, builder);
    std::ranges::move(noveltyChecks(input.experiment, input.ages), std::back_inserter(checks));
    return checks;
}

} // namespace xp
