// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/decision.h"
#include "core/analysis/sentences.h"

namespace xp {

/// What the recommendation of a single look depends on.
struct LookFacts
{
    Status status = Status::Draft;
    std::string control;
    std::string smallestVariant;
    std::int64_t smallest = 0; ///< units of it
    std::int64_t planned = 0;  ///< units for each variant
    bool hasHeadline = true;
    bool hasPrimary = true;
    Decision decision = Decision::Continue;
    std::optional<Sentence> gateClosed;         ///< why there is no verdict on the headline yet
    std::optional<Sentence> tooEarly;           ///< why, where the decision is so
    std::optional<sentences::Effect> harm;      ///< the most harmful
    std::optional<sentences::Effect> winner;    ///< significant, and the best
    std::optional<sentences::Effect> guardrail; ///< of the winner, got worse
    std::optional<sentences::Effect> worst;     ///< significantly worse
    std::optional<sentences::Effect> nearest;   ///< of the treatment with the smallest p-value
};

/// The first sentence that applies: too little data, unusable data, harm, a winner with what speaks against acting on
/// it, a loser, nothing found.
Sentence recommend(const Experiment& experiment, const SampleBalance& balance, const LookFacts& facts);

} // namespace xp
