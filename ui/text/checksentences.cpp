// SPDX-License-Identifier: Apache-2.0
#include "ui/text/methodtext.h"
#include "ui/text/sentencetables.h"

#include <array>

namespace xp::ui {

namespace {

using A = SentenceArguments;

QString methodOf(const nlohmann::json& opinion)
{
    const std::string method = opinion.value("method", std::string());
    return method == "fixed"              ? QCoreApplication::translate("Sentences", "a single look")
           : method == "group_sequential" ? QCoreApplication::translate("Sentences", "the group-sequential test")
           : method == "always_valid"     ? QCoreApplication::translate("Sentences", "the always-valid test")
                                          : QCoreApplication::translate("Sentences", "the Bayesian posterior");
}

QString wordOf(const nlohmann::json& opinion)
{
    switch (parseWord(opinion.value("word", std::string())).value_or(Word::Undecided)) {
    case Word::Better:
        return QCoreApplication::translate("Sentences", "better");
    case Word::Worse:
        return QCoreApplication::translate("Sentences", "worse");
    case Word::NonInferior:
        return QCoreApplication::translate("Sentences", "not worse by the margin");
    case Word::Inferior:
        return QCoreApplication::translate("Sentences", "worse by more than the margin");
    case Word::TooEarly:
        return QCoreApplication::translate("Sentences", "too early");
    case Word::Waiting:
        return QCoreApplication::translate("Sentences", "to wait");
    case Word::Unusable:
        return QCoreApplication::translate("Sentences", "unusable");
    case Word::Undecided:
        break;
    }
    return QCoreApplication::translate("Sentences", "not told apart from the control");
}

QString evidenceOf(const nlohmann::json& opinion)
{
    const A a(opinion);
    if (a.has("p_value"))
        return QCoreApplication::translate("Sentences", " (%1)").arg(a.pEquation("p_value"));
    if (a.has("probability_better"))
        return QCoreApplication::translate("Sentences", " (%1 likely to be better)")
            .arg(a.percent("probability_better"));
    return {};
}

QString whyTheyDiffer(const std::string& one, const std::string& other)
{
    if (other == "bayesian")
        return QCoreApplication::translate("Sentences", "The prior expects small effects and holds the estimate back.");
    if (one == "bayesian")
        return QCoreApplication::translate("Sentences", "A posterior is not protected against looking often.");
    if (one == "fixed")
        return QCoreApplication::translate(
            "Sentences", "A single look's p-value does not hold when results are watched as they come in.");
    return QCoreApplication::translate(
        "Sentences", "They share the same level over their looks in different ways; follow the one that was planned.");
}

QString disagreement(const A& a)
{
    const nlohmann::json& one = a.at("one");
    const nlohmann::json& other = a.at("other");
    if (!one.is_object() || !other.is_object()) {
        a.fail();
        return {};
    }
    return QCoreApplication::translate("Sentences", "%1, %2: %3 says %4%5, %6 says %7%8. %9")
        .arg(a.name("metric"), a.quoted("treatment"), methodOf(one), wordOf(one), evidenceOf(one), methodOf(other),
             wordOf(other), evidenceOf(other),
             whyTheyDiffer(one.value("method", std::string()), other.value("method", std::string())));
}

QString novelty(const A& a)
{
    const QString days = a.integer("last_age") == 1
                             ? QCoreApplication::translate("Sentences", "1 day")
                             : QCoreApplication::translate("Sentences", "%1 days").arg(a.count("last_age"));
    const QString text =
        a.flag("fades")
            ? QCoreApplication::translate("Sentences",
                                          "%1: the effect of %2 fades with the days since exposure, from about %3 on "
                                          "the first day to about %4 %5 later (%6). It may be no more than novelty: "
                                          "the later days tell what remains.")
            : QCoreApplication::translate("Sentences",
                                          "%1: the effect of %2 grows with the days since exposure, from about %3 on "
                                          "the first day to about %4 %5 later (%6). It may take time to learn: the "
                                          "later days tell what is to come.");
    return text.arg(a.name("metric"), a.quoted("treatment"), a.signedPercent("first"), a.signedPercent("last"), days,
                    a.pEquation("p_value"));
}

QString needs(const A& a)
{
    const auto more = [&](const char* field, const QString& one, const QString& many) {
        return a.integer(field) == 1 ? one : many.arg(a.count(field));
    };
    if (a.integer("missing_units") > 0)
        return more("missing_units", QCoreApplication::translate("Sentences", "1 more unit"),
                    QCoreApplication::translate("Sentences", "%1 more units"));
    if (a.integer("missing_converted") > 0)
        return more("missing_converted", QCoreApplication::translate("Sentences", "1 more unit with an event"),
                    QCoreApplication::translate("Sentences", "%1 more units with an event"));
    return more("missing_rest", QCoreApplication::translate("Sentences", "1 more unit without an event"),
                QCoreApplication::translate("Sentences", "%1 more units without an event"));
}

constexpr std::array kChecks{
    SentenceWriter{"sample_ratio_mismatch",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences", "Units are not split as planned: %1 (%2).")
                           .arg(a.split(), a.pEquation("p_value"));
                   }},
    SentenceWriter{"mismatch_since",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences", "The split is wrong among the units from %1 on.")
                           .arg(a.name("day"));
                   }},
    SentenceWriter{"split_as_planned",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Units are split as planned (%1, valid at any time).")
                           .arg(a.pEquation("p_value"));
                   }},
    SentenceWriter{"split_not_checked",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences", "The split cannot be checked without units.");
                   }},
    SentenceWriter{"several_variants_not_checked",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences",
                                                          "Whether units were seen in several variants is not known.");
                   }},
    SentenceWriter{"several_variants_passed",
                   [](const A&) { return QCoreApplication::translate("Sentences", "Units stay in their variant."); }},
    SentenceWriter{"shown_other",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Clients showed another variant than the one assigned to %1 "
                                                          "of the %2 units of which they tell. Find out which clients "
                                                          "do not ask for it.")
                           .arg(a.percent("share"), a.count("units"));
                   }},
    SentenceWriter{"shown_passed",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences", "Clients show the variants that are assigned.");
                   }},
    SentenceWriter{"units_excluded",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Left out of the analysis: %1 of %2 units (%3): %4 by the "
                                                          "experiment's rule, %5 by the service's, %6 as bots.")
                           .arg(a.count("units"), a.count("all"), a.percent("share"), a.count("experiment"),
                                a.count("service"), a.count("bots"));
                   }},
    SentenceWriter{"excluded_passed",
                   [](const A&) { return QCoreApplication::translate("Sentences", "No rule leaves out a unit."); }},
    SentenceWriter{"exclusions_unbalanced",
                   [](const A& a) {
                       return QCoreApplication::translate("Sentences",
                                                          "Rules leave out more units of some variants than of others "
                                                          "(%1). Find out what they look at: nothing that follows "
                                                          "from the variant.")
                           .arg(a.pEquation("p_value"));
                   }},
    SentenceWriter{"merges_passed",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences",
                                                          "Ids were joined equally often in all variants.");
                   }},
    SentenceWriter{"pre_period_not_checked",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences",
                                                          "There is no history from before the experiment to compare.");
                   }},
    SentenceWriter{"pre_period_passed",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences",
                                                          "The variants were alike before the experiment.");
                   }},
    SentenceWriter{"enough_data_passed",
                   [](const A&) { return QCoreApplication::translate("Sentences", "Every metric has enough data."); }},
    SentenceWriter{
        "suspicious_lift_passed",
        [](const A&) { return QCoreApplication::translate("Sentences", "No effect is too large to be true."); }},
    SentenceWriter{"suspicious_lift",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "Check the tracking before you believe it: %1, %2. Effects this large are more "
                                  "often a bug than a success.")
                           .arg(a.quoted("treatment"), a.effect());
                   }},
    SentenceWriter{"novelty_not_checked",
                   [](const A&) {
                       return QCoreApplication::translate(
                           "Sentences",
                           "Whether an effect wears off cannot be told yet: that needs units watched for at "
                           "least four days after their exposure, with enough data on each.");
                   }},
    SentenceWriter{"novelty_passed",
                   [](const A&) {
                       return QCoreApplication::translate("Sentences",
                                                          "No effect changes with the days since exposure.");
                   }},
    SentenceWriter{"novelty", novelty},
    SentenceWriter{"few_units",
                   [](const A& a) {
                       if (a.integer("units") == 1)
                           return QCoreApplication::translate(
                                      "Sentences",
                                      "%1: 1 of %2 units with any makes %3 of the total, in %4. Look whether it is a "
                                      "bot, or an event that is sent in a loop.")
                               .arg(a.name("metric"), a.count("all"), a.percent("share"), a.quoted("variant"));
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1: %2 of %3 units with any make %4 of the total, %5 of them in %6. Look whether "
                                  "they are bots, or events that are sent in a loop.")
                           .arg(a.name("metric"), a.count("units"), a.count("all"), a.percent("share"),
                                a.count("in_variant"), a.quoted("variant"));
                   }},
    SentenceWriter{"effect_drift",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1: the effect of %2 is %3 among units of the first half and %4 among those of "
                                  "the second (%5). It may wear off, or grow.")
                           .arg(a.name("metric"), a.quoted("treatment"), a.signedPercent("early"),
                                a.signedPercent("late"), a.pEquation("p_value"));
                   }},
    SentenceWriter{"methods_disagree", disagreement},
    SentenceWriter{"too_early",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1: too early for a verdict, a variant needs %2 before the numbers can be trusted.")
                           .arg(a.name("metric"), needs(a));
                   }},
    SentenceWriter{"too_few_days",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "It ran for %1 of at least %2 days, which are needed to have seen every day of the "
                                  "week.")
                           .arg(a.plain("days"), a.plain("minimum"));
                   }},
};

} // namespace

std::span<const SentenceWriter> checkSentences()
{
    return kChecks;
}

} // namespace xp::ui
