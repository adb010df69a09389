// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/concentration.h"
#include "core/analysis/report.h"
#include "core/analysis/sentences.h"
#include "core/analysis/unitcounts.h"

// What the report says beyond the single look's sentences: reasons of the decision, health, second opinions.
namespace xp::sentences {

// Reasons
Sentence noUnits();
Sentence severalVariants(double share);
Sentence mergesUnbalanced(double pValue);
Sentence prePeriodImbalance(double pValue);
Sentence shownOther(double share, std::int64_t units);
Sentence keepTooSmall(const Effect& effect, double smallestEffect, const std::string& control);
Sentence inconclusive(const Effect& effect);
Sentence guardrailWorse(const Effect& guardrail, const std::optional<Margin>& margin);
Sentence betterUnderGuardrail(const Effect& effect);
Sentence guardrailNotProven(const Effect& guardrail, const std::optional<Margin>& margin);
Sentence guardrailsPass(std::size_t count);
Sentence bestNotSeparable(const std::string& first, const std::string& second);
Sentence continueToLook(double fraction, bool isSizePlanned);
Sentence continuePromising(const Effect& effect);
Sentence stoppedBeforePlan(double fraction);
/// Of the days that a reader has chosen.
Sentence fewOnTheseDays(double fraction);

// Health
Sentence splitAsPlanned(const Experiment& experiment, const SampleBalance& balance);
Sentence checkPassed(const std::string& check, const std::string& text);
Sentence notChecked(const std::string& check, const std::string& text);
Sentence unitsExcluded(const ExcludedUnits& excluded);
Sentence exclusionsUnbalanced(double pValue);
Sentence suspiciousLift(const Effect& effect);
/// Of the units with any value, a few make a considerable share of the total.
Sentence fewUnits(const std::string& metric, const Concentration& few, const std::string& variant);
Sentence effectDrift(const std::string& metric, const std::string& treatment, double early, double late, double pValue);

/// Lifts on the day of exposure and on the last day, as the line through all days has them.
Sentence novelty(const std::string& metric, const std::string& treatment, double first, double last,
                 std::int32_t lastAge, double pValue);

// Notes on a metric
Sentence valuesCut(const std::string& metric, double cap, std::int64_t units);
Sentence notCut(const std::string& metric);
Sentence capProposed(const std::string& metric, double share, double cap);
Sentence notAdjusted(const std::string& metric, bool isCut);

// Second opinions
Sentence methodsDisagree(const std::string& metric, const std::string& treatment, const Opinion& one,
                         const Opinion& other);

} // namespace xp::sentences
