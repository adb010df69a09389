// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/reportdecision.h"

#include "core/analysis/reportsentences.h"
#include "core/analysis/unitcounts.h"

#include <algorithm>
#include <utility>

namespace xp {

namespace {

/// Gathers the facts of a view, decides, and explains.
class Decider
{
public:
    Decider(const ViewBuilder& builder, const ReportInput& input, const Plan& plan, const PlanClock& clock,
            const std::vector<Sentence>& invalid)
        : m_builder(builder), m_input(input), m_plan(plan), m_clock(clock), m_invalid(invalid)
    {
    }

    void decideInto(ReportView& view);

private:
    using Metrics = const std::vector<TestedMetric>&;

    std::size_t treatments() const
    {
        return m_input.experiment.variants.empty() ? 0 : m_input.experiment.variants.size() - 1;
    }
    const std::string& control() const { return m_input.experiment.variants.front().name; }
    Metrics metrics() const { return m_builder.metrics(); }
    bool isPrimary(const TestedMetric& m) const { return m.planned.role == MetricRole::Primary; }
    bool isGuardrail(const TestedMetric& m) const { return m.planned.role == MetricRole::Guardrail; }

    std::vector<Sentence> tooEarly() const;
    TreatmentFacts factsOf(std::size_t treatment) const;
    std::int64_t unitsOf(std::size_t treatment) const;
    bool passes(const TestedMetric& guardrail, std::size_t treatment) const;
    bool isBelowSmallestEffect(const TestedMetric& metric, std::size_t treatment) const;
    const TestedMetric* primaryWith(Word word, std::size_t treatment) const;
    /// The primary metric and treatment with the smallest p-value, or largest posterior.
    std::optional<sentences::Effect> nearest() const;
    std::vector<Sentence> reasons(Verdict& verdict) const;
    std::vector<Sentence> harmReasons(const Verdict& verdict) const;
    std::vector<Sentence> shipReasons(Verdict& verdict) const;
    std::vector<Sentence> keepReasons() const;
    std::vector<Sentence> inconclusiveReasons() const;
    std::vector<Sentence> continueReasons() const;
    bool addGuardrails(std::vector<Sentence>& reasons) const;

    const ViewBuilder& m_builder;
    const ReportInput& m_input;
    const Plan& m_plan;
    const PlanClock& m_clock;
    const std::vector<Sentence>& m_invalid;
};

std::vector<Sentence> Decider::tooEarly() const
{
    std::vector<Sentence> reasons;
    for (const TestedMetric& metric : metrics()) {
        if (isPrimary(metric) && !metric.analysis->gate.isOpen())
            reasons.push_back(sentences::gateClosed(metric.analysis->metric.name, metric.analysis->gate));
    }
    if (m_clock.days && *m_clock.days < m_plan.minimumDays)
        reasons.push_back(sentences::tooFewDays(*m_clock.days, m_plan.minimumDays));
    return reasons;
}

/// Non-inferior by its margin; without a margin: not found to be worse.
bool Decider::passes(const TestedMetric& guardrail, std::size_t treatment) const
{
    const Word word = m_builder.word(guardrail, treatment);
    return guardrail.hasMargin() ? word == Word::NonInferior : word != Word::Worse;
}

bool Decider::isBelowSmallestEffect(const TestedMetric& metric, std::size_t treatment) const
{
    if (!m_plan.smallestEffect)
        return false;
    const auto interval = m_builder.cell(metric, treatment).liftInterval;
    if (!interval)
        return false;
    const auto best = metric.sign() > 0 ? interval->upper : interval->lower;
    return best && metric.sign() * *best < *m_plan.smallestEffect;
}

const TestedMetric* Decider::primaryWith(Word word, std::size_t treatment) const
{
    const auto it = std::ranges::find_if(metrics(), [&](const TestedMetric& metric) {
        return isPrimary(metric) && m_builder.word(metric, treatment) == word;
    });
    return it == metrics().end() ? nullptr : &*it;
}

/// The most under any metric: those of some may still be maturing.
std::int64_t Decider::unitsOf(std::size_t treatment) const
{
    std::int64_t units = 0;
    for (const TestedMetric& metric : metrics())
        units = std::max(units, metric.analysis->arms[treatment + 1].units);
    return units;
}

TreatmentFacts Decider::factsOf(std::size_t treatment) const
{
    TreatmentFacts facts{.better = primaryWith(Word::Better, treatment) != nullptr,
                         .worse = primaryWith(Word::Worse, treatment) != nullptr,
                         .isInUse = isInUse(m_input.experiment, treatment + 1, unitsOf(treatment))};
    bool allBelow = true;
    for (const TestedMetric& metric : metrics()) {
        facts.harmful = facts.harmful || m_builder.isHarmful(metric, treatment);
        if (isGuardrail(metric))
            facts.guardrailsPass = facts.guardrailsPass && passes(metric, treatment);
        if (isPrimary(metric))
            allBelow = allBelow && isBelowSmallestEffect(metric, treatment);
    }
    facts.belowSmallestEffect =
        allBelow && std::ranges::any_of(metrics(), [this](const TestedMetric& m) { return isPrimary(m); });
    return facts;
}

void Decider::decideInto(ReportView& view)
{
    const std::vector<Sentence> early = tooEarly();
    DecisionFacts facts{.invalid = !m_invalid.empty(),
                        .tooEarly = !early.empty(),
                        .hasPrimary =
                            std::ranges::any_of(metrics(), [this](const TestedMetric& m) { return isPrimary(m); }),
                        .ended = m_clock.ended()};
    for (std::size_t i = 0; i < treatments(); ++i)
        facts.treatments.push_back(factsOf(i));
    Verdict verdict = decide(facts);
    view.decision = verdict.decision;
    view.ended = facts.ended;
    if (verdict.decision == Decision::Invalid)
        view.reasons = m_invalid;
    else if (verdict.decision == Decision::TooEarly) {
        view.reasons = early;
        if (!facts.hasPrimary) // waiting will not help
            view.reasons.push_back(sentences::noPrimaryMetric());
    } else if (!facts.hasPrimary && verdict.decision == Decision::Inconclusive)
        view.reasons = {sentences::noPrimaryMetric()};
    else
        view.reasons = reasons(verdict);
    for (const std::size_t treatment : verdict.treatments)
        view.treatments.push_back(m_builder.treatmentName(treatment));
}

std::vector<Sentence> Decider::reasons(Verdict& verdict) const
{
    switch (verdict.decision) {
    case Decision::StopForHarm:
        return harmReasons(verdict);
    case Decision::Ship:
        return shipReasons(verdict);
    case Decision::KeepControl:
        return keepReasons();
    case Decision::Inconclusive:
        return inconclusiveReasons();
    default:
        return continueReasons();
    }
}

std::vector<Sentence> Decider::harmReasons(const Verdict& verdict) const
{
    std::vector<Sentence> reasons;
    for (const std::size_t treatment : verdict.treatments) {
        for (const TestedMetric& metric : metrics()) {
            if (m_builder.isHarmful(metric, treatment))
                reasons.push_back(sentences::stopForHarm(m_builder.effect(metric, treatment), std::nullopt));
        }
    }
    return reasons;
}

std::vector<Sentence> Decider::shipReasons(Verdict& verdict) const
{
    const auto gain = [this](std::size_t treatment) {
        const TestedMetric& metric = *primaryWith(Word::Better, treatment);
        const Contrast& contrast = metric.analysis->contrasts[treatment];
        return metric.sign() * contrast.lift().value_or(contrast.estimate().value_or(0));
    };
    std::ranges::stable_sort(verdict.treatments, std::ranges::greater(), gain);
    const std::size_t best = verdict.treatments.front();
    const TestedMetric& metric = *primaryWith(Word::Better, best);
    std::vector<Sentence> reasons{sentences::ship(m_builder.effect(metric, best))};
    if (verdict.treatments.size() > 1) {
        const std::size_t next = verdict.treatments[1];
        const Contrast between(stratify(metric.analysis->cohort, next + 1, best + 1), metric.analysis->metric);
        const auto interval = between.interval(m_plan.level);
        if (!interval || ((*interval)[0] <= 0 && (*interval)[1] >= 0))
            reasons.insert(reasons.begin(),
                           sentences::bestNotSeparable(m_builder.treatmentName(best), m_builder.treatmentName(next)));
    }
    const auto guardrails = std::ranges::count_if(metrics(), [this](const TestedMetric& m) { return isGuardrail(m); });
    if (guardrails > 0)
        reasons.push_back(sentences::guardrailsPass(static_cast<std::size_t>(guardrails)));
    return reasons;
}

std::vector<Sentence> Decider::keepReasons() const
{
    std::vector<Sentence> reasons;
    for (std::size_t i = 0; i < treatments(); ++i) {
        if (const TestedMetric* metric = primaryWith(Word::Worse, i)) {
            reasons.push_back(sentences::worse(m_builder.effect(*metric, i), control()));
            continue;
        }
        const auto it = std::ranges::find_if(metrics(), [this](const TestedMetric& m) { return isPrimary(m); });
        reasons.push_back(
            sentences::keepTooSmall(m_builder.effect(*it, i), m_plan.smallestEffect.value_or(0), control()));
    }
    return reasons;
}

std::optional<sentences::Effect> Decider::nearest() const
{
    std::optional<sentences::Effect> effect;
    double smallest = 2;
    for (const TestedMetric& metric : metrics()) {
        for (std::size_t i = 0; isPrimary(metric) && i < metric.tests.size(); ++i) {
            if (const auto p = metric.tests[i]->pValue(); p && *p < smallest) {
                smallest = *p;
                effect = m_builder.effect(metric, i);
            }
        }
    }
    return effect;
}

/// Of treatments that are better and do not ship because of a guardrail; whether there are any.
bool Decider::addGuardrails(std::vector<Sentence>& reasons) const
{
    const std::size_t before = reasons.size();
    for (std::size_t i = 0; i < treatments(); ++i) {
        const TestedMetric* better = primaryWith(Word::Better, i);
        bool isFirst = true;
        for (const TestedMetric& metric : metrics()) {
            if (!better || !isGuardrail(metric) || passes(metric, i))
                continue;
            if (std::exchange(isFirst, false))
                reasons.push_back(sentences::betterUnderGuardrail(m_builder.effect(*better, i)));
            reasons.push_back(guardrailReason(m_builder, metric, i));
        }
    }
    return reasons.size() > before;
}

std::vector<Sentence> Decider::inconclusiveReasons() const
{
    std::vector<Sentence> reasons;
    if (m_clock.stoppedEarly(m_plan) && !m_builder.isVerdictDue())
        reasons.push_back(m_builder.isOfSomeDays() ? sentences::fewOnTheseDays(m_clock.fraction)
                                                   : sentences::stoppedBeforePlan(m_clock.fraction));
    if (addGuardrails(reasons))
        return reasons; // an effect is shown
    if (const auto effect = nearest())
        reasons.push_back(sentences::inconclusive(*effect));
    else if (reasons.empty())
        reasons.push_back(sentences::noEstimate());
    return reasons;
}

std::vector<Sentence> Decider::continueReasons() const
{
    std::vector<Sentence> reasons;
    addGuardrails(reasons);
    for (const TestedMetric& metric : metrics()) {
        for (std::size_t i = 0; isPrimary(metric) && i < metric.tests.size(); ++i) {
            const Contrast& contrast = metric.analysis->contrasts[i];
            const auto p = contrast.pValue();
            const bool looksBetter = p && *p <= m_plan.level && metric.sign() * contrast.statistic().value_or(0) > 0;
            if (looksBetter && m_builder.word(metric, i) != Word::Better)
                reasons.push_back(sentences::continuePromising(m_builder.effect(metric, i)));
        }
    }
    if (reasons.empty())
        reasons.push_back(sentences::continueToLook(m_clock.fraction, m_plan.unitsPerVariant || m_plan.durationDays));
    return reasons;
}

} // namespace

Sentence guardrailReason(const ViewBuilder& builder, const TestedMetric& guardrail, std::size_t treatment)
{
    const Word word = builder.word(guardrail, treatment);
    const sentences::Effect effect = builder.effect(guardrail, treatment);
    return word == Word::Worse || word == Word::Inferior
               ? sentences::guardrailWorse(effect, guardrail.planned.margin)
               : sentences::guardrailNotProven(effect, guardrail.planned.margin);
}

std::vector<Sentence> invalidReasons(const ReportInput& input, const SampleBalance& balance)
{
    std::vector<Sentence> reasons;
    if (balance.observed.empty())
        reasons.push_back(sentences::noUnits());
    if (balance.mismatch)
        reasons.push_back(sentences::wrongSplit(input.experiment, balance));
    if (const auto share = input.facts.shareInSeveralVariants; share && *share > kMostInSeveralVariants)
        reasons.push_back(sentences::severalVariants(*share));
    if (const SampleBalance merges = mergeBalanceOf(input.experiment, input.data); merges.mismatch)
        reasons.push_back(sentences::mergesUnbalanced(*merges.pValue));
    if (const auto p = input.facts.prePeriodPValue; p && *p < kImbalanceLevel)
        reasons.push_back(sentences::prePeriodImbalance(*p));
    return reasons;
}

void decideView(ReportView& view, const ViewBuilder& builder, const ReportInput& input, const Plan& plan,
                const PlanClock& clock, const std::vector<Sentence>& invalid)
{
    Decider(builder, input, plan, clock, invalid).decideInto(view);
}

} // namespace xp
