// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <string>

namespace xp {

class Connection;

// A large load is many short transactions, so that a service beside it can write in between, and the last of them makes
// the experiment: until then no one sees the rows. What a load left behind that never came so far is removed here.

/// Removes the units of an experiment that is not stored, with their totals and moments, in short transactions. Of one
/// that is stored after all (a commit whose answer was lost) it removes nothing.
Result<void> removeUnits(Connection& connection, const std::string& experimentId);

/// Does so for every experiment that is not stored and whose id, a time-ordered one, was made before `before`: loads
/// that may still be under way are left alone. Returns how many there were.
Result<std::int64_t> removeAbandonedUnits(Connection& connection, Timestamp before);

/// Whether writers of this database wait for each other, whatever they write (SQLite).
bool hasOneWriter(const Connection& connection);

} // namespace xp
