// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/experiment.h"
#include "core/storage/external/seedreader.h"

namespace xp {

/// An experiment of the replaced service as one of ours: its hash, its old id as the salt and, where that can stand in
/// a URL, as the id; allocations as they were, so that every user falls where it fell. The key is the caller's to set.
/// `notes` gets what the old table did not say and how it was read; `errors` all of a status, variants and metrics that
/// cannot be understood, under the old id and with the column as the code. With an error the experiment is not whole.
Experiment experimentOfSeed(const SeedExperiment& seed, Timestamp now, std::vector<Sentence>& notes,
                            std::vector<FieldError>& errors);

} // namespace xp
