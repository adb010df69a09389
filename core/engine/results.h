// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/stats.h"
#include "core/storage/store.h"

namespace xp {

/// The single-look view of an experiment as it stands now: a few rows read, whatever the number of users.
Result<Stats> readStats(Store& store, const Experiment& experiment, Timestamp at);

} // namespace xp
