// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

namespace xp {

/// The phase that units enter now; 0 before the first start.
std::int32_t presentPhase(const Experiment& experiment);
/// When the present phase began: the first start, or the latest change with `new_phase`.
std::optional<Timestamp> phaseStart(const Experiment& experiment);
/// The phase of an epoch; the present one for a number that is not known.
std::int32_t phaseOf(const Experiment& experiment, std::int32_t epoch);
/// Whether units of the epoch are analysed.
inline bool isOfPresentPhase(const Experiment& experiment, std::int32_t epoch)
{
    return phaseOf(experiment, epoch) == presentPhase(experiment);
}

/// Whether the split ever gave the variant a share: no unit comes to one that had none, and nothing waits for it.
bool everHadShare(const Experiment& experiment, std::size_t variant);

/// Whether a unit of the epoch is told what the present split gives: clients that evaluate by themselves show that to
/// units of an earlier phase, and so do we.
inline bool isMovedByPhase(const Experiment& experiment, std::int32_t epoch)
{
    return experiment.evaluatedLocally && !isOfPresentPhase(experiment, epoch);
}

/// The epoch of a unit that was assigned in `assigned` and exposed at `at`: the last one that had begun by then, but
/// none of a later phase, whose split is another unit's.
std::int32_t epochOfExposure(const Experiment& experiment, std::int32_t assigned, Timestamp at);

} // namespace xp
