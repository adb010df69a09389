// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace xp {

class Connection;

// Between the data plane and changes of an experiment stands one lock for each experiment, held to the end of the
// transaction. Writers of units share it and then read the version: what they add follows the rules of the experiment
// as it is stored, even while a replica has not heard of a change. A change (or recomputation) holds it alone: it waits
// for the batches under way and those after it see what it did. PostgreSQL's advisory locks are fair, unlike its row
// locks, so a steady stream of batches cannot keep a change out; SQLite has one writer at a time anyway.

Result<void> lockExclusive(Connection& connection, std::string_view experimentId);

/// Waits until every batch about the experiments that is under way has ended, and lets those after it go on; a second
/// at most, then it fails. Outside of any transaction.
Result<void> awaitWriters(Connection& connection, const std::set<std::string_view>& experimentIds);

/// What is stored once the locks are held.
struct LockedState
{
    std::map<std::string, std::int64_t, std::less<>> versions; ///< of each experiment that exists
    std::int64_t removals = 0;                                 ///< as readRemovals() has it
};

/// Shares the locks, but holds those in `alone`. `ids` are distinct, those of experiments sorted; other names of locks
/// come before them.
Result<LockedState> lockShared(Connection& connection, std::span<const std::string_view> ids,
                               const std::set<std::string_view>& alone = {});

} // namespace xp
