// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

namespace xp {

class Connection;

/// A number that grows with every committed change of the control plane. Its row is locked until the change commits, so
/// that whoever sees the number sees the change.
Result<std::int64_t> readChangeToken(Connection& connection);
/// To be called in the transaction of the change.
Result<void> advanceChangeToken(Connection& connection);

/// The row of `change_token` that counts how often assignments have been removed, or their experiment has come back,
/// that a process may remember (see AssignmentCache).
inline constexpr std::int64_t kRemovals = 2;
Result<std::int64_t> readRemovals(Connection& connection);
/// To be called in the transaction that removes them; advances the change token, so that every process looks.
Result<void> countRemoval(Connection& connection);

} // namespace xp
