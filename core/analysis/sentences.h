// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/contrast.h"
#include "core/analysis/gates.h"
#include "core/analysis/samplebalance.h"
#include "core/domain/experiment.h"
#include "core/domain/sentence.h"

// Every sentence that the analysis says, each with its code and arguments. Plain words: name the variant, say how large
// the effect is and how sure, and what to do. The studio translates from code and arguments.
namespace xp::sentences {

/// The effect of one treatment on one metric, as it is said.
struct Effect
{
    std::string treatment;
    std::string metric;
    bool isRate = false;
    std::optional<double> control;
    std::optional<double> treated;
    std::optional<double> estimate;
    std::optional<Bounds> interval;
    std::optional<double> lift;
    std::optional<Bounds> liftInterval;
    double level = 0.95; ///< of the intervals

    nlohmann::json arguments() const;
    std::string text() const; ///< conversion is 12.0 % against 10.0 %, +20.0 % (95 % interval +5.0 % to +36.1 %)
};

// Recommendations: what to do.
Sentence notStarted();
Sentence needsMoreUnits(const std::string& variant, std::int64_t units, bool mayGoOn);
Sentence tooEarlyToJudge(const Sentence& why, bool mayGoOn);
Sentence wrongSplit(const Experiment& experiment, const SampleBalance& balance);
Sentence stopForHarm(const Effect& harm, const std::optional<Effect>& better);
Sentence ship(const Effect& effect);
Sentence betterWithoutPlan(const Effect& effect);
Sentence betterTooEarly(const Effect& effect, const Sentence& why);
Sentence betterBeforePlan(const Effect& effect, std::int64_t units, std::int64_t planned);
Sentence betterButStopped(const Effect& effect, std::int64_t units, std::int64_t planned);
Sentence betterButGuardrail(const Effect& effect, const Effect& guardrail);
Sentence worse(const Effect& effect, const std::string& control);
Sentence worseBeforePlan(const Effect& effect, std::int64_t units, std::int64_t planned);
Sentence noDifferenceYet(const Effect& effect, std::int64_t units, std::int64_t planned);
Sentence noDifference(const Effect& effect, const std::string& control);
Sentence noEstimate();
Sentence noHeadline();

// Warnings: what to know when reading the numbers.
Sentence splitMismatch(const Experiment& experiment, const SampleBalance& balance);
Sentence earlyLook(std::int64_t units, std::int64_t planned);
Sentence stoppedEarly(std::int64_t units, std::int64_t planned);
Sentence maturing(const std::string& metric, std::int64_t units);
Sentence gateClosed(const std::string& metric, const Gate& gate);
Sentence tooFewDays(double days, double minimum);
Sentence skewed(const std::string& metric, std::int64_t units, std::int64_t needed);
Sentence stratified(const std::string& metric, std::size_t strata);
Sentence beyondRange(const std::string& metric, std::int64_t units);
Sentence epochsLeftOut(const std::string& metric, const std::vector<std::int32_t>& epochs);
Sentence noPrimaryMetric();
/// `day` since 1970: from whose units on the split is wrong.
Sentence mismatchSince(std::int32_t day);

} // namespace xp::sentences
