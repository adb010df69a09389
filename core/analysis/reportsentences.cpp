// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/reportsentences.h"

#include "core/analysis/wording.h"

#include <cmath>

namespace xp::sentences {

namespace {

using nlohmann::json;

std::string methodText(Method method)
{
    switch (method) {
    case Method::Fixed:
        return "a single look";
    case Method::GroupSequential:
        return "the group-sequential test";
    case Method::AlwaysValid:
        return "the always-valid test";
    case Method::Bayesian:
        return "the Bayesian posterior";
    }
    return {};
}

std::string wordText(Word word)
{
    switch (word) {
    case Word::Better:
        return "better";
    case Word::Worse:
        return "worse";
    case Word::NonInferior:
        return "not worse by the margin";
    case Word::Inferior:
        return "worse by more than the margin";
    case Word::TooEarly:
        return "too early";
    case Word::Waiting:
        return "to wait";
    case Word::Unusable:
        return "unusable";
    case Word::Undecided:
        break;
    }
    return "not told apart from the control";
}

std::string evidence(const Opinion& opinion)
{
    if (opinion.pValue)
        return " (" + pEquationText(*opinion.pValue) + ")";
    if (opinion.probabilityBetter)
        return " (" + percentText(*opinion.probabilityBetter) + " likely to be better)";
    return {};
}

json opinionArguments(const Opinion& opinion)
{
    return {{"method", toString(opinion.method)},
            {"word", toString(opinion.word)},
            {"p_value", opinion.pValue ? json(*opinion.pValue) : json(nullptr)},
            {"probability_better", opinion.probabilityBetter ? json(*opinion.probabilityBetter) : json(nullptr)}};
}

/// Why the one finds what the other does not.
std::string explanation(Method one, Method other)
{
    if (other == Method::Bayesian)
        return "The prior expects small effects and holds the estimate back.";
    if (one == Method::Bayesian)
        return "A posterior is not protected against looking often.";
    if (one == Method::Fixed)
        return "A single look's p-value does not hold when results are watched as they come in.";
    return "They share the same level over their looks in different ways; follow the one that was planned.";
}

} // namespace

Sentence noUnits()
{
    return {"no_units", json::object(), "There are no units to analyse yet."};
}

Sentence severalVariants(double share)
{
    return {"several_variants",
            {{"share", share}},
            "Do not use these results: " + percentText(share) +
                " of the units were seen in several variants, more than the 1 % that is tolerable. Find out why an "
                "assignment changes."};
}

Sentence mergesUnbalanced(double pValue)
{
    return {"merges_unbalanced",
            {{"p_value", pValue}},
            "Do not use these results: people's ids were joined more often in some variants than in others (" +
                pEquationText(pValue) + "), so the variants count other people. Analyse people who were known before."};
}

Sentence shownOther(double share, std::int64_t units)
{
    return {"shown_other",
            {{"share", share}, {"units", units}},
            "Clients showed another variant than the one assigned to " + percentText(share) + " of the " +
                countText(units) + " units of which they tell. Find out which clients do not ask for it."};
}

Sentence unitsExcluded(const ExcludedUnits& excluded)
{
    return {"units_excluded",
            {{"units", excluded.units()},
             {"all", excluded.all},
             {"share", excluded.share()},
             {"experiment", excluded.byExperiment},
             {"service", excluded.byService},
             {"bots", excluded.bots}},
            "Left out of the analysis: " + countText(excluded.units()) + " of " + countText(excluded.all) + " units (" +
                percentText(excluded.share()) + "): " + countText(excluded.byExperiment) +
                " by the experiment's rule, " + countText(excluded.byService) + " by the service's, " +
                countText(excluded.bots) + " as bots."};
}

Sentence exclusionsUnbalanced(double pValue)
{
    return {"exclusions_unbalanced",
            {{"p_value", pValue}},
            "Rules leave out more units of some variants than of others (" + pEquationText(pValue) +
                "). Find out what they look at: nothing that follows from the variant."};
}

Sentence prePeriodImbalance(double pValue)
{
    return {"pre_period_imbalance",
            {{"p_value", pValue}},
            "Do not use these results: the variants differed already before the experiment (" + pEquationText(pValue) +
                "). Split anew."};
}

Sentence keepTooSmall(const Effect& effect, double smallestEffect, const std::string& control)
{
    json arguments = effect.arguments();
    arguments["smallest_effect"] = smallestEffect;
    arguments["control"] = control;
    return {"keep_too_small", std::move(arguments),
            "Keep " + inQuotes(control) + ": an effect of " + percentText(smallestEffect) +
                ", the smallest of interest, is ruled out. " + inQuotes(effect.treatment) + ": " + effect.text() + "."};
}

Sentence inconclusive(const Effect& effect)
{
    return {"inconclusive", effect.arguments(),
            "Nothing follows from this experiment: neither an effect nor its absence is shown. " +
                inQuotes(effect.treatment) + ": " + effect.text() + "."};
}

Sentence guardrailWorse(const Effect& guardrail, const std::optional<Margin>& margin)
{
    json arguments = guardrail.arguments();
    std::string by;
    if (margin) {
        arguments["margin"] = {{"value", margin->value}, {"relative", margin->relative}};
        by = " by more than " + (margin->relative ? percentText(margin->value) : numberText(margin->value));
    }
    return {"guardrail_worse", std::move(arguments),
            "Guardrail: " + inQuotes(guardrail.treatment) + " is worse" + by + ". " + guardrail.text() + "."};
}

Sentence betterUnderGuardrail(const Effect& effect)
{
    return {"better_under_guardrail", effect.arguments(),
            inQuotes(effect.treatment) + " is better, " + effect.text() +
                ", and does not ship: not every guardrail is shown to hold."};
}

Sentence guardrailNotProven(const Effect& guardrail, const std::optional<Margin>& margin)
{
    json arguments = guardrail.arguments();
    std::string allowed;
    if (margin) {
        arguments["margin"] = {{"value", margin->value}, {"relative", margin->relative}};
        allowed = margin->relative ? " by " + percentText(margin->value) : " by " + numberText(margin->value);
    }
    return {"guardrail_not_proven", std::move(arguments),
            "Guardrail: it is not shown that " + inQuotes(guardrail.treatment) + " is not worse" + allowed + ". " +
                guardrail.text() + "."};
}

Sentence guardrailsPass(std::size_t count)
{
    return {"guardrails_pass",
            {{"count", count}},
            count == 1 ? std::string("The guardrail holds.")
                       : "All " + countText(static_cast<std::int64_t>(count)) + " guardrails hold."};
}

Sentence bestNotSeparable(const std::string& first, const std::string& second)
{
    return {"best_not_separable",
            {{"first", first}, {"second", second}},
            inQuotes(first) + " and " + inQuotes(second) +
                " are both better than the control and cannot be told apart: take the cheaper one."};
}

Sentence continueToLook(double fraction, bool isSizePlanned)
{
    if (!isSizePlanned)
        return {"continue_without_end", json::object(),
                "Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned."};
    return {"continue",
            {{"fraction", fraction}},
            "Continue: " + percentText(std::min(fraction, 1.0)) +
                " of the plan is done, and nothing speaks for a stop."};
}

Sentence continuePromising(const Effect& effect)
{
    return {"continue_promising", effect.arguments(),
            "Continue, and wait for the plan: " + inQuotes(effect.treatment) + " looks better so far, " +
                effect.text() + "."};
}

Sentence stoppedBeforePlan(double fraction)
{
    return {"stopped_before_plan",
            {{"fraction", fraction}},
            "The experiment stopped at " + percentText(fraction) +
                " of its plan; a single look was planned for the end, so there is no verdict."};
}

Sentence fewOnTheseDays(double fraction)
{
    return {"few_on_these_days",
            {{"fraction", fraction}},
            "Only " + percentText(fraction) +
                " of the planned size was exposed on these days; a single look was planned for all of it, so there is "
                "no verdict."};
}

Sentence splitAsPlanned(const Experiment& experiment, const SampleBalance& balance)
{
    Sentence sentence = splitMismatch(experiment, balance);
    sentence.code = "split_as_planned";
    sentence.text = "Units are split as planned (" + pEquationText(*balance.pValue) + ", valid at any time).";
    return sentence;
}

Sentence checkPassed(const std::string& check, const std::string& text)
{
    return {check + "_passed", json::object(), text};
}

Sentence notChecked(const std::string& check, const std::string& text)
{
    return {check + "_not_checked", json::object(), text};
}

Sentence suspiciousLift(const Effect& effect)
{
    return {"suspicious_lift", effect.arguments(),
            "Check the tracking before you believe it: " + inQuotes(effect.treatment) + ", " + effect.text() +
                ". Effects this large are more often a bug than a success."};
}

Sentence fewUnits(const std::string& metric, const Concentration& few, const std::string& variant)
{
    return {"few_units",
            {{"metric", metric},
             {"units", few.units},
             {"all", few.all},
             {"share", few.share},
             {"variant", variant},
             {"in_variant", few.inVariant}},
            few.units == 1
                ? metric + ": 1 of " + countText(few.all) + " units with any makes " + percentText(few.share) +
                      " of the total, in " + inQuotes(variant) +
                      ". Look whether it is a bot, or an event that is sent in a loop."
                : metric + ": " + countText(few.units) + " of " + countText(few.all) + " units with any make " +
                      percentText(few.share) + " of the total, " + countText(few.inVariant) + " of them in " +
                      inQuotes(variant) + ". Look whether they are bots, or events that are sent in a loop."};
}

Sentence effectDrift(const std::string& metric, const std::string& treatment, double early, double late, double pValue)
{
    return {"effect_drift",
            {{"metric", metric}, {"treatment", treatment}, {"early", early}, {"late", late}, {"p_value", pValue}},
            metric + ": the effect of " + inQuotes(treatment) + " is " + signedPercentText(early) +
                " among units of the first half and " + signedPercentText(late) + " among those of the second (" +
                pEquationText(pValue) + "). It may wear off, or grow."};
}

Sentence novelty(const std::string& metric, const std::string& treatment, double first, double last,
                 std::int32_t lastAge, double pValue)
{
    const bool fades = std::abs(last) < std::abs(first);
    return {"novelty",
            {{"metric", metric},
             {"treatment", treatment},
             {"first", first},
             {"last", last},
             {"last_age", lastAge},
             {"fades", fades},
             {"p_value", pValue}},
            metric + ": the effect of " + inQuotes(treatment) + (fades ? " fades" : " grows") +
                " with the days since exposure, from about " + signedPercentText(first) +
                " on the first day to about " + signedPercentText(last) + " " + countText(lastAge, "day", "days") +
                " later (" + pEquationText(pValue) + "). " +
                (fades ? "It may be no more than novelty: the later days tell what remains."
                       : "It may take time to learn: the later days tell what is to come.")};
}

Sentence valuesCut(const std::string& metric, double cap, std::int64_t units)
{
    return {"values_cut",
            {{"metric", metric}, {"cap", cap}, {"units", units}},
            "Values of " + metric + " above " + numberText(cap) + " are cut to it, as planned: those of " +
                countText(units, "unit", "units") + "."};
}

Sentence notCut(const std::string& metric)
{
    return {
        "not_cut",
        {{"metric", metric}},
        "The values of " + metric +
            " are not cut, though the plan says so: their distribution is not known yet, not for a range of days, or"
            " the planned percentile is 0."};
}

Sentence capProposed(const std::string& metric, double share, double cap)
{
    return {"cap_proposed",
            {{"metric", metric}, {"share", share}, {"cap", cap}},
            "A few very large values rule " + metric + ". Plan to cut values at the " + plainText(100 * share) +
                "th percentile (" + numberText(cap) + " now) next time."};
}

Sentence notAdjusted(const std::string& metric, bool isCut)
{
    return {"not_adjusted",
            {{"metric", metric}, {"is_cut", isCut}},
            metric + (isCut ? " is not adjusted by history, because its values are cut."
                            : " is not adjusted by history: none is known that varies.")};
}

Sentence methodsDisagree(const std::string& metric, const std::string& treatment, const Opinion& one,
                         const Opinion& other)
{
    return {"methods_disagree",
            {{"metric", metric},
             {"treatment", treatment},
             {"one", opinionArguments(one)},
             {"other", opinionArguments(other)}},
            metric + ", " + inQuotes(treatment) + ": " + methodText(one.method) + " says " + wordText(one.word) +
                evidence(one) + ", " + methodText(other.method) + " says " + wordText(other.word) + evidence(other) +
                ". " + explanation(one.method, other.method)};
}

} // namespace xp::sentences
