// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// What to do with an experiment; in the order in which they apply.
enum class Decision { Invalid, StopForHarm, TooEarly, Ship, KeepControl, Inconclusive, Continue };

std::string_view toString(Decision decision);
std::optional<Decision> parseDecision(std::string_view text);

/// What is known of one treatment, over all primary metrics and guardrails.
struct TreatmentFacts
{
    bool harmful = false;             ///< a primary or guardrail is worse beyond its margin, always-valid
    bool better = false;              ///< a primary is better under the plan's rule
    bool worse = false;               ///< a primary is worse under the plan's rule
    bool guardrailsPass = true;       ///< every guardrail is non-inferior
    bool belowSmallestEffect = false; ///< every primary's interval lies below the smallest effect of interest
    bool isInUse = true;              ///< units come to it; one that they never come to keeps nothing waiting
};

struct DecisionFacts
{
    bool invalid = false; ///< the data cannot be trusted, or there are none
    bool tooEarly = false;
    bool hasPrimary = true;
    bool ended = false; ///< end of the plan
    std::vector<TreatmentFacts> treatments;
};

struct Verdict
{
    Decision decision = Decision::Continue;
    std::vector<std::size_t> treatments; ///< those it is about: the harmful ones, or the shippable ones
};

/// The first that applies (docs/semantics.md, "The decision is the first that applies").
Verdict decide(const DecisionFacts& facts);

} // namespace xp
