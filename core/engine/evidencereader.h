// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/storage/store.h"

namespace xp {

/// What is kept of an experiment, with the number of times its history has been written.
struct ReadEvidence
{
    Evidence evidence;
    std::int64_t historyVersion = 0;
};

/// Reads a few rows, whatever the number of users; with a window, also the units of a small experiment (readMatured()).
Result<ReadEvidence> readEvidence(Store& store, const Experiment& experiment, Timestamp at);

} // namespace xp
