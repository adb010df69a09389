// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/report.h"
#include "core/analysis/stats.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

#include <utility>

namespace xp::ui {

/// A word and the tone it is shown in.
struct Verdict
{
    QString word;
    Tone tone = Tone::Neutral;
    QString help; ///< one or two sentences for a tool tip
};

QString statusWord(Status status);
Tone statusTone(Status status);
QString roleWord(MetricRole role);

QString healthWord(HealthCheck::State state);
Tone healthTone(HealthCheck::State state);

/// The experiment's decision as `Stats::decision` names it, and `reason` the code of its sentence: without a unit it is
/// `invalid` by the rules, which a person reads as "something is wrong" where nothing has begun.
Verdict decisionVerdict(std::string_view decision, std::string_view reason = {});
Verdict decisionVerdict(const Stats& stats);
bool hasUnits(const Stats& stats); ///< in any variant
/// Why the plan decides as it does, also where the recommendation says so beside a single look.
Sentence decisionReason(const Stats& stats);

/// What to do, which the sentence says before its first colon, and why. Without one the decision's word leads.
std::pair<QString, QString> leadOf(const QString& sentence, const QString& word);

/// What to do and why: by the plan's own report where it is known, else by a single look.
QString decisionText(const Stats& stats, const ReportView* plan);
/// What to know when reading the numbers, a sentence each.
QStringList readingNotes(const Stats& stats, const ReportView* plan);

/// What the test says of one treatment under one metric. There is no verdict while the numbers may not be trusted, on
/// too few units, or before the planned look of a fixed plan (docs/semantics.md, "From numbers to words").
Verdict comparisonVerdict(const Stats& stats, const MetricStats& metric, const Comparison& comparison);

/// The same where the plan's own report is there: its word.
Verdict cellVerdict(const ReportMetric& metric, const ReportCell& cell);

/// Whether the metric has the units that a verdict needs in these two arms.
bool passesGate(const MetricStats& metric, const VariantStats& control, const VariantStats& treatment);

/// The interval of the relative lift: Fieller's where the service gives it, else that of the difference over the
/// control's value. Both lie on the same side of 0 as the test.
std::optional<Interval> liftInterval(const MetricStats& metric, const Comparison& comparison);

/// The control's or a treatment's row of a metric; nullptr when it is not there.
const VariantStats* variantOf(const MetricStats& metric, const std::string& name);

/// The name of what the headline is about: the primary metric, or "any conversion".
QString headlineName(const Stats& stats);
/// The lift that the headline is about, with its interval where that is known: the plan's own, else the single look's.
struct HeadlineLift
{
    double lift = 0;
    std::optional<Bounds> interval;
    std::string treatment;
    double level = 0.95; ///< of the interval
};
std::optional<HeadlineLift> headlineLift(const Stats& stats);

} // namespace xp::ui
