// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/sentences.h"

#include "core/analysis/wording.h"

#include <algorithm>
#include <cmath>

namespace xp::sentences {

namespace {

using nlohmann::json;

json orNull(const std::optional<double>& value)
{
    return value ? json(*value) : json(nullptr);
}
json orNull(const std::optional<Bounds>& bounds)
{
    return bounds ? json::array({orNull(bounds->lower), orNull(bounds->upper)}) : json(nullptr);
}

std::string units(std::int64_t n)
{
    return countText(n, "unit", "units");
}

std::string ofPlanned(std::int64_t n, std::int64_t planned)
{
    return "only " + countText(n) + " of the planned " + countText(planned) + " units per variant";
}

json withPlan(json arguments, std::int64_t n, std::int64_t planned)
{
    arguments["units"] = n;
    arguments["planned"] = planned;
    return arguments;
}

/// gate_30 has 44,700 of 45,095 expected, gate_40 ...
std::string countsText(const Experiment& experiment, const SampleBalance& balance)
{
    std::string text;
    for (std::size_t i = 0; i < experiment.variants.size() && i < balance.observed.size(); ++i) {
        text += (i == 0 ? "" : ", ") + inQuotes(experiment.variants[i].name) + " has " +
                countText(std::llround(balance.observed[i])) + " of " + countText(std::llround(balance.expected[i])) +
                " expected";
    }
    return text;
}

json countsArguments(const Experiment& experiment, const SampleBalance& balance)
{
    json variants = json::array();
    for (std::size_t i = 0; i < experiment.variants.size() && i < balance.observed.size(); ++i) {
        variants.push_back({{"variant", experiment.variants[i].name},
                            {"observed", balance.observed[i]},
                            {"expected", balance.expected[i]}});
    }
    return {{"variants", std::move(variants)}, {"p_value", orNull(balance.pValue)}};
}

} // namespace

json Effect::arguments() const
{
    return {{"treatment", treatment},
            {"metric", metric},
            {"is_rate", isRate},
            {"control_value", orNull(control)},
            {"treatment_value", orNull(treated)},
            {"estimate", orNull(estimate)},
            {"interval", orNull(interval)},
            {"lift", orNull(lift)},
            {"lift_interval", orNull(liftInterval)},
            {"level", level}};
}

std::string Effect::text() const
{
    if (!estimate || !control || !treated)
        return metric + " cannot be estimated yet";
    const auto value = [this](double v) { return isRate ? percentText(v) : numberText(v); };
    std::string text = metric + " is " + value(*treated) + " against " + value(*control);
    const auto within = [this](const Bounds& bounds, std::string (*write)(double)) {
        const std::string start = " (" + levelText(level) + " % interval ";
        if (bounds.lower && bounds.upper)
            return start + write(*bounds.lower) + " to " + write(*bounds.upper) + ")";
        if (bounds.lower)
            return start + "from " + write(*bounds.lower) + " up)";
        return bounds.upper ? start + "up to " + write(*bounds.upper) + ")" : std::string();
    };
    if (lift) {
        text += ", " + signedPercentText(*lift);
        if (liftInterval)
            text += within(*liftInterval, signedPercentText);
    } else {
        text += ", a difference of " + signedNumberText(*estimate);
        if (interval)
            text += within(*interval, signedNumberText);
    }
    return text;
}

Sentence notStarted()
{
    return {"not_started", json::object(), "Start the experiment: it has no units yet."};
}

Sentence needsMoreUnits(const std::string& variant, std::int64_t n, bool mayGoOn)
{
    const std::int64_t missing = kFewestUnits - n;
    const json arguments{{"variant", variant}, {"units", n}, {"missing", missing}, {"needed", kFewestUnits}};
    const std::string has = inQuotes(variant) + " has " + units(n);
    if (!mayGoOn)
        return {"stopped_with_too_few_units", arguments,
                "Do not judge by this experiment: it stopped while " + has + ", " + countText(missing) +
                    " fewer than the " + countText(kFewestUnits) + " needed for any statement."};
    return {"needs_more_units", arguments,
            "Continue the experiment: " + has + ", and needs " + countText(missing) +
                " more before anything can be said."};
}

Sentence tooEarlyToJudge(const Sentence& why, bool mayGoOn)
{
    const json arguments{{"why", {{"code", why.code}, {"arguments", why.arguments}, {"text", why.text}}}};
    if (!mayGoOn)
        return {"stopped_too_early", arguments, "Do not judge by this experiment, it stopped too early. " + why.text};
    return {"continue_too_early", arguments, "Continue the experiment. " + why.text};
}

Sentence wrongSplit(const Experiment& experiment, const SampleBalance& balance)
{
    return {"wrong_split", countsArguments(experiment, balance),
            "Do not use these results: units are not split as planned (" + countsText(experiment, balance) +
                "), so the variants cannot be compared. Find out where units get lost or doubled, then start again."};
}

Sentence stopForHarm(const Effect& harm, const std::optional<Effect>& better)
{
    json arguments = harm.arguments();
    std::string text = "Stop " + inQuotes(harm.treatment) + ", it does harm: " + harm.text() + ".";
    if (better) {
        arguments["better"] = better->arguments();
        text += " " + inQuotes(better->treatment) + " is better than the control: " + better->text() + ".";
    }
    return {"stop_for_harm", std::move(arguments), std::move(text)};
}

Sentence ship(const Effect& effect)
{
    return {"ship", effect.arguments(), "Ship " + inQuotes(effect.treatment) + ": " + effect.text() + "."};
}

Sentence betterWithoutPlan(const Effect& effect)
{
    return {"better_without_primary", effect.arguments(),
            inQuotes(effect.treatment) + " is better: " + effect.text() +
                ". Ship it if this is what the experiment was for; no metric was marked as primary."};
}

Sentence betterTooEarly(const Effect& effect, const Sentence& why)
{
    json arguments = effect.arguments();
    arguments["why"] = {{"code", why.code}, {"arguments", why.arguments}, {"text", why.text}};
    return {"better_too_early", std::move(arguments),
            "Continue: " + inQuotes(effect.treatment) + " looks better (" + effect.text() + "), but it is too early. " +
                why.text};
}

Sentence betterBeforePlan(const Effect& effect, std::int64_t n, std::int64_t planned)
{
    return {"better_before_plan", withPlan(effect.arguments(), n, planned),
            "Continue to the planned size: " + inQuotes(effect.treatment) + " looks better (" + effect.text() +
                "), but " + ofPlanned(n, planned) + " are in, and early looks find winners that are none."};
}

Sentence betterButStopped(const Effect& effect, std::int64_t n, std::int64_t planned)
{
    return {"better_but_stopped_early", withPlan(effect.arguments(), n, planned),
            "Confirm before shipping " + inQuotes(effect.treatment) + ": " + effect.text() +
                ", but the experiment stopped with " + ofPlanned(n, planned) +
                ", and a stop at a good moment finds winners that are none."};
}

Sentence betterButGuardrail(const Effect& effect, const Effect& guardrail)
{
    json arguments = effect.arguments();
    arguments["guardrail"] = guardrail.arguments();
    return {"better_but_guardrail", std::move(arguments),
            "Do not ship " + inQuotes(effect.treatment) + " yet: " + effect.text() +
                ", but the guardrail got worse: " + guardrail.text() + "."};
}

Sentence worse(const Effect& effect, const std::string& control)
{
    json arguments = effect.arguments();
    arguments["control"] = control;
    return {"keep_control", std::move(arguments),
            "Keep " + inQuotes(control) + ": " + inQuotes(effect.treatment) + " is worse, " + effect.text() + "."};
}

Sentence worseBeforePlan(const Effect& effect, std::int64_t n, std::int64_t planned)
{
    return {"worse_before_plan", withPlan(effect.arguments(), n, planned),
            "Continue to the planned size, and keep an eye on " + inQuotes(effect.treatment) + ": it looks worse (" +
                effect.text() + "), but " + ofPlanned(n, planned) + " are in."};
}

Sentence noDifferenceYet(const Effect& effect, std::int64_t n, std::int64_t planned)
{
    return {"no_difference_yet", withPlan(effect.arguments(), n, planned),
            "Continue: no variant differs clearly from the control so far. " + inQuotes(effect.treatment) + ": " +
                effect.text() + ". " + countText(planned - n) + " more units per variant are planned."};
}

Sentence noDifference(const Effect& effect, const std::string& control)
{
    json arguments = effect.arguments();
    arguments["control"] = control;
    return {"no_difference", std::move(arguments),
            "Keep " + inQuotes(control) +
                ", or run longer if an effect within the interval would matter: no variant "
                "differs clearly from it. " +
                inQuotes(effect.treatment) + ": " + effect.text() + "."};
}

Sentence noEstimate()
{
    return {"no_estimate", json::object(),
            "Continue: there is nothing to compare yet, as no variant shows any event or value that varies."};
}

Sentence noHeadline()
{
    return {"no_headline", json::object(),
            "Mark a metric as primary: without one, and without a conversion, there is nothing to decide by."};
}

Sentence splitMismatch(const Experiment& experiment, const SampleBalance& balance)
{
    return {"sample_ratio_mismatch", countsArguments(experiment, balance),
            "Units are not split as planned: " + countsText(experiment, balance) + " (" +
                pEquationText(balance.pValue.value_or(0)) + ")."};
}

Sentence mismatchSince(std::int32_t day)
{
    const std::string text = toIso8601(Timestamp(std::chrono::sys_days(std::chrono::days(day)))).substr(0, 10);
    return {"mismatch_since", {{"day", text}}, "The split is wrong among the units from " + text + " on."};
}

Sentence earlyLook(std::int64_t n, std::int64_t planned)
{
    return {
        "early_look", withPlan(json::object(), n, planned),
        "This is an early look: " + ofPlanned(n, planned) +
            " are in. Whoever stops at the first significant look finds false winners far more often than planned."};
}

Sentence stoppedEarly(std::int64_t n, std::int64_t planned)
{
    return {"stopped_early", withPlan(json::object(), n, planned),
            "The experiment stopped with " + ofPlanned(n, planned) +
                "; if results were watched, false winners are more likely than planned."};
}

Sentence maturing(const std::string& metric, std::int64_t n)
{
    return {"maturing",
            {{"metric", metric}, {"units", n}},
            metric + ": " + units(n) + (n == 1 ? " is" : " are") +
                " maturing, exposed for less than the metric's window, and not counted yet."};
}

Sentence gateClosed(const std::string& metric, const Gate& gate)
{
    const json arguments{{"metric", metric},
                         {"missing_units", gate.missingUnits},
                         {"missing_converted", gate.missingConverted},
                         {"missing_rest", gate.missingRest}};
    std::string needs;
    if (gate.missingUnits > 0)
        needs = countText(gate.missingUnits, "more unit", "more units");
    else if (gate.missingConverted > 0)
        needs = countText(gate.missingConverted, "more unit with an event", "more units with an event");
    else
        needs = countText(gate.missingRest, "more unit without an event", "more units without an event");
    return {"too_early", arguments,
            metric + ": too early for a verdict, a variant needs " + needs + " before the numbers can be trusted."};
}

Sentence tooFewDays(double days, double minimum)
{
    const auto missing = static_cast<std::int64_t>(std::ceil(minimum - days));
    // As shown, so that an answer does not change with every microsecond and a client's ETag holds.
    const double shown = std::floor(days * 10) / 10;
    return {"too_few_days",
            {{"days", shown}, {"minimum", minimum}, {"missing", missing}},
            "It ran for " + plainText(shown) + " of at least " + plainText(minimum) +
                " days, which are needed to have seen every day of the week."};
}

Sentence skewed(const std::string& metric, std::int64_t n, std::int64_t needed)
{
    return {"skewed",
            {{"metric", metric}, {"units", n}, {"needed", needed}},
            metric + ": a few units hold much of the total; below about " + countText(needed) +
                " units per variant its p-value and interval are rough. Capping at the 99.9th percentile helps."};
}

Sentence stratified(const std::string& metric, std::size_t strata)
{
    return {"stratified",
            {{"metric", metric}, {"strata", strata}},
            metric + ": the split changed while the experiment ran. Effects are measured within each of " +
                countText(static_cast<std::int64_t>(strata)) +
                " stretches and added up, so they can differ from what the plain totals suggest."};
}

Sentence beyondRange(const std::string& metric, std::int64_t n)
{
    return {"beyond_range",
            {{"metric", metric}, {"units", n}},
            metric + ": the totals of " + units(n) +
                " are beyond the range of its exact values and count as the end of it. "
                "A coarser resolution has room for more."};
}

Sentence epochsLeftOut(const std::string& metric, const std::vector<std::int32_t>& epochs)
{
    std::string list;
    for (const std::int32_t epoch : epochs)
        list += (list.empty() ? "" : ", ") + std::to_string(epoch);
    const bool isOne = epochs.size() == 1;
    return {"epochs_left_out",
            {{"metric", metric}, {"epochs", epochs}},
            metric + ": left out the units of allocation " + (isOne ? "epoch " : "epochs ") + list +
                (isOne ? ", which has fewer than 30 units in a variant and no neighbour of equal split."
                       : ", which have fewer than 30 units in a variant and no neighbour of equal split.")};
}

Sentence noPrimaryMetric()
{
    return {"no_primary_metric", json::object(),
            "No metric is marked as primary, so no decision follows from the results; the headline is whether a unit "
            "converts on any of the conversion metrics."};
}

} // namespace xp::sentences
