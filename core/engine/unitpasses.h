// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/breakdowns.h"
#include "core/storage/store.h"

#include <atomic>
#include <mutex>

namespace xp {

// What needs a look at every unit is made off the write path, kept with its date, and made anew only when the data have
// changed and at most a twentieth of the time.

/// Makes the histograms of an experiment anew when they are due; true when it did.
/// `atOnce`: whenever the data have changed, and without rests; otherwise it works a quarter of the time. Gives up
/// after twenty minutes, or when `stop` is set.
Result<bool> refreshHistograms(Store& store, const Experiment& experiment, Timestamp at, bool atOnce = false,
                               const std::atomic<bool>* stop = nullptr);

/// Likewise what units do by days since their exposure; of those that have not been read for a day, also without new
/// data: units get older by themselves.
Result<bool> refreshAges(Store& store, const Experiment& experiment, Timestamp at,
                         const std::atomic<bool>* stop = nullptr);

/// The matured units of days of which some units are not. Of a small experiment as of `at`; of a larger one, of which
/// more than 30,000 rows would have to be read or not in time, as of the last refreshMatured(), nothing before the
/// first.
Result<std::optional<MaturedPart>> readMatured(Store& store, const Experiment& experiment,
                                               const SufficientStatistics& data, Timestamp at);

/// Finds them out for a larger experiment when that is due; true when it did.
Result<bool> refreshMatured(Store& store, const Experiment& experiment, Timestamp at,
                            const std::atomic<bool>* stop = nullptr);

/// The turn to make a pass for a breakdown: it holds a thread that serves others, too, for seconds, so that a process
/// makes one at a time. Overloaded `pass_under_way` while somebody has it.
Result<std::unique_lock<std::mutex>> takeBreakdownTurn();

/// The units by one attribute of their context, from the last pass while that is fresh enough. Overloaded when a pass
/// takes longer than a request can wait, or somebody else's is under way, and there is none to fall back on. What no
/// unit has is not kept, unless the experiment declares it, and of the others the 50 latest are.
Result<SegmentStatistics> readSegments(Store& store, const Experiment& experiment, const std::string& attribute,
                                       Timestamp at);

} // namespace xp
