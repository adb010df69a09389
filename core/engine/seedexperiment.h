// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/experiment.h"
#include "core/storage/seedreader.h"

namespace xp {

/// An experiment of the replaced service as one of ours: its hash, its old id as the salt and, where that can stand in
/// a URL, as the id; allocations as they were, so that every user falls where it fell. The key is the caller's to set.
/// `notes` gets what the old table did not say and how it was read. Invalid `unreadable_seed_experiment`: a status,
/// variants or metrics that cannot be understood.
Result<Experiment> experimentOfSeed(const SeedExperiment& seed, Timestamp now, std::vector<Sentence>& notes);

} // namespace xp
