// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/recommendation.h"

namespace xp {

namespace {

bool isOver(Status status)
{
    return status == Status::Stopped || status == Status::Archived;
}

Sentence aboutWinner(const LookFacts& facts)
{
    const sentences::Effect& winner = *facts.winner;
    if (facts.smallest < facts.planned) {
        return isOver(facts.status) ? sentences::betterButStopped(winner, facts.smallest, facts.planned)
                                    : sentences::betterBeforePlan(winner, facts.smallest, facts.planned);
    }
    if (facts.guardrail)
        return sentences::betterButGuardrail(winner, *facts.guardrail);
    if (facts.decision == Decision::TooEarly && facts.tooEarly)
        return sentences::betterTooEarly(winner, *facts.tooEarly);
    return facts.hasPrimary ? sentences::ship(winner) : sentences::betterWithoutPlan(winner);
}

} // namespace

Sentence recommend(const Experiment& experiment, const SampleBalance& balance, const LookFacts& facts)
{
    const bool over = isOver(facts.status);
    if (facts.status == Status::Draft && facts.smallest == 0)
        return sentences::notStarted();
    if (facts.smallest < kFewestUnits)
        return sentences::needsMoreUnits(facts.smallestVariant, facts.smallest, !over);
    if (facts.decision == Decision::Invalid)
        return sentences::wrongSplit(experiment, balance);
    if (facts.decision == Decision::StopForHarm && facts.harm)
        return sentences::stopForHarm(*facts.harm, facts.winner);
    if (!facts.hasHeadline)
        return sentences::noHeadline();
    if (facts.gateClosed)
        return sentences::tooEarlyToJudge(*facts.gateClosed, !over);
    if (facts.winner)
        return aboutWinner(facts);
    const bool early = facts.smallest < facts.planned && !over;
    if (facts.decision == Decision::TooEarly && facts.tooEarly && !early)
        return sentences::tooEarlyToJudge(*facts.tooEarly, !over);
    if (facts.worst)
        return early ? sentences::worseBeforePlan(*facts.worst, facts.smallest, facts.planned)
                     : sentences::worse(*facts.worst, facts.control);
    if (!facts.nearest)
        return sentences::noEstimate();
    return early ? sentences::noDifferenceYet(*facts.nearest, facts.smallest, facts.planned)
                 : sentences::noDifference(*facts.nearest, facts.control);
}

} // namespace xp
