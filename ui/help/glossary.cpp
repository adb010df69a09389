// SPDX-License-Identifier: Apache-2.0
#include "ui/help/glossary.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Glossary)
};

/// What is decided with.
void addTests(std::vector<Term>& terms)
{
    const QString statistics = QStringLiteral("statistics");
    const QString semantics = QStringLiteral("semantics");
    terms.push_back({QStringLiteral("p-value"), Words::tr("p-value"),
                     Words::tr("How often a difference at least this large would show up if there were none. It is not "
                               "the chance that the treatment works."),
                     semantics, QStringLiteral("One test decides a cell")});
    terms.push_back({QStringLiteral("level"), Words::tr("Significance level"),
                     Words::tr("The share of experiments without any effect that one is willing to call a success by "
                               "mistake. It is chosen before the start: 5 % unless the plan says otherwise."),
                     semantics, QStringLiteral("One test decides a cell")});
    terms.push_back(
        {QStringLiteral("interval"), Words::tr("Confidence interval"),
         Words::tr("The effects that the data do not contradict at the plan's level. An interval that holds "
                   "0 leaves open whether there is an effect; its width tells how much is known."),
         statistics, QStringLiteral("Two rates")});
    terms.push_back({QStringLiteral("lift"), Words::tr("Lift"),
                     Words::tr("How much larger the treatment's value is than the control's, relative to it. From 10 % "
                               "to 11 % is a lift of 10 %."),
                     statistics, QStringLiteral("Two means")});
    terms.push_back({QStringLiteral("z"), Words::tr("z"),
                     Words::tr("The effect in units of its standard error: how far it is from nothing. Beyond 1.96 on "
                               "either side chance gets once in twenty looks, if one looks once."),
                     statistics, QStringLiteral("Two rates")});
    terms.push_back(
        {QStringLiteral("correction"), Words::tr("Correction for several hypotheses"),
         Words::tr("Who asks twenty questions gets one answer by chance. Holm's correction bounds the chance "
                   "of any false success, Benjamini-Hochberg's the share of false ones among all."),
         statistics, QStringLiteral("Several hypotheses")});
    terms.push_back({QStringLiteral("guardrail"), Words::tr("Guardrail"),
                     Words::tr("A metric that must not get worse, whatever the primary metric gains. It has a margin: "
                               "how much worse is still taken for nothing."),
                     semantics, QStringLiteral("Guardrails")});
    terms.push_back(
        {QStringLiteral("non-inferiority"), Words::tr("Non-inferiority"),
         Words::tr("Shown when the treatment is not worse than the control by more than the margin. To find "
                   "no difference is not enough: a small sample finds none either."),
         statistics, QStringLiteral("Not worse, the same")});
}

/// When it may be looked.
void addLooks(std::vector<Term>& terms)
{
    const QString statistics = QStringLiteral("statistics");
    const QString semantics = QStringLiteral("semantics");
    terms.push_back(
        {QStringLiteral("peeking"), Words::tr("Peeking"),
         Words::tr("To look again and again and to stop at the first success. With a test made for one look, "
                   "21 looks find an effect in a quarter of the experiments that have none."),
         semantics, QStringLiteral("Looking more than once")});
    terms.push_back(
        {QStringLiteral("fixed"), Words::tr("One look"),
         Words::tr("The plan is judged once, at its size; until then there is no verdict. It needs the fewest "
                   "users when nobody wants to stop early."),
         statistics, QStringLiteral("Which method")});
    terms.push_back(
        {QStringLiteral("group-sequential"), Words::tr("Group-sequential"),
         Words::tr("A few looks are planned and share the level, each with a bound of its own. A clear result "
                   "may end the experiment at any of them."),
         statistics, QStringLiteral("Looking more than once")});
    terms.push_back(
        {QStringLiteral("always-valid"), Words::tr("Always-valid"),
         Words::tr("Its interval holds at all times at once, so one may look every minute and stop at will. "
                   "The price is an interval about half as wide again as that of one look."),
         statistics, QStringLiteral("Looking more than once")});
    terms.push_back(
        {QStringLiteral("bayesian"), Words::tr("Probability of being better"),
         Words::tr("The chance that the treatment is better, given the data and what was thought before them. "
                   "It is not protected against peeking."),
         statistics, QStringLiteral("Bayesian")});
    terms.push_back(
        {QStringLiteral("prior"), Words::tr("Prior"),
         Words::tr("What is thought of the lift before any data: 0, give or take 10 % unless it is changed. "
                   "It pulls surprising results of small samples towards nothing."),
         statistics, QStringLiteral("Bayesian")});
    terms.push_back(
        {QStringLiteral("second-opinion"), Words::tr("Second opinion"),
         Words::tr("What the other methods say of the same numbers. The plan's own method decides; an opinion "
                   "that differs is worth a thought."),
         statistics, QStringLiteral("Which method")});
}

/// What is needed and what is counted.
void addSamples(std::vector<Term>& terms)
{
    const QString statistics = QStringLiteral("statistics");
    const QString semantics = QStringLiteral("semantics");
    terms.push_back({QStringLiteral("power"), Words::tr("Power"),
                     Words::tr("The chance that the experiment finds an effect of the size that it was planned for. At "
                               "80 % it misses one in five."),
                     statistics, QStringLiteral("Sizes and power")});
    terms.push_back(
        {QStringLiteral("detectable"), Words::tr("Smallest detectable lift"),
         Words::tr("The smallest effect that is found with the wished power. Half of it takes four times the "
                   "users."),
         statistics, QStringLiteral("Sizes and power")});
    terms.push_back({QStringLiteral("sample-size"), Words::tr("Sample size"),
                     Words::tr("How many units each variant needs for the planned power. The bar shows the smallest "
                               "variant, because it decides."),
                     statistics, QStringLiteral("Sizes and power")});
    terms.push_back(
        {QStringLiteral("sample-ratio"), Words::tr("Sample ratio"),
         Words::tr("Whether the units are split as planned. A mismatch means that units get lost or doubled "
                   "on their way, and that no other number here can be trusted."),
         statistics, QStringLiteral("Is the split as planned")});
    terms.push_back(
        {QStringLiteral("unit"), Words::tr("Unit"),
         Words::tr("Whom the hash assigns: mostly a user. All events of a unit are added up first, so that a "
                   "busy user counts once."),
         semantics, QStringLiteral("From events to unit values")});
    terms.push_back(
        {QStringLiteral("epoch"), Words::tr("Epoch"),
         Words::tr("The time between two changes of the split. Epochs are compared within themselves and then "
                   "put together, so that a change on the way does not bend the result."),
         semantics, QStringLiteral("Epochs")});
    terms.push_back({QStringLiteral("cuped"), Words::tr("Adjustment by history (CUPED)"),
                     Words::tr("What was known of a unit before it came explains part of its value; that part is taken "
                               "away. The interval gets narrower, the effect stays the same."),
                     semantics, QStringLiteral("History from before the exposure (CUPED)")});
    terms.push_back({QStringLiteral("cap"), Words::tr("Cap"),
                     Words::tr("Values beyond a high quantile count as that quantile. A few very large ones no longer "
                               "drown all others."),
                     semantics, QStringLiteral("Shapes and caps")});
    terms.push_back(
        {QStringLiteral("ratio"), Words::tr("Ratio metric"),
         Words::tr("One sum over another, such as clicks over views, where units are assigned and not views. "
                   "Its variance is taken over the units."),
         statistics, QStringLiteral("Two means")});
}

} // namespace

std::vector<Term> glossary()
{
    std::vector<Term> terms;
    addTests(terms);
    addLooks(terms);
    addSamples(terms);
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(terms, [&](const Term& a, const Term& b) { return collator.compare(a.title, b.title) < 0; });
    return terms;
}

QString termText(const QString& id)
{
    const auto terms = glossary();
    const auto found = std::ranges::find(terms, id, &Term::id);
    return found == terms.end() ? QString() : found->text;
}

} // namespace xp::ui
