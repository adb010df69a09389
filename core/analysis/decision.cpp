// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/decision.h"

#include "core/domain/enumtext.h"

#include <algorithm>

namespace xp {

namespace {

constexpr EnumText kDecisions{
    std::array{EnumName{Decision::Invalid, "invalid"}, EnumName{Decision::StopForHarm, "stop_for_harm"},
               EnumName{Decision::TooEarly, "too_early"}, EnumName{Decision::Ship, "ship"},
               EnumName{Decision::KeepControl, "keep_control"}, EnumName{Decision::Inconclusive, "inconclusive"},
               EnumName{Decision::Continue, "continue"}}};

template <typename Predicate>
std::vector<std::size_t> treatmentsThat(const DecisionFacts& facts, Predicate predicate)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < facts.treatments.size(); ++i) {
        if (predicate(facts.treatments[i]))
            found.push_back(i);
    }
    return found;
}

bool isHarmful(const TreatmentFacts& t)
{
    return t.harmful;
}
bool isShippable(const TreatmentFacts& t)
{
    return t.better && !t.worse && t.guardrailsPass && !t.harmful;
}
bool isDismissed(const TreatmentFacts& t)
{
    return t.worse || t.belowSmallestEffect || t.harmful || !t.isInUse;
}

} // namespace

std::string_view toString(Decision decision)
{
    return kDecisions.text(decision);
}
std::optional<Decision> parseDecision(std::string_view text)
{
    return kDecisions.parse(text);
}

Verdict decide(const DecisionFacts& facts)
{
    if (facts.invalid)
        return {Decision::Invalid, {}};
    if (auto harmful = treatmentsThat(facts, isHarmful); !harmful.empty())
        return {Decision::StopForHarm, std::move(harmful)};
    if (facts.tooEarly)
        return {Decision::TooEarly, {}};
    if (!facts.hasPrimary)
        return {Decision::Inconclusive, {}};
    if (auto shippable = treatmentsThat(facts, isShippable); !shippable.empty())
        return {Decision::Ship, std::move(shippable)};
    if (!facts.ended)
        return {Decision::Continue, {}};
    const bool isAnyInUse = std::ranges::any_of(facts.treatments, &TreatmentFacts::isInUse);
    if (isAnyInUse && std::ranges::all_of(facts.treatments, isDismissed))
        return {Decision::KeepControl, {}};
    return {Decision::Inconclusive, {}};
}

} // namespace xp
