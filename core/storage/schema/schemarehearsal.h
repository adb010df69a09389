// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

namespace xp {

class Connection;

/// Runs every kind of write and read of the data tables, on empty ones and within the caller's transaction:
/// assignments, events, exposures, joined and forgotten people, recomputation, retention.
Result<void> playEverything(Connection& connection);

} // namespace xp
