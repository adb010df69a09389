// SPDX-License-Identifier: Apache-2.0
// The English of these is the core's own (core/analysis/sentences.cpp, reportsentences.cpp), word for word.
#include "core/analysis/wording.h"
#include "ui/text/sentencetables.h"

#include <array>

namespace xp::ui {

namespace {

using A = SentenceArguments;

constexpr std::array kDecisions{
    SentenceWriter{"not_started",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences", "Start the experiment: it has no units yet.");
                   }},
    SentenceWriter{
        "no_units",
        [](const A&) { return QCoreApplication::translate("Sentences", "There are no units to analyse yet."); }},
    SentenceWriter{"needs_more_units",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Continue the experiment: %1 has %2, and needs %3 more before anything can be "
                                  "said.")
                           .arg(a.quoted("variant"), a.units("units"), a.count("missing"));
                   }},
    SentenceWriter{"stopped_with_too_few_units",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Do not judge by this experiment: it stopped while %1 has %2, %3 fewer than "
                                  "the %4 needed for any statement.")
                           .arg(a.quoted("variant"), a.units("units"), a.count("missing"), a.count("needed"));
                   }},
    SentenceWriter{
        "continue_too_early",
        [](const A& a) {
            return QCoreApplication::translate("Sentences", "Continue the experiment. %1").arg(a.sentence("why"));
        }},
    SentenceWriter{"stopped_too_early",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Do not judge by this experiment, it stopped too early. %1")
                           .arg(a.sentence("why"));
                   }},
    SentenceWriter{"wrong_split",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Do not use these results: units are not split as planned (%1), so the variants "
                                  "cannot be compared. Find out where units get lost or doubled, then start again.")
                           .arg(a.split());
                   }},
    SentenceWriter{"several_variants",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Do not use these results: %1 of the units were seen in several variants, more than "
                                  "the 1 % that is tolerable. Find out why an assignment changes.")
                           .arg(a.percent("share"));
                   }},
    SentenceWriter{"merges_unbalanced",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Do not use these results: people's ids were joined more often in some variants than "
                                  "in others (%1), so the variants count other people. Analyse people who were known "
                                  "before.")
                           .arg(a.pEquation("p_value"));
                   }},
    SentenceWriter{"pre_period_imbalance",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Do not use these results: the variants differed already before the experiment ("
                                  "%1). Split anew.")
                           .arg(a.pEquation("p_value"));
                   }},
    SentenceWriter{"stop_for_harm",
                   [](const A& a) {
                       QString words = QCoreApplication::translate("Sentences", "Stop %1, it does harm: %2.")
                                           .arg(a.quoted("treatment"), a.effect());
                       if (a.has("better"))
                           words += QCoreApplication::translate("Sentences", " %1 is better than the control: %2.")
                                        .arg(quotedName(a.at("better").value("treatment", std::string())),
                                             a.effect("better"));
                       return words;
                   }},
    SentenceWriter{
        "ship",
        [](const A& a) {
            return QCoreApplication::translate("Sentences", "Ship %1: %2.").arg(a.quoted("treatment"), a.effect());
        }},
    SentenceWriter{"better_without_primary",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1 is better: %2. Ship it if this is what the experiment was for; no metric was "
                                  "marked as primary.")
                           .arg(a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"better_too_early",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Continue: %1 looks better (%2), but it is too early. %3")
                           .arg(a.quoted("treatment"), a.effect(), a.sentence("why"));
                   }},
    SentenceWriter{"better_before_plan",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Continue to the planned size: %1 looks better (%2), but %3 are in, and early looks "
                                  "find winners that are none.")
                           .arg(a.quoted("treatment"), a.effect(), a.ofPlanned());
                   }},
    SentenceWriter{"better_but_stopped_early",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Confirm before shipping %1: %2, but the experiment stopped with %3, and a stop at "
                                  "a good moment finds winners that are none.")
                           .arg(a.quoted("treatment"), a.effect(), a.ofPlanned());
                   }},
    SentenceWriter{"better_but_guardrail",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Do not ship %1 yet: %2, but the guardrail got worse: %3.")
                           .arg(a.quoted("treatment"), a.effect(), a.effect("guardrail"));
                   }},
    SentenceWriter{"keep_control",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences", "Keep %1: %2 is worse, %3.")
                           .arg(a.quoted("control"), a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"keep_too_small",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Keep %1: an effect of %2, the smallest of interest, is ruled out. %3: %4.")
                           .arg(a.quoted("control"), a.percent("smallest_effect"), a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"worse_before_plan",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Continue to the planned size, and keep an eye on %1: it looks worse (%2), but %3 "
                                  "are in.")
                           .arg(a.quoted("treatment"), a.effect(), a.ofPlanned());
                   }},
    SentenceWriter{"no_difference_yet",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Continue: no variant differs clearly from the control so far. %1: %2. %3 more "
                                  "units per variant are planned.")
                           .arg(a.quoted("treatment"), a.effect(),
                                localNumber(countText(a.integer("planned") - a.integer("units"))));
                   }},
    SentenceWriter{"no_difference",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Keep %1, or run longer if an effect within the interval would matter: no variant "
                                  "differs clearly from it. %2: %3.")
                           .arg(a.quoted("control"), a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"no_estimate",
                   [](const A&) {
                       return QCoreApplication::translate(
                           "Sentences",
                           "Continue: there is nothing to compare yet, as no variant shows any event or value "
                           "that varies.");
                   }},
    SentenceWriter{"no_headline",
                   [](const A&) {
                       return QCoreApplication::translate(
                           "Sentences",
                           "Mark a metric as primary: without one, and without a conversion, there is nothing "
                           "to decide by.");
                   }},
    SentenceWriter{"inconclusive",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Nothing follows from this experiment: neither an effect nor its absence is shown. "
                                  "%1: %2.")
                           .arg(a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"guardrail_not_proven",
                   [](const A& a) {
                       QString allowed;
                       if (a.has("margin")) {
                           const A margin(a.at("margin"));
                           allowed =
                               QCoreApplication::translate("Sentences", " by %1")
                                   .arg(margin.flag("relative") ? margin.percent("value") : margin.number("value"));
                       }
                       return QCoreApplication::translate("Sentences",
                                                          "Guardrail: it is not shown that %1 is not worse%2. %3.")
                           .arg(a.quoted("treatment"), allowed, a.effect());
                   }},
    SentenceWriter{"guardrail_worse",
                   [](const A& a) {
                       if (!a.has("margin"))
                           return QCoreApplication::translate("Sentences", "Guardrail: %1 is worse. %2.")
                               .arg(a.quoted("treatment"), a.effect());
                       const A margin(a.at("margin"));
                       return QCoreApplication::translate("Sentences", "Guardrail: %1 is worse by more than %2. %3.")
                           .arg(a.quoted("treatment"),
                                margin.flag("relative") ? margin.percent("value") : margin.number("value"), a.effect());
                   }},
    SentenceWriter{"better_under_guardrail",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1 is better, %2, and does not ship: not every guardrail is shown to hold.")
                           .arg(a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{
        "guardrails_pass",
        [](const A& a) {
            return a.integer("count") == 1
                       ? QCoreApplication::translate("Sentences", "The guardrail holds.")
                       : QCoreApplication::translate("Sentences", "All %1 guardrails hold.").arg(a.count("count"));
        }},
    SentenceWriter{"best_not_separable",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1 and %2 are both better than the control and cannot be told apart: take the "
                                  "cheaper one.")
                           .arg(a.quoted("first"), a.quoted("second"));
                   }},
    SentenceWriter{"continue",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences", "Continue: %1 of the plan is done, and nothing speaks for a stop.")
                           .arg(a.real("fraction") > 1 ? QCoreApplication::translate("Sentences", "%1 %").arg(100)
                                                       : a.percent("fraction"));
                   }},
    SentenceWriter{"continue_without_end",
                   [](const A&) {
                       return QCoreApplication::translate(
                           "Sentences",
                           "Continue: nothing speaks for a stop so far, and neither a size nor a duration is planned.");
                   }},
    SentenceWriter{"continue_promising",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences", "Continue, and wait for the plan: %1 looks better so far, %2.")
                           .arg(a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"stopped_before_plan",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "The experiment stopped at %1 of its plan; a single look was planned for the end, "
                                  "so there is no verdict.")
                           .arg(a.percent("fraction"));
                   }},
    SentenceWriter{
        "few_on_these_days",
        [](const A& a) {
            return QCoreApplication::translate(
                       "Sentences",
                       "Only %1 of the planned size was exposed on these days; a single look was planned for "
                       "all of it, so there is no verdict.")
                .arg(a.percent("fraction"));
        }},
    SentenceWriter{"plan_first",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences", "%1 Looked at once only: %2")
                           .arg(a.sentence("plan"), a.sentence("single_look"));
                   }},
};

} // namespace

std::span<const SentenceWriter> decisionSentences()
{
    return kDecisions;
}

} // namespace xp::ui
