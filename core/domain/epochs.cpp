// SPDX-License-Identifier: Apache-2.0
#include "core/domain/epochs.h"

#include <algorithm>

namespace xp {

std::int32_t presentPhase(const Experiment& experiment)
{
    return experiment.epochs.empty() ? 0 : experiment.epochs.back().phase;
}

std::optional<Timestamp> phaseStart(const Experiment& experiment)
{
    const auto first = std::ranges::find(experiment.epochs, presentPhase(experiment), &Epoch::phase);
    return presentPhase(experiment) == 0 || first == experiment.epochs.end() ? experiment.startedAt
                                                                             : std::optional(first->startedAt);
}

std::int32_t phaseOf(const Experiment& experiment, std::int32_t epoch)
{
    const auto found = std::ranges::find(experiment.epochs, epoch, &Epoch::number);
    return found == experiment.epochs.end() ? presentPhase(experiment) : found->phase;
}

bool everHadShare(const Experiment& experiment, std::size_t variant)
{
    const auto hasShare = [variant](const Epoch& epoch) {
        return variant < epoch.allocations.size() && epoch.allocations[variant] > 0;
    };
    return experiment.variants[variant].allocation > 0 || std::ranges::any_of(experiment.epochs, hasShare);
}

std::int32_t epochOfExposure(const Experiment& experiment, std::int32_t assigned, Timestamp at)
{
    std::int32_t number = assigned;
    for (const Epoch& epoch : experiment.epochs) {
        const bool isLater = epoch.number > number && epoch.startedAt <= at;
        if (isLater && epoch.phase == phaseOf(experiment, assigned))
            number = epoch.number;
    }
    return number;
}

} // namespace xp
