// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/report.h"

#include "core/analysis/ages.h"
#include "core/analysis/health.h"
#include "core/analysis/lookrule.h"
#include "core/analysis/reportdecision.h"
#include "core/analysis/secondopinion.h"
#include "core/analysis/sentences.h"
#include "core/analysis/unitcounts.h"
#include "core/domain/enumtext.h"
#include "core/stats/upperhalves.h"

#include <algorithm>

namespace xp {

namespace {

constexpr EnumText kWords{std::array{
    EnumName{Word::Unusable, "unusable"}, EnumName{Word::TooEarly, "too_early"}, EnumName{Word::Waiting, "waiting"},
    EnumName{Word::Undecided, "undecided"}, EnumName{Word::Better, "better"}, EnumName{Word::Worse, "worse"},
    EnumName{Word::NonInferior, "non_inferior"}, EnumName{Word::Inferior, "inferior"}}};

std::vector<MetricAnalysis> analysesOf(const ReportInput& input, const Plan& plan, const ExposureRange& range)
{
    std::vector<MetricAnalysis> analyses;
    for (std::size_t i = 0; i < input.experiment.metrics.size(); ++i)
        analyses.push_back(
            analyseMetric(input.experiment, input.data, static_cast<std::int16_t>(i), input.now, {range, &plan}));
    return analyses;
}

/// In the smallest arm of the first primary metric, else of all exposed units.
std::int64_t smallestPlanned(const ReportInput& input, const Cohort& units, const std::vector<MetricAnalysis>& analyses)
{
    std::vector<Moments> arms;
    for (std::size_t i = 0; i < input.frozen.metrics.size() && arms.empty(); ++i) {
        const auto it = std::ranges::find(analyses, input.frozen.metrics[i].name,
                                          [](const MetricAnalysis& a) -> const std::string& { return a.metric.name; });
        if (input.frozen.metrics[i].role == MetricRole::Primary && it != analyses.end())
            arms = it->arms;
    }
    for (std::size_t i = 0; arms.size() < input.experiment.variants.size(); ++i)
        arms.push_back(units.total(i));
    return smallestArm(input.experiment, arms);
}

ReportView viewOf(const ViewBuilder& builder, const ReportInput& input, const Plan& plan, const PlanClock& clock,
                  const std::vector<Sentence>& invalid)
{
    ReportView view{.method = plan.method,
                    .level = plan.level,
                    .isPlannedLook = builder.isVerdictDue(),
                    .metrics = builder.reportMetrics()};
    decideView(view, builder, input, plan, clock, invalid);
    return view;
}

/// The look with the smaller always-valid p-value; a later one must be stronger.
void keepStrongest(CellHistory& cell, const LookNumbers& numbers, const Sequence& sequence)
{
    const auto p = [&sequence](const LookNumbers& n) { return sequence.pValue(n.units, n.statisticAtDifference(0)); };
    if (!cell.strongest || p(numbers) < p(*cell.strongest))
        cell.strongest = numbers;
}

/// What the next report must know: the looks that count, the strongest evidence so far, the first crossings.
ReportHistory nextHistory(const ReportInput& input, const ViewBuilder& builder, const PlanClock& clock)
{
    ReportHistory history = input.history;
    const bool isLook = input.frozen.method == Method::GroupSequential && clock.isLook;
    const bool isTheLook = input.frozen.method == Method::Fixed && clock.completed;
    const double planned = static_cast<double>(input.frozen.unitsPerVariant.value_or(0)) *
                           static_cast<double>(input.experiment.variants.size());
    const Sequence sequence(input.frozen.level, planned > 0 ? planned : kDefaultTuningUnits);
    for (const TestedMetric& metric : builder.metrics()) {
        for (std::size_t i = 0; i < metric.tests.size(); ++i) {
            const auto numbers = lookNumbersOf(metric.analysis->contrasts[i], input.now);
            if (!numbers || !metric.analysis->gate.isOpen())
                continue; // too little data to be held against the future
            const std::string& name = metric.analysis->metric.name;
            auto it = std::ranges::find_if(history.cells, [&](const CellHistory& cell) {
                return cell.metric == name && cell.treatment == builder.treatmentName(i);
            });
            if (it == history.cells.end())
                it = history.cells.insert(it, CellHistory{.metric = name, .treatment = builder.treatmentName(i)});
            keepStrongest(*it, *numbers, sequence);
            if (isTheLook && !it->planned)
                it->planned = PlannedLook{input.now, stratify(metric.analysis->cohort, 0, i + 1).used};
            if (isLook)
                it->looks.push_back({history.rates.size(), *numbers});
            const Word word = builder.word(metric, i);
            if ((word == Word::Better || word == Word::Worse) && !it->crossedAt)
                it->crossedAt = input.now;
        }
    }
    if (isLook)
        history.rates.push_back(clock.fraction);
    return history;
}

ReportProgress progressOf(const Plan& plan, const PlanClock& clock)
{
    ReportProgress progress{
        .units = clock.units, .planned = plan.unitsPerVariant, .fraction = clock.fraction, .days = clock.days};
    if (!clock.days || !(*clock.days > 0))
        return progress;
    progress.unitsPerDay = static_cast<double>(clock.units) / *clock.days;
    if (!clock.over && clock.fraction > 0)
        progress.daysLeft = std::max(0.0, *clock.days / clock.fraction - *clock.days);
    return progress;
}

std::optional<ReportView> viewAsAsked(const ReportInput& input, const std::vector<Sentence>& invalid)
{
    if (input.request.changesNothing())
        return std::nullopt;
    Plan plan = input.frozen;
    plan.method = input.request.method.value_or(plan.method);
    plan.level = input.request.level.value_or(plan.level);
    if (plan.looks.empty())
        plan.looks = evenLooks(kAssumedLooks);
    const std::vector<MetricAnalysis> analyses = analysesOf(input, plan, input.request.range);
    const Cohort units =
        selectCohort(input.experiment, input.data, kUnitsOnly, std::nullopt, input.now, input.request.range);
    const PlanClock clock =
        planClockOf(input.experiment, input.data, plan, {}, smallestPlanned(input, units, analyses), input.now);
    const bool anyway = input.request.lookAnyway;
    const ViewBuilder builder(input, analyses, plan, clock,
                              {.asPlanned = false, .lookAnyway = anyway, .isUnusable = !invalid.empty()});
    ReportView view = viewOf(builder, input, plan, clock, invalid);
    if (anyway) {
        view.isPlannedLook = false;
        if (plan.unitsPerVariant && clock.units < *plan.unitsPerVariant)
            view.reasons.push_back(sentences::earlyLook(clock.units, *plan.unitsPerVariant));
    }
    return view;
}

} // namespace

std::string_view toString(Word word)
{
    return kWords.text(word);
}

std::optional<Word> parseWord(std::string_view text)
{
    return kWords.parse(text);
}

namespace {

/// Of what is known of the units from before their exposure, whether or not the plan adjusts by it; Bonferroni over the
/// metrics.
std::optional<double> prePeriodPValue(const ReportInput& input)
{
    std::optional<double> smallest;
    int tests = 0;
    for (std::size_t m = 0; m < input.experiment.metrics.size() && !input.data.covariates.empty(); ++m) {
        const auto position = static_cast<std::int16_t>(m);
        Cohort cohort = selectCohort(input.experiment, input.data, position, std::nullopt, input.now);
        addHistory(cohort, input.experiment, input.data, position, std::nullopt, input.now);
        std::vector<Strata> strata;
        for (std::size_t i = 1; i < input.experiment.variants.size(); ++i)
            strata.push_back(stratify(cohort, 0, i));
        if (const auto p = historyBalance(strata)) {
            smallest = std::min(smallest.value_or(1), *p);
            ++tests;
        }
    }
    return smallest ? std::optional(std::min(1.0, *smallest * tests)) : std::nullopt;
}

} // namespace

Report computeReport(const ReportInput& asked)
{
    stats::clearUpperHalves();
    ReportInput input = asked;
    if (!input.facts.prePeriodPValue)
        input.facts.prePeriodPValue = prePeriodPValue(input);
    Report report{.time = input.now,
                  .experimentId = input.experiment.id,
                  .fingerprint = fingerprintOf(input.frozen),
                  .departures = departuresOf(input.frozen, input.present)};
    const Cohort units = selectCohort(input.experiment, input.data, kUnitsOnly, std::nullopt, input.now);
    report.balance = unitBalanceOf(input.experiment, input.data, units);
    if (!input.facts.shareInSeveralVariants)
        input.facts.shareInSeveralVariants = shareInSeveralVariants(input.experiment, input.data, units);
    const std::vector<Sentence> invalid = invalidReasons(input, report.balance);
    const std::vector<MetricAnalysis> analyses = analysesOf(input, input.frozen, {});
    const PlanClock clock = planClockOf(input.experiment, input.data, input.frozen, input.history,
                                        smallestPlanned(input, units, analyses), input.now);
    const ViewBuilder builder(input, analyses, input.frozen, clock, {.isUnusable = !invalid.empty()});
    report.planned = viewOf(builder, input, input.frozen, clock, invalid);
    report.viewed = viewAsAsked(input, invalid);
    if (!input.request.briefly) {
        if (input.ages) {
            report.byAge = effectsByAge(input.experiment, *input.ages);
            report.byAgeAsOf = input.ages->asOf;
            report.byAgeShare = input.ages->share;
        }
        report.health = healthOf(input, report.balance, builder);
        report.secondOpinions = secondOpinionsOf(input, analyses, input.frozen, clock, !invalid.empty());
    }
    report.progress = progressOf(input.frozen, clock);
    report.history = nextHistory(input, builder, clock);
    return report;
}

} // namespace xp
