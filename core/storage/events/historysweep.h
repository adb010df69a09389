// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <atomic>

namespace xp {

class Connection;

// What users did without an experiment (`user_events`) is kept for a time, for exposures to come and their covariates.

/// History from before this moment may be gone. Units whose covariates reach back beyond it keep them as they are; a
/// recomputation cannot make them anew. To be called in the transaction that relies on it: holds a sweep back until
/// that ends.
Result<Timestamp> historyHorizon(Connection& connection);

/// Removes what happened, and arrived, before this moment, and forgets the ids of these events; a page at a time, so
/// that nobody waits, until `stop` is set. Returns the number of events removed. Outside of any transaction.
Result<std::int64_t> removeHistory(Connection& connection, Timestamp before, const std::atomic<bool>* stop = nullptr);

} // namespace xp
