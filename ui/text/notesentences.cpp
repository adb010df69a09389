// SPDX-License-Identifier: Apache-2.0
#include "ui/text/format.h"
#include "ui/text/sentencetables.h"

#include <QLocale>
#include <QStringList>

#include <array>

namespace xp::ui {

namespace {

using A = SentenceArguments;

QString epochsOf(const A& a)
{
    QStringList epochs;
    const nlohmann::json& list = a.at("epochs");
    for (const nlohmann::json& epoch : list.is_array() ? list : nlohmann::json::array())
        epochs << QString::fromStdString(epoch.dump());
    return epochs.join(QStringLiteral(", "));
}

QString valueOf(const nlohmann::json& value)
{
    return QString::fromStdString(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

constexpr std::array kNotes{
    SentenceWriter{"early_look",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "This is an early look: %1 are in. Whoever stops at the first significant look "
                                  "finds false winners far more often than planned.")
                           .arg(a.ofPlanned());
                   }},
    SentenceWriter{"stopped_early",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "The experiment stopped with %1; if results were watched, false winners are more "
                                  "likely than planned.")
                           .arg(a.ofPlanned());
                   }},
    SentenceWriter{"maturing",
                   [](const A& a) {
                       const QString sentence =
                           a.integer("units") == 1
                               ? QCoreApplication::translate("Sentences",
                                                             "%1: %2 is maturing, exposed for less than the metric's "
                                                             "window, and not counted yet.")
                               : QCoreApplication::translate("Sentences",
                                                             "%1: %2 are maturing, exposed for less than the metric's "
                                                             "window, and not counted yet.");
                       return sentence.arg(a.name("metric"), a.units("units"));
                   }},
    SentenceWriter{"skewed",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1: a few units hold much of the total; below about %2 units per variant its "
                                  "p-value and interval are rough. Capping at the 99.9th percentile helps.")
                           .arg(a.name("metric"), a.count("needed"));
                   }},
    SentenceWriter{"stratified",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1: the split changed while the experiment ran. Effects are measured within each "
                                  "of %2 stretches and added up, so they can differ from what the plain totals "
                                  "suggest.")
                           .arg(a.name("metric"), a.count("strata"));
                   }},
    SentenceWriter{
        "epochs_left_out",
        [](const A& a) {
            const bool isOne = a.at("epochs").size() == 1;
            return (isOne ? QCoreApplication::translate(
                                "Sentences", "%1: left out the units of allocation epoch %2, which has fewer than 30 "
                                             "units in a variant and no neighbour of equal split.")
                          : QCoreApplication::translate(
                                "Sentences", "%1: left out the units of allocation epochs %2, which have fewer than 30 "
                                             "units in a variant and no neighbour of equal split."))
                .arg(a.name("metric"), epochsOf(a));
        }},
    SentenceWriter{"beyond_range",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1: the totals of %2 are beyond the range of its exact values and count as the end "
                                  "of it. A coarser resolution has room for more.")
                           .arg(a.name("metric"), a.units("units"));
                   }},
    SentenceWriter{"no_primary_metric",
                   [](const A&) {
                       return QCoreApplication::translate(
                           "Sentences", "No metric is marked as primary, so no decision follows from the results; the "
                                        "headline is whether a unit converts on any of the conversion metrics.");
                   }},
    SentenceWriter{
        "flag_decides_traffic",
        [](const A& a) {
            return QCoreApplication::translate(
                       "Sentences",
                       "The rollout of the Unleash flag %1 decides who is in; the traffic share is not drawn "
                       "here.")
                .arg(a.name("flag"));
        }},
    SentenceWriter{"values_cut",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences", "Values of %1 above %2 are cut to it, as planned: those of %3.")
                           .arg(a.name("metric"), a.number("cap"), a.units("units"));
                   }},
    SentenceWriter{"not_cut",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "The values of %1 are not cut, though the plan says so: their distribution is not "
                                  "known yet, not for a range of days, or the planned percentile is 0.")
                           .arg(a.name("metric"));
                   }},
    SentenceWriter{"cap_proposed",
                   [](const A& a) {
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "A few very large values rule %1. Plan to cut values at the %2th percentile (%3 "
                                  "now) next time.")
                           .arg(a.name("metric"), QLocale().toString(100 * a.real("share"), 'g', 5), a.number("cap"));
                   }},
    SentenceWriter{"not_adjusted",
                   [](const A& a) {
                       return a.flag("is_cut")
                                  ? QCoreApplication::translate(
                                        "Sentences", "%1 is not adjusted by history, because its values are cut.")
                                        .arg(a.name("metric"))
                                  : QCoreApplication::translate(
                                        "Sentences", "%1 is not adjusted by history: none is known that varies.")
                                        .arg(a.name("metric"));
                   }},
    SentenceWriter{"plan_departure",
                   [](const A& a) {
                       if (!a.has("field"))
                           a.fail();
                       // A value that was not planned is null, and that is a value.
                       const auto value = [&](const char* field) {
                           return a.has(field) ? valueOf(a.at(field)) : QStringLiteral("null");
                       };
                       return QCoreApplication::translate("Sentences", "%1 was planned as %2 and is now %3.")
                           .arg(a.name("field"), value("planned"), value("present"));
                   }},
};

} // namespace

std::span<const SentenceWriter> noteSentences()
{
    return kNotes;
}

} // namespace xp::ui
